/** Persian, with the polite plural: the words of the frame. A draft that no native speaker has reviewed. */
import type { Translation } from './tables.ts'

export const frameFaIR: Translation = {
  'frame.skip': 'رفتن به محتوا',
  'frame.language': 'زبان',
  'frame.help': 'کمک بگیرید',
  'frame.signOut': 'خروج',
  'frame.error': 'خطا:',
  'frame.summary': 'مشکلی هست',
  'frame.optional': '(اختیاری)',
  'frame.continue': 'ادامه',
  'frame.copy': 'کپی',
  'frame.copied': 'کپی شد',
  'frame.show': 'نمایش',
  'frame.hide': 'پنهان کردن',

  'missing.title': 'صفحه پیدا نشد',
  'missing.text': 'اگر نشانی وب را خودتان نوشته‌اید، ببینید درست باشد.',
  'missing.start': 'رفتن به صفحه اول',
  'broken.title': 'متأسفیم، مشکلی پیش آمد',
  'broken.text': 'چیزی از دست نرفته است. یک دقیقه دیگر دوباره امتحان کنید.',
  'refused.title': 'نتوانستیم از این فرم استفاده کنیم',
  'refused.text':
    'شاید صفحه خیلی طولانی باز مانده است. برگردید، صفحه را دوباره باز کنید و فرم را یک بار دیگر بفرستید.',
  'refused.large': 'این متن بیشتر از اندازه بود.',

  'help.title': 'کمک بگیرید',
  'help.noCode': 'کد به دستم نرسید',
  'help.password': 'رمز عبورم را فراموش کرده‌ام',
  'help.phone': 'تلفنم را گم کرده‌ام یا شماره جدیدی دارم',
  'help.desk':
    'اگر هیچ کدام کمک نکرد، با {brand} تماس بگیرید. نام کاربری خود را به آنها بگویید. آنها هرگز رمز عبور یا کد تأیید شما را نمی‌پرسند.',
}
