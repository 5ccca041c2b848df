/** Italian: registration, signing in with a password, passwords that were forgotten, phones that were lost. */
import type { Translation } from './tables.ts'

export const signInItIT: Translation = {
  'register.title': 'Crei il suo account',
  'register.username': 'Nome utente',
  'register.usernameHint': 'Per esempio, il suo indirizzo e-mail. Le serve ogni volta che accede.',
  'register.password': 'Password',
  'register.passwordHint':
    'Almeno 8 caratteri. Vanno bene tre o quattro parole che non c’entrano l’una con l’altra.',
  'register.email': 'Indirizzo e-mail',
  'register.emailHint': 'Così può scegliere una nuova password se dimentica la sua.',
  'register.submit': 'Registrazione',
  'register.haveAccount': 'Ho già un account',
  'register.noUsername': 'Scriva un nome utente',
  'register.noPassword': 'Scriva una password',
  'register.badEmail': 'Scriva un indirizzo e-mail come nome@example.com, o lasci il campo vuoto',

  'phone.why':
    'Quando accede, inviamo un codice di sicurezza a questo telefono. Non usiamo il numero per nient’altro.',
  'phone.label': 'Numero di cellulare',
  'phone.hint': 'Per un numero estero, cominci con + e il prefisso del paese',
  'phone.hintExample': 'Per esempio, {example}. Per un numero estero, cominci con + e il prefisso del paese.',
  'phone.country': 'Paese',
  'phone.chooseCountry': 'Scelga un paese',
  'phone.none': 'Non ho un cellulare',
  'phone.noneText':
    'Contatti {brand}. Conoscono altri modi di accedere, per esempio con un’app su un tablet o un computer.',
  'phone.empty': 'Scriva il suo numero di cellulare',

  'signIn.title': 'Accesso',
  'signIn.username': 'Nome utente',
  'signIn.password': 'Password',
  'signIn.submit': 'Accedi',
  'signIn.forgot': 'Ho dimenticato la password',
  'signIn.register': 'Crea un account',
  'signIn.lostPhone': 'Non ho più il mio telefono',
  'signIn.noUsername': 'Scriva il suo nome utente',
  'signIn.noPassword': 'Scriva la sua password',
  'signIn.signedOut': 'Ora è fuori dal suo account.',
  'signIn.ended': 'Acceda per continuare. Per la sua sicurezza, dopo un po’ chiudiamo la visita.',
  'signIn.stopped': 'Abbiamo fermato questo accesso. Se non era lei, scelga una nuova password.',
  'signIn.passwordSet': 'La sua nuova password funziona. La usi per accedere.',

  'reset.title': 'Ha dimenticato la password?',
  'reset.text':
    'Scriva il suo nome utente. Se ha un indirizzo e-mail, inviamo un link per scegliere una nuova password.',
  'reset.submit': 'Invia il link',
  'reset.sentTitle': 'Guardi la sua e-mail',
  'reset.sentText':
    'Se per quel nome utente c’è un indirizzo e-mail, un link è in arrivo. Funziona per 15 minuti, una sola volta.',
  'reset.sentNone':
    'Dopo cinque minuti non c’è nessuna e-mail? Guardi nella posta indesiderata, o contatti {brand}.',
  'reset.newTitle': 'Scelga una nuova password',
  'reset.newPassword': 'Nuova password',
  'reset.newSubmit': 'Salva la nuova password',
  'reset.deadTitle': 'Questo link non funziona più',
  'reset.deadText': 'Un link funziona una sola volta, per 15 minuti. Ne chieda uno nuovo.',
  'reset.again': 'Invia un nuovo link',

  'lost.title': 'Non ho più il mio telefono',
  'lost.others': 'Può ancora accedere in un altro modo.',
  'lost.first':
    'Prima acceda con il suo nome utente e la sua password. Poi mostriamo gli altri modi che ha impostato.',
  'lost.none': 'Se non ha impostato nient’altro, contatti {brand}.',
  'lost.whatTitle': 'Che cosa le chiederanno',
  'lost.who': 'il suo nome utente',
  'lost.proof':
    'domande che mostrano che è lei, per esempio la sua data di nascita o il suo ultimo appuntamento',
  'lost.code': 'il codice di aiuto, se una delle nostre pagine gliene ha mostrato uno',
  'lost.after':
    'Possono farla entrare una volta. Poi lei imposta il suo nuovo telefono. Non chiedono mai la sua password né un codice di sicurezza.',
  'lost.stolen': 'È un furto? Chieda al suo operatore telefonico di bloccare la SIM.',
}
