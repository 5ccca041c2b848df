import type { ProfileWords } from './en-GB-profile.ts'

/** Portuguese: what a signed-in person sees and changes. */
export const profilePtPT: ProfileWords = {
  'own.title': 'Dados pessoais',
  'own.name': 'Nome',
  'own.safety': 'Início de sessão',
  'own.password': 'Mudar a palavra-passe',
  'own.change': 'Mudar',
  'own.desk': 'O seu trabalho',
  'own.deskSupport': 'Ajudar os pacientes',
  'own.deskOwner': 'Regras, pessoas e envios',
  'own.cancel': 'Cancelar',
  'own.back': 'Voltar aos dados pessoais',
  'own.phoneNone': 'Ainda não há nenhum número.',
  'own.phoneAdd': 'Acrescentar um número de telemóvel',
  'own.phoneHelp': 'Mudar o número de telemóvel: como funciona',
  'own.phoneWhy':
    'Enviamos códigos de segurança para este número. Se tem um número novo, clique {here} para o mudar.',
  'own.phoneHere': 'aqui',
  'own.proven': 'confirmado em {day}',
  'own.pendingText': 'O número que termina em {ending} está à espera do código.',
  'own.enterCode': 'Escrever o código',
  'own.sendAgain': 'Enviar o código outra vez',
  'own.drop': 'Manter o número antigo',
  'own.dropFirst': 'Apagar este número',
  'own.dropped': 'O novo número foi apagado. O código já não funciona.',
  'own.passwordSet': 'A sua nova palavra-passe funciona. A sua sessão terminou em todos os outros sítios.',
  'own.languageHelp': 'Mudar o idioma',

  'prove.title': 'Mostre que é a própria pessoa',
  'prove.text':
    'Para manter a sua conta segura, primeiro pedimos-lhe mais um código. Depois volta para aqui.',
  'prove.weak':
    'Um PIN, ou uma tecla premida numa chamada, não chega para esta mudança. Use um código de uma SMS, de uma chamada ou da sua aplicação. Se não tem nada disto, contacte {brand}.',
  'prove.newNumber':
    'O seu número de telemóvel é novo. Para esta mudança, use um código da sua aplicação de autenticação, ou espere um dia depois de ter mudado o número. Se não pode esperar, contacte {brand}.',
  'prove.again':
    'Já passou algum tempo desde que iniciou sessão. Inicie sessão outra vez para fazer esta mudança.',
  'prove.signIn': 'Iniciar sessão outra vez',

  'ownPhone.title': 'Qual é o seu novo número de telemóvel?',
  'ownPhone.now': 'O seu número agora é {phone}.',
  'ownPhone.told': 'Também enviamos uma mensagem para o seu número antigo.',
  'ownPhone.submit': 'Guardar e receber código',
  'ownPhone.verify': 'Confirmar',
  'ownPhone.minutes': 'Pode usar o código durante 10 minutos.',
  'ownPhone.again': 'Enviámos o código outra vez para o número que termina em {ending}.',
  'ownPhone.calling':
    'Estamos a ligar para o número que termina em {ending}. Prima uma tecla quando pedirmos e vai ouvir um código de segurança de 6 algarismos.',
  'ownPhone.other': 'Escrever outro número',
  'ownPhone.locked': 'Houve demasiados códigos errados. Envie um novo código',
  'ownPhone.done': 'O seu novo número funciona',
  'ownPhone.doneText':
    'Enviámos uma mensagem para o seu número antigo. A partir de agora, os códigos de segurança vão para o seu novo número.',
  'ownPhone.doneFirst': 'A partir de agora, podemos enviar códigos de segurança para este número.',

  'ways.title': 'Formas de entrar',
  'ways.required': 'Sempre que inicia sessão, precisa da palavra-passe e de uma destas formas: {list}.',
  'ways.requiredOne': 'Sempre que inicia sessão, precisa da palavra-passe e disto: {list}.',
  'ways.optional': 'Com uma destas formas, ninguém entra na sua conta só com a palavra-passe.',
  'ways.bound': 'Antes de continuar, configure uma das formas que a sua organização pede.',
  'ways.second': 'Configure também uma segunda forma. Assim, ainda pode entrar se perder o telefone.',
  'ways.asked': 'A sua organização pede isto',
  'ways.on': 'Já configurado',
  'ways.off': 'Não configurado',
  'ways.notUsed': 'A sua organização não usa isto',
  'ways.to': 'Para {phone}',
  'ways.setUp': 'Configurar',
  'ways.addPhone': 'Acrescentar um número',
  'ways.changePhone': 'Mudar o número',
  'ways.replaceApp': 'Usar outra aplicação ou outro telefone',
  'ways.switchOff': 'Desativar',
  'ways.codes': 'Códigos de recuperação',
  'ways.codesLeft': { one: 'Resta {count} código.', other: 'Restam {count} códigos.' },
  'ways.makeCodes': 'Obter códigos de recuperação',
  'ways.newCodes': 'Obter novos códigos',
  'ways.appOn': 'A sua aplicação de autenticação funciona.',
  'ways.appOff': 'A sua aplicação de autenticação está desativada.',
  'ways.pinSet': 'O seu novo PIN funciona.',
  'ways.codesSaved':
    'Os seus códigos de recuperação funcionam. Guarde-os onde os possa encontrar sem o telefone.',

  'app.text':
    'Precisa de uma aplicação de autenticação, como Google Authenticator, Microsoft Authenticator ou Authy. Pode estar no telefone, no tablet ou no computador.',
  'app.next':
    'A página seguinte mostra uma imagem para ler com a aplicação, e uma chave para escrever em vez disso.',
  'app.replaces':
    'A página seguinte mostra uma nova imagem para ler. A aplicação antiga deixa de funcionar quando escrever um código da nova.',
  'app.show': 'Mostrar a imagem',
  'app.submit': 'Ativar',
  'app.again': 'Mostrar uma nova imagem',
  'app.clock': 'Escreva o código mais recente. Se não funcionar, veja se o relógio do telefone está certo.',
  'app.late': 'A imagem era demasiado antiga. Leia uma nova.',
  'app.offBound':
    'A sua aplicação está desativada. A sua organização pede uma destas formas, por isso configure uma de novo para continuar.',
  'app.offTitle': 'Desativar a aplicação de autenticação',
  'app.offText':
    'A partir de agora, entra com as suas outras formas. A sua sessão termina em todos os outros sítios.',
  'app.offAsked':
    'A sua organização pede isto. Se a desativar, tem de configurar de novo uma aplicação antes de continuar, por exemplo num telefone novo.',
  'app.offSubmit': 'Desativar',

  'pinSet.changeTitle': 'Mudar o PIN',
  'pinSet.text': 'Onde a sua organização pede um PIN, precisa dele sempre que inicia sessão.',
  'pinSet.current': 'PIN atual',
  'pinSet.forgot': 'Esqueci-me do PIN',
  'pinSet.noCurrent': 'Escreva o PIN que tem agora',
  'pinSet.noPin': 'Escreva um novo PIN',

  'recovery.text':
    'Com cada um destes dez códigos pode entrar uma vez, se não tiver o telefone. Guarde-os em papel ou num gestor de palavras-passe.',
  'recovery.replaces': 'Se obtiver novos códigos, os antigos deixam de funcionar.',
  'recovery.make': 'Mostrar dez códigos',
  'recovery.title': 'Guarde os seus códigos de recuperação',
  'recovery.once': 'Só mostramos estes códigos agora. Cada um funciona uma só vez.',
  'recovery.print': 'Imprimir',
  'recovery.download': 'Transferir como ficheiro de texto',
  'recovery.saved': 'Guardei os códigos',
  'recovery.notSaved': 'Primeiro, guarde os códigos. Depois, assinale a caixa',

  'password.text': 'A sua sessão continua aqui e termina em todos os outros sítios.',
  'password.current': 'Palavra-passe atual',
  'password.noCurrent': 'Escreva a palavra-passe que tem agora',
  'password.noNew': 'Escreva uma nova palavra-passe',
  'password.wrong': 'Essa não é a sua palavra-passe atual. Verifique-a e tente outra vez',

  'sessions.title': 'Onde tem sessão iniciada',
  'sessions.text': 'Não reconhece alguma destas? Termine-a e mude a palavra-passe.',
  'sessions.began': 'Sessão iniciada: {time}',
  'sessions.used': 'Última utilização: {time}',
  'sessions.current': 'Está aqui agora',
  'sessions.end': 'Terminar',
  'sessions.endThis': 'Terminar e sair daqui',
  'sessions.ended': 'Essa visita terminou.',
  'sessions.more': 'Mostrar mais',

  'amr.pwd': 'palavra-passe',
  'amr.sms': 'SMS',
  'amr.tel': 'chamada',
  'amr.tel_press1': 'chamada',
  'amr.otp': 'aplicação ou código de recuperação',
  'amr.pin': 'PIN',
  'amr.bypass': 'ajuda do apoio',
}
