/** French: refusals by their code, and what became of a text or call by its reason. */
import type { Translation } from './tables.ts'

export const problemsFrFR: Translation = {
  'problem.phone_invalid':
    'Nous ne pouvons pas lire {typed} comme un numéro de téléphone utilisé. Vérifiez les chiffres',
  'problem.phone_too_short': 'Ce numéro est trop court. Vérifiez qu’il ne manque pas de chiffre',
  'problem.phone_too_long': 'Ce numéro est trop long. Vérifiez qu’il n’y a pas de chiffre en trop',
  'problem.phone_landline':
    '{typed} ressemble à un numéro fixe. Entrez un numéro de mobile, ou choisissez un autre moyen de connexion',
  'problem.phone_premium': 'Les appels à ce numéro coûtent plus cher. Entrez un numéro de mobile',
  'problem.phone_voip': 'C’est un numéro de téléphone par Internet. Entrez le numéro d’un téléphone mobile',
  'problem.phone_not_textable': 'Ce type de numéro ne peut pas recevoir nos SMS. Entrez un numéro de mobile',
  'problem.country_not_served':
    'Nous ne pouvons pas encore envoyer de codes vers ce pays. Entrez un numéro d’un autre pays',
  'problem.phone_used_too_often':
    'Nous ne pouvons pas utiliser ce numéro. Entrez-en un autre, ou contactez {brand}',
  'problem.username_taken': 'Ce nom d’utilisateur est déjà pris. Choisissez-en un autre',
  'problem.password_too_weak':
    'Ce mot de passe est trop facile à deviner. Utilisez trois ou quatre mots qui ne vont pas ensemble',
  'problem.credentials_incorrect': 'Le nom d’utilisateur ou le mot de passe n’est pas le bon',
  'problem.code_incorrect': 'Ce n’est pas le code que nous avons envoyé. Regardez le SMS le plus récent',
  'problem.own_code_incorrect': 'Ce code n’est pas le bon. Vérifiez-le et réessayez',
  'problem.tries': {
    one: 'Vous pouvez essayer encore {count} fois',
    other: 'Vous pouvez essayer encore {count} fois',
  },
  'problem.lastTry': 'Ce code n’était pas le bon, et c’était le dernier essai',
  'problem.code_malformed': 'Vérifiez le code : il manque quelque chose, ou il y a quelque chose en trop',
  'problem.code_expired': 'Ce code est trop ancien. Demandez-en un nouveau',
  'problem.verification_locked': 'Il y a eu trop de codes faux. Choisissez un autre moyen',
  'problem.verification_finished': 'Ce code n’est plus nécessaire. Utilisez le plus récent',
  'problem.send_too_soon':
    'Il est trop tôt pour un nouvel envoi. Vous pourrez redemander à partir de {time}. Le code que nous avons envoyé fonctionne encore',
  'problem.sends_exhausted':
    'Nous ne pouvons plus rien envoyer pour le moment. Vous pourrez redemander à partir de {time}',
  'problem.rate_limited': 'Il y a eu trop d’essais depuis votre réseau. Attendez une minute, puis réessayez',
  'problem.call_in_progress':
    'Un appel vers votre téléphone est déjà en cours. Répondez à cet appel, ou attendez qu’il se termine',
  'problem.call_mode_not_allowed':
    'Nous ne pouvons pas appeler ce numéro de cette façon. Demandez plutôt un SMS',
  'problem.factor_not_allowed': 'Ce moyen n’est pas possible maintenant. Choisissez-en un autre',
  'problem.step_not_expected': 'Quelque chose a changé. Regardez ce que la page demande maintenant',
  'problem.pin_incorrect': 'Ce n’est pas le bon code PIN',
  'problem.pin_mismatch': 'Les deux codes PIN ne sont pas pareils',
  'problem.pin_too_weak':
    'Ce code PIN est trop court ou trop facile à deviner. Utilisez au moins 6 chiffres que personne ne devinerait',
  'problem.account_locked': 'Il y a eu trop de mauvaises réponses. Attendez un moment, puis réessayez',
  'problem.request_invalid': 'Nous ne pouvons pas utiliser ce qui est écrit ici. Vérifiez-le',
  'problem.other': 'Cela n’a pas marché. Réessayez dans une minute',

  'reason.landline': 'Ce téléphone ne peut pas recevoir de SMS. Utilisez un autre numéro, ou un autre moyen.',
  'reason.switched_off': 'Votre téléphone semble éteint. Allumez-le là où il a du réseau, puis redemandez.',
  'reason.no_such_number': 'Ce numéro n’est pas utilisé. Un des chiffres est peut-être faux.',
  'reason.blocked_by_carrier': 'Votre réseau a bloqué notre SMS. Demandez-nous de vous appeler.',
  'reason.opted_out':
    'Nos SMS sont désactivés pour votre téléphone. Envoyez START à notre numéro, ou demandez-nous de vous appeler.',
  'reason.country_blocked':
    'Nous ne pouvons pas encore joindre de téléphones dans ce pays. Choisissez un autre moyen.',
  'reason.fraud_blocked':
    'Les SMS vers votre téléphone sont arrêtés pour un court moment. Réessayez dans 30 minutes, ou avec un autre moyen.',
  'reason.busy': 'La ligne était occupée. Terminez votre autre appel, puis demandez-nous de rappeler.',
  'reason.no_answer':
    'Personne n’a répondu. Gardez votre téléphone près de vous et demandez-nous de rappeler.',
  'reason.voicemail':
    'La messagerie a répondu. Demandez-nous de rappeler, et décrochez quand le téléphone sonne.',
  'reason.hung_up':
    'L’appel s’est terminé sans touche. Demandez-nous de rappeler, et appuyez sur la touche quand nous le demandons.',
  'reason.carrier_down': 'L’opérateur a un problème. Attendez une minute, puis réessayez.',
  'reason.unknown_failure': 'Cela n’a pas marché cette fois. Redemandez, ou demandez-nous de vous appeler.',
}
