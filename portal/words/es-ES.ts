/** Spanish, with "usted": the words of the frame. A draft until a native speaker has reviewed it. */
import type { Translation } from './tables.ts'

export const frameEsES: Translation = {
  'frame.skip': 'Ir al contenido',
  'frame.language': 'Idioma',
  'frame.help': 'Ayuda',
  'frame.signOut': 'Cerrar sesión',
  'frame.error': 'Error:',
  'frame.summary': 'Hay un problema',
  'frame.optional': '(opcional)',
  'frame.continue': 'Continuar',
  'frame.copy': 'Copiar',
  'frame.copied': 'Copiado',
  'frame.show': 'Mostrar',
  'frame.hide': 'Ocultar',

  'missing.title': 'No encontramos esta página',
  'missing.text': 'Si ha escrito la dirección de la página, compruebe que es correcta.',
  'missing.start': 'Ir al inicio',
  'broken.title': 'Lo sentimos, algo ha fallado',
  'broken.text': 'No se ha perdido nada. Inténtelo otra vez dentro de un minuto.',
  'refused.title': 'No hemos podido usar ese formulario',
  'refused.text':
    'Quizá la página ha estado abierta demasiado tiempo. Vuelva atrás, cargue la página otra vez y envíe el formulario de nuevo.',
  'refused.large': 'Era más texto del que cabe.',

  'help.title': 'Ayuda',
  'help.noCode': 'No he recibido la clave',
  'help.password': 'He olvidado mi contraseña',
  'help.phone': 'He perdido mi teléfono o tengo un número nuevo',
  'help.desk':
    'Si nada de esto le ayuda, contacte con {brand}. Diga su nombre de usuario. Allí nunca le piden su contraseña ni una clave de seguridad.',
}
