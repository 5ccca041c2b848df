/** Spanish: registration, signing in with a password, passwords that were forgotten, phones that were lost. */
import type { Translation } from './tables.ts'

export const signInEsES: Translation = {
  'register.title': 'Cree su cuenta',
  'register.username': 'Nombre de usuario',
  'register.usernameHint': 'Por ejemplo, su dirección de correo electrónico. Lo necesita cada vez que entra.',
  'register.password': 'Contraseña',
  'register.passwordHint':
    'Al menos 8 caracteres. Tres o cuatro palabras que no tienen relación funcionan bien.',
  'register.email': 'Correo electrónico',
  'register.emailHint': 'Para que pueda elegir una nueva contraseña si olvida la suya.',
  'register.submit': 'Registrarse',
  'register.haveAccount': 'Ya tengo una cuenta',
  'register.noUsername': 'Escriba un nombre de usuario',
  'register.noPassword': 'Escriba una contraseña',
  'register.badEmail': 'Escriba un correo electrónico como nombre@example.com, o deje el espacio vacío',

  'phone.why':
    'Enviamos una clave de seguridad a este teléfono cuando usted entra. No usamos el número para nada más.',
  'phone.label': 'Número de móvil',
  'phone.hint': 'Para un número de otro país, empiece con + y el prefijo del país',
  'phone.hintExample':
    'Por ejemplo, {example}. Para un número de otro país, empiece con + y el prefijo del país.',
  'phone.country': 'País',
  'phone.chooseCountry': 'Elija un país',
  'phone.none': 'No tengo teléfono móvil',
  'phone.noneText':
    'Contacte con {brand}. Allí conocen otras formas de entrar, por ejemplo con una aplicación en una tableta o un ordenador.',
  'phone.empty': 'Escriba su número de móvil',

  'signIn.title': 'Iniciar sesión',
  'signIn.username': 'Nombre de usuario',
  'signIn.password': 'Contraseña',
  'signIn.submit': 'Iniciar sesión',
  'signIn.forgot': 'He olvidado mi contraseña',
  'signIn.register': 'Crear una cuenta',
  'signIn.lostPhone': 'Ya no tengo mi teléfono',
  'signIn.noUsername': 'Escriba su nombre de usuario',
  'signIn.noPassword': 'Escriba su contraseña',
  'signIn.signedOut': 'Su sesión está cerrada.',
  'signIn.ended':
    'Inicie sesión para continuar. Por su seguridad, terminamos una visita después de un tiempo.',
  'signIn.stopped': 'Hemos detenido este inicio de sesión. Si no ha sido usted, elija una nueva contraseña.',
  'signIn.passwordSet': 'Su nueva contraseña funciona. Inicie sesión con ella.',

  'reset.title': '¿Ha olvidado su contraseña?',
  'reset.text':
    'Escriba su nombre de usuario. Si tiene un correo electrónico, enviamos un enlace para elegir una nueva contraseña.',
  'reset.submit': 'Enviar enlace',
  'reset.sentTitle': 'Mire su correo electrónico',
  'reset.sentText':
    'Si ese nombre de usuario tiene un correo electrónico, un enlace está en camino. Funciona una sola vez, durante 15 minutos.',
  'reset.sentNone':
    '¿No hay ningún correo después de cinco minutos? Mire en la carpeta de correo no deseado, o contacte con {brand}.',
  'reset.newTitle': 'Elija una nueva contraseña',
  'reset.newPassword': 'Nueva contraseña',
  'reset.newSubmit': 'Guardar la nueva contraseña',
  'reset.deadTitle': 'Este enlace ya no funciona',
  'reset.deadText': 'Un enlace funciona una sola vez, durante 15 minutos. Pida uno nuevo.',
  'reset.again': 'Enviar un enlace nuevo',

  'lost.title': 'Ya no tengo mi teléfono',
  'lost.others': 'Todavía puede entrar de otra forma.',
  'lost.first':
    'Primero inicie sesión con su nombre de usuario y su contraseña. Después mostramos las otras formas que usted ha activado.',
  'lost.none': 'Si no ha activado nada más, contacte con {brand}.',
  'lost.whatTitle': 'Lo que le van a pedir',
  'lost.who': 'su nombre de usuario',
  'lost.proof': 'respuestas que muestran que es usted, como su fecha de nacimiento o su última cita',
  'lost.code': 'el código de ayuda, si una de nuestras páginas le ha mostrado uno',
  'lost.after':
    'Pueden dejarle entrar una vez, y después usted activa su nuevo teléfono. Nunca le piden su contraseña ni una clave de seguridad.',
  'lost.stolen': '¿Se lo han robado? Pida a su compañía de teléfono que bloquee la tarjeta SIM.',
}
