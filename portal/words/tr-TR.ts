/**
 * Turkish, with the formal "siz": the words of the frame. No value takes a suffix. A draft that no native speaker has
 * reviewed.
 */
import type { Translation } from './tables.ts'

export const frameTrTR: Translation = {
  'frame.skip': 'İçeriğe geç',
  'frame.language': 'Dil',
  'frame.help': 'Yardım alın',
  'frame.signOut': 'Çıkış yap',
  'frame.error': 'Hata:',
  'frame.summary': 'Bir sorun var',
  'frame.optional': '(isteğe bağlı)',
  'frame.continue': 'Devam et',
  'frame.copy': 'Kopyala',
  'frame.copied': 'Kopyalandı',
  'frame.show': 'Göster',
  'frame.hide': 'Gizle',

  'missing.title': 'Sayfa bulunamadı',
  'missing.text': 'Adresi kendiniz yazdıysanız doğru olup olmadığına bakın.',
  'missing.start': 'Başlangıca git',
  'broken.title': 'Üzgünüz, bir şeyler ters gitti',
  'broken.text': 'Hiçbir şey kaybolmadı. Bir dakika sonra yeniden deneyin.',
  'refused.title': 'Bu formu kullanamadık',
  'refused.text':
    'Sayfa çok uzun süre açık kalmış olabilir. Geri dönün, sayfayı yenileyin ve formu bir kez daha gönderin.',
  'refused.large': 'Bu metin sığmayacak kadar uzundu.',

  'help.title': 'Yardım alın',
  'help.noCode': 'Kod bana gelmedi',
  'help.password': 'Şifremi unuttum',
  'help.phone': 'Telefonumu kaybettim veya yeni bir numaram var',
  'help.desk':
    'Bunların hiçbiri işe yaramazsa {brand} ile iletişime geçin. Kullanıcı adınızı söyleyin. Şifrenizi veya doğrulama kodunuzu sizden hiçbir zaman istemezler.',
}
