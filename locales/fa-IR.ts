/**
 * Persian, with the polite plural. The texts are worded without a zero-width non-joiner, which would stand unseen between
 * the letters; "دقیقه" stays the same after every number.
 */
import type { Language } from './language.ts'

export const faIR: Language = {
  tag: 'fa-IR',
  nativeName: 'فارسی',
  direction: 'rtl',
  voice: null,
  review: null,
  messages: {
    'text.registration': '{$code} کد {$brand} برای تأیید این تلفن است.',
    'text.login': '{$code} کد ورود شما به {$brand} است.',
    'text.phone_change': '{$code} کد {$brand} برای استفاده از این تلفن است.',
    'text.other': '{$code} کد شما در {$brand} است.',
    'text.discreet': '{$code} کد شما است.',
    'text.lifetime': 'تا {$minutes :integer} دقیقه معتبر است.',
    'text.warning': 'آن را به هیچ کس نگویید، حتی به ما.',
    'text.shortWarning': 'آن را به هیچ کس نگویید.',

    'notice.from': '{$brand}:',
    'notice.number_change_requested':
      'درخواست تغییر شماره تلفن حساب شما رسیده است. کار شما نیست؟ وارد شوید و لغو کنید، یا با ما تماس بگیرید.',
    'notice.number_changed': 'شماره تلفن حساب شما تغییر کرد. کار شما نبود؟ فوراً با ما تماس بگیرید.',
    'notice.factor_added': 'یک روش ورود جدید به حساب شما اضافه شد. کار شما نبود؟ فوراً با ما تماس بگیرید.',
    'notice.factor_removed': 'یک روش ورود از حساب شما حذف شد. کار شما نبود؟ فوراً با ما تماس بگیرید.',
    'notice.many_wrong_codes':
      'چند بار کد اشتباه برای حساب شما وارد شد. کار شما نبود؟ رمز عبور خود را تغییر دهید.',
    'notice.locked':
      'پس از چند کد اشتباه، ورود به حساب شما موقتاً متوقف شد. کار شما نبود؟ رمز عبور خود را تغییر دهید.',
    'notice.locked_for_long':
      'کدهای اشتباه زیادی وارد شد. با چند اشتباه دیگر، ورود فقط با کمک ما باز خواهد شد. کار شما نبود؟ تماس بگیرید.',
    'notice.recovery_code_used':
      'یک کد پشتیبان استفاده شد. لطفاً روش ورود جدیدی تنظیم کنید. کار شما نبود؟ فوراً با ما تماس بگیرید.',
    'notice.password_changed': 'رمز عبور حساب شما تغییر کرد. کار شما نبود؟ فوراً با ما تماس بگیرید.',
    'notice.bypass_used':
      'همکاران ما یک بار اجازه ورود بدون کد به حساب شما را دادند. کار شما نبود؟ فوراً با ما تماس بگیرید.',
    'notice.reset_requested':
      'درخواست بازنشانی یک روش ورود شما رسیده است. کار شما نیست؟ فوراً با ما تماس بگیرید.',
    'notice.bypass_issued':
      'هم اکنون یک ورود یک بار مصرف به حساب شما دادیم. درخواست شما نبود؟ فوراً با ما تماس بگیرید.',
    'notice.test_message': 'این یک پیام آزمایشی بدون کد است. لازم نیست کاری انجام دهید.',

    'mail.password_reset.subject': 'انتخاب رمز عبور جدید',
    'mail.password_reset.opening': 'شما یا شخص دیگری رمز عبور جدیدی برای {$brand} خواسته است.',
    'mail.password_reset.openingDiscreet': 'شما یا شخص دیگری رمز عبور جدیدی خواسته است.',
    'mail.password_reset.action': 'انتخاب رمز عبور جدید',
    'mail.password_reset.lifetime': 'این پیوند فقط یک بار و تا {$minutes :integer} دقیقه معتبر است.',
    'mail.password_reset.notYou': 'اگر شما نخواسته‌اید، لازم نیست کاری انجام دهید: رمز عبور شما همان می‌ماند.',
  },
}
