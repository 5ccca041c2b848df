/** Modern Standard Arabic, with the polite plural and "يرجى" instead of imperatives, which would show a gender. */
import type { Language } from './language.ts'

export const ar: Language = {
  tag: 'ar',
  nativeName: 'العربية',
  direction: 'rtl',
  voice: { voice: 'Polly.Hala-Neural', language: 'ar-AE' },
  review: null,
  messages: {
    'text.registration': '{$code} هو رمز تأكيد هذا الهاتف لدى {$brand}.',
    'text.login': '{$code} هو رمز الدخول إلى {$brand}.',
    'text.phone_change': '{$code} هو رمز استخدام هذا الهاتف لدى {$brand}.',
    'text.other': '{$code} هو رمزكم لدى {$brand}.',
    'text.discreet': '{$code} هو رمزكم.',
    'text.lifetime':
      '.input {$minutes :integer} .match $minutes one {{صالح لمدة دقيقة واحدة.}} two {{صالح لمدة دقيقتين.}} few {{صالح لمدة {$minutes} دقائق.}} * {{صالح لمدة {$minutes} دقيقة.}}',
    'text.warning': 'يرجى عدم مشاركته مع أحد، حتى معنا.',
    'text.shortWarning': 'يرجى عدم مشاركته مع أحد.',

    'call.opening.registration': 'مرحبًا. |400| معكم {$brand}. |300| طلبتم منا الاتصال بكم لتأكيد هذا الهاتف.',
    'call.opening.login': 'مرحبًا. |400| معكم {$brand}. |300| طلبتم منا الاتصال بكم لتسجيل الدخول.',
    'call.opening.phone_change': 'مرحبًا. |400| معكم {$brand}. |300| طلبتم منا الاتصال بكم لاستخدام هذا الهاتف.',
    'call.opening.other': 'مرحبًا. |400| معكم {$brand}. |300| طلبتم منا الاتصال بكم.',
    'call.opening.discreet': 'مرحبًا. |400| هذه هي المكالمة التي طلبتموها قبل قليل.',
    'call.askPress1':
      'إذا كنتم تسجلون الدخول الآن، يرجى الضغط على 1. |600| إذا لم تطلبوا ذلك، يرجى الضغط على 9.',
    'call.askMatchDigits':
      'يرجى النظر إلى الشاشة. |300| يظهر عليها رقمان. |300| يرجى الضغط عليهما الآن على الهاتف. |800| إذا لم تطلبوا ذلك، يرجى الضغط على 9.',
    'call.askSpokenCode': 'لسماع الرمز، يرجى الضغط على 1. |600| إذا لم تطلبوا ذلك، يرجى الضغط على 9.',
    'call.code': 'رمزكم هو: |600|',
    'call.codeAgain': 'مرة أخرى: |600|',
    'call.askRepeat': 'لسماعه مرة أخرى، يرجى الضغط على 1. |300| لسماعه ببطء، يرجى الضغط على 2.',
    'call.thanks': 'شكرًا لكم. |300| يمكنكم العودة إلى الشاشة. مع السلامة.',
    'call.denied': 'شكرًا على إبلاغنا. |300| لقد أوقفنا هذا الطلب. لم يدخل أحد. مع السلامة.',
    'call.noKey': 'لم نتلق أي ضغطة. |300| يمكنكم طلب مكالمة جديدة من الشاشة. مع السلامة.',
    'call.tooManyWrong': 'لم تكن الإجابة صحيحة. |300| يمكنكم البدء من جديد من الشاشة. مع السلامة.',
    'call.over': 'لم يعد هذا الطلب صالحًا. |300| يمكنكم البدء من جديد من الشاشة. مع السلامة.',
    'call.wrongKey': 'لم تكن الإجابة صحيحة. |300| يرجى المحاولة مرة أخرى.',
  },
}
