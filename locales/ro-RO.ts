/**
 * Romanian, with the polite plural, whose verbs show no gender. Spelt in full, with ș and ț, so that the texts are UCS-2;
 * the notices say "dvs." for room. The brand is not inflected.
 */
import type { Language } from './language.ts'

export const roRO: Language = {
  tag: 'ro-RO',
  nativeName: 'Română',
  direction: 'ltr',
  voice: { voice: 'Google.ro-RO-Wavenet-A', language: 'ro-RO' },
  review: null,
  messages: {
    'text.registration': '{$code} este codul {$brand} de confirmare a telefonului.',
    'text.login': '{$code} este codul de conectare la {$brand}.',
    'text.phone_change': '{$code} este codul {$brand} de schimbare a telefonului.',
    'text.other': '{$code} este codul {$brand}.',
    'text.discreet': '{$code} este codul dumneavoastră.',
    'text.lifetime':
      '.input {$minutes :integer} .match $minutes one {{Valabil {$minutes} minut.}} few {{Valabil {$minutes} minute.}} * {{Valabil {$minutes} de minute.}}',
    'text.warning': 'Nu îl spuneți nimănui, nici nouă.',
    'text.shortWarning': 'Nu îl spuneți nimănui.',

    'call.opening.registration':
      'Bună ziua. |400| Vă sună {$brand}. |300| Ne-ați cerut să vă sunăm pentru a confirma acest telefon.',
    'call.opening.login':
      'Bună ziua. |400| Vă sună {$brand}. |300| Ne-ați cerut să vă sunăm pentru a vă conecta.',
    'call.opening.phone_change':
      'Bună ziua. |400| Vă sună {$brand}. |300| Ne-ați cerut să vă sunăm pentru a folosi acest telefon.',
    'call.opening.other': 'Bună ziua. |400| Vă sună {$brand}. |300| Ne-ați cerut să vă sunăm.',
    'call.opening.discreet': 'Bună ziua. |400| Acesta este apelul pe care tocmai l-ați cerut.',
    'call.askPress1': 'Dacă vă conectați acum, apăsați 1. |600| Dacă nu ați cerut acest lucru, apăsați 9.',
    'call.askMatchDigits':
      'Priviți ecranul. |300| Arată două cifre. |300| Apăsați-le acum pe telefon. |800| Dacă nu ați cerut acest lucru, apăsați 9.',
    'call.askSpokenCode': 'Pentru a auzi codul, apăsați 1. |600| Dacă nu ați cerut acest lucru, apăsați 9.',
    'call.code': 'Codul dumneavoastră este: |600|',
    'call.codeAgain': 'Încă o dată: |600|',
    'call.askRepeat': 'Pentru a-l auzi din nou, apăsați 1. |300| Pentru a-l auzi mai rar, apăsați 2.',
    'call.thanks': 'Vă mulțumim. |300| Puteți reveni la ecran. La revedere.',
    'call.denied':
      'Vă mulțumim că ne-ați anunțat. |300| Am oprit această cerere. Nimeni nu a intrat. La revedere.',
    'call.noKey': 'Nu am primit nicio tastă. |300| Puteți cere un nou apel pe ecran. La revedere.',
    'call.tooManyWrong': 'Răspunsul nu a fost corect. |300| Puteți începe din nou pe ecran. La revedere.',
    'call.over': 'Această cerere nu mai este valabilă. |300| Puteți începe din nou pe ecran. La revedere.',
    'call.wrongKey': 'Răspunsul nu a fost corect. |300| Vă rugăm să mai încercați o dată.',

    'notice.from': '{$brand}:',
    'notice.number_change_requested':
      'Cineva cere schimbarea telefonului contului dvs. Nu ați fost dvs.? Conectați-vă și opriți, sau contactați-ne.',
    'notice.number_changed':
      'Numărul de telefon al contului dvs. a fost schimbat. Nu ați fost dvs.? Contactați-ne imediat.',
    'notice.factor_added':
      'La contul dvs. s-a adăugat un nou mod de conectare. Nu ați fost dvs.? Contactați-ne imediat.',
    'notice.factor_removed':
      'Din contul dvs. s-a eliminat un mod de conectare. Nu ați fost dvs.? Contactați-ne imediat.',
    'notice.many_wrong_codes':
      'Pentru contul dvs. s-au introdus de mai multe ori coduri greșite. Nu ați fost dvs.? Schimbați parola.',
    'notice.locked':
      'După prea multe coduri greșite, conectarea este oprită un timp. Nu ați fost dvs.? Schimbați parola.',
    'notice.locked_for_long':
      'Multe coduri greșite. După alte câteva, numai noi vă putem reda accesul. Nu ați fost dvs.? Contactați-ne.',
    'notice.recovery_code_used':
      'S-a folosit un cod de rezervă. Configurați un nou mod de conectare. Nu ați fost dvs.? Contactați-ne imediat.',
    'notice.password_changed':
      'Parola contului dvs. a fost schimbată. Nu ați fost dvs.? Contactați-ne imediat.',
    'notice.bypass_used':
      'Echipa noastră a permis o conectare la contul dvs. fără cod. Nu ați fost dvs.? Contactați-ne imediat.',
    'notice.reset_requested':
      'Cineva cere resetarea unui mod de conectare la contul dvs. Nu ați fost dvs.? Contactați-ne imediat.',
    'notice.bypass_issued':
      'Tocmai am dat un acces unic la contul dvs. Nu ați cerut acest lucru? Contactați-ne imediat.',
    'notice.test_message': 'Acesta este un mesaj de probă, fără cod. Nu trebuie să faceți nimic.',

    'mail.password_reset.subject': 'Alegeți o parolă nouă',
    'mail.password_reset.opening': 'Dumneavoastră sau altcineva a cerut o parolă nouă pentru {$brand}.',
    'mail.password_reset.openingDiscreet': 'Dumneavoastră sau altcineva a cerut o parolă nouă.',
    'mail.password_reset.action': 'Alegeți o parolă nouă',
    'mail.password_reset.lifetime':
      '.input {$minutes :integer} .match $minutes one {{Linkul funcționează o singură dată, timp de {$minutes} minut.}} few {{Linkul funcționează o singură dată, timp de {$minutes} minute.}} * {{Linkul funcționează o singură dată, timp de {$minutes} de minute.}}',
    'mail.password_reset.notYou':
      'Dacă nu ați cerut acest lucru, nu trebuie să faceți nimic: parola rămâne aceeași.',
  },
}
