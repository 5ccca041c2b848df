/** Italian, with the formal "Lei", and without participles that would show a gender ("Non era lei?", not "stato"). */
import type { Language } from './language.ts'

export const itIT: Language = {
  tag: 'it-IT',
  nativeName: 'Italiano',
  direction: 'ltr',
  voice: { voice: 'Polly.Bianca-Neural', language: 'it-IT' },
  review: null,
  messages: {
    'text.registration': '{$code} è il suo codice {$brand} per confermare questo telefono.',
    'text.login': '{$code} è il suo codice di accesso a {$brand}.',
    'text.phone_change': '{$code} è il suo codice {$brand} per usare questo telefono.',
    'text.other': '{$code} è il suo codice {$brand}.',
    'text.discreet': '{$code} è il suo codice.',
    'text.lifetime':
      '.input {$minutes :integer} .match $minutes one {{Vale {$minutes} minuto.}} * {{Vale {$minutes} minuti.}}',
    'text.warning': 'Non lo comunichi a nessuno, nemmeno a noi.',
    'text.shortWarning': 'Non lo comunichi a nessuno.',

    'call.opening.registration':
      'Buongiorno. |400| Qui è {$brand}. |300| Ci ha chiesto di chiamarla per confermare questo telefono.',
    'call.opening.login':
      "Buongiorno. |400| Qui è {$brand}. |300| Ci ha chiesto di chiamarla per effettuare l'accesso.",
    'call.opening.phone_change':
      'Buongiorno. |400| Qui è {$brand}. |300| Ci ha chiesto di chiamarla per iniziare a usare questo telefono.',
    'call.opening.other': 'Buongiorno. |400| Qui è {$brand}. |300| Ci ha chiesto di chiamarla.',
    'call.opening.discreet': 'Buongiorno. |400| Questa è la chiamata che ha appena chiesto.',
    'call.askPress1': "Se sta effettuando l'accesso ora, prema 1. |600| Se non lo ha chiesto lei, prema 9.",
    'call.askMatchDigits':
      'Guardi lo schermo. |300| Ci sono due cifre. |300| Le prema ora sul telefono. |800| Se non lo ha chiesto lei, prema 9.',
    'call.askSpokenCode': 'Per ascoltare il suo codice, prema 1. |600| Se non lo ha chiesto lei, prema 9.',
    'call.code': 'Il suo codice è: |600|',
    'call.codeAgain': 'Di nuovo: |600|',
    'call.askRepeat': 'Per riascoltarlo, prema 1. |300| Per ascoltarlo più lentamente, prema 2.',
    'call.thanks': 'Grazie. |300| Può tornare allo schermo. Arrivederci.',
    'call.denied':
      'Grazie per averci avvisato. |300| Abbiamo fermato questa richiesta. Nessuno ha avuto accesso. Arrivederci.',
    'call.noKey':
      'Non abbiamo ricevuto nessun tasto. |300| Può chiedere una nuova chiamata sullo schermo. Arrivederci.',
    'call.tooManyWrong': 'La risposta non era corretta. |300| Può ricominciare sullo schermo. Arrivederci.',
    'call.over': 'Questa richiesta non è più aperta. |300| Può ricominciare sullo schermo. Arrivederci.',
    'call.wrongKey': 'La risposta non era corretta. |300| Provi ancora una volta, per favore.',

    'notice.from': '{$brand}:',
    'notice.number_change_requested':
      'Qualcuno chiede di cambiare il telefono del suo account. Non è lei? Acceda e lo fermi, o ci contatti.',
    'notice.number_changed':
      'Il numero di telefono del suo account è stato cambiato. Non era lei? Ci contatti subito.',
    'notice.factor_added':
      'Un nuovo modo di accedere è stato aggiunto al suo account. Non era lei? Ci contatti subito.',
    'notice.factor_removed':
      'Un modo di accedere è stato tolto dal suo account. Non era lei? Ci contatti subito.',
    'notice.many_wrong_codes':
      'Per il suo account sono stati inseriti più volte codici errati. Non era lei? Cambi la password.',
    'notice.locked':
      'Dopo troppi codici errati, il suo accesso è sospeso per qualche tempo. Non era lei? Cambi la password.',
    'notice.locked_for_long':
      'Molti codici errati. Dopo pochi altri, solo noi potremo ridarle accesso. Non era lei? Ci contatti.',
    'notice.recovery_code_used':
      'Un codice di riserva è stato usato. Imposti un nuovo modo di accedere. Non era lei? Ci contatti subito.',
    'notice.password_changed':
      'La password del suo account è stata cambiata. Non era lei? Ci contatti subito.',
    'notice.bypass_used':
      'Il nostro supporto ha permesso un accesso al suo account senza codice. Non era lei? Ci contatti subito.',
    'notice.reset_requested':
      'Qualcuno chiede di reimpostare un modo di accedere al suo account. Non è lei? Ci contatti subito.',
    'notice.bypass_issued':
      'Abbiamo appena dato un accesso una tantum al suo account. Non lo ha chiesto lei? Ci contatti subito.',
    'notice.test_message': 'Questo è un messaggio di prova senza codice. Non deve fare nulla.',

    'mail.password_reset.subject': 'Scelga una nuova password',
    'mail.password_reset.opening': 'Lei, o qualcun altro, ha chiesto una nuova password per {$brand}.',
    'mail.password_reset.openingDiscreet': 'Lei, o qualcun altro, ha chiesto una nuova password.',
    'mail.password_reset.action': 'Scelga una nuova password',
    'mail.password_reset.lifetime':
      '.input {$minutes :integer} .match $minutes one {{Il link funziona una sola volta, per {$minutes} minuto.}} * {{Il link funziona una sola volta, per {$minutes} minuti.}}',
    'mail.password_reset.notYou':
      "Se non lo ha chiesto lei, non deve fare nulla: la sua password resta com'è.",
  },
}
