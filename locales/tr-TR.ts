/** Turkish, with the formal "siz". Neither the brand nor a key takes a suffix, since suffixes follow the sound. */
import type { Language } from './language.ts'

export const trTR: Language = {
  tag: 'tr-TR',
  nativeName: 'Türkçe',
  direction: 'ltr',
  voice: { voice: 'Polly.Burcu-Neural', language: 'tr-TR' },
  review: null,
  messages: {
    'text.registration': '{$code} sizin {$brand} telefon onay kodunuzdur.',
    'text.login': '{$code} sizin {$brand} giriş kodunuzdur.',
    'text.phone_change': '{$code} sizin {$brand} telefon değişikliği kodunuzdur.',
    'text.other': '{$code} sizin {$brand} kodunuzdur.',
    'text.discreet': '{$code} sizin kodunuzdur.',
    'text.lifetime': '.input {$minutes :integer} {{Süresi {$minutes} dakikadır.}}',
    'text.warning': 'Biz dahil kimseyle paylaşmayın.',
    'text.shortWarning': 'Kimseyle paylaşmayın.',

    'call.opening.registration':
      'Merhaba. |400| Burası {$brand}. |300| Bu telefonu onaylamak için sizi aramamızı istediniz.',
    'call.opening.login': 'Merhaba. |400| Burası {$brand}. |300| Giriş yapmak için sizi aramamızı istediniz.',
    'call.opening.phone_change':
      'Merhaba. |400| Burası {$brand}. |300| Bu telefonu kullanmak için sizi aramamızı istediniz.',
    'call.opening.other': 'Merhaba. |400| Burası {$brand}. |300| Sizi aramamızı istediniz.',
    'call.opening.discreet': 'Merhaba. |400| Az önce istediğiniz arama için sizi arıyoruz.',
    'call.askPress1':
      'Şu anda giriş yapıyorsanız 1 tuşuna basın. |600| Bunu siz istemediyseniz 9 tuşuna basın.',
    'call.askMatchDigits':
      'Ekranınıza bakın. |300| Ekranda iki rakam var. |300| Şimdi telefonunuzda bu rakamlara basın. |800| Bunu siz istemediyseniz 9 tuşuna basın.',
    'call.askSpokenCode':
      'Kodunuzu duymak için 1 tuşuna basın. |600| Bunu siz istemediyseniz 9 tuşuna basın.',
    'call.code': 'Kodunuz: |600|',
    'call.codeAgain': 'Bir kez daha: |600|',
    'call.askRepeat': 'Tekrar duymak için 1 tuşuna basın. |300| Daha yavaş duymak için 2 tuşuna basın.',
    'call.thanks': 'Teşekkür ederiz. |300| Ekranınıza dönebilirsiniz. İyi günler.',
    'call.denied':
      'Bildirdiğiniz için teşekkür ederiz. |300| Bu işlemi durdurduk. Kimse giriş yapamadı. İyi günler.',
    'call.noKey':
      'Herhangi bir tuşa basılmadı. |300| Ekranınızdan yeni bir arama isteyebilirsiniz. İyi günler.',
    'call.tooManyWrong': 'Bu doğru değildi. |300| Ekranınızdan yeniden başlayabilirsiniz. İyi günler.',
    'call.over': 'Bu istek artık geçerli değil. |300| Ekranınızdan yeniden başlayabilirsiniz. İyi günler.',
    'call.wrongKey': 'Bu doğru değildi. |300| Lütfen bir kez daha deneyin.',

    'notice.from': '{$brand}:',
    'notice.number_change_requested':
      'Hesabınızdaki telefon numarasını değiştirme isteği geldi. Siz değilseniz giriş yapıp durdurun veya bize ulaşın.',
    'notice.number_changed': 'Hesabınızdaki telefon numarası değişti. Siz yapmadıysanız hemen bize ulaşın.',
    'notice.factor_added': 'Hesabınıza yeni bir giriş yöntemi eklendi. Siz yapmadıysanız hemen bize ulaşın.',
    'notice.factor_removed':
      'Hesabınızdan bir giriş yöntemi kaldırıldı. Siz yapmadıysanız hemen bize ulaşın.',
    'notice.many_wrong_codes':
      'Hesabınız için birkaç kez yanlış kod girildi. Siz değilseniz şifrenizi değiştirin.',
    'notice.locked':
      'Çok fazla yanlış kod girildiği için giriş bir süre durduruldu. Siz değilseniz şifrenizi değiştirin.',
    'notice.locked_for_long':
      'Çok sayıda yanlış kod girildi. Birkaç tane daha olursa girişi yalnızca biz açarız. Siz değilseniz bize ulaşın.',
    'notice.recovery_code_used':
      'Bir kurtarma kodu kullanıldı. Yeni bir giriş yöntemi ekleyin. Siz yapmadıysanız hemen bize ulaşın.',
    'notice.password_changed': 'Hesabınızın şifresi değişti. Siz yapmadıysanız hemen bize ulaşın.',
    'notice.bypass_used':
      'Destek ekibimiz hesabınıza bir kez kodsuz girişe izin verdi. Siz değilseniz hemen bize ulaşın.',
    'notice.reset_requested':
      'Bir giriş yönteminizin sıfırlanması istendi. Siz istemediyseniz hemen bize ulaşın.',
    'notice.bypass_issued':
      'Hesabınız için az önce tek seferlik giriş izni verdik. Siz istemediyseniz hemen bize ulaşın.',
    'notice.test_message': 'Bu, kod içermeyen bir deneme mesajıdır. Bir şey yapmanız gerekmez.',

    'mail.password_reset.subject': 'Yeni şifre belirleyin',
    'mail.password_reset.opening': 'Siz veya başka biri {$brand} için yeni bir şifre istedi.',
    'mail.password_reset.openingDiscreet': 'Siz veya başka biri yeni bir şifre istedi.',
    'mail.password_reset.action': 'Yeni şifre belirleyin',
    'mail.password_reset.lifetime':
      '.input {$minutes :integer} {{Bağlantı yalnızca bir kez ve {$minutes} dakika boyunca çalışır.}}',
    'mail.password_reset.notYou':
      'Bunu siz istemediyseniz bir şey yapmanız gerekmez: şifreniz olduğu gibi kalır.',
  },
}
