/** European Portuguese, with no "você": the words of the frame. A draft until a native speaker has reviewed it. */
import type { Translation } from './tables.ts'

export const framePtPT: Translation = {
  'frame.skip': 'Ir para o conteúdo',
  'frame.language': 'Idioma',
  'frame.help': 'Obter ajuda',
  'frame.signOut': 'Terminar sessão',
  'frame.error': 'Erro:',
  'frame.summary': 'Há um problema',
  'frame.optional': '(opcional)',
  'frame.continue': 'Continuar',
  'frame.copy': 'Copiar',
  'frame.copied': 'Copiado',
  'frame.show': 'Mostrar',
  'frame.hide': 'Esconder',

  'missing.title': 'Página não encontrada',
  'missing.text': 'Se escreveu o endereço da página, veja se está certo.',
  'missing.start': 'Ir para o início',
  'broken.title': 'Lamentamos, algo correu mal',
  'broken.text': 'Nada se perdeu. Tente outra vez dentro de um minuto.',
  'refused.title': 'Não conseguimos usar esse formulário',
  'refused.text':
    'Talvez a página tenha estado aberta demasiado tempo. Volte atrás, carregue a página de novo e envie-a mais uma vez.',
  'refused.large': 'Havia mais texto do que cabe.',

  'help.title': 'Obter ajuda',
  'help.noCode': 'Não recebi o código',
  'help.password': 'Esqueci-me da palavra-passe',
  'help.phone': 'Perdi o telefone, ou tenho um número novo',
  'help.desk':
    'Se nada disto ajudar, contacte {brand}. Diga o seu nome de utilizador. Nunca pedem a sua palavra-passe nem um código de segurança.',
}
