/** French, with "vous". The texts use no ê, ç or other letter outside GSM-7; calls are free to. */
import type { Language } from './language.ts'

export const frFR: Language = {
  tag: 'fr-FR',
  nativeName: 'Français',
  direction: 'ltr',
  voice: { voice: 'Polly.Lea-Neural', language: 'fr-FR' },
  review: null,
  messages: {
    'text.registration': '{$code} est votre code {$brand} pour confirmer ce téléphone.',
    'text.login': '{$code} est votre code de connexion {$brand}.',
    'text.phone_change': '{$code} est votre code {$brand} pour utiliser ce téléphone.',
    'text.other': '{$code} est votre code {$brand}.',
    'text.discreet': '{$code} est votre code.',
    'text.lifetime':
      '.input {$minutes :integer} .match $minutes one {{Il est valable {$minutes} minute.}} * {{Il est valable {$minutes} minutes.}}',
    'text.warning': 'Ne le donnez à personne, y compris à nos équipes.',
    'text.shortWarning': 'Ne le donnez à personne.',

    'call.opening.registration':
      'Bonjour. |400| Ici {$brand}. |300| Vous nous avez demandé de vous appeler pour confirmer ce téléphone.',
    'call.opening.login':
      'Bonjour. |400| Ici {$brand}. |300| Vous nous avez demandé de vous appeler pour vous connecter.',
    'call.opening.phone_change':
      'Bonjour. |400| Ici {$brand}. |300| Vous nous avez demandé de vous appeler pour utiliser ce téléphone.',
    'call.opening.other': 'Bonjour. |400| Ici {$brand}. |300| Vous nous avez demandé de vous appeler.',
    'call.opening.discreet': "Bonjour. |400| Voici l'appel que vous venez de demander.",
    'call.askPress1':
      "Si vous êtes en train de vous connecter, appuyez sur 1. |600| Si vous n'avez rien demandé, appuyez sur 9.",
    'call.askMatchDigits':
      "Regardez votre écran. |300| Il affiche deux chiffres. |300| Tapez-les maintenant sur votre téléphone. |800| Si vous n'avez rien demandé, appuyez sur 9.",
    'call.askSpokenCode':
      "Pour entendre votre code, appuyez sur 1. |600| Si vous n'avez rien demandé, appuyez sur 9.",
    'call.code': 'Voici votre code. |600|',
    'call.codeAgain': 'Encore une fois. |600|',
    'call.askRepeat':
      "Pour l'entendre à nouveau, appuyez sur 1. |300| Pour l'entendre plus lentement, appuyez sur 2.",
    'call.thanks': 'Merci. |300| Vous pouvez revenir à votre écran. Au revoir.',
    'call.denied':
      "Merci de nous avoir prévenus. |300| Nous avons bloqué cette demande. Personne n'a obtenu d'accès. Au revoir.",
    'call.noKey':
      "Nous n'avons reçu aucune touche. |300| Vous pouvez demander un nouvel appel sur votre écran. Au revoir.",
    'call.tooManyWrong':
      "Ce n'était pas la bonne réponse. |300| Vous pouvez recommencer sur votre écran. Au revoir.",
    'call.over':
      "Cette demande n'est plus valable. |300| Vous pouvez recommencer sur votre écran. Au revoir.",
    'call.wrongKey': "Ce n'était pas la bonne réponse. |300| Veuillez réessayer.",

    'notice.from': '{$brand} :',
    'notice.number_change_requested':
      'Une demande de changement de votre numéro de téléphone est en cours. Pas vous ? Annulez-la ou contactez-nous.',
    'notice.number_changed':
      'Le numéro de téléphone de votre compte a été changé. Pas vous ? Contactez-nous tout de suite.',
    'notice.factor_added':
      'Un nouveau moyen de connexion a été ajouté à votre compte. Pas vous ? Contactez-nous tout de suite.',
    'notice.factor_removed':
      'Un moyen de connexion a été retiré de votre compte. Pas vous ? Contactez-nous tout de suite.',
    'notice.many_wrong_codes':
      'Des codes faux ont été saisis plusieurs fois pour votre compte. Pas vous ? Changez votre mot de passe.',
    'notice.locked':
      'Après trop de codes faux, la connexion est suspendue un moment. Pas vous ? Changez votre mot de passe.',
    'notice.locked_for_long':
      'Beaucoup de codes faux. Encore quelques-uns et nous seuls pourrons vous débloquer. Pas vous ? Contactez-nous.',
    'notice.recovery_code_used':
      'Un code de secours a été utilisé. Activez un nouveau moyen de connexion. Pas vous ? Contactez-nous vite.',
    'notice.password_changed':
      'Le mot de passe de votre compte a été changé. Pas vous ? Contactez-nous tout de suite.',
    'notice.bypass_used':
      'Notre équipe a permis une connexion à votre compte sans code. Pas vous ? Contactez-nous tout de suite.',
    'notice.reset_requested':
      'On nous demande de réinitialiser un de vos moyens de connexion. Pas vous ? Contactez-nous tout de suite.',
    'notice.bypass_issued':
      'Nous venons de donner un accès unique à votre compte. Pas à votre demande ? Contactez-nous tout de suite.',
    'notice.test_message': "Ceci est un message d'essai sans code. Vous n'avez rien à faire.",

    'mail.password_reset.subject': 'Choisir un nouveau mot de passe',
    'mail.password_reset.opening':
      'Vous ou une autre personne avez demandé un nouveau mot de passe pour {$brand}.',
    'mail.password_reset.openingDiscreet': 'Vous ou une autre personne avez demandé un nouveau mot de passe.',
    'mail.password_reset.action': 'Choisir un nouveau mot de passe',
    'mail.password_reset.lifetime':
      '.input {$minutes :integer} .match $minutes one {{Le lien fonctionne une seule fois, pendant {$minutes} minute.}} * {{Le lien fonctionne une seule fois, pendant {$minutes} minutes.}}',
    'mail.password_reset.notYou':
      "Si vous n'avez rien demandé, vous n'avez rien à faire : votre mot de passe reste le même.",
  },
}
