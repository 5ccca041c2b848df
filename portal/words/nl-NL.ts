/** Dutch, with the formal "u": the words of the frame. A draft that no native speaker has reviewed. */
import type { Translation } from './tables.ts'

export const frameNlNL: Translation = {
  'frame.skip': 'Naar de inhoud',
  'frame.language': 'Taal',
  'frame.help': 'Hulp',
  'frame.signOut': 'Uitloggen',
  'frame.error': 'Fout:',
  'frame.summary': 'Er is iets niet goed',
  'frame.optional': '(niet verplicht)',
  'frame.continue': 'Verder',
  'frame.copy': 'Kopiëren',
  'frame.copied': 'Gekopieerd',
  'frame.show': 'Tonen',
  'frame.hide': 'Verbergen',

  'missing.title': 'Pagina niet gevonden',
  'missing.text': 'Heeft u het adres getypt? Kijk dan of het klopt.',
  'missing.start': 'Naar het begin',
  'broken.title': 'Sorry, er ging iets mis',
  'broken.text': 'Er is niets verloren gegaan. Probeer het over een minuut opnieuw.',
  'refused.title': 'We konden dat formulier niet gebruiken',
  'refused.text':
    'Misschien stond de pagina te lang open. Ga terug, laad de pagina opnieuw en verstuur hem nog een keer.',
  'refused.large': 'Dat was meer tekst dan er past.',

  'help.title': 'Hulp',
  'help.noCode': 'Ik heb de code niet gekregen',
  'help.password': 'Ik ben mijn wachtwoord vergeten',
  'help.phone': 'Ik ben mijn telefoon kwijt of heb een nieuw nummer',
  'help.desk':
    'Helpt dit niet? Neem contact op met {brand}. Noem uw gebruikersnaam. Ze vragen nooit om uw wachtwoord of om een beveiligingscode.',
}
