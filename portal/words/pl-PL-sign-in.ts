/** Polish: registration, signing in with a password, passwords that were forgotten, phones that were lost. */
import type { Translation } from './tables.ts'

export const signInPlPL: Translation = {
  'register.title': 'Załóż konto',
  'register.username': 'Nazwa użytkownika',
  'register.usernameHint': 'Na przykład adres e-mail. Jest potrzebna przy każdym logowaniu.',
  'register.password': 'Hasło',
  'register.passwordHint':
    'Co najmniej 8 znaków. Dobre są trzy lub cztery słowa, które do siebie nie pasują.',
  'register.email': 'Adres e-mail',
  'register.emailHint': 'Aby można było ustawić nowe hasło, jeśli zapomną Państwo obecne.',
  'register.submit': 'Zarejestruj się',
  'register.haveAccount': 'Mam już konto',
  'register.noUsername': 'Proszę wpisać nazwę użytkownika',
  'register.noPassword': 'Proszę wpisać hasło',
  'register.badEmail': 'Proszę wpisać adres e-mail, taki jak imie@example.com, lub zostawić puste pole',

  'phone.why':
    'Przy logowaniu wysyłamy na ten telefon kod weryfikacyjny. Nie używamy numeru do niczego innego.',
  'phone.label': 'Numer telefonu komórkowego',
  'phone.hint': 'Numer z zagranicy proszę zacząć od + i numeru kierunkowego kraju',
  'phone.hintExample':
    'Na przykład {example}. Numer z zagranicy proszę zacząć od + i numeru kierunkowego kraju.',
  'phone.country': 'Kraj',
  'phone.chooseCountry': 'Proszę wybrać kraj',
  'phone.none': 'Nie mam telefonu komórkowego',
  'phone.noneText':
    'Prosimy o kontakt z {brand}. Tam znają inne sposoby logowania, na przykład aplikację na tablecie lub komputerze.',
  'phone.empty': 'Proszę wpisać numer telefonu komórkowego',

  'signIn.title': 'Logowanie',
  'signIn.username': 'Nazwa użytkownika',
  'signIn.password': 'Hasło',
  'signIn.submit': 'Zaloguj się',
  'signIn.forgot': 'Nie pamiętam hasła',
  'signIn.register': 'Załóż konto',
  'signIn.lostPhone': 'Nie mam już telefonu',
  'signIn.noUsername': 'Proszę wpisać nazwę użytkownika',
  'signIn.noPassword': 'Proszę wpisać hasło',
  'signIn.signedOut': 'Są Państwo wylogowani.',
  'signIn.ended':
    'Aby przejść dalej, proszę się zalogować. Dla Państwa bezpieczeństwa wylogowujemy po pewnym czasie.',
  'signIn.stopped': 'Zatrzymaliśmy to logowanie. Jeśli to nie byli Państwo, proszę ustawić nowe hasło.',
  'signIn.passwordSet': 'Nowe hasło działa. Proszę się nim zalogować.',

  'reset.title': 'Nie pamiętają Państwo hasła?',
  'reset.text':
    'Proszę wpisać nazwę użytkownika. Jeśli jest do niej adres e-mail, wyślemy link do ustawienia nowego hasła.',
  'reset.submit': 'Wyślij link',
  'reset.sentTitle': 'Proszę sprawdzić e-mail',
  'reset.sentText':
    'Jeśli do tej nazwy użytkownika jest adres e-mail, link jest już w drodze. Działa 15 minut, jeden raz.',
  'reset.sentNone':
    'Po pięciu minutach nadal nie ma wiadomości? Proszę zajrzeć do folderu ze spamem lub skontaktować się z {brand}.',
  'reset.newTitle': 'Proszę ustawić nowe hasło',
  'reset.newPassword': 'Nowe hasło',
  'reset.newSubmit': 'Zapisz nowe hasło',
  'reset.deadTitle': 'Ten link już nie działa',
  'reset.deadText': 'Link działa jeden raz, przez 15 minut. Proszę poprosić o nowy.',
  'reset.again': 'Wyślij nowy link',

  'lost.title': 'Nie mam już telefonu',
  'lost.others': 'Można się zalogować w inny sposób.',
  'lost.first':
    'Najpierw proszę się zalogować nazwą użytkownika i hasłem. Potem pokażemy inne ustawione sposoby.',
  'lost.none': 'Jeśli nic innego nie jest ustawione, prosimy o kontakt z {brand}.',
  'lost.whatTitle': 'O co tam zapytają',
  'lost.who': 'o nazwę użytkownika',
  'lost.proof':
    'o rzeczy, które pokażą, że to naprawdę Państwo, na przykład datę urodzenia lub ostatnią wizytę',
  'lost.code': 'o kod pomocy, jeśli był na jednej z naszych stron',
  'lost.after':
    'Mogą Państwa wpuścić jeden raz. Wtedy można ustawić nowy telefon. Nigdy nie zapytają o hasło ani o kod weryfikacyjny.',
  'lost.stolen': 'Telefon skradziono? Proszę poprosić operatora o zablokowanie karty SIM.',
}
