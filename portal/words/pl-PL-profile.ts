import type { ProfileWords } from './en-GB-profile.ts'

/** Polish: what a signed-in person sees and changes. */
export const profilePlPL: ProfileWords = {
  'own.title': 'Dane osobowe',
  'own.name': 'Imię i nazwisko',
  'own.safety': 'Logowanie',
  'own.password': 'Zmień hasło',
  'own.change': 'Zmień',
  'own.desk': 'Państwa praca',
  'own.deskSupport': 'Pomoc pacjentom',
  'own.deskOwner': 'Zasady, osoby i wysyłki',
  'own.cancel': 'Anuluj',
  'own.back': 'Wróć do danych osobowych',
  'own.phoneNone': 'Nie ma jeszcze numeru.',
  'own.phoneAdd': 'Dodaj numer telefonu komórkowego',
  'own.phoneHelp': 'Zmiana numeru telefonu komórkowego: jak to działa',
  'own.phoneWhy':
    'Na ten numer wysyłamy kody weryfikacyjne. Jeśli mają Państwo nowy numer, proszę kliknąć {here}, aby go zmienić.',
  'own.phoneHere': 'tutaj',
  'own.proven': 'potwierdzono {day}',
  'own.pendingText': 'Numer kończący się na {ending} czeka na kod.',
  'own.enterCode': 'Wpisz kod',
  'own.sendAgain': 'Wyślij kod jeszcze raz',
  'own.drop': 'Zostaw stary numer',
  'own.dropFirst': 'Usuń ten numer',
  'own.dropped': 'Nowy numer został usunięty. Jego kod już nie działa.',
  'own.passwordSet': 'Nowe hasło działa. Wszędzie indziej są Państwo wylogowani.',
  'own.languageHelp': 'Zmień język',

  'prove.title': 'Proszę pokazać, że to naprawdę Państwo',
  'prove.text': 'Aby chronić Państwa konto, najpierw prosimy o jeszcze jeden kod. Potem wrócą Państwo tutaj.',
  'prove.weak':
    'PIN lub klawisz naciśnięty podczas połączenia nie wystarczy do tej zmiany. Proszę użyć kodu z SMS-a, z połączenia lub z aplikacji. Jeśli nie mają Państwo nic z tego, prosimy o kontakt z {brand}.',
  'prove.newNumber':
    'Państwa numer telefonu jest nowy. Do tej zmiany proszę użyć kodu z aplikacji uwierzytelniającej lub poczekać jeden dzień od zmiany numeru. Jeśli nie mogą Państwo czekać, prosimy o kontakt z {brand}.',
  'prove.again': 'Od logowania minęło trochę czasu. Aby to zmienić, proszę się zalogować ponownie.',
  'prove.signIn': 'Zaloguj się ponownie',

  'ownPhone.title': 'Jaki jest Państwa nowy numer telefonu komórkowego?',
  'ownPhone.now': 'Państwa obecny numer to {phone}.',
  'ownPhone.told': 'Wyślemy też wiadomość na stary numer.',
  'ownPhone.submit': 'Zapisz i wyślij kod',
  'ownPhone.verify': 'Potwierdź',
  'ownPhone.minutes': 'Kodu można użyć przez 10 minut.',
  'ownPhone.again': 'Wysłaliśmy kod jeszcze raz na numer kończący się na {ending}.',
  'ownPhone.calling':
    'Dzwonimy na numer kończący się na {ending}. Gdy o to poprosimy, proszę nacisnąć klawisz. Usłyszą Państwo 6-cyfrowy kod weryfikacyjny.',
  'ownPhone.other': 'Wpisz inny numer',
  'ownPhone.locked': 'Podano za dużo błędnych kodów. Proszę wysłać nowy kod',
  'ownPhone.done': 'Nowy numer działa',
  'ownPhone.doneText':
    'Wysłaliśmy wiadomość na stary numer. Od teraz kody weryfikacyjne przychodzą na nowy numer.',
  'ownPhone.doneFirst': 'Od teraz możemy wysyłać kody weryfikacyjne na ten numer.',

  'ways.title': 'Sposoby logowania',
  'ways.required': 'Przy każdym logowaniu potrzebne jest hasło i jeden z tych sposobów: {list}.',
  'ways.requiredOne': 'Przy każdym logowaniu potrzebne jest hasło i to: {list}.',
  'ways.optional': 'Z jednym z tych sposobów nikt nie wejdzie na Państwa konto, znając tylko hasło.',
  'ways.bound':
    'Zanim przejdą Państwo dalej, proszę ustawić jeden ze sposobów, których wymaga Państwa organizacja.',
  'ways.second':
    'Proszę ustawić też drugi sposób. Wtedy będzie można się zalogować nawet po utracie telefonu.',
  'ways.asked': 'Wymaga tego Państwa organizacja',
  'ways.on': 'Ustawiono',
  'ways.off': 'Nie ustawiono',
  'ways.notUsed': 'Państwa organizacja tego nie używa',
  'ways.to': 'Na numer {phone}',
  'ways.setUp': 'Ustaw',
  'ways.addPhone': 'Dodaj numer',
  'ways.changePhone': 'Zmień numer',
  'ways.replaceApp': 'Użyj innej aplikacji lub innego telefonu',
  'ways.switchOff': 'Wyłącz',
  'ways.codes': 'Kody zapasowe',
  'ways.codesLeft': {
    one: 'Pozostał {count} kod.',
    few: 'Pozostały {count} kody.',
    many: 'Pozostało {count} kodów.',
    other: 'Pozostało {count} kodu.',
  },
  'ways.makeCodes': 'Utwórz kody zapasowe',
  'ways.newCodes': 'Utwórz nowe kody',
  'ways.appOn': 'Państwa aplikacja uwierzytelniająca działa.',
  'ways.appOff': 'Państwa aplikacja uwierzytelniająca jest wyłączona.',
  'ways.pinSet': 'Nowy PIN działa.',
  'ways.codesSaved':
    'Państwa kody zapasowe działają. Proszę je trzymać tam, gdzie można je znaleźć bez telefonu.',

  'app.text':
    'Potrzebna jest aplikacja uwierzytelniająca, na przykład Google Authenticator, Microsoft Authenticator lub Authy. Może być na telefonie, tablecie lub komputerze.',
  'app.next':
    'Na następnej stronie jest obrazek do zeskanowania aplikacją oraz klucz, który można wpisać zamiast tego.',
  'app.replaces':
    'Na następnej stronie jest nowy obrazek do zeskanowania. Stara aplikacja przestanie działać, gdy wpiszą Państwo kod z nowej.',
  'app.show': 'Pokaż obrazek',
  'app.submit': 'Włącz',
  'app.again': 'Pokaż nowy obrazek',
  'app.clock':
    'Proszę wpisać najnowszy kod. Jeśli nie działa, proszę sprawdzić, czy zegar telefonu jest dobrze ustawiony.',
  'app.late': 'Obrazek był za stary. Proszę zeskanować nowy.',
  'app.offBound':
    'Państwa aplikacja jest wyłączona. Państwa organizacja wymaga jednego z tych sposobów. Aby przejść dalej, proszę znów ustawić jeden z nich.',
  'app.offTitle': 'Wyłączenie aplikacji uwierzytelniającej',
  'app.offText': 'Od teraz logują się Państwo innymi sposobami. Wszędzie indziej zostaną Państwo wylogowani.',
  'app.offAsked':
    'Wymaga tego Państwa organizacja. Jeśli aplikacja zostanie wyłączona, przed przejściem dalej trzeba znów ustawić aplikację, na przykład na nowym telefonie.',
  'app.offSubmit': 'Wyłącz',

  'pinSet.changeTitle': 'Zmiana PIN-u',
  'pinSet.text': 'Jeśli Państwa organizacja wymaga PIN-u, jest on potrzebny przy każdym logowaniu.',
  'pinSet.current': 'Obecny PIN',
  'pinSet.forgot': 'Nie pamiętam PIN-u',
  'pinSet.noCurrent': 'Proszę wpisać obecny PIN',
  'pinSet.noPin': 'Proszę wpisać nowy PIN',

  'recovery.text':
    'Każdy z tych dziesięciu kodów pozwala zalogować się jeden raz bez telefonu. Proszę je trzymać na papierze lub w menedżerze haseł.',
  'recovery.replaces': 'Gdy utworzą Państwo nowe kody, stare przestaną działać.',
  'recovery.make': 'Pokaż dziesięć kodów',
  'recovery.title': 'Proszę zapisać kody zapasowe',
  'recovery.once': 'Pokazujemy te kody tylko teraz. Każdy działa jeden raz.',
  'recovery.print': 'Drukuj',
  'recovery.download': 'Pobierz jako plik tekstowy',
  'recovery.saved': 'Kody są zapisane',
  'recovery.notSaved': 'Najpierw proszę zapisać kody, a potem zaznaczyć pole',

  'password.text': 'Tutaj pozostaną Państwo zalogowani. Wszędzie indziej zostaną Państwo wylogowani.',
  'password.current': 'Obecne hasło',
  'password.noCurrent': 'Proszę wpisać obecne hasło',
  'password.noNew': 'Proszę wpisać nowe hasło',
  'password.wrong': 'To nie jest Państwa obecne hasło. Proszę je sprawdzić i spróbować ponownie',

  'sessions.title': 'Gdzie są Państwo zalogowani',
  'sessions.text': 'Nie rozpoznają Państwo któregoś z tych logowań? Proszę je zakończyć i zmienić hasło.',
  'sessions.began': 'Logowanie: {time}',
  'sessions.used': 'Ostatnio używane: {time}',
  'sessions.current': 'Tutaj są Państwo teraz',
  'sessions.end': 'Zakończ',
  'sessions.endThis': 'Zakończ i wyloguj się tutaj',
  'sessions.ended': 'To logowanie jest zakończone.',
  'sessions.more': 'Pokaż więcej',

  'amr.pwd': 'hasło',
  'amr.sms': 'SMS',
  'amr.tel': 'połączenie telefoniczne',
  'amr.tel_press1': 'połączenie telefoniczne',
  'amr.otp': 'aplikacja lub kod zapasowy',
  'amr.pin': 'PIN',
  'amr.bypass': 'wsparcie działu pomocy',
}
