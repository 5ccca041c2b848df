/** Romanian, with the polite plural: the words of the frame. A draft until a native speaker has reviewed it. */
import type { Translation } from './tables.ts'

export const frameRoRO: Translation = {
  'frame.skip': 'Salt la conținut',
  'frame.language': 'Limba',
  'frame.help': 'Ajutor',
  'frame.signOut': 'Deconectare',
  'frame.error': 'Eroare:',
  'frame.summary': 'Există o problemă',
  'frame.optional': '(opțional)',
  'frame.continue': 'Continuați',
  'frame.copy': 'Copiați',
  'frame.copied': 'S-a copiat',
  'frame.show': 'Arătați',
  'frame.hide': 'Ascundeți',

  'missing.title': 'Pagina nu a fost găsită',
  'missing.text': 'Dacă ați scris adresa paginii, verificați că este corectă.',
  'missing.start': 'Mergeți la început',
  'broken.title': 'Ne pare rău, ceva nu a mers bine',
  'broken.text': 'Nu s-a pierdut nimic. Încercați din nou peste un minut.',
  'refused.title': 'Nu am putut folosi acest formular',
  'refused.text':
    'Poate că pagina a stat deschisă prea mult timp. Mergeți înapoi, încărcați pagina din nou și trimiteți-o încă o dată.',
  'refused.large': 'A fost mai mult text decât încape.',

  'help.title': 'Ajutor',
  'help.noCode': 'Nu am primit codul',
  'help.password': 'Am uitat parola',
  'help.phone': 'Mi-am pierdut telefonul sau am un număr nou',
  'help.desk':
    'Dacă nimic din acestea nu vă ajută, contactați {brand}. Spuneți numele de utilizator. Nu vă cer niciodată parola sau un cod de securitate.',
}
