/** Spanish, with "usted". The texts say "clave": the "ó" of "código" is outside GSM-7. Calls are free to use accents. */
import type { Language } from './language.ts'

export const esES: Language = {
  tag: 'es-ES',
  nativeName: 'Español',
  direction: 'ltr',
  voice: { voice: 'Polly.Lucia-Neural', language: 'es-ES' },
  review: null,
  messages: {
    'text.registration': '{$code} es su clave para confirmar este teléfono en {$brand}.',
    'text.login': '{$code} es su clave para entrar en {$brand}.',
    'text.phone_change': '{$code} es su clave para usar este teléfono en {$brand}.',
    'text.other': '{$code} es su clave de {$brand}.',
    'text.discreet': '{$code} es su clave.',
    'text.lifetime':
      '.input {$minutes :integer} .match $minutes one {{Sirve durante {$minutes} minuto.}} * {{Sirve durante {$minutes} minutos.}}',
    'text.warning': 'No la comparta con nadie, tampoco con nuestro personal.',
    'text.shortWarning': 'No la comparta con nadie.',

    'call.opening.registration':
      'Hola. |400| Le llamamos de {$brand}. |300| Usted ha pedido esta llamada para confirmar este teléfono.',
    'call.opening.login':
      'Hola. |400| Le llamamos de {$brand}. |300| Usted ha pedido esta llamada para iniciar sesión.',
    'call.opening.phone_change':
      'Hola. |400| Le llamamos de {$brand}. |300| Usted ha pedido esta llamada para usar este teléfono.',
    'call.opening.other': 'Hola. |400| Le llamamos de {$brand}. |300| Usted ha pedido esta llamada.',
    'call.opening.discreet': 'Hola. |400| Esta es la llamada que usted acaba de pedir.',
    'call.askPress1': 'Si está iniciando sesión ahora, pulse 1. |600| Si no ha pedido esta llamada, pulse 9.',
    'call.askMatchDigits':
      'Mire su pantalla. |300| Aparecen dos cifras. |300| Púlselas ahora en su teléfono. |800| Si no ha pedido esta llamada, pulse 9.',
    'call.askSpokenCode': 'Para oír su clave, pulse 1. |600| Si no ha pedido esta llamada, pulse 9.',
    'call.code': 'Su clave es: |600|',
    'call.codeAgain': 'Otra vez: |600|',
    'call.askRepeat': 'Para oírla otra vez, pulse 1. |300| Para oírla más despacio, pulse 2.',
    'call.thanks': 'Gracias. |300| Puede volver a su pantalla. Adiós.',
    'call.denied': 'Gracias por avisar. |300| Hemos detenido esta solicitud. Nadie ha accedido. Adiós.',
    'call.noKey': 'No hemos recibido ninguna tecla. |300| Puede pedir otra llamada en su pantalla. Adiós.',
    'call.tooManyWrong': 'No es correcto. |300| Puede empezar de nuevo en su pantalla. Adiós.',
    'call.over': 'Esta solicitud ya no está abierta. |300| Puede empezar de nuevo en su pantalla. Adiós.',
    'call.wrongKey': 'No es correcto. |300| Inténtelo otra vez, por favor.',

    'notice.from': '{$brand}:',
    'notice.number_change_requested':
      'Alguien pide cambiar el teléfono de su cuenta. ¿No es usted? Entre y cancele el cambio o avise a nuestro equipo.',
    'notice.number_changed':
      'El teléfono de su cuenta ha cambiado. ¿No ha sido usted? Avise enseguida a nuestro equipo.',
    'notice.factor_added':
      'Hay una nueva forma de entrar en su cuenta. ¿No ha sido usted? Avise enseguida a nuestro equipo.',
    'notice.factor_removed':
      'Ya no existe una de las formas de entrar en su cuenta. ¿No ha sido usted? Avise enseguida a nuestro equipo.',
    'notice.many_wrong_codes':
      'Alguien ha escrito varias claves incorrectas para su cuenta. ¿No ha sido usted? Cambie su contraseña.',
    'notice.locked':
      'Tras demasiadas claves incorrectas, su cuenta queda en pausa un rato. ¿No ha sido usted? Cambie su contraseña.',
    'notice.locked_for_long':
      'Muchas claves incorrectas. Si esto sigue, solo nuestro equipo puede darle acceso. ¿No es usted? Avise pronto.',
    'notice.recovery_code_used':
      'Se ha usado una clave de reserva. Active otra forma de entrar. ¿No ha sido usted? Avise a nuestro equipo.',
    'notice.password_changed':
      'La contraseña de su cuenta ha cambiado. ¿No ha sido usted? Avise enseguida a nuestro equipo.',
    'notice.bypass_used':
      'Hemos permitido entrar una vez en su cuenta sin clave. ¿No ha sido usted? Avise enseguida a nuestro equipo.',
    'notice.reset_requested':
      'Alguien pide restablecer una forma de entrar en su cuenta. ¿No es usted? Avise enseguida a nuestro equipo.',
    'notice.bypass_issued':
      'Acabamos de dar un acceso de un solo uso a su cuenta. ¿No lo ha pedido? Avise enseguida a nuestro equipo.',
    'notice.test_message': 'Este es un mensaje de prueba sin clave. No tiene que hacer nada.',

    'mail.password_reset.subject': 'Elija una nueva contraseña',
    'mail.password_reset.opening': 'Usted u otra persona ha pedido una nueva contraseña para {$brand}.',
    'mail.password_reset.openingDiscreet': 'Usted u otra persona ha pedido una nueva contraseña.',
    'mail.password_reset.action': 'Elegir una nueva contraseña',
    'mail.password_reset.lifetime':
      '.input {$minutes :integer} .match $minutes one {{El enlace funciona una sola vez, durante {$minutes} minuto.}} * {{El enlace funciona una sola vez, durante {$minutes} minutos.}}',
    'mail.password_reset.notYou':
      'Si no lo ha pedido, no tiene que hacer nada: su contraseña sigue siendo la misma.',
  },
}
