/** French: everything that a login asks for after the password. */
import type { Translation } from './tables.ts'

export const stepsFrFR: Translation = {
  'way.sms': 'SMS',
  'way.call': 'Appel',
  'way.totp': 'Application d’authentification',
  'way.pin': 'Code PIN',
  'way.recovery_code': 'Code de secours',
  'way.phoneHint': 'Au numéro qui finit par {ending}',
  'way.totpHint': 'Un code donné par une application sur votre téléphone ou votre ordinateur',
  'way.pinHint': 'Le nombre que vous avez choisi vous-même',
  'way.recovery_codeHint': 'Un des codes que vous avez enregistrés ou imprimés',
  'way.useSms': 'Envoyer plutôt un SMS',
  'way.useCall': 'M’appeler plutôt',
  'way.useTotp': 'Utiliser mon application d’authentification',
  'way.usePin': 'Utiliser mon code PIN',
  'way.useRecovery_code': 'Utiliser un code de secours',
  'way.others': 'Utiliser un autre moyen',

  'profileStep.title': 'Quel profil voulez-vous utiliser ?',
  'profileStep.none': 'Choisissez un profil',
  'type.patient': 'Patient ou patiente',
  'type.doctor': 'Médecin',
  'type.employee': 'Employé ou employée',
  'type.manager': 'Responsable',

  'factor.title': 'Comment voulez-vous montrer que c’est bien vous ?',
  'factor.none': 'Choisissez un moyen',

  'send.title': 'Confirmez votre téléphone',
  'send.text': 'Nous envoyons un code de sécurité au {phone}.',
  'send.how': 'Comment devons-nous envoyer le code ?',
  'send.smsHint': 'En général en moins de 10 secondes',
  'send.callHint': 'Nous vous appelons et nous disons le code',
  'send.submit': 'Envoyer le code',
  'send.wrong': 'Ce numéro est faux',
  'send.wrongText':
    'Connectez-vous avec vos nouveaux nom d’utilisateur et mot de passe. Là, vous pouvez donner un autre numéro.',

  'code.title': 'Regardez votre téléphone',
  'code.sms':
    'Nous avons envoyé un SMS avec un code de sécurité à 6 chiffres au numéro qui finit par {ending}.',
  'code.call':
    'Nous appelons le numéro qui finit par {ending}. Appuyez sur une touche quand nous le demandons. Vous entendez alors un code de sécurité à 6 chiffres.',
  'code.nothing': 'Nous ne pouvons pas envoyer de code pour le moment.',
  'code.nothingUntil':
    'Nous ne pouvons pas envoyer de code pour le moment. Vous pourrez en redemander un à partir de {time}.',
  'code.label': 'Code de sécurité',
  'code.hint': '6 chiffres, comme 418 052',
  'code.until': 'Vous pouvez utiliser ce code jusqu’à {time}.',
  'code.again': 'Envoyer encore une fois le code',
  'code.callAgain': 'M’appeler encore une fois',
  'code.missing': 'Je n’ai pas reçu le SMS',
  'code.missingCall': 'Je n’ai pas reçu l’appel',
  'code.empty': 'Entrez le code de sécurité',
  'code.notDigits': 'Le code contient seulement des chiffres',
  'code.wrongLength': 'Le code a 6 chiffres. Vous en avez entré {count}',
  'code.resent': 'Ce code est trop ancien. Nous vous en avons envoyé un nouveau',
  'code.old': 'Ce code est trop ancien. Demandez-en un nouveau',

  'status.queued': 'Envoi du SMS…',
  'status.sent': 'Envoyé à {time}. Votre réseau ne l’a pas encore confirmé.',
  'status.delivered': 'Votre téléphone l’a reçu à {time}.',
  'status.calling': 'Nous appelons…',
  'status.ringing': 'Votre téléphone sonne.',
  'status.answered': 'Vous avez répondu.',
  'status.ended': 'L’appel est terminé.',
  'status.approved': 'C’est bon. Connexion en cours…',
  'status.check': 'Vérifier encore une fois',

  'call.title': 'Nous vous appelons',
  'call.press1': 'Répondez à l’appel au numéro qui finit par {ending} et appuyez sur {digit}.',
  'call.match':
    'Répondez à l’appel au numéro qui finit par {ending}. Tapez ces deux chiffres sur le clavier de votre téléphone :',
  'call.over': 'Les chiffres ne sont plus affichés, car l’appel est terminé.',
  'call.continue': 'J’ai appuyé. Continuer',
  'call.again': 'Appeler encore une fois',
  'call.notMe': 'Vous n’avez rien demandé ? Appuyez sur 9 pendant l’appel. Alors, personne n’entre.',
  'call.real': 'Comment savoir si l’appel est vrai ?',
  'call.realText':
    'Nous appelons seulement si vous le demandez sur cette page. Nous ne vous demandons jamais de dire un mot de passe ou un code.',

  'secret.totpTitle': 'Entrez le code de votre application',
  'secret.totpText': 'Ouvrez votre application d’authentification et cherchez {brand}.',
  'secret.totpLabel': 'Code de l’application',
  'secret.totpEmpty': 'Entrez le code que l’application affiche',
  'secret.pinTitle': 'Entrez votre code PIN',
  'secret.pinLabel': 'Code PIN',
  'secret.pinEmpty': 'Entrez votre code PIN',
  'secret.recoveryTitle': 'Entrez un code de secours',
  'secret.recoveryLabel': 'Code de secours',
  'secret.recoveryHint':
    'Chaque code fonctionne une fois. Les majuscules, les espaces et les tirets ne comptent pas.',
  'secret.recoveryEmpty': 'Entrez un code de secours',
  'secret.bypassTitle': 'Entrez le code de notre équipe d’assistance',
  'secret.bypassLabel': 'Code de l’assistance',
  'secret.bypassHint': 'Celui que l’assistance vous a lu. Il fonctionne une fois.',
  'secret.bypassEmpty': 'Entrez le code que l’assistance vous a donné',

  'give.title': 'Donnez-nous votre numéro de mobile',
  'give.missing':
    'Il n’y a pas encore de numéro de mobile pour votre compte. Il vous en faut un pour vous connecter.',
  'give.unproven':
    'Vous n’avez pas encore confirmé votre numéro de mobile. Vous pouvez d’abord le changer ici.',
  'give.landline':
    'Le numéro {phone} est celui d’un téléphone fixe et ne peut pas recevoir de SMS. Entrez un numéro de mobile.',
  'give.failed': 'Nous n’avons pas pu joindre le {phone}. Vérifiez le numéro, ou entrez-en un autre.',
  'give.pending': 'Votre nouveau numéro {phone} attend son code.',
  'give.usePending': 'Envoyer le code au {phone}',
  'give.other': 'Ou entrez un autre numéro',
  'give.submit': 'Recevoir le code',
  'give.skip': 'Faire cela plus tard',

  'totp.title': 'Installez une application d’authentification',
  'totp.text':
    'Votre organisation en demande une. Toutes les applications d’authentification fonctionnent, comme Google Authenticator, Microsoft Authenticator ou Authy.',
  'totp.scan': 'Scannez cette image avec l’application',
  'totp.alt': 'QR code qui contient la clé écrite en dessous',
  'totp.type': 'Ou tapez cette clé dans l’application',
  'totp.open': 'Ouvrir l’application sur ce téléphone',
  'totp.enter': 'Entrez le code que l’application affiche maintenant',

  'pin.title': 'Choisissez un code PIN',
  'pin.text': 'Votre organisation en demande un. Vous en avez besoin à chaque connexion.',
  'pin.label': 'Nouveau code PIN',
  'pin.hint': 'Au moins 6 chiffres. Pas de date, et pas de chiffres qui se suivent.',
  'pin.again': 'Encore une fois le même code PIN',
  'pin.submit': 'Enregistrer le code PIN',

  'missed.title': 'Si vous n’avez pas reçu le code',
  'missed.wait': 'Attendez une minute. Les SMS sont parfois lents.',
  'missed.number': 'Vérifiez que le {phone} est toujours votre numéro.',
  'missed.signal':
    'Vérifiez que votre téléphone est allumé, qu’il a du réseau et qu’il n’est pas en mode avion.',
  'missed.blocked': 'Regardez parmi les messages d’expéditeurs inconnus ou bloqués.',
  'missed.restart': 'Éteignez le téléphone, puis rallumez-le.',
  'missed.abroad': 'À l’étranger ? Vérifiez que l’itinérance (« roaming ») est activée.',
  'missed.later': 'Vous pourrez en redemander un à partir de {time}.',
  'missed.used': 'Tous les essais pour envoyer ce code sont utilisés. Continuez avec un autre moyen.',
  'missed.back': 'Entrer le code',
  'missed.stuck': 'Toujours un problème ?',

  'support.pausedTitle': 'Vous ne pouvez pas vous connecter pour le moment',
  'support.pausedUntil': 'Vous ne pouvez pas vous connecter jusqu’à {time}',
  'support.too_many_wrong':
    'Il y a eu trop de codes faux. Cette pause empêche d’autres personnes d’entrer dans votre compte.',
  'support.too_many_wrong_lately':
    'Il y a eu trop de codes faux ces dernières semaines. Seule notre équipe d’assistance peut vous laisser entrer.',
  'support.nothing_left':
    'Il ne reste aucun autre moyen à essayer. Vous pouvez recommencer avec votre mot de passe.',
  'support.nothingTitle': 'Nous n’avons pas pu confirmer que c’est bien vous',
  'support.denied':
    'Quelqu’un a appuyé sur 9 pendant l’appel. Cela veut dire : ce n’était pas moi. Personne n’est entré.',
  'support.deniedTitle': 'Cette connexion a été arrêtée',
  'support.login_expired': 'Une connexion doit être finie en 30 minutes.',
  'support.expiredTitle': 'Cela a pris trop de temps',
  'support.wait': 'Ensuite, connectez-vous comme d’habitude.',
  'support.call': 'Si vous avez besoin d’aide, contactez {brand} et lisez ce code d’aide :',
  'support.notYou': 'Si ce n’était pas vous, choisissez un nouveau mot de passe.',
  'support.start': 'Recommencer',
}
