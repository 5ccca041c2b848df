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
  },
}
