/** European Portuguese, with the third person and no "você". "Código" makes the texts UCS-2; no other word is as plain. */
import type { Language } from './language.ts'

export const ptPT: Language = {
  tag: 'pt-PT',
  nativeName: 'Português',
  direction: 'ltr',
  voice: { voice: 'Polly.Ines-Neural', language: 'pt-PT' },
  review: null,
  messages: {
    'text.registration': '{$code} é o código {$brand} para confirmar este telefone.',
    'text.login': '{$code} é o seu código de acesso a {$brand}.',
    'text.phone_change': '{$code} é o código {$brand} para usar este telefone.',
    'text.other': '{$code} é o seu código {$brand}.',
    'text.discreet': '{$code} é o seu código.',
    'text.lifetime':
      '.input {$minutes :integer} .match $minutes one {{Vale {$minutes} minuto.}} * {{Vale {$minutes} minutos.}}',
    'text.warning': 'Não o diga a ninguém, nem a nós.',
    'text.shortWarning': 'Não o diga a ninguém.',

    'call.opening.registration':
      'Olá. |400| Daqui fala {$brand}. |300| Pediu-nos que lhe ligássemos para confirmar este telefone.',
    'call.opening.login':
      'Olá. |400| Daqui fala {$brand}. |300| Pediu-nos que lhe ligássemos para iniciar sessão.',
    'call.opening.phone_change':
      'Olá. |400| Daqui fala {$brand}. |300| Pediu-nos que lhe ligássemos para passar a usar este telefone.',
    'call.opening.other': 'Olá. |400| Daqui fala {$brand}. |300| Pediu-nos que lhe ligássemos.',
    'call.opening.discreet': 'Olá. |400| Esta é a chamada que acabou de nos pedir.',
    'call.askPress1': 'Se está a iniciar sessão agora, prima 1. |600| Se não fez este pedido, prima 9.',
    'call.askMatchDigits':
      'Olhe para o ecrã. |300| Mostra dois algarismos. |300| Prima-os agora no telefone. |800| Se não fez este pedido, prima 9.',
    'call.askSpokenCode': 'Para ouvir o seu código, prima 1. |600| Se não fez este pedido, prima 9.',
    'call.code': 'O seu código é: |600|',
    'call.codeAgain': 'Outra vez: |600|',
    'call.askRepeat': 'Para o ouvir outra vez, prima 1. |300| Para o ouvir mais devagar, prima 2.',
    'call.thanks': 'Agradecemos. |300| Pode voltar ao ecrã. Adeus.',
    'call.denied': 'Agradecemos o aviso. |300| Parámos este pedido. Ninguém entrou. Adeus.',
    'call.noKey': 'Não recebemos nenhuma tecla. |300| Pode pedir outra chamada no ecrã. Adeus.',
    'call.tooManyWrong': 'A resposta não estava certa. |300| Pode recomeçar no ecrã. Adeus.',
    'call.over': 'Este pedido já não está aberto. |300| Pode recomeçar no ecrã. Adeus.',
    'call.wrongKey': 'A resposta não estava certa. |300| Tente outra vez, por favor.',

    'notice.from': '{$brand}:',
    'notice.number_change_requested':
      'Há um pedido para mudar o telefone da sua conta. Não foi a seu pedido? Inicie sessão e pare-o, ou contacte-nos.',
    'notice.number_changed':
      'O número de telefone da sua conta foi mudado. Não foi a seu pedido? Contacte-nos já.',
    'notice.factor_added':
      'Foi acrescentada à sua conta uma forma de entrar. Não foi a seu pedido? Contacte-nos já.',
    'notice.factor_removed':
      'Foi retirada da sua conta uma forma de entrar. Não foi a seu pedido? Contacte-nos já.',
    'notice.many_wrong_codes':
      'Na sua conta foram escritos várias vezes códigos errados. Não reconhece isto? Mude a palavra-passe.',
    'notice.locked':
      'Após demasiados códigos errados, o seu acesso está parado por algum tempo. Não é seu? Mude a palavra-passe.',
    'notice.locked_for_long':
      'Muitos códigos errados. Com mais alguns, só nós lhe podemos dar acesso. Não reconhece isto? Contacte-nos.',
    'notice.recovery_code_used':
      'Foi usado um código de recuperação. Configure outra forma de entrar. Não reconhece isto? Contacte-nos já.',
    'notice.password_changed':
      'A palavra-passe da sua conta foi mudada. Não foi a seu pedido? Contacte-nos já.',
    'notice.bypass_used':
      'O nosso apoio permitiu uma entrada na sua conta sem código. Não foi a seu pedido? Contacte-nos já.',
    'notice.reset_requested':
      'Há um pedido para repor uma forma de entrar na sua conta. Não foi a seu pedido? Contacte-nos já.',
    'notice.bypass_issued':
      'Acabámos de dar um acesso de uso único à sua conta. Não foi a seu pedido? Contacte-nos já.',
    'notice.test_message': 'Esta é uma mensagem de teste sem código. Não precisa de fazer nada.',

    'mail.password_reset.subject': 'Escolha uma nova palavra-passe',
    'mail.password_reset.opening':
      'Foi pedida, por si ou por outra pessoa, uma nova palavra-passe para {$brand}.',
    'mail.password_reset.openingDiscreet': 'Foi pedida, por si ou por outra pessoa, uma nova palavra-passe.',
    'mail.password_reset.action': 'Escolher uma nova palavra-passe',
    'mail.password_reset.lifetime':
      '.input {$minutes :integer} .match $minutes one {{A ligação funciona uma só vez, durante {$minutes} minuto.}} * {{A ligação funciona uma só vez, durante {$minutes} minutos.}}',
    'mail.password_reset.notYou':
      'Se não fez este pedido, não precisa de fazer nada: a sua palavra-passe fica como está.',
  },
}
