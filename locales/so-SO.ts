/** Somali. Spelt in ASCII as ever; "daqiiqo" stays the same after every number. The brand is not inflected. */
import type { Language } from './language.ts'

export const soSO: Language = {
  tag: 'so-SO',
  nativeName: 'Soomaali',
  direction: 'ltr',
  voice: null,
  review: null,
  messages: {
    'text.registration': '{$code} waa koodhka {$brand} ee lagu xaqiijinayo telefoonkan.',
    'text.login': '{$code} waa koodhkaaga gelitaanka {$brand}.',
    'text.phone_change': '{$code} waa koodhka {$brand} ee lagu isticmaalayo telefoonkan.',
    'text.other': '{$code} waa koodhkaaga {$brand}.',
    'text.discreet': '{$code} waa koodhkaaga.',
    'text.lifetime': 'Wuxuu shaqaynayaa {$minutes :integer} daqiiqo.',
    'text.warning': 'Cidna ha u sheegin, xitaa annaga.',
    'text.shortWarning': 'Cidna ha u sheegin.',

    'notice.from': '{$brand}:',
    'notice.number_change_requested':
      'Waxaa la codsaday beddelka telefoonka akoonkaaga. Adiga ma aha? Gal oo jooji, ama nala soo xiriir.',
    'notice.number_changed':
      'Lambarka telefoonka akoonkaaga waa la beddelay. Adiga ma ahayn? Isla markiiba nala soo xiriir.',
    'notice.factor_added':
      'Hab cusub oo lagu galo ayaa lagu daray akoonkaaga. Adiga ma ahayn? Isla markiiba nala soo xiriir.',
    'notice.factor_removed':
      'Hab lagu galo ayaa laga saaray akoonkaaga. Adiga ma ahayn? Isla markiiba nala soo xiriir.',
    'notice.many_wrong_codes':
      'Dhowr jeer ayaa koodh khaldan la geliyay akoonkaaga. Adiga ma ahayn? Beddel furahaaga sirta ah.',
    'notice.locked':
      'Koodhadh khaldan oo badan ka dib, gelitaanka waa la hakiyay. Adiga ma ahayn? Beddel furahaaga sirta ah.',
    'notice.locked_for_long':
      'Koodhadh badan oo khaldan. Dhowr kale ka dib, annaga kaliya ayaa kuu furi kara. Adiga ma ahayn? Nala soo xiriir.',
    'notice.recovery_code_used':
      'Koodhka kaydka ah waa la isticmaalay. Samee hab cusub oo lagu galo. Adiga ma ahayn? Nala soo xiriir.',
    'notice.password_changed':
      'Furaha sirta ah ee akoonkaaga waa la beddelay. Adiga ma ahayn? Isla markiiba nala soo xiriir.',
    'notice.bypass_used':
      "Kooxdeenna ayaa hal mar oggolaatay in akoonkaaga koodh la'aan la galo. Adiga ma ahayn? Nala soo xiriir.",
    'notice.reset_requested':
      'Waxaa la codsaday in dib loo dejiyo hab aad ku gasho. Adiga ma aha? Isla markiiba nala soo xiriir.',
    'notice.bypass_issued':
      'Hadda waxaan bixinnay gelitaan hal mar ah oo akoonkaaga ah. Ma aadan codsan? Isla markiiba nala soo xiriir.',
    'notice.test_message': 'Tani waa fariin tijaabo ah oo aan koodh lahayn. Waxba uma baahnid inaad samayso.',

    'mail.password_reset.subject': 'Dooro fure sir ah oo cusub',
    'mail.password_reset.opening': 'Adiga ama qof kale ayaa u codsaday fure sir ah oo cusub {$brand}.',
    'mail.password_reset.openingDiscreet': 'Adiga ama qof kale ayaa codsaday fure sir ah oo cusub.',
    'mail.password_reset.action': 'Dooro fure sir ah oo cusub',
    'mail.password_reset.lifetime':
      'Xiriiriyuhu wuxuu shaqaynayaa hal mar, muddo ah {$minutes :integer} daqiiqo.',
    'mail.password_reset.notYou':
      'Haddii aadan codsan, waxba uma baahnid inaad samayso: furahaaga sirta ah sidiisa ayuu ahaanayaa.',
  },
}
