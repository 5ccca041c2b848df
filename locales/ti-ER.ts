/** Tigrinya as in Eritrea, with the polite plural, which shows a gender but is addressed to everybody. */
import type { Language } from './language.ts'

export const tiER: Language = {
  tag: 'ti-ER',
  nativeName: 'ትግርኛ',
  direction: 'ltr',
  voice: null,
  review: null,
  messages: {
    'text.registration': '{$code} ነዚ ተሌፎን ኣብ {$brand} ንምርግጋጽ ዘድሊ ኮድኩም እዩ።',
    'text.login': '{$code} ናብ {$brand} መእተዊ ኮድኩም እዩ።',
    'text.phone_change': '{$code} ነዚ ተሌፎን ኣብ {$brand} ንምጥቃም ዘድሊ ኮድኩም እዩ።',
    'text.other': '{$code} ናይ {$brand} ኮድኩም እዩ።',
    'text.discreet': '{$code} ኮድኩም እዩ።',
    'text.lifetime':
      '.input {$minutes :integer} .match $minutes one {{ን {$minutes} ደቒቕ ይሰርሕ።}} * {{ን {$minutes} ደቓይቕ ይሰርሕ።}}',
    'text.warning': 'ንማንም ሰብ ኣይትንገርዎ፣ ንዓና እውን።',
    'text.shortWarning': 'ንማንም ሰብ ኣይትንገርዎ።',

    'notice.from': '{$brand}:',
    'notice.number_change_requested': 'ቁጽሪ ተሌፎን ናይ ኣካውንትኩም ክቕየር ተሓቲቱ። ንስኹም እንተ ዘይኮንኩም፣ ኣቲኹም ኣቋርጽዎ ወይ ተወከሱና።',
    'notice.number_changed': 'ቁጽሪ ተሌፎን ናይ ኣካውንትኩም ተቐይሩ። ንስኹም እንተ ዘይኮንኩም፣ ብቕልጡፍ ተወከሱና።',
    'notice.factor_added': 'ኣብ ኣካውንትኩም ሓድሽ መእተዊ መንገዲ ተወሲኹ። ንስኹም እንተ ዘይኮንኩም፣ ብቕልጡፍ ተወከሱና።',
    'notice.factor_removed': 'ካብ ኣካውንትኩም ሓደ መእተዊ መንገዲ ተወጊዱ። ንስኹም እንተ ዘይኮንኩም፣ ብቕልጡፍ ተወከሱና።',
    'notice.many_wrong_codes': 'ኣብ ኣካውንትኩም ብተደጋጋሚ ጌጋ ኮድ ተጻሒፉ። ንስኹም እንተ ዘይኮንኩም፣ ፓስዎርድኩም ቀይሩ።',
    'notice.locked': 'ድሕሪ ብዙሕ ጌጋ ኮዳት፣ ምእታው ናብ ኣካውንትኩም ንግዚኡ ተዓጽዩ። ንስኹም እንተ ዘይኮንኩም፣ ፓስዎርድኩም ቀይሩ።',
    'notice.locked_for_long':
      'ብዙሕ ጌጋ ኮድ ተጻሒፉ። ቁሩብ እንተ ተወሲኹ ንሕና ጥራይ ኢና ክንከፍተልኩም እንኽእል። ንስኹም እንተ ዘይኮንኩም፣ ተወከሱና።',
    'notice.recovery_code_used': 'ናይ መጠባበቒ ኮድ ኣብ ጥቕሚ ውዒሉ። ሓድሽ መእተዊ መንገዲ ኣዳልዉ። ንስኹም እንተ ዘይኮንኩም፣ ብቕልጡፍ ተወከሱና።',
    'notice.password_changed': 'ፓስዎርድ ናይ ኣካውንትኩም ተቐይሩ። ንስኹም እንተ ዘይኮንኩም፣ ብቕልጡፍ ተወከሱና።',
    'notice.bypass_used': 'ሓገዝቲ ሰራሕተኛታትና ሓደ ግዜ ብዘይ ኮድ ናብ ኣካውንትኩም ምእታው ፈቒዶም። ንስኹም እንተ ዘይኮንኩም፣ ብቕልጡፍ ተወከሱና።',
    'notice.reset_requested': 'መእተዊ መንገድኹም ከም ብሓድሽ ክስራሕ ተሓቲቱ። ንስኹም እንተ ዘይኮንኩም፣ ብቕልጡፍ ተወከሱና።',
    'notice.bypass_issued': 'ሕጂ ናብ ኣካውንትኩም ናይ ሓደ ግዜ መእተዊ ሂብና። ንስኹም እንተ ዘይሓተትኩም፣ ብቕልጡፍ ተወከሱና።',
    'notice.test_message': 'እዚ ኮድ ዘይብሉ መፈተኒ መልእኽቲ እዩ። ዋላ ሓንቲ ክትገብሩ ኣየድልን።',

    'mail.password_reset.subject': 'ሓድሽ ፓስዎርድ ምረጹ',
    'mail.password_reset.opening': 'ብኣኹም ወይ ብኻልእ ሰብ፣ ሓድሽ ፓስዎርድ ናይ {$brand} ተሓቲቱ።',
    'mail.password_reset.openingDiscreet': 'ብኣኹም ወይ ብኻልእ ሰብ፣ ሓድሽ ፓስዎርድ ተሓቲቱ።',
    'mail.password_reset.action': 'ሓድሽ ፓስዎርድ ምረጹ',
    'mail.password_reset.lifetime':
      '.input {$minutes :integer} .match $minutes one {{እቲ መላግቦ ሓደ ግዜ ጥራይ፣ ን {$minutes} ደቒቕ ይሰርሕ።}} * {{እቲ መላግቦ ሓደ ግዜ ጥራይ፣ ን {$minutes} ደቓይቕ ይሰርሕ።}}',
    'mail.password_reset.notYou': 'ንስኹም እንተ ዘይሓተትኩም፣ ዋላ ሓንቲ ክትገብሩ ኣየድልን፤ ፓስዎርድኩም ከም ዘለዎ ይጸንሕ።',
  },
}
