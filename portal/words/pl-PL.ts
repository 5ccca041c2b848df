/** Polish, with "Państwo" or no person at all: the words of the frame. A draft that no native speaker has reviewed. */
import type { Translation } from './tables.ts'

export const framePlPL: Translation = {
  'frame.skip': 'Przejdź do treści',
  'frame.language': 'Język',
  'frame.help': 'Pomoc',
  'frame.signOut': 'Wyloguj się',
  'frame.error': 'Błąd:',
  'frame.summary': 'Coś się nie zgadza',
  'frame.optional': '(nieobowiązkowe)',
  'frame.continue': 'Dalej',
  'frame.copy': 'Kopiuj',
  'frame.copied': 'Skopiowano',
  'frame.show': 'Pokaż',
  'frame.hide': 'Ukryj',

  'missing.title': 'Nie ma takiej strony',
  'missing.text': 'Jeśli adres strony był wpisany ręcznie, proszę sprawdzić, czy jest poprawny.',
  'missing.start': 'Przejdź na początek',
  'broken.title': 'Przepraszamy, coś poszło nie tak',
  'broken.text': 'Nic nie przepadło. Proszę spróbować ponownie za minutę.',
  'refused.title': 'Nie mogliśmy użyć tego formularza',
  'refused.text':
    'Może strona była otwarta za długo. Proszę wrócić, wczytać stronę ponownie i wysłać formularz jeszcze raz.',
  'refused.large': 'Tekst był za długi i się nie zmieścił.',

  'help.title': 'Pomoc',
  'help.noCode': 'Nie mam kodu',
  'help.password': 'Nie pamiętam hasła',
  'help.phone': 'Nie mam już telefonu lub mam nowy numer',
  'help.desk':
    'Jeśli nic z tego nie pomaga, prosimy o kontakt z {brand}. Proszę podać nazwę użytkownika. Nikt tam nigdy nie zapyta o hasło ani o kod weryfikacyjny.',
}
