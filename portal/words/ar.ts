/** Modern Standard Arabic, with the polite plural and "يرجى" instead of imperatives: the words of the frame. A draft. */
import type { Translation } from './tables.ts'

export const frameAr: Translation = {
  'frame.skip': 'الانتقال إلى المحتوى',
  'frame.language': 'اللغة',
  'frame.help': 'المساعدة',
  'frame.signOut': 'تسجيل الخروج',
  'frame.error': 'خطأ:',
  'frame.summary': 'هناك مشكلة',
  'frame.optional': '(اختياري)',
  'frame.continue': 'متابعة',
  'frame.copy': 'نسخ',
  'frame.copied': 'تم النسخ',
  'frame.show': 'إظهار',
  'frame.hide': 'إخفاء',

  'missing.title': 'الصفحة غير موجودة',
  'missing.text': 'إذا كتبتم العنوان بأنفسكم، يرجى التأكد من صحته.',
  'missing.start': 'الانتقال إلى البداية',
  'broken.title': 'عذرًا، حدث خطأ ما',
  'broken.text': 'لم يضع شيء. يرجى المحاولة مرة أخرى بعد دقيقة.',
  'refused.title': 'تعذر استخدام هذا النموذج',
  'refused.text': 'ربما بقيت الصفحة مفتوحة مدة طويلة. يرجى الرجوع وتحميل الصفحة من جديد ثم إرسالها مرة أخرى.',
  'refused.large': 'النص أطول مما يمكن قبوله.',

  'help.title': 'المساعدة',
  'help.noCode': 'لم يصلني الرمز',
  'help.password': 'نسيت كلمة المرور',
  'help.phone': 'فقدت هاتفي أو لدي رقم جديد',
  'help.desk':
    'إذا لم يفد شيء مما سبق، يرجى الاتصال بـ {brand} وذكر اسم المستخدم. لن يطلبوا منكم أبدًا كلمة المرور أو رمز الأمان.',
}
