/** Italian, with the formal "Lei": the words of the frame. A draft until a native speaker has reviewed it. */
import type { Translation } from './tables.ts'

export const frameItIT: Translation = {
  'frame.skip': 'Vai al contenuto',
  'frame.language': 'Lingua',
  'frame.help': 'Aiuto',
  'frame.signOut': 'Esci',
  'frame.error': 'Errore:',
  'frame.summary': 'C’è un problema',
  'frame.optional': '(facoltativo)',
  'frame.continue': 'Continua',
  'frame.copy': 'Copia',
  'frame.copied': 'Copiato',
  'frame.show': 'Mostra',
  'frame.hide': 'Nascondi',

  'missing.title': 'Pagina non trovata',
  'missing.text': 'Se ha scritto l’indirizzo della pagina, controlli che sia giusto.',
  'missing.start': 'Vai all’inizio',
  'broken.title': 'Ci dispiace, qualcosa non ha funzionato',
  'broken.text': 'Non è andato perso nulla. Riprovi tra un minuto.',
  'refused.title': 'Non abbiamo potuto usare questo modulo',
  'refused.text':
    'Forse la pagina è rimasta aperta troppo a lungo. Torni indietro, ricarichi la pagina e la invii ancora una volta.',
  'refused.large': 'C’era più testo di quanto possiamo ricevere.',

  'help.title': 'Aiuto',
  'help.noCode': 'Non ho ricevuto il codice',
  'help.password': 'Ho dimenticato la password',
  'help.phone': 'Non ho più il telefono, o ho un nuovo numero',
  'help.desk':
    'Se niente di questo aiuta, contatti {brand}. Dica il suo nome utente. Non chiedono mai la sua password né un codice di sicurezza.',
}
