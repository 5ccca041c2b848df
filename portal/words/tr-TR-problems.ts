/** Turkish: refusals by their code, and what became of a text or call by its reason. */
import type { Translation } from './tables.ts'

export const problemsTrTR: Translation = {
  'problem.phone_invalid':
    '{typed} bize kullanılan bir telefon numarası gibi görünmüyor. Rakamları kontrol edin',
  'problem.phone_too_short': 'Bu numara çok kısa. Eksik rakam olup olmadığına bakın',
  'problem.phone_too_long': 'Bu numara çok uzun. Fazla rakam olup olmadığına bakın',
  'problem.phone_landline':
    '{typed} sabit hat gibi görünüyor. Bir cep telefonu numarası girin veya başka bir giriş yöntemi seçin',
  'problem.phone_premium': 'Bu numarayı aramak ek ücretlidir. Bir cep telefonu numarası girin',
  'problem.phone_voip': 'Bu bir internet telefonu numarası. Bir cep telefonunun numarasını girin',
  'problem.phone_not_textable': 'Bu tür bir numara SMS’lerimizi alamaz. Bir cep telefonu numarası girin',
  'problem.country_not_served': 'O ülkeye henüz kod gönderemiyoruz. Başka bir ülkenin numarasını girin',
  'problem.phone_used_too_often':
    'Bu numarayı kullanamıyoruz. Başka bir numara girin veya {brand} ile iletişime geçin',
  'problem.username_taken': 'Bu kullanıcı adı alınmış. Başka bir ad seçin',
  'problem.password_too_weak':
    'Bu şifreyi tahmin etmek çok kolay. Birbiriyle ilgisi olmayan üç veya dört kelime kullanın',
  'problem.credentials_incorrect': 'Kullanıcı adı veya şifre doğru değil',
  'problem.code_incorrect': 'Bu, gönderdiğimiz kod değil. En son gelen SMS’e bakın',
  'problem.own_code_incorrect': 'Bu kod doğru değil. Kontrol edip yeniden deneyin',
  'problem.tries': {
    one: '{count} kez daha deneyebilirsiniz',
    other: '{count} kez daha deneyebilirsiniz',
  },
  'problem.lastTry': 'O kod doğru değildi ve bu son denemeydi',
  'problem.code_malformed': 'Kodu kontrol edin: bir şey eksik veya fazla',
  'problem.code_expired': 'Bu kod çok eski. Yeni bir kod isteyin',
  'problem.verification_locked': 'Çok fazla yanlış kod girildi. Başka bir yöntem seçin',
  'problem.verification_finished': 'Bu kod artık gerekli değil. En yeni kodu kullanın',
  'problem.send_too_soon':
    'Yeniden göndermek için çok erken. Yeniden isteyebileceğiniz zaman: {time}. Gönderdiğimiz kod hâlâ çalışıyor',
  'problem.sends_exhausted': 'Şimdilik daha fazla gönderemiyoruz. Yeniden isteyebileceğiniz zaman: {time}',
  'problem.rate_limited':
    'Bağlı olduğunuz ağdan çok fazla deneme yapıldı. Bir dakika bekleyip yeniden deneyin',
  'problem.call_in_progress': 'Telefonunuz zaten aranıyor. O aramayı açın veya bitmesini bekleyin',
  'problem.call_mode_not_allowed': 'Bu numarayı bu şekilde arayamıyoruz. Bunun yerine SMS isteyin',
  'problem.factor_not_allowed': 'Bu yöntem şu anda kullanılamaz. Başka bir yöntem seçin',
  'problem.step_not_expected': 'Bir şey değişti. Sayfanın şimdi ne istediğine bakın',
  'problem.pin_incorrect': 'Bu doğru PIN kodu değil',
  'problem.pin_mismatch': 'İki PIN kodu aynı değil',
  'problem.pin_too_weak':
    'Bu PIN kodu çok kısa veya tahmin etmesi çok kolay. Kimsenin tahmin edemeyeceği en az 6 rakam kullanın',
  'problem.account_locked': 'Çok fazla yanlış cevap verildi. Bir süre bekleyip yeniden deneyin',
  'problem.request_invalid': 'Burada yazanı kullanamıyoruz. Kontrol edin',
  'problem.other': 'Bu olmadı. Bir dakika sonra yeniden deneyin',

  'reason.landline': 'Bu telefon SMS alamaz. Başka bir numara veya başka bir yöntem kullanın.',
  'reason.switched_off':
    'Telefonunuz kapalı görünüyor. Telefonu çektiği bir yerde açın, sonra yeniden isteyin.',
  'reason.no_such_number': 'Bu numara kullanılmıyor. Rakamlardan biri yanlış olabilir.',
  'reason.blocked_by_carrier': 'Operatörünüz SMS’imizi durdurdu. Sizi aramamızı isteyin.',
  'reason.opted_out':
    'SMS’lerimiz telefonunuz için kapalı. Numaramıza START yazıp gönderin veya sizi aramamızı isteyin.',
  'reason.country_blocked': 'O ülkedeki telefonlara henüz ulaşamıyoruz. Başka bir yöntem seçin.',
  'reason.fraud_blocked':
    'Telefonunuza SMS gönderimi kısa bir süre durduruldu. 30 dakika sonra yeniden deneyin veya başka bir yöntem seçin.',
  'reason.busy': 'Hat meşguldü. Diğer görüşmenizi bitirin, sonra yeniden aramamızı isteyin.',
  'reason.no_answer': 'Kimse açmadı. Telefonunuzu yanınızda tutun ve yeniden aramamızı isteyin.',
  'reason.voicemail': 'Arama sesli mesaja düştü. Yeniden aramamızı isteyin ve telefon çalınca açın.',
  'reason.hung_up': 'Arama tuşa basılmadan bitti. Yeniden aramamızı isteyin ve istediğimizde tuşa basın.',
  'reason.carrier_down': 'Telefon şirketinde bir sorun var. Bir dakika bekleyip yeniden deneyin.',
  'reason.unknown_failure': 'Bu sefer olmadı. Yeniden isteyin veya sizi aramamızı isteyin.',
}
