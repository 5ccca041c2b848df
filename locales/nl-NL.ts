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
  },
}
