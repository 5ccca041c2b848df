/** Polish, with "Państwo" or no person at all, so that no ending tells a man from a woman. The brand is not inflected. */
import type { Language } from './language.ts'

export const plPL: Language = {
  tag: 'pl-PL',
  nativeName: 'Polski',
  direction: 'ltr',
  voice: { voice: 'Polly.Ola-Neural', language: 'pl-PL' },
  review: null,
  messages: {
    'text.registration': '{$code} to kod {$brand} do potwierdzenia telefonu.',
    'text.login': '{$code} to kod logowania {$brand}.',
    'text.phone_change': '{$code} to kod {$brand} do zmiany telefonu.',
    'text.other': '{$code} to kod {$brand}.',
    'text.discreet': '{$code} to Państwa kod.',
    'text.lifetime':
      '.input {$minutes :integer} .match $minutes one {{Ważny {$minutes} minutę.}} few {{Ważny {$minutes} minuty.}} * {{Ważny {$minutes} minut.}}',
    'text.warning': 'Proszę nikomu go nie podawać, nawet nam.',
    'text.shortWarning': 'Proszę nikomu go nie podawać.',

    'call.opening.registration':
      'Dzień dobry. |400| Tu {$brand}. |300| Dzwonimy na Państwa prośbę, aby potwierdzić ten telefon.',
    'call.opening.login':
      'Dzień dobry. |400| Tu {$brand}. |300| Dzwonimy na Państwa prośbę, aby potwierdzić logowanie.',
    'call.opening.phone_change':
      'Dzień dobry. |400| Tu {$brand}. |300| Dzwonimy na Państwa prośbę, aby potwierdzić zmianę telefonu.',
    'call.opening.other': 'Dzień dobry. |400| Tu {$brand}. |300| Dzwonimy na Państwa prośbę.',
    'call.opening.discreet': 'Dzień dobry. |400| Dzwonimy na Państwa prośbę sprzed chwili.',
    'call.askPress1':
      'Jeśli właśnie się Państwo logują, proszę nacisnąć 1. |600| Jeśli to nie była Państwa prośba, proszę nacisnąć 9.',
    'call.askMatchDigits':
      'Proszę spojrzeć na ekran. |300| Są na nim dwie cyfry. |300| Proszę nacisnąć je teraz na telefonie. |800| Jeśli to nie była Państwa prośba, proszę nacisnąć 9.',
    'call.askSpokenCode':
      'Aby usłyszeć kod, proszę nacisnąć 1. |600| Jeśli to nie była Państwa prośba, proszę nacisnąć 9.',
    'call.code': 'Państwa kod to: |600|',
    'call.codeAgain': 'Jeszcze raz: |600|',
    'call.askRepeat':
      'Aby usłyszeć go jeszcze raz, proszę nacisnąć 1. |300| Aby usłyszeć go wolniej, proszę nacisnąć 2.',
    'call.thanks': 'Dziękujemy. |300| Można wrócić do ekranu. Do usłyszenia.',
    'call.denied':
      'Dziękujemy za informację. |300| Zatrzymaliśmy tę operację. Nikt nie uzyskał dostępu. Do usłyszenia.',
    'call.noKey':
      'Nie naciśnięto żadnego klawisza. |300| O nowe połączenie można poprosić na ekranie. Do usłyszenia.',
    'call.tooManyWrong':
      'Odpowiedź była nieprawidłowa. |300| Można zacząć od nowa na ekranie. Do usłyszenia.',
    'call.over': 'Ta prośba nie jest już aktualna. |300| Można zacząć od nowa na ekranie. Do usłyszenia.',
    'call.wrongKey': 'Odpowiedź była nieprawidłowa. |300| Proszę spróbować jeszcze raz.',

    'notice.from': '{$brand}:',
    'notice.number_change_requested':
      'Ktoś chce zmienić numer telefonu Państwa konta. To nie Państwo? Proszę się zalogować i to zatrzymać.',
    'notice.number_changed':
      'Zmieniono numer telefonu Państwa konta. To nie Państwo? Prosimy o pilny kontakt.',
    'notice.factor_added':
      'Do Państwa konta dodano nowy sposób logowania. To nie Państwo? Prosimy o pilny kontakt.',
    'notice.factor_removed':
      'Z Państwa konta usunięto sposób logowania. To nie Państwo? Prosimy o pilny kontakt.',
    'notice.many_wrong_codes':
      'Kilka razy podano błędny kod do Państwa konta. To nie Państwo? Proszę zmienić hasło.',
    'notice.locked':
      'Po zbyt wielu błędnych kodach logowanie jest na jakiś czas wstrzymane. To nie Państwo? Proszę zmienić hasło.',
    'notice.locked_for_long':
      'Podano wiele błędnych kodów. Po kilku kolejnych tylko my odblokujemy konto. To nie Państwo? Prosimy o kontakt.',
    'notice.recovery_code_used':
      'Użyto kodu zapasowego. Proszę ustawić nowy sposób logowania. To nie Państwo? Prosimy o pilny kontakt.',
    'notice.password_changed': 'Zmieniono hasło Państwa konta. To nie Państwo? Prosimy o pilny kontakt.',
    'notice.bypass_used':
      'Raz pozwoliliśmy zalogować się na Państwa konto bez kodu. To nie Państwo? Prosimy o pilny kontakt.',
    'notice.reset_requested':
      'Ktoś prosi o zresetowanie sposobu logowania. To nie Państwo? Prosimy o pilny kontakt.',
    'notice.bypass_issued':
      'Właśnie wydaliśmy jednorazowy dostęp do Państwa konta. To nie Państwa prośba? Prosimy o pilny kontakt.',
    'notice.test_message': 'To jest wiadomość testowa bez kodu. Nie trzeba nic robić.',

    'mail.password_reset.subject': 'Nowe hasło',
    'mail.password_reset.opening': 'Państwo lub ktoś inny poprosili o nowe hasło do {$brand}.',
    'mail.password_reset.openingDiscreet': 'Państwo lub ktoś inny poprosili o nowe hasło.',
    'mail.password_reset.action': 'Ustaw nowe hasło',
    'mail.password_reset.lifetime':
      '.input {$minutes :integer} .match $minutes one {{Link działa jeden raz, przez {$minutes} minutę.}} few {{Link działa jeden raz, przez {$minutes} minuty.}} * {{Link działa jeden raz, przez {$minutes} minut.}}',
    'mail.password_reset.notYou':
      'Jeśli to nie była Państwa prośba, nie trzeba nic robić: hasło się nie zmieni.',
  },
}
