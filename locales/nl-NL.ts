/** Dutch, with the formal "u". */
import type { Language } from './language.ts'

export const nlNL: Language = {
  tag: 'nl-NL',
  nativeName: 'Nederlands',
  direction: 'ltr',
  voice: { voice: 'Polly.Laura-Neural', language: 'nl-NL' },
  review: null,
  messages: {
    'text.registration': '{$code} is uw code om deze telefoon te bevestigen voor {$brand}.',
    'text.login': '{$code} is uw inlogcode voor {$brand}.',
    'text.phone_change': '{$code} is uw code om deze telefoon te gebruiken voor {$brand}.',
    'text.other': '{$code} is uw code voor {$brand}.',
    'text.discreet': '{$code} is uw code.',
    'text.lifetime':
      '.input {$minutes :integer} .match $minutes one {{De code werkt {$minutes} minuut.}} * {{De code werkt {$minutes} minuten.}}',
    'text.warning': 'Deel de code met niemand, ook niet met ons.',
    'text.shortWarning': 'Deel de code met niemand.',

    'call.opening.registration':
      'Hallo. |400| Dit is {$brand}. |300| U heeft ons gevraagd u te bellen om deze telefoon te bevestigen.',
    'call.opening.login':
      'Hallo. |400| Dit is {$brand}. |300| U heeft ons gevraagd u te bellen om in te loggen.',
    'call.opening.phone_change':
      'Hallo. |400| Dit is {$brand}. |300| U heeft ons gevraagd u te bellen om deze telefoon te gaan gebruiken.',
    'call.opening.other': 'Hallo. |400| Dit is {$brand}. |300| U heeft ons gevraagd u te bellen.',
    'call.opening.discreet': 'Hallo. |400| Dit is het telefoontje waar u zojuist om heeft gevraagd.',
    'call.askPress1': 'Logt u nu in? Druk dan op 1. |600| Heeft u hier niet om gevraagd? Druk dan op 9.',
    'call.askMatchDigits':
      'Kijk naar uw scherm. |300| Daar staan twee cijfers. |300| Toets die nu in op uw telefoon. |800| Heeft u hier niet om gevraagd? Druk dan op 9.',
    'call.askSpokenCode':
      'Wilt u uw code horen? Druk dan op 1. |600| Heeft u hier niet om gevraagd? Druk dan op 9.',
    'call.code': 'Uw code is: |600|',
    'call.codeAgain': 'Nog een keer: |600|',
    'call.askRepeat': 'Druk op 1 om de code opnieuw te horen. |300| Druk op 2 voor langzamer.',
    'call.thanks': 'Dank u wel. |300| U kunt teruggaan naar uw scherm. Tot ziens.',
    'call.denied':
      'Dank u wel voor het doorgeven. |300| We hebben deze aanvraag gestopt. Niemand is binnengekomen. Tot ziens.',
    'call.noKey':
      'We hebben geen toets gehoord. |300| Op uw scherm kunt u opnieuw om een telefoontje vragen. Tot ziens.',
    'call.tooManyWrong': 'Dat klopte niet. |300| Op uw scherm kunt u opnieuw beginnen. Tot ziens.',
    'call.over': 'Deze aanvraag is niet meer geldig. |300| Op uw scherm kunt u opnieuw beginnen. Tot ziens.',
    'call.wrongKey': 'Dat klopte niet. |300| Probeer het nog een keer.',

    'notice.from': '{$brand}:',
    'notice.number_change_requested':
      'Er is gevraagd om uw telefoonnummer te wijzigen. Was u dat niet? Log in en stop het, of neem contact met ons op.',
    'notice.number_changed':
      'Het telefoonnummer van uw account is gewijzigd. Was u dat niet? Neem meteen contact met ons op.',
    'notice.factor_added':
      'Er is een manier van inloggen aan uw account toegevoegd. Was u dat niet? Neem meteen contact met ons op.',
    'notice.factor_removed':
      'Er is een manier van inloggen uit uw account verwijderd. Was u dat niet? Neem meteen contact met ons op.',
    'notice.many_wrong_codes':
      'Er zijn voor uw account enkele keren verkeerde codes ingevoerd. Was u dat niet? Wijzig uw wachtwoord.',
    'notice.locked':
      'Na te veel verkeerde codes kan er een tijdje niet worden ingelogd. Was u dat niet? Wijzig uw wachtwoord.',
    'notice.locked_for_long':
      'Er zijn veel verkeerde codes ingevoerd. Na nog enkele kunnen alleen wij u toelaten. Was u dat niet? Bel ons.',
    'notice.recovery_code_used':
      'Er is een herstelcode gebruikt. Stel een nieuwe manier van inloggen in. Was u dat niet? Neem meteen contact op.',
    'notice.password_changed':
      'Het wachtwoord van uw account is gewijzigd. Was u dat niet? Neem meteen contact met ons op.',
    'notice.bypass_used':
      'Wij hebben iemand eenmalig zonder code laten inloggen op uw account. Was u dat niet? Neem meteen contact op.',
    'notice.reset_requested':
      'Er is gevraagd om een manier van inloggen van u te resetten. Was u dat niet? Neem meteen contact met ons op.',
    'notice.bypass_issued':
      'Wij hebben zojuist een eenmalige toegang tot uw account gegeven. Vroeg u hier niet om? Neem meteen contact op.',
    'notice.test_message': 'Dit is een testbericht zonder code. U hoeft niets te doen.',

    'mail.password_reset.subject': 'Kies een nieuw wachtwoord',
    'mail.password_reset.opening': 'U of iemand anders heeft gevraagd om een nieuw wachtwoord voor {$brand}.',
    'mail.password_reset.openingDiscreet': 'U of iemand anders heeft gevraagd om een nieuw wachtwoord.',
    'mail.password_reset.action': 'Kies een nieuw wachtwoord',
    'mail.password_reset.lifetime':
      '.input {$minutes :integer} .match $minutes one {{De link werkt één keer en {$minutes} minuut lang.}} * {{De link werkt één keer en {$minutes} minuten lang.}}',
    'mail.password_reset.notYou':
      'Heeft u hier niet om gevraagd? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.',
  },
}
