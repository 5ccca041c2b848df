/** Ukrainian, with the formal plural, whose past tense shows no gender. The brand is not inflected. */
import type { Language } from './language.ts'

export const ukUA: Language = {
  tag: 'uk-UA',
  nativeName: 'Українська',
  direction: 'ltr',
  voice: { voice: 'Google.uk-UA-Wavenet-A', language: 'uk-UA' },
  review: null,
  messages: {
    'text.registration': '{$code} — ваш код для підтвердження телефону в {$brand}.',
    'text.login': '{$code} — ваш код для входу в {$brand}.',
    'text.phone_change': '{$code} — ваш код для зміни телефону в {$brand}.',
    'text.other': '{$code} — ваш код від {$brand}.',
    'text.discreet': '{$code} — ваш код.',
    'text.lifetime':
      '.input {$minutes :integer} .match $minutes one {{Діє {$minutes} хвилину.}} few {{Діє {$minutes} хвилини.}} * {{Діє {$minutes} хвилин.}}',
    'text.warning': 'Нікому його не кажіть, навіть нам.',
    'text.shortWarning': 'Нікому його не кажіть.',

    'call.opening.registration':
      'Вітаємо. |400| Це {$brand}. |300| Ви попросили зателефонувати вам, щоб підтвердити цей телефон.',
    'call.opening.login': 'Вітаємо. |400| Це {$brand}. |300| Ви попросили зателефонувати вам, щоб увійти.',
    'call.opening.phone_change':
      'Вітаємо. |400| Це {$brand}. |300| Ви попросили зателефонувати вам, щоб змінити телефон.',
    'call.opening.other': 'Вітаємо. |400| Це {$brand}. |300| Ви попросили зателефонувати вам.',
    'call.opening.discreet': 'Вітаємо. |400| Це дзвінок, про який ви щойно попросили.',
    'call.askPress1': 'Якщо ви зараз входите, натисніть 1. |600| Якщо ви про це не просили, натисніть 9.',
    'call.askMatchDigits':
      'Подивіться на екран. |300| На ньому дві цифри. |300| Натисніть їх зараз на телефоні. |800| Якщо ви про це не просили, натисніть 9.',
    'call.askSpokenCode': 'Щоб почути код, натисніть 1. |600| Якщо ви про це не просили, натисніть 9.',
    'call.code': 'Ваш код: |600|',
    'call.codeAgain': 'Ще раз: |600|',
    'call.askRepeat': 'Щоб почути ще раз, натисніть 1. |300| Щоб почути повільніше, натисніть 2.',
    'call.thanks': 'Дякуємо. |300| Можете повернутися до екрана. До побачення.',
    'call.denied':
      'Дякуємо, що повідомили. |300| Ми зупинили цей запит. Ніхто не отримав доступу. До побачення.',
    'call.noKey': 'Ми не отримали натискання. |300| Новий дзвінок можна замовити на екрані. До побачення.',
    'call.tooManyWrong': 'Це було неправильно. |300| Можна почати знову на екрані. До побачення.',
    'call.over': 'Цей запит уже закрито. |300| Можна почати знову на екрані. До побачення.',
    'call.wrongKey': 'Це було неправильно. |300| Спробуйте ще раз.',
  },
}
