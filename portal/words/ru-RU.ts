/** Russian, with the formal plural: the words of the frame. A draft that no native speaker has reviewed. */
import type { Translation } from './tables.ts'

export const frameRuRU: Translation = {
  'frame.skip': 'Перейти к содержимому',
  'frame.language': 'Язык',
  'frame.help': 'Помощь',
  'frame.signOut': 'Выйти',
  'frame.error': 'Ошибка:',
  'frame.summary': 'Что-то не так',
  'frame.optional': '(необязательно)',
  'frame.continue': 'Дальше',
  'frame.copy': 'Копировать',
  'frame.copied': 'Скопировано',
  'frame.show': 'Показать',
  'frame.hide': 'Скрыть',

  'missing.title': 'Страница не найдена',
  'missing.text': 'Если вы ввели адрес страницы сами, проверьте, верный ли он.',
  'missing.start': 'Перейти в начало',
  'broken.title': 'Извините, что-то пошло не так',
  'broken.text': 'Ничего не пропало. Попробуйте ещё раз через минуту.',
  'refused.title': 'Мы не смогли использовать эту форму',
  'refused.text':
    'Возможно, страница была открыта слишком долго. Вернитесь назад, загрузите страницу заново и отправьте форму ещё раз.',
  'refused.large': 'Текста больше, чем помещается.',

  'help.title': 'Помощь',
  'help.noCode': 'Код не пришёл',
  'help.password': 'Не помню пароль',
  'help.phone': 'Телефон потерян или номер новый',
  'help.desk':
    'Если ничего из этого не помогает, обратитесь в {brand}. Назовите своё имя пользователя. Там никогда не спрашивают ваш пароль или код подтверждения.',
}
