/** Italian: refusals by their code, and what became of a text or call by its reason. */
import type { Translation } from './tables.ts'

export const problemsItIT: Translation = {
  'problem.phone_invalid':
    'Non riusciamo a leggere {typed} come un numero di telefono in uso. Controlli le cifre',
  'problem.phone_too_short': 'Questo numero è troppo corto. Controlli che non manchi una cifra',
  'problem.phone_too_long': 'Questo numero è troppo lungo. Controlli se ci sono cifre in più',
  'problem.phone_landline':
    '{typed} sembra un telefono fisso. Scriva un numero di cellulare, o scelga un altro modo di accedere',
  'problem.phone_premium': 'Le telefonate a questo numero costano di più. Scriva un numero di cellulare',
  'problem.phone_voip': 'Questo è un numero per telefonare via internet. Scriva il numero di un cellulare',
  'problem.phone_not_textable':
    'Questo tipo di numero non può ricevere i nostri SMS. Scriva un numero di cellulare',
  'problem.country_not_served':
    'Non possiamo ancora inviare codici in quel paese. Scriva un numero di un altro paese',
  'problem.phone_used_too_often': 'Non possiamo usare questo numero. Ne scriva un altro, o contatti {brand}',
  'problem.username_taken': 'Questo nome utente è già in uso. Ne scelga un altro',
  'problem.password_too_weak':
    'Questa password è troppo facile da indovinare. Usi tre o quattro parole che non c’entrano l’una con l’altra',
  'problem.credentials_incorrect': 'Il nome utente o la password non sono giusti',
  'problem.code_incorrect': 'Non è il codice che abbiamo inviato. Guardi l’SMS più recente',
  'problem.own_code_incorrect': 'Quel codice non è giusto. Lo controlli e riprovi',
  'problem.tries': {
    one: 'Può provare ancora {count} volta',
    other: 'Può provare ancora {count} volte',
  },
  'problem.lastTry': 'Quel codice non era giusto, ed era l’ultimo tentativo',
  'problem.code_malformed': 'Controlli il codice: manca qualcosa, o c’è qualcosa di troppo',
  'problem.code_expired': 'Quel codice è troppo vecchio. Ne chieda uno nuovo',
  'problem.verification_locked': 'Ci sono stati troppi codici sbagliati. Scelga un altro modo',
  'problem.verification_finished': 'Quel codice non serve più. Usi il più recente',
  'problem.send_too_soon':
    'È troppo presto per un nuovo invio. Può chiederlo di nuovo dopo quest’ora: {time}. Il codice che abbiamo inviato funziona ancora',
  'problem.sends_exhausted':
    'Per ora non possiamo inviare altro. Può chiederlo di nuovo dopo quest’ora: {time}',
  'problem.rate_limited': 'Ci sono stati troppi tentativi dalla sua rete. Aspetti un minuto, poi riprovi',
  'problem.call_in_progress':
    'Stiamo già chiamando il suo telefono. Risponda, o aspetti che la telefonata finisca',
  'problem.call_mode_not_allowed': 'Non possiamo chiamare questo numero in quel modo. Chieda un SMS',
  'problem.factor_not_allowed': 'Questo modo ora non è possibile. Ne scelga un altro',
  'problem.step_not_expected': 'Qualcosa è cambiato. Guardi che cosa chiede ora la pagina',
  'problem.pin_incorrect': 'Non è il PIN giusto',
  'problem.pin_mismatch': 'I due PIN non sono uguali',
  'problem.pin_too_weak':
    'Questo PIN è troppo corto o troppo facile da indovinare. Usi almeno 6 cifre che nessuno indovinerebbe',
  'problem.account_locked': 'Ci sono state troppe risposte sbagliate. Aspetti un po’, poi riprovi',
  'problem.request_invalid': 'Non possiamo usare quello che c’è scritto qui. Lo controlli',
  'problem.other': 'Non ha funzionato. Riprovi tra un minuto',

  'reason.landline': 'Questo telefono non può ricevere SMS. Usi un altro numero, o un altro modo.',
  'reason.switched_off': 'Il suo telefono sembra spento. Lo accenda dove c’è campo, poi chieda di nuovo.',
  'reason.no_such_number': 'Questo numero non è in uso. Forse una delle cifre è sbagliata.',
  'reason.blocked_by_carrier': 'La sua rete ha fermato il nostro SMS. Ci chieda di chiamarla.',
  'reason.opted_out':
    'I nostri SMS sono disattivati per il suo telefono. Invii START al nostro numero, o ci chieda di chiamarla.',
  'reason.country_blocked': 'Non possiamo ancora raggiungere i telefoni in quel paese. Scelga un altro modo.',
  'reason.fraud_blocked':
    'Gli SMS al suo telefono sono sospesi per poco tempo. Riprovi tra 30 minuti, o in un altro modo.',
  'reason.busy': 'La linea era occupata. Chiuda l’altra telefonata, poi ci chieda di chiamare di nuovo.',
  'reason.no_answer': 'Non ha risposto nessuno. Tenga il telefono vicino e ci chieda di chiamare di nuovo.',
  'reason.voicemail': 'Ha risposto la segreteria. Ci chieda di chiamare di nuovo, e risponda quando squilla.',
  'reason.hung_up':
    'La telefonata è finita senza un tasto. Ci chieda di chiamare di nuovo, e prema il tasto quando lo chiediamo.',
  'reason.carrier_down': 'L’operatore telefonico ha un problema. Aspetti un minuto, poi riprovi.',
  'reason.unknown_failure': 'Questa volta non ha funzionato. Chieda di nuovo, o ci chieda di chiamarla.',
}
