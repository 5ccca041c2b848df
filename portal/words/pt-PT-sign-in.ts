/** Portuguese: registration, signing in with a password, passwords that were forgotten, phones that were lost. */
import type { Translation } from './tables.ts'

export const signInPtPT: Translation = {
  'register.title': 'Crie a sua conta',
  'register.username': 'Nome de utilizador',
  'register.usernameHint': 'Por exemplo, o seu e-mail. Precisa dele sempre que inicia sessão.',
  'register.password': 'Palavra-passe',
  'register.passwordHint':
    'Pelo menos 8 caracteres. Três ou quatro palavras que não têm nada a ver umas com as outras funcionam bem.',
  'register.email': 'Endereço de e-mail',
  'register.emailHint': 'Para poder escolher uma nova palavra-passe se se esquecer da sua.',
  'register.submit': 'Registar',
  'register.haveAccount': 'Já tenho uma conta',
  'register.noUsername': 'Escreva um nome de utilizador',
  'register.noPassword': 'Escreva uma palavra-passe',
  'register.badEmail': 'Escreva um endereço de e-mail como nome@example.com, ou deixe o campo vazio',

  'phone.why':
    'Quando inicia sessão, enviamos um código de segurança para este telefone. Não usamos o número para mais nada.',
  'phone.label': 'Número de telemóvel',
  'phone.hint': 'Para um número estrangeiro, comece com + e o indicativo do país',
  'phone.hintExample':
    'Por exemplo, {example}. Para um número estrangeiro, comece com + e o indicativo do país.',
  'phone.country': 'País',
  'phone.chooseCountry': 'Escolha um país',
  'phone.none': 'Não tenho telemóvel',
  'phone.noneText':
    'Contacte {brand}. Conhecem outras formas de entrar, como uma aplicação num tablet ou num computador.',
  'phone.empty': 'Escreva o seu número de telemóvel',

  'signIn.title': 'Iniciar sessão',
  'signIn.username': 'Nome de utilizador',
  'signIn.password': 'Palavra-passe',
  'signIn.submit': 'Iniciar sessão',
  'signIn.forgot': 'Esqueci-me da palavra-passe',
  'signIn.register': 'Criar uma conta',
  'signIn.lostPhone': 'Já não tenho o meu telefone',
  'signIn.noUsername': 'Escreva o seu nome de utilizador',
  'signIn.noPassword': 'Escreva a sua palavra-passe',
  'signIn.signedOut': 'A sua sessão terminou.',
  'signIn.ended':
    'Inicie sessão para continuar. Para sua segurança, terminamos a visita ao fim de algum tempo.',
  'signIn.stopped': 'Parámos este início de sessão. Se não foi a seu pedido, escolha uma nova palavra-passe.',
  'signIn.passwordSet': 'A sua nova palavra-passe funciona. Inicie sessão com ela.',

  'reset.title': 'Esqueceu-se da palavra-passe?',
  'reset.text':
    'Escreva o seu nome de utilizador. Se tiver um endereço de e-mail, enviamos uma ligação para escolher uma nova palavra-passe.',
  'reset.submit': 'Enviar ligação',
  'reset.sentTitle': 'Veja o seu e-mail',
  'reset.sentText':
    'Se houver um endereço de e-mail para esse nome de utilizador, uma ligação vai a caminho. Funciona durante 15 minutos, uma só vez.',
  'reset.sentNone':
    'Não há nenhum e-mail ao fim de cinco minutos? Veja na pasta de spam, ou contacte {brand}.',
  'reset.newTitle': 'Escolha uma nova palavra-passe',
  'reset.newPassword': 'Nova palavra-passe',
  'reset.newSubmit': 'Guardar a nova palavra-passe',
  'reset.deadTitle': 'Esta ligação já não funciona',
  'reset.deadText': 'Uma ligação funciona uma só vez, durante 15 minutos. Peça uma nova.',
  'reset.again': 'Enviar uma nova ligação',

  'lost.title': 'Já não tenho o meu telefone',
  'lost.others': 'Ainda pode entrar de outra forma.',
  'lost.first':
    'Primeiro, inicie sessão com o nome de utilizador e a palavra-passe. Depois, mostramos as outras formas que configurou.',
  'lost.none': 'Se não configurou mais nada, contacte {brand}.',
  'lost.whatTitle': 'O que lhe vão perguntar',
  'lost.who': 'o seu nome de utilizador',
  'lost.proof':
    'perguntas que mostram que é a própria pessoa, como a data de nascimento ou a sua última consulta',
  'lost.code': 'o código de ajuda, se uma das nossas páginas lhe mostrou um',
  'lost.after':
    'Podem dar-lhe acesso uma vez. Depois, configura o seu novo telefone. Nunca pedem a sua palavra-passe nem um código de segurança.',
  'lost.stolen': 'Foi roubado? Peça à sua operadora para bloquear o cartão SIM.',
}
