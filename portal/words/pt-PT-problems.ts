/** Portuguese: refusals by their code, and what became of a text or call by its reason. */
import type { Translation } from './tables.ts'

export const problemsPtPT: Translation = {
  'problem.phone_invalid':
    'Não conseguimos ler {typed} como um número de telefone em uso. Veja se os algarismos estão certos',
  'problem.phone_too_short': 'Este número é demasiado curto. Veja se falta algum algarismo',
  'problem.phone_too_long': 'Este número é demasiado longo. Veja se há algarismos a mais',
  'problem.phone_landline':
    '{typed} parece um telefone fixo. Escreva um número de telemóvel, ou escolha outra forma de entrar',
  'problem.phone_premium': 'As chamadas para este número custam mais. Escreva um número de telemóvel',
  'problem.phone_voip': 'Este é um número de telefone pela internet. Escreva o número de um telemóvel',
  'problem.phone_not_textable':
    'Este tipo de número não pode receber as nossas SMS. Escreva um número de telemóvel',
  'problem.country_not_served':
    'Ainda não podemos enviar códigos para esse país. Escreva um número de outro país',
  'problem.phone_used_too_often': 'Não podemos usar este número. Escreva outro, ou contacte {brand}',
  'problem.username_taken': 'Este nome de utilizador já está em uso. Escolha outro',
  'problem.password_too_weak':
    'Esta palavra-passe é demasiado fácil de adivinhar. Use três ou quatro palavras que não têm nada a ver umas com as outras',
  'problem.credentials_incorrect': 'O nome de utilizador ou a palavra-passe não estão certos',
  'problem.code_incorrect': 'Esse não é o código que enviámos. Veja a SMS mais recente',
  'problem.own_code_incorrect': 'Esse código não está certo. Verifique-o e tente outra vez',
  'problem.tries': {
    one: 'Pode tentar mais {count} vez',
    other: 'Pode tentar mais {count} vezes',
  },
  'problem.lastTry': 'Esse código não estava certo, e era a última tentativa',
  'problem.code_malformed': 'Verifique o código: falta alguma coisa, ou há alguma coisa a mais',
  'problem.code_expired': 'Esse código é demasiado antigo. Peça um novo',
  'problem.verification_locked': 'Houve demasiados códigos errados. Escolha outra forma',
  'problem.verification_finished': 'Esse código já não é preciso. Use o mais recente',
  'problem.send_too_soon':
    'É demasiado cedo para enviar outra vez. Pode pedir outra vez a partir desta hora: {time}. O código que enviámos ainda funciona',
  'problem.sends_exhausted':
    'Por agora, não podemos enviar mais. Pode pedir outra vez a partir desta hora: {time}',
  'problem.rate_limited':
    'Houve demasiadas tentativas a partir da sua rede. Espere um minuto e tente outra vez',
  'problem.call_in_progress':
    'Já estamos a ligar para o seu telefone. Atenda essa chamada, ou espere que termine',
  'problem.call_mode_not_allowed': 'Não podemos ligar para este número dessa forma. Peça uma SMS',
  'problem.factor_not_allowed': 'Agora não pode usar esta forma. Escolha outra',
  'problem.step_not_expected': 'Alguma coisa mudou. Veja o que a página pede agora',
  'problem.pin_incorrect': 'Esse não é o PIN certo',
  'problem.pin_mismatch': 'Os dois PIN não são iguais',
  'problem.pin_too_weak':
    'Este PIN é demasiado curto ou demasiado fácil de adivinhar. Use pelo menos 6 algarismos que ninguém adivinhe',
  'problem.account_locked': 'Houve demasiadas respostas erradas. Espere um pouco e tente outra vez',
  'problem.request_invalid': 'Não podemos usar o que está escrito aqui. Verifique-o',
  'problem.other': 'Não funcionou. Tente outra vez dentro de um minuto',

  'reason.landline': 'Este telefone não pode receber SMS. Use outro número, ou outra forma.',
  'reason.switched_off': 'O seu telefone parece desligado. Ligue-o onde tenha rede e peça outra vez.',
  'reason.no_such_number': 'Este número não está em uso. Talvez um dos algarismos esteja errado.',
  'reason.blocked_by_carrier': 'A sua rede parou a nossa SMS. Peça-nos que lhe liguemos.',
  'reason.opted_out':
    'As nossas SMS estão desativadas para o seu telefone. Envie START para o nosso número, ou peça-nos que lhe liguemos.',
  'reason.country_blocked': 'Ainda não conseguimos contactar telefones nesse país. Escolha outra forma.',
  'reason.fraud_blocked':
    'As SMS para o seu telefone estão paradas por pouco tempo. Tente outra vez daqui a 30 minutos, ou de outra forma.',
  'reason.busy': 'A linha estava ocupada. Termine a outra chamada e peça-nos que liguemos outra vez.',
  'reason.no_answer': 'Ninguém atendeu. Tenha o telefone perto de si e peça-nos que liguemos outra vez.',
  'reason.voicemail':
    'A chamada foi para o correio de voz. Peça-nos que liguemos outra vez e atenda quando tocar.',
  'reason.hung_up':
    'A chamada terminou sem uma tecla. Peça-nos que liguemos outra vez e prima a tecla quando pedirmos.',
  'reason.carrier_down': 'A operadora tem um problema. Espere um minuto e tente outra vez.',
  'reason.unknown_failure': 'Desta vez não funcionou. Peça outra vez, ou peça-nos que lhe liguemos.',
}
