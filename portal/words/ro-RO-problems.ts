/** Romanian: refusals by their code, and what became of a text or call by its reason. */
import type { Translation } from './tables.ts'

export const problemsRoRO: Translation = {
  'problem.phone_invalid': 'Nu putem citi {typed} ca număr de telefon în folosință. Verificați cifrele',
  'problem.phone_too_short': 'Acest număr este prea scurt. Verificați să nu lipsească o cifră',
  'problem.phone_too_long': 'Acest număr este prea lung. Verificați să nu fie cifre în plus',
  'problem.phone_landline':
    '{typed} pare un telefon fix. Introduceți un număr de mobil sau alegeți alt mod de conectare',
  'problem.phone_premium': 'Apelurile la acest număr costă în plus. Introduceți un număr de mobil',
  'problem.phone_voip':
    'Acesta este un număr de telefon prin internet. Introduceți numărul unui telefon mobil',
  'problem.phone_not_textable':
    'Acest fel de număr nu poate primi SMS-urile noastre. Introduceți un număr de mobil',
  'problem.country_not_served':
    'Nu putem trimite încă coduri în acea țară. Introduceți un număr din altă țară',
  'problem.phone_used_too_often': 'Nu putem folosi acest număr. Introduceți altul sau contactați {brand}',
  'problem.username_taken': 'Acest nume de utilizator este deja folosit. Alegeți altul',
  'problem.password_too_weak':
    'Această parolă este prea ușor de ghicit. Folosiți trei sau patru cuvinte care nu au legătură între ele',
  'problem.credentials_incorrect': 'Numele de utilizator sau parola nu sunt corecte',
  'problem.code_incorrect': 'Acesta nu este codul pe care l-am trimis. Verificați cel mai nou SMS',
  'problem.own_code_incorrect': 'Acel cod nu este corect. Verificați-l și încercați din nou',
  'problem.tries': {
    one: 'Mai puteți încerca {count} dată',
    few: 'Mai puteți încerca de {count} ori',
    other: 'Mai puteți încerca de {count} de ori',
  },
  'problem.lastTry': 'Acel cod nu a fost corect și a fost ultima încercare',
  'problem.code_malformed': 'Verificați codul: lipsește ceva sau este ceva în plus',
  'problem.code_expired': 'Acel cod este prea vechi. Cereți unul nou',
  'problem.verification_locked': 'Au fost prea multe coduri greșite. Alegeți alt mod',
  'problem.verification_finished': 'Acel cod nu mai este necesar. Folosiți-l pe cel mai nou',
  'problem.send_too_soon':
    'Este prea devreme pentru a trimite din nou. Puteți cere din nou după {time}. Codul pe care l-am trimis funcționează încă',
  'problem.sends_exhausted': 'Deocamdată nu mai putem trimite nimic. Puteți cere din nou după {time}',
  'problem.rate_limited':
    'Au fost prea multe încercări din rețeaua dumneavoastră. Așteptați un minut, apoi încercați din nou',
  'problem.call_in_progress':
    'Telefonul dumneavoastră este deja sunat. Răspundeți la acel apel sau așteptați să se încheie',
  'problem.call_mode_not_allowed': 'Nu putem suna la acest număr în acel mod. Cereți un SMS',
  'problem.factor_not_allowed': 'Acest mod nu este posibil acum. Alegeți altul',
  'problem.step_not_expected': 'S-a schimbat ceva. Uitați-vă ce cere pagina acum',
  'problem.pin_incorrect': 'Acesta nu este PIN-ul corect',
  'problem.pin_mismatch': 'Cele două PIN-uri nu sunt la fel',
  'problem.pin_too_weak':
    'Acest PIN este prea scurt sau prea ușor de ghicit. Folosiți cel puțin 6 cifre pe care nu le-ar ghici nimeni',
  'problem.account_locked':
    'Au fost prea multe răspunsuri greșite. Așteptați un timp, apoi încercați din nou',
  'problem.request_invalid': 'Nu putem folosi ce este scris aici. Verificați',
  'problem.other': 'Nu a funcționat. Încercați din nou peste un minut',

  'reason.landline': 'Acest telefon nu poate primi SMS-uri. Folosiți alt număr sau alt mod.',
  'reason.switched_off':
    'Telefonul dumneavoastră pare oprit. Porniți-l unde are semnal, apoi cereți din nou.',
  'reason.no_such_number': 'Acest număr nu este în folosință. Poate că una dintre cifre este greșită.',
  'reason.blocked_by_carrier': 'Rețeaua dumneavoastră a oprit SMS-ul nostru. Cereți-ne să vă sunăm.',
  'reason.opted_out':
    'SMS-urile noastre sunt oprite pentru telefonul dumneavoastră. Trimiteți START la numărul nostru sau cereți-ne să vă sunăm.',
  'reason.country_blocked': 'Nu putem ajunge încă la telefoanele din acea țară. Alegeți alt mod.',
  'reason.fraud_blocked':
    'SMS-urile către telefonul dumneavoastră sunt oprite pentru scurt timp. Încercați din nou peste 30 de minute sau în alt mod.',
  'reason.busy': 'Linia era ocupată. Încheiați celălalt apel, apoi cereți-ne să sunăm din nou.',
  'reason.no_answer': 'Nu a răspuns nimeni. Țineți telefonul aproape și cereți-ne să sunăm din nou.',
  'reason.voicemail': 'A răspuns mesageria vocală. Cereți-ne să sunăm din nou și răspundeți când sună.',
  'reason.hung_up':
    'Apelul s-a încheiat fără o tastă. Cereți-ne să sunăm din nou și apăsați tasta când vă cerem.',
  'reason.carrier_down':
    'Operatorul de telefonie are o problemă. Așteptați un minut, apoi încercați din nou.',
  'reason.unknown_failure': 'De data aceasta nu a funcționat. Cereți din nou sau cereți-ne să vă sunăm.',
}
