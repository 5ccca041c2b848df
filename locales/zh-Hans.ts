/**
 * Chinese in simplified characters, with the polite "您". A notice is one sentence: a "。" between two characters counts as
 * a dot of a host name. Nothing is counted in plural forms.
 */
import type { Language } from './language.ts'

export const zhHans: Language = {
  tag: 'zh-Hans',
  nativeName: '简体中文',
  direction: 'ltr',
  voice: { voice: 'Polly.Zhiyu-Neural', language: 'cmn-CN' },
  review: null,
  messages: {
    'text.registration': '{$code} 是您在 {$brand} 确认此手机的验证码。',
    'text.login': '{$code} 是您登录 {$brand} 的验证码。',
    'text.phone_change': '{$code} 是您在 {$brand} 使用此手机的验证码。',
    'text.other': '{$code} 是您在 {$brand} 的验证码。',
    'text.discreet': '{$code} 是您的验证码。',
    'text.lifetime': '验证码在 {$minutes :integer} 分钟内有效。',
    'text.warning': '请勿告诉任何人，包括我们。',
    'text.shortWarning': '请勿告诉任何人。',

    'call.opening.registration': '您好。 |400| 这里是 {$brand}。 |300| 您请我们给您打电话，以确认此手机。',
    'call.opening.login': '您好。 |400| 这里是 {$brand}。 |300| 您请我们给您打电话，以便您登录。',
    'call.opening.phone_change':
      '您好。 |400| 这里是 {$brand}。 |300| 您请我们给您打电话，以便您使用此手机。',
    'call.opening.other': '您好。 |400| 这里是 {$brand}。 |300| 您请我们给您打电话。',
    'call.opening.discreet': '您好。 |400| 这是您刚才请我们打的电话。',
    'call.askPress1': '如果您正在登录，请按 1。 |600| 如果您没有提出请求，请按 9。',
    'call.askMatchDigits':
      '请看屏幕。 |300| 屏幕上有两个数字。 |300| 请现在在电话上按这两个数字。 |800| 如果您没有提出请求，请按 9。',
    'call.askSpokenCode': '要听验证码，请按 1。 |600| 如果您没有提出请求，请按 9。',
    'call.code': '您的验证码是： |600|',
    'call.codeAgain': '再说一遍： |600|',
    'call.askRepeat': '要再听一遍，请按 1。 |300| 要听慢一点，请按 2。',
    'call.thanks': '谢谢。 |300| 您可以回到屏幕继续操作。再见。',
    'call.denied': '谢谢您告诉我们。 |300| 我们已停止这个请求。没有人进入。再见。',
    'call.noKey': '我们没有收到按键。 |300| 您可以在屏幕上请求再打一次电话。再见。',
    'call.tooManyWrong': '按键不正确。 |300| 您可以在屏幕上重新开始。再见。',
    'call.over': '这个请求已经失效。 |300| 您可以在屏幕上重新开始。再见。',
    'call.wrongKey': '按键不正确。 |300| 请再试一次。',

    'notice.from': '{$brand}:',
    'notice.number_change_requested':
      '有人请求更改您账户的手机号码，如非您本人操作，请登录并取消，或联系我们。',
    'notice.number_changed': '您账户的手机号码已更改，如非您本人操作，请立即联系我们。',
    'notice.factor_added': '您的账户新增了一种登录方式，如非您本人操作，请立即联系我们。',
    'notice.factor_removed': '您的账户移除了一种登录方式，如非您本人操作，请立即联系我们。',
    'notice.many_wrong_codes': '您的账户多次被输入错误的验证码，如非您本人操作，请更改密码。',
    'notice.locked': '错误的验证码过多，您的账户暂时不能登录，如非您本人操作，请更改密码。',
    'notice.locked_for_long':
      '您的账户多次被输入错误的验证码，再错几次就只有我们能帮您恢复登录，如非您本人操作，请联系我们。',
    'notice.recovery_code_used':
      '您账户的一个恢复码已被使用，请设置新的登录方式，如非您本人操作，请立即联系我们。',
    'notice.password_changed': '您账户的密码已更改，如非您本人操作，请立即联系我们。',
    'notice.bypass_used': '我们的客服允许了一次不用验证码的登录，如非您本人操作，请立即联系我们。',
    'notice.reset_requested': '有人请求重置您账户的一种登录方式，如非您本人操作，请立即联系我们。',
    'notice.bypass_issued': '我们刚刚为您的账户开通了一次性登录，如非您本人请求，请立即联系我们。',
    'notice.test_message': '这是一条不含验证码的测试短信，您无需进行任何操作。',

    'mail.password_reset.subject': '设置新密码',
    'mail.password_reset.opening': '您或其他人请求为 {$brand} 设置新密码。',
    'mail.password_reset.openingDiscreet': '您或其他人请求设置新密码。',
    'mail.password_reset.action': '设置新密码',
    'mail.password_reset.lifetime': '此链接只能使用一次，在 {$minutes :integer} 分钟内有效。',
    'mail.password_reset.notYou': '如果您没有提出请求，则无需进行任何操作：您的密码保持不变。',
  },
}
