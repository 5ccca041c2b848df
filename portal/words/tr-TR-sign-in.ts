/** Turkish: registration, signing in with a password, passwords that were forgotten, phones that were lost. */
import type { Translation } from './tables.ts'

export const signInTrTR: Translation = {
  'register.title': 'Hesabınızı oluşturun',
  'register.username': 'Kullanıcı adı',
  'register.usernameHint': 'Örneğin e-posta adresiniz. Her giriş yaptığınızda gerekir.',
  'register.password': 'Şifre',
  'register.passwordHint': 'En az 8 karakter. Birbiriyle ilgisi olmayan üç veya dört kelime iyi olur.',
  'register.email': 'E-posta adresi',
  'register.emailHint': 'Şifrenizi unutursanız yeni bir şifre seçebilmeniz için.',
  'register.submit': 'Kaydol',
  'register.haveAccount': 'Zaten bir hesabım var',
  'register.noUsername': 'Bir kullanıcı adı girin',
  'register.noPassword': 'Bir şifre girin',
  'register.badEmail': 'name@example.com gibi bir e-posta adresi girin veya boş bırakın',

  'phone.why':
    'Giriş yaptığınızda bu telefona bir doğrulama kodu göndeririz. Numarayı başka hiçbir şey için kullanmayız.',
  'phone.label': 'Cep telefonu numarası',
  'phone.hint': 'Yurt dışından bir numara için + işareti ve ülke koduyla başlayın',
  'phone.hintExample': 'Örneğin {example}. Yurt dışından bir numara için + işareti ve ülke koduyla başlayın.',
  'phone.country': 'Ülke',
  'phone.chooseCountry': 'Bir ülke seçin',
  'phone.none': 'Cep telefonum yok',
  'phone.noneText':
    '{brand} ile iletişime geçin. Giriş yapmanın başka yollarını bilirler. Örneğin tablette veya bilgisayarda bir uygulama.',
  'phone.empty': 'Cep telefonu numaranızı girin',

  'signIn.title': 'Giriş yapın',
  'signIn.username': 'Kullanıcı adı',
  'signIn.password': 'Şifre',
  'signIn.submit': 'Giriş yap',
  'signIn.forgot': 'Şifremi unuttum',
  'signIn.register': 'Hesap oluştur',
  'signIn.lostPhone': 'Telefonum artık bende değil',
  'signIn.noUsername': 'Kullanıcı adınızı girin',
  'signIn.noPassword': 'Şifrenizi girin',
  'signIn.signedOut': 'Çıkış yaptınız.',
  'signIn.ended': 'Devam etmek için giriş yapın. Güvenliğiniz için oturumu bir süre sonra kapatırız.',
  'signIn.stopped': 'Bu girişi durdurduk. Giriş yapan siz değilseniz yeni bir şifre seçin.',
  'signIn.passwordSet': 'Yeni şifreniz çalışıyor. Onunla giriş yapın.',

  'reset.title': 'Şifrenizi mi unuttunuz?',
  'reset.text':
    'Kullanıcı adınızı girin. Ona bağlı bir e-posta adresi varsa yeni şifre seçmeniz için bir bağlantı göndeririz.',
  'reset.submit': 'Bağlantıyı gönder',
  'reset.sentTitle': 'E-postanıza bakın',
  'reset.sentText':
    'Bu kullanıcı adına bağlı bir e-posta adresi varsa bir bağlantı yolda. Bağlantı 15 dakika boyunca ve bir kez çalışır.',
  'reset.sentNone':
    'Beş dakika sonra hâlâ e-posta gelmedi mi? Spam (istenmeyen posta) klasörüne bakın veya {brand} ile iletişime geçin.',
  'reset.newTitle': 'Yeni bir şifre seçin',
  'reset.newPassword': 'Yeni şifre',
  'reset.newSubmit': 'Yeni şifreyi kaydet',
  'reset.deadTitle': 'Bu bağlantı artık çalışmıyor',
  'reset.deadText': 'Bir bağlantı 15 dakika boyunca ve bir kez çalışır. Yeni bir bağlantı isteyin.',
  'reset.again': 'Yeni bağlantı gönder',

  'lost.title': 'Telefonum artık bende değil',
  'lost.others': 'Yine de başka bir yöntemle giriş yapabilirsiniz.',
  'lost.first':
    'Önce kullanıcı adınız ve şifrenizle giriş yapın. Sonra ayarladığınız diğer yöntemleri gösteririz.',
  'lost.none': 'Ayarladığınız başka bir yöntem yoksa {brand} ile iletişime geçin.',
  'lost.whatTitle': 'Size ne soracaklar?',
  'lost.who': 'kullanıcı adınız',
  'lost.proof': 'siz olduğunuzu gösteren sorular, örneğin doğum tarihiniz veya son randevunuz',
  'lost.code': 'sayfalarımızdan birinde gördüyseniz yardım kodu',
  'lost.after':
    'Size bir kez giriş izni verebilirler, sonra yeni telefonunuzu ayarlarsınız. Şifrenizi veya bir doğrulama kodunu hiçbir zaman sormazlar.',
  'lost.stolen': 'Telefonunuz çalındı mı? Operatörünüzden SIM kartı kapatmasını isteyin.',
}
