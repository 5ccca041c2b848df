/** German, with the formal "Sie": the words of the frame. A draft until a native speaker has reviewed it. */
import type { Translation } from './tables.ts'

export const frameDeDE: Translation = {
  'frame.skip': 'Zum Inhalt',
  'frame.language': 'Sprache',
  'frame.help': 'Hilfe',
  'frame.signOut': 'Abmelden',
  'frame.error': 'Fehler:',
  'frame.summary': 'Etwas stimmt nicht',
  'frame.optional': '(freiwillig)',
  'frame.continue': 'Weiter',
  'frame.copy': 'Kopieren',
  'frame.copied': 'Kopiert',
  'frame.show': 'Anzeigen',
  'frame.hide': 'Verbergen',

  'missing.title': 'Seite nicht gefunden',
  'missing.text': 'Haben Sie die Adresse selbst eingetippt? Prüfen Sie, ob sie stimmt.',
  'missing.start': 'Zum Anfang',
  'broken.title': 'Entschuldigung, etwas hat nicht geklappt',
  'broken.text': 'Es ist nichts verloren gegangen. Versuchen Sie es in einer Minute noch einmal.',
  'refused.title': 'Wir konnten dieses Formular nicht verwenden',
  'refused.text':
    'Vielleicht war die Seite zu lange offen. Gehen Sie zurück, laden Sie die Seite neu und senden Sie das Formular noch einmal.',
  'refused.large': 'Das war mehr Text, als hier Platz hat.',

  'help.title': 'Hilfe',
  'help.noCode': 'Ich habe den Code nicht bekommen',
  'help.password': 'Ich habe mein Passwort vergessen',
  'help.phone': 'Ich habe mein Telefon verloren oder habe eine neue Nummer',
  'help.desk':
    'Hilft das alles nicht? Wenden Sie sich an {brand}. Nennen Sie dort Ihren Benutzernamen. Man fragt Sie dort nie nach Ihrem Passwort oder nach einem Sicherheitscode.',
}
