/** Simplified Chinese, with the polite "您": the words of the frame. A draft that no native speaker has reviewed. */
import type { Translation } from './tables.ts'

export const frameZhHans: Translation = {
  'frame.skip': '跳到正文',
  'frame.language': '语言',
  'frame.help': '获取帮助',
  'frame.signOut': '退出登录',
  'frame.error': '错误：',
  'frame.summary': '有一个问题',
  'frame.optional': '（选填）',
  'frame.continue': '继续',
  'frame.copy': '复制',
  'frame.copied': '已复制',
  'frame.show': '显示',
  'frame.hide': '隐藏',

  'missing.title': '找不到网页',
  'missing.text': '如果网址是您自己输入的，请检查是否正确。',
  'missing.start': '前往首页',
  'broken.title': '抱歉，出错了',
  'broken.text': '没有丢失任何内容。请过一分钟再试。',
  'refused.title': '我们无法使用这份表单',
  'refused.text': '网页可能打开太久了。请返回，重新加载网页，再提交一次。',
  'refused.large': '文字太多，放不下。',

  'help.title': '获取帮助',
  'help.noCode': '我没有收到验证码',
  'help.password': '我忘记了密码',
  'help.phone': '我的手机丢了，或我换了号码',
  'help.desk': '如果这些都没有帮助，请联系 {brand}。请告诉他们您的用户名。他们绝不会问您的密码或验证码。',
}
