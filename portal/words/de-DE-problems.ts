/** German: refusals by their code, and what became of a text or call by its reason. */
import type { Translation } from './tables.ts'

export const problemsDeDE: Translation = {
  'problem.phone_invalid':
    'Wir können {typed} nicht als Telefonnummer lesen, die in Gebrauch ist. Prüfen Sie die Ziffern',
  'problem.phone_too_short': 'Diese Nummer ist zu kurz. Prüfen Sie, ob eine Ziffer fehlt',
  'problem.phone_too_long': 'Diese Nummer ist zu lang. Prüfen Sie, ob eine Ziffer zu viel ist',
  'problem.phone_landline':
    '{typed} sieht aus wie eine Festnetznummer. Geben Sie eine Handynummer ein, oder wählen Sie einen anderen Anmeldeweg',
  'problem.phone_premium': 'Anrufe an diese Nummer kosten extra. Geben Sie eine Handynummer ein',
  'problem.phone_voip': 'Das ist eine Nummer für Internet-Telefonie. Geben Sie die Nummer eines Handys ein',
  'problem.phone_not_textable':
    'Eine Nummer dieser Art kann unsere SMS nicht empfangen. Geben Sie eine Handynummer ein',
  'problem.country_not_served':
    'In dieses Land können wir noch keine Codes senden. Geben Sie eine Nummer aus einem anderen Land ein',
  'problem.phone_used_too_often':
    'Wir können diese Nummer nicht verwenden. Geben Sie eine andere ein, oder wenden Sie sich an {brand}',
  'problem.username_taken': 'Diesen Benutzernamen gibt es schon. Wählen Sie einen anderen',
  'problem.password_too_weak':
    'Dieses Passwort ist zu leicht zu erraten. Nehmen Sie drei oder vier Wörter, die nicht zusammengehören',
  'problem.credentials_incorrect': 'Der Benutzername oder das Passwort stimmt nicht',
  'problem.code_incorrect':
    'Das ist nicht der Code, den wir gesendet haben. Sehen Sie in der neuesten SMS nach',
  'problem.own_code_incorrect': 'Dieser Code stimmt nicht. Prüfen Sie ihn und versuchen Sie es noch einmal',
  'problem.tries': {
    one: 'Sie können es noch {count} Mal versuchen',
    other: 'Sie können es noch {count} Mal versuchen',
  },
  'problem.lastTry': 'Dieser Code war nicht richtig, und es war der letzte Versuch',
  'problem.code_malformed': 'Prüfen Sie den Code: Etwas fehlt oder gehört nicht dorthin',
  'problem.code_expired': 'Dieser Code ist zu alt. Fordern Sie einen neuen an',
  'problem.verification_locked': 'Es wurden zu viele falsche Codes eingegeben. Wählen Sie einen anderen Weg',
  'problem.verification_finished': 'Dieser Code wird nicht mehr gebraucht. Nehmen Sie den neuesten',
  'problem.send_too_soon':
    'Es ist noch zu früh, um noch einmal zu senden. Ab {time} können Sie wieder darum bitten. Der Code, den wir gesendet haben, gilt noch',
  'problem.sends_exhausted':
    'Wir können im Moment nichts mehr senden. Ab {time} können Sie wieder darum bitten',
  'problem.rate_limited':
    'Es gab zu viele Versuche aus Ihrem Netz. Warten Sie eine Minute und versuchen Sie es dann noch einmal',
  'problem.call_in_progress':
    'Ihr Telefon wird schon angerufen. Nehmen Sie diesen Anruf an, oder warten Sie, bis er endet',
  'problem.call_mode_not_allowed': 'So können wir diese Nummer nicht anrufen. Bitten Sie um eine SMS',
  'problem.factor_not_allowed': 'Dieser Weg geht jetzt nicht. Wählen Sie einen anderen',
  'problem.step_not_expected': 'Etwas hat sich geändert. Sehen Sie nach, wonach die Seite jetzt fragt',
  'problem.pin_incorrect': 'Das ist nicht die richtige PIN',
  'problem.pin_mismatch': 'Die zwei PINs sind nicht gleich',
  'problem.pin_too_weak':
    'Diese PIN ist zu kurz oder zu leicht zu erraten. Nehmen Sie mindestens 6 Ziffern, die niemand erraten würde',
  'problem.account_locked':
    'Es gab zu viele falsche Antworten. Warten Sie eine Weile und versuchen Sie es dann noch einmal',
  'problem.request_invalid': 'Wir können nicht verwenden, was hier steht. Prüfen Sie es',
  'problem.other': 'Das hat nicht geklappt. Versuchen Sie es in einer Minute noch einmal',

  'reason.landline':
    'Dieses Telefon kann keine SMS empfangen. Nutzen Sie eine andere Nummer oder einen anderen Weg.',
  'reason.switched_off':
    'Ihr Telefon ist wohl ausgeschaltet. Schalten Sie es ein, wo es Empfang hat, und bitten Sie dann noch einmal darum.',
  'reason.no_such_number': 'Diese Nummer ist nicht in Gebrauch. Vielleicht ist eine der Ziffern falsch.',
  'reason.blocked_by_carrier': 'Ihr Netz hat unsere SMS aufgehalten. Lassen Sie sich von uns anrufen.',
  'reason.opted_out':
    'Unsere SMS sind für Ihr Telefon ausgeschaltet. Senden Sie START an unsere Nummer, oder lassen Sie sich von uns anrufen.',
  'reason.country_blocked':
    'Telefone in diesem Land können wir noch nicht erreichen. Wählen Sie einen anderen Weg.',
  'reason.fraud_blocked':
    'SMS an Ihr Telefon sind für kurze Zeit angehalten. Versuchen Sie es in 30 Minuten noch einmal, oder auf einem anderen Weg.',
  'reason.busy':
    'Die Leitung war besetzt. Beenden Sie Ihr anderes Gespräch und lassen Sie sich dann noch einmal anrufen.',
  'reason.no_answer':
    'Niemand hat abgenommen. Behalten Sie Ihr Telefon bei sich und lassen Sie sich noch einmal anrufen.',
  'reason.voicemail':
    'Die Mailbox hat abgenommen. Lassen Sie sich noch einmal anrufen und nehmen Sie ab, wenn es klingelt.',
  'reason.hung_up':
    'Der Anruf endete, ohne dass eine Taste gedrückt wurde. Lassen Sie sich noch einmal anrufen und drücken Sie die Taste, wenn wir darum bitten.',
  'reason.carrier_down':
    'Der Telefonanbieter hat eine Störung. Warten Sie eine Minute und versuchen Sie es dann noch einmal.',
  'reason.unknown_failure':
    'Dieses Mal hat es nicht geklappt. Bitten Sie noch einmal darum, oder lassen Sie sich von uns anrufen.',
}
