import type { ProfileWords } from './en-GB-profile.ts'

/** Turkish: what a signed-in person sees and changes. */
export const profileTrTR: ProfileWords = {
  'own.title': 'Kişisel bilgiler',
  'own.name': 'Ad',
  'own.safety': 'Giriş',
  'own.password': 'Şifrenizi değiştirin',
  'own.change': 'Değiştir',
  'own.desk': 'İşiniz',
  'own.deskSupport': 'Hastalara yardım et',
  'own.deskOwner': 'Kurallar, kişiler ve gönderimler',
  'own.cancel': 'Vazgeç',
  'own.back': 'Kişisel bilgilere dön',
  'own.phoneNone': 'Henüz numara yok.',
  'own.phoneAdd': 'Cep telefonu numarası ekle',
  'own.phoneHelp': 'Cep telefonu numarasını değiştirme: nasıl yapılır',
  'own.phoneWhy':
    'Doğrulama kodlarını bu numaraya göndeririz. Yeni bir numaranız varsa değiştirmek için {here} tıklayın.',
  'own.phoneHere': 'buraya',
  'own.proven': 'onaylandı: {day}',
  'own.pendingText': 'Sonu {ending} olan numara kodunu bekliyor.',
  'own.enterCode': 'Kodu gir',
  'own.sendAgain': 'Kodu yeniden gönder',
  'own.drop': 'Eski numara kalsın',
  'own.dropFirst': 'Bu numarayı sil',
  'own.dropped': 'Yeni numara silindi. Kodu artık çalışmıyor.',
  'own.passwordSet': 'Yeni şifreniz çalışıyor. Diğer her yerde çıkışınız yapıldı.',
  'own.languageHelp': 'Dili değiştir',

  'prove.title': 'Siz olduğunuzu gösterin',
  'prove.text':
    'Hesabınızı güvende tutmak için önce sizden bir kod daha istiyoruz. Sonra buraya geri dönersiniz.',
  'prove.weak':
    'PIN kodu veya aramada basılan bir tuş bu değişiklik için yeterli değil. SMS, arama veya uygulamanızdan gelen bir kod kullanın. Bunların hiçbiri yoksa {brand} ile iletişime geçin.',
  'prove.newNumber':
    'Cep telefonu numaranız yeni. Bu değişiklik için kimlik doğrulama uygulamanızdaki bir kodu kullanın veya numarayı değiştirdikten sonra bir gün bekleyin. Bekleyemiyorsanız {brand} ile iletişime geçin.',
  'prove.again':
    'Giriş yapmanızın üzerinden biraz zaman geçti. Bu değişikliği yapmak için yeniden giriş yapın.',
  'prove.signIn': 'Yeniden giriş yap',

  'ownPhone.title': 'Yeni cep telefonu numaranız nedir?',
  'ownPhone.now': 'Şu anki numaranız: {phone}.',
  'ownPhone.told': 'Eski numaranıza da bir mesaj göndeririz.',
  'ownPhone.submit': 'Kaydet ve kodu al',
  'ownPhone.verify': 'Doğrula',
  'ownPhone.minutes': 'Kodu 10 dakika boyunca kullanabilirsiniz.',
  'ownPhone.again': 'Kodu sonu {ending} olan numaraya yeniden gönderdik.',
  'ownPhone.calling':
    'Sonu {ending} olan numarayı arıyoruz. İstediğimizde bir tuşa basın, 6 haneli doğrulama kodunu duyarsınız.',
  'ownPhone.other': 'Başka bir numara gir',
  'ownPhone.locked': 'Çok fazla yanlış kod girildi. Yeni bir kod gönderin',
  'ownPhone.done': 'Yeni numaranız çalışıyor',
  'ownPhone.doneText':
    'Eski numaranıza bir mesaj gönderdik. Artık doğrulama kodları yeni numaranıza gidecek.',
  'ownPhone.doneFirst': 'Artık doğrulama kodlarını bu numaraya gönderebiliriz.',

  'ways.title': 'Giriş yöntemleri',
  'ways.required': 'Her giriş yaptığınızda şifreniz ve bunlardan biri gerekir: {list}.',
  'ways.requiredOne': 'Her giriş yaptığınızda şifreniz ve şu gerekir: {list}.',
  'ways.optional': 'Bunlardan biri varsa kimse yalnızca şifrenizle hesabınıza giremez.',
  'ways.bound': 'Devam etmeden önce kurumunuzun istediği yöntemlerden birini ayarlayın.',
  'ways.second':
    'İkinci bir yöntem de ayarlayın. Böylece telefonunuzu kaybederseniz yine giriş yapabilirsiniz.',
  'ways.asked': 'Kurumunuz bunu istiyor',
  'ways.on': 'Ayarlandı',
  'ways.off': 'Ayarlanmadı',
  'ways.notUsed': 'Kurumunuz bunu kullanmıyor',
  'ways.to': 'Şu numaraya: {phone}',
  'ways.setUp': 'Ayarla',
  'ways.addPhone': 'Numara ekle',
  'ways.changePhone': 'Numarayı değiştir',
  'ways.replaceApp': 'Başka bir uygulama veya telefon kullan',
  'ways.switchOff': 'Kapat',
  'ways.codes': 'Kurtarma kodları',
  'ways.codesLeft': { one: '{count} kod kaldı.', other: '{count} kod kaldı.' },
  'ways.makeCodes': 'Kurtarma kodları al',
  'ways.newCodes': 'Yeni kodlar al',
  'ways.appOn': 'Kimlik doğrulama uygulamanız çalışıyor.',
  'ways.appOff': 'Kimlik doğrulama uygulamanız kapatıldı.',
  'ways.pinSet': 'Yeni PIN kodunuz çalışıyor.',
  'ways.codesSaved':
    'Kurtarma kodlarınız çalışıyor. Onları telefonunuz olmadan bulabileceğiniz bir yerde saklayın.',

  'app.text':
    'Size bir kimlik doğrulama uygulaması gerekir. Örneğin Google Authenticator, Microsoft Authenticator veya Authy. Uygulama telefonunuzda, tabletinizde veya bilgisayarınızda olabilir.',
  'app.next':
    'Sonraki sayfada uygulamayla okutacağınız bir resim ve onun yerine yazabileceğiniz bir anahtar var.',
  'app.replaces':
    'Sonraki sayfada okutacağınız yeni bir resim var. Yeni uygulamanın bir kodunu girdiğinizde eski uygulamanız artık çalışmaz.',
  'app.show': 'Resmi göster',
  'app.submit': 'Aç',
  'app.again': 'Yeni bir resim göster',
  'app.clock': 'En yeni kodu girin. Çalışmazsa telefonun saatinin doğru olduğuna bakın.',
  'app.late': 'Resim çok eskiydi. Yeni bir resim okutun.',
  'app.offBound':
    'Uygulamanız kapatıldı. Kurumunuz bu yöntemlerden birini istiyor. Devam etmek için yeniden bir yöntem ayarlayın.',
  'app.offTitle': 'Kimlik doğrulama uygulamasını kapatın',
  'app.offText': 'Bundan sonra diğer yöntemlerinizle giriş yaparsınız. Diğer her yerde çıkışınız yapılır.',
  'app.offAsked':
    'Kurumunuz bunu istiyor. Kapatırsanız devam etmek için yeniden bir uygulama ayarlamanız gerekir, örneğin yeni bir telefonda.',
  'app.offSubmit': 'Kapat',

  'pinSet.changeTitle': 'PIN kodunuzu değiştirin',
  'pinSet.text': 'Kurumunuz PIN kodu istiyorsa her giriş yaptığınızda gerekir.',
  'pinSet.current': 'Şu anki PIN kodu',
  'pinSet.forgot': 'PIN kodumu unuttum',
  'pinSet.noCurrent': 'Şu anki PIN kodunuzu girin',
  'pinSet.noPin': 'Yeni bir PIN kodu girin',

  'recovery.text':
    'Telefonunuz yanınızda değilse bu on kodun her biriyle bir kez giriş yapabilirsiniz. Onları kâğıtta veya bir şifre yöneticisinde saklayın.',
  'recovery.replaces': 'Yeni kodlar alırsanız eskileri artık çalışmaz.',
  'recovery.make': 'On kodu göster',
  'recovery.title': 'Kurtarma kodlarınızı kaydedin',
  'recovery.once': 'Bu kodları yalnızca şimdi gösteriyoruz. Her biri bir kez çalışır.',
  'recovery.print': 'Yazdır',
  'recovery.download': 'Metin dosyası olarak indir',
  'recovery.saved': 'Kodları kaydettim',
  'recovery.notSaved': 'Önce kodları kaydedin, sonra kutuyu işaretleyin',

  'password.text': 'Burada girişiniz açık kalır, diğer her yerde çıkışınız yapılır.',
  'password.current': 'Şu anki şifre',
  'password.noCurrent': 'Şu anki şifrenizi girin',
  'password.noNew': 'Yeni bir şifre girin',
  'password.wrong': 'Bu, şu anki şifreniz değil. Kontrol edip yeniden deneyin',

  'sessions.title': 'Giriş yaptığınız yerler',
  'sessions.text': 'Bunlardan birini tanımıyor musunuz? Onu sonlandırın ve şifrenizi değiştirin.',
  'sessions.began': 'Giriş: {time}',
  'sessions.used': 'Son kullanım: {time}',
  'sessions.current': 'Şu anda buradasınız',
  'sessions.end': 'Sonlandır',
  'sessions.endThis': 'Sonlandır ve buradan çıkış yap',
  'sessions.ended': 'O oturum sona erdi.',
  'sessions.more': 'Daha fazla göster',

  'amr.pwd': 'şifre',
  'amr.sms': 'SMS',
  'amr.tel': 'telefon araması',
  'amr.tel_press1': 'telefon araması',
  'amr.otp': 'uygulama veya kurtarma kodu',
  'amr.pin': 'PIN kodu',
  'amr.bypass': 'destek ekibinin yardımı',
}
