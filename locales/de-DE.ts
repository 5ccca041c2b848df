/** German, with the formal "Sie". */
import type { Language } from './language.ts'

export const deDE: Language = {
  tag: 'de-DE',
  nativeName: 'Deutsch',
  direction: 'ltr',
  voice: { voice: 'Polly.Vicki-Neural', language: 'de-DE' },
  review: null,
  messages: {
    'text.registration': '{$code} ist Ihr Code, um dieses Telefon für {$brand} zu bestätigen.',
    'text.login': '{$code} ist Ihr Code zur Anmeldung bei {$brand}.',
    'text.phone_change': '{$code} ist Ihr Code, um dieses Telefon bei {$brand} zu nutzen.',
    'text.other': '{$code} ist Ihr Code für {$brand}.',
    'text.discreet': '{$code} ist Ihr Code.',
    'text.lifetime':
      '.input {$minutes :integer} .match $minutes one {{Er gilt {$minutes} Minute.}} * {{Er gilt {$minutes} Minuten.}}',
    'text.warning': 'Nennen Sie ihn niemandem, auch uns nicht.',
    'text.shortWarning': 'Nennen Sie ihn niemandem.',

    'call.opening.registration':
      'Guten Tag. |400| Hier ist {$brand}. |300| Sie haben um diesen Anruf gebeten, um dieses Telefon zu bestätigen.',
    'call.opening.login':
      'Guten Tag. |400| Hier ist {$brand}. |300| Sie haben um diesen Anruf gebeten, um sich anzumelden.',
    'call.opening.phone_change':
      'Guten Tag. |400| Hier ist {$brand}. |300| Sie haben um diesen Anruf gebeten, um dieses Telefon zu nutzen.',
    'call.opening.other': 'Guten Tag. |400| Hier ist {$brand}. |300| Sie haben um diesen Anruf gebeten.',
    'call.opening.discreet': 'Guten Tag. |400| Dies ist der Anruf, um den Sie gerade gebeten haben.',
    'call.askPress1':
      'Wenn Sie sich gerade anmelden, drücken Sie die 1. |600| Wenn Sie nicht darum gebeten haben, drücken Sie die 9.',
    'call.askMatchDigits':
      'Auf Ihrem Bildschirm stehen zwei Ziffern. |300| Drücken Sie diese jetzt auf Ihrem Telefon. |800| Wenn Sie nicht darum gebeten haben, drücken Sie die 9.',
    'call.askSpokenCode':
      'Um Ihren Code zu hören, drücken Sie die 1. |600| Wenn Sie nicht darum gebeten haben, drücken Sie die 9.',
    'call.code': 'Ihr Code lautet: |600|',
    'call.codeAgain': 'Noch einmal: |600|',
    'call.askRepeat':
      'Um ihn noch einmal zu hören, drücken Sie die 1. |300| Um ihn langsamer zu hören, drücken Sie die 2.',
    'call.thanks': 'Vielen Dank. |300| Sie können zu Ihrem Bildschirm zurückkehren. Auf Wiederhören.',
    'call.denied':
      'Danke für den Hinweis. |300| Wir haben den Vorgang gestoppt. Niemand hat Zugang erhalten. Auf Wiederhören.',
    'call.noKey':
      'Wir haben keinen Tastendruck erhalten. |300| Auf Ihrem Bildschirm können Sie einen neuen Anruf anfordern. Auf Wiederhören.',
    'call.tooManyWrong':
      'Das war nicht richtig. |300| Auf Ihrem Bildschirm können Sie neu beginnen. Auf Wiederhören.',
    'call.over':
      'Dieser Vorgang ist nicht mehr offen. |300| Auf Ihrem Bildschirm können Sie neu beginnen. Auf Wiederhören.',
    'call.wrongKey': 'Das war nicht richtig. |300| Bitte versuchen Sie es noch einmal.',

    'notice.from': '{$brand}:',
    'notice.number_change_requested':
      'Neue Telefonnummer für Ihr Konto beantragt. Nicht von Ihnen? Melden Sie sich an oder kontaktieren Sie uns.',
    'notice.number_changed':
      'Die Telefonnummer Ihres Kontos wurde geändert. Nicht von Ihnen? Kontaktieren Sie uns sofort.',
    'notice.factor_added':
      'Ihrem Konto wurde ein Anmeldeweg hinzugefügt. Nicht von Ihnen? Kontaktieren Sie uns sofort.',
    'notice.factor_removed':
      'Ein Anmeldeweg Ihres Kontos wurde entfernt. Nicht von Ihnen? Kontaktieren Sie uns sofort.',
    'notice.many_wrong_codes':
      'Für Ihr Konto wurden mehrmals falsche Codes eingegeben. Nicht von Ihnen? Ändern Sie Ihr Passwort.',
    'notice.locked':
      'Nach zu vielen falschen Codes ist die Anmeldung vorerst gesperrt. Nicht von Ihnen? Ändern Sie Ihr Passwort.',
    'notice.locked_for_long':
      'Viele falsche Codes. Nach einigen weiteren können nur wir Sie wieder zulassen. Nicht von Ihnen? Rufen Sie an.',
    'notice.recovery_code_used':
      'Ein Wiederherstellungscode wurde benutzt. Richten Sie einen neuen Anmeldeweg ein. Nicht Sie? Rufen Sie uns an.',
    'notice.password_changed':
      'Das Passwort Ihres Kontos wurde geändert. Nicht von Ihnen? Kontaktieren Sie uns sofort.',
    'notice.bypass_used':
      'Wir haben eine Anmeldung an Ihrem Konto ohne Code erlaubt. Nicht von Ihnen? Kontaktieren Sie uns sofort.',
    'notice.reset_requested':
      'Für Ihr Konto soll ein Anmeldeweg zurückgesetzt werden. Nicht von Ihnen? Kontaktieren Sie uns sofort.',
    'notice.bypass_issued':
      'Wir haben soeben einen einmaligen Zugang zu Ihrem Konto erteilt. Nicht von Ihnen erbeten? Rufen Sie uns an.',
    'notice.test_message': 'Dies ist eine Testnachricht ohne Code. Sie müssen nichts tun.',

    'mail.password_reset.subject': 'Neues Passwort wählen',
    'mail.password_reset.opening':
      'Sie oder jemand anderes haben um ein neues Passwort für {$brand} gebeten.',
    'mail.password_reset.openingDiscreet': 'Sie oder jemand anderes haben um ein neues Passwort gebeten.',
    'mail.password_reset.action': 'Neues Passwort wählen',
    'mail.password_reset.lifetime':
      '.input {$minutes :integer} .match $minutes one {{Der Link gilt einmal und {$minutes} Minute lang.}} * {{Der Link gilt einmal und {$minutes} Minuten lang.}}',
    'mail.password_reset.notYou':
      'Wenn Sie nicht darum gebeten haben, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.',
  },
}
