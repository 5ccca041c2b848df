/** Ukrainian, with the formal plural: the words of the frame. A draft that no native speaker has reviewed. */
import type { Translation } from './tables.ts'

export const frameUkUA: Translation = {
  'frame.skip': 'Перейти до вмісту',
  'frame.language': 'Мова',
  'frame.help': 'Допомога',
  'frame.signOut': 'Вийти',
  'frame.error': 'Помилка:',
  'frame.summary': 'Щось не так',
  'frame.optional': '(необов’язково)',
  'frame.continue': 'Далі',
  'frame.copy': 'Копіювати',
  'frame.copied': 'Скопійовано',
  'frame.show': 'Показати',
  'frame.hide': 'Сховати',

  'missing.title': 'Сторінку не знайдено',
  'missing.text': 'Якщо ви ввели адресу сторінки самі, перевірте, чи вона правильна.',
  'missing.start': 'Перейти на початок',
  'broken.title': 'Вибачте, щось пішло не так',
  'broken.text': 'Нічого не втрачено. Спробуйте ще раз за хвилину.',
  'refused.title': 'Ми не змогли використати цю форму',
  'refused.text':
    'Можливо, сторінка була відкрита надто довго. Поверніться назад, завантажте сторінку знову й надішліть форму ще раз.',
  'refused.large': 'Тексту більше, ніж уміщується.',

  'help.title': 'Допомога',
  'help.noCode': 'Код не надійшов',
  'help.password': 'Не пам’ятаю пароль',
  'help.phone': 'Телефон загублено або є новий номер',
  'help.desk':
    'Якщо нічого з цього не допомагає, зверніться до {brand}. Назвіть своє ім’я користувача. Там ніколи не питають ваш пароль або код підтвердження.',
}
