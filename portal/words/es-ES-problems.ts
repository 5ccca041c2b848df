/** Spanish: refusals by their code, and what became of a text or call by its reason. */
import type { Translation } from './tables.ts'

export const problemsEsES: Translation = {
  'problem.phone_invalid': 'No podemos leer {typed} como un número de teléfono en uso. Compruebe las cifras',
  'problem.phone_too_short': 'Este número es demasiado corto. Compruebe que no falta ninguna cifra',
  'problem.phone_too_long': 'Este número es demasiado largo. Compruebe que no sobra ninguna cifra',
  'problem.phone_landline':
    '{typed} parece un teléfono fijo. Escriba un número de móvil, o elija otra forma de entrar',
  'problem.phone_premium': 'Las llamadas a este número cuestan más. Escriba un número de móvil',
  'problem.phone_voip': 'Este es un número de teléfono por internet. Escriba el número de un teléfono móvil',
  'problem.phone_not_textable':
    'Este tipo de número no puede recibir nuestros SMS. Escriba un número de móvil',
  'problem.country_not_served': 'Todavía no podemos enviar claves a ese país. Escriba un número de otro país',
  'problem.phone_used_too_often': 'No podemos usar este número. Escriba otro, o contacte con {brand}',
  'problem.username_taken': 'Este nombre de usuario ya está ocupado. Elija otro',
  'problem.password_too_weak':
    'Esta contraseña es demasiado fácil de adivinar. Use tres o cuatro palabras que no tienen relación',
  'problem.credentials_incorrect': 'El nombre de usuario o la contraseña no es correcto',
  'problem.code_incorrect': 'Esa no es la clave que hemos enviado. Mire el SMS más reciente',
  'problem.own_code_incorrect': 'Esa clave no es correcta. Compruébela e inténtelo otra vez',
  'problem.tries': {
    one: 'Puede intentarlo {count} vez más',
    other: 'Puede intentarlo {count} veces más',
  },
  'problem.lastTry': 'Esa clave no era correcta, y era el último intento',
  'problem.code_malformed': 'Compruebe la clave: falta algo o sobra algo',
  'problem.code_expired': 'Esa clave es demasiado antigua. Pida una nueva',
  'problem.verification_locked': 'Ha habido demasiadas claves incorrectas. Elija otra forma',
  'problem.verification_finished': 'Esa clave ya no hace falta. Use la más reciente',
  'problem.send_too_soon':
    'Es demasiado pronto para enviarla otra vez. Puede pedirla otra vez a partir de esta hora: {time}. La clave que hemos enviado todavía funciona',
  'problem.sends_exhausted':
    'Por ahora no podemos enviar más. Puede pedirlo otra vez a partir de esta hora: {time}',
  'problem.rate_limited': 'Ha habido demasiados intentos desde su red. Espere un minuto e inténtelo otra vez',
  'problem.call_in_progress':
    'Ya estamos llamando a su teléfono. Conteste esa llamada, o espere a que termine',
  'problem.call_mode_not_allowed': 'No podemos llamar a este número de esa forma. Pida mejor un SMS',
  'problem.factor_not_allowed': 'Esta forma no se puede usar ahora. Elija otra',
  'problem.step_not_expected': 'Algo ha cambiado. Mire lo que pide la página ahora',
  'problem.pin_incorrect': 'Ese no es el PIN correcto',
  'problem.pin_mismatch': 'Los dos PIN no son iguales',
  'problem.pin_too_weak':
    'Este PIN es demasiado corto o demasiado fácil de adivinar. Use al menos 6 cifras que nadie pueda adivinar',
  'problem.account_locked':
    'Ha habido demasiadas respuestas incorrectas. Espere un rato e inténtelo otra vez',
  'problem.request_invalid': 'No podemos usar lo que está escrito aquí. Compruébelo',
  'problem.other': 'No ha funcionado. Inténtelo otra vez dentro de un minuto',

  'reason.landline': 'Este teléfono no puede recibir SMS. Use otro número, u otra forma.',
  'reason.switched_off':
    'Parece que su teléfono está apagado. Enciéndalo donde tenga cobertura y pídalo otra vez.',
  'reason.no_such_number': 'Este número no está en uso. Quizá una de las cifras no es correcta.',
  'reason.blocked_by_carrier': 'Su red ha parado nuestro SMS. Pida que le llamemos.',
  'reason.opted_out':
    'Nuestros SMS están desactivados para su teléfono. Envíe START a nuestro número, o pida que le llamemos.',
  'reason.country_blocked': 'Todavía no podemos llegar a teléfonos de ese país. Elija otra forma.',
  'reason.fraud_blocked':
    'Los SMS a su teléfono están parados por poco tiempo. Inténtelo otra vez dentro de 30 minutos, o de otra forma.',
  'reason.busy': 'La línea estaba ocupada. Termine su otra llamada y después pida que le llamemos otra vez.',
  'reason.no_answer': 'No ha contestado nadie. Tenga su teléfono cerca y pida que le llamemos otra vez.',
  'reason.voicemail': 'Ha saltado el buzón de voz. Pida que le llamemos otra vez y conteste cuando suene.',
  'reason.hung_up':
    'La llamada ha terminado sin ninguna tecla. Pida que le llamemos otra vez y pulse la tecla cuando se lo pidamos.',
  'reason.carrier_down': 'La compañía de teléfono tiene un problema. Espere un minuto e inténtelo otra vez.',
  'reason.unknown_failure': 'Esta vez no ha funcionado. Pídalo otra vez, o pida que le llamemos.',
}
