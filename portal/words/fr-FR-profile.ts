import type { ProfileWords } from './en-GB-profile.ts'

/** French: what a signed-in person sees and changes. */
export const profileFrFR: ProfileWords = {
  'own.title': 'Informations personnelles',
  'own.name': 'Nom',
  'own.safety': 'Connexion',
  'own.password': 'Changer votre mot de passe',
  'own.change': 'Changer',
  'own.desk': 'Votre travail',
  'own.deskSupport': 'Aider les patients',
  'own.deskOwner': 'Règles, personnes et envois',
  'own.cancel': 'Annuler',
  'own.back': 'Retour aux informations personnelles',
  'own.phoneNone': 'Pas encore de numéro.',
  'own.phoneAdd': 'Ajouter un numéro de mobile',
  'own.phoneHelp': 'Changer le numéro de mobile : comment faire',
  'own.phoneWhy':
    'Nous envoyons les codes de sécurité à ce numéro. Si vous avez un nouveau numéro, cliquez {here} pour le changer.',
  'own.phoneHere': 'ici',
  'own.proven': 'confirmé le {day}',
  'own.pendingText': 'Le numéro qui finit par {ending} attend son code.',
  'own.enterCode': 'Entrer le code',
  'own.sendAgain': 'Envoyer encore une fois le code',
  'own.drop': 'Garder l’ancien numéro',
  'own.dropFirst': 'Supprimer ce numéro',
  'own.dropped': 'Le nouveau numéro est supprimé. Son code ne fonctionne plus.',
  'own.passwordSet': 'Votre nouveau mot de passe marche. Toutes vos autres connexions sont terminées.',
  'own.languageHelp': 'Changer la langue',

  'prove.title': 'Montrez que c’est bien vous',
  'prove.text':
    'Pour protéger votre compte, nous vous demandons d’abord encore un code. Vous revenez ici ensuite.',
  'prove.weak':
    'Un code PIN, ou une touche pendant un appel, ne suffit pas pour ce changement. Utilisez un code reçu par SMS, par appel ou dans votre application. Si vous n’avez rien de tout cela, contactez {brand}.',
  'prove.newNumber':
    'Votre numéro de mobile est nouveau. Pour ce changement, utilisez un code de votre application d’authentification, ou attendez un jour après le changement du numéro. Si vous ne pouvez pas attendre, contactez {brand}.',
  'prove.again':
    'Du temps a passé depuis votre connexion. Connectez-vous encore une fois pour faire ce changement.',
  'prove.signIn': 'Se connecter encore une fois',

  'ownPhone.title': 'Quel est votre nouveau numéro de mobile ?',
  'ownPhone.now': 'Votre numéro actuel est le {phone}.',
  'ownPhone.told': 'Nous envoyons aussi un message à votre ancien numéro.',
  'ownPhone.submit': 'Enregistrer et recevoir le code',
  'ownPhone.verify': 'Confirmer',
  'ownPhone.minutes': 'Vous pouvez utiliser le code pendant 10 minutes.',
  'ownPhone.again': 'Nous avons envoyé encore une fois le code au numéro qui finit par {ending}.',
  'ownPhone.calling':
    'Nous appelons le numéro qui finit par {ending}. Appuyez sur une touche quand nous le demandons. Vous entendez alors un code de sécurité à 6 chiffres.',
  'ownPhone.other': 'Entrer un autre numéro',
  'ownPhone.locked': 'Il y a eu trop de codes faux. Envoyez un nouveau code',
  'ownPhone.done': 'Votre nouveau numéro marche',
  'ownPhone.doneText':
    'Nous avons envoyé un message à votre ancien numéro. À partir de maintenant, les codes de sécurité vont à votre nouveau numéro.',
  'ownPhone.doneFirst': 'À partir de maintenant, nous pouvons envoyer des codes de sécurité à ce numéro.',

  'ways.title': 'Moyens de connexion',
  'ways.required': 'À chaque connexion, il vous faut votre mot de passe et un de ces moyens : {list}.',
  'ways.requiredOne': 'À chaque connexion, il vous faut votre mot de passe et ceci : {list}.',
  'ways.optional':
    'Avec un de ces moyens, personne n’entre dans votre compte avec seulement votre mot de passe.',
  'ways.bound': 'Avant de continuer, activez un des moyens que votre organisation demande.',
  'ways.second':
    'Activez aussi un deuxième moyen. Ainsi, vous pouvez encore vous connecter si vous perdez votre téléphone.',
  'ways.asked': 'Votre organisation le demande',
  'ways.on': 'Activé',
  'ways.off': 'Pas activé',
  'ways.notUsed': 'Votre organisation ne l’utilise pas',
  'ways.to': 'Au {phone}',
  'ways.setUp': 'Activer',
  'ways.addPhone': 'Ajouter un numéro',
  'ways.changePhone': 'Changer le numéro',
  'ways.replaceApp': 'Utiliser une autre application ou un autre téléphone',
  'ways.switchOff': 'Désactiver',
  'ways.codes': 'Codes de secours',
  'ways.codesLeft': { one: 'Il reste {count} code.', other: 'Il reste {count} codes.' },
  'ways.makeCodes': 'Obtenir des codes de secours',
  'ways.newCodes': 'Obtenir de nouveaux codes',
  'ways.appOn': 'Votre application d’authentification marche.',
  'ways.appOff': 'Votre application d’authentification est désactivée.',
  'ways.pinSet': 'Votre nouveau code PIN marche.',
  'ways.codesSaved':
    'Vos codes de secours marchent. Gardez-les là où vous pouvez les trouver sans votre téléphone.',

  'app.text':
    'Il vous faut une application d’authentification, comme Google Authenticator, Microsoft Authenticator ou Authy. Elle peut être sur votre téléphone, votre tablette ou votre ordinateur.',
  'app.next':
    'La page suivante montre une image à scanner avec l’application, et une clé à taper à la place.',
  'app.replaces':
    'La page suivante montre une nouvelle image à scanner. Votre ancienne application ne marche plus dès que vous entrez un code de la nouvelle.',
  'app.show': 'Montrer l’image',
  'app.submit': 'Activer',
  'app.again': 'Montrer une nouvelle image',
  'app.clock':
    'Entrez le code le plus récent. S’il ne marche pas, vérifiez que l’heure du téléphone est juste.',
  'app.late': 'L’image était trop ancienne. Scannez-en une nouvelle.',
  'app.offBound':
    'Votre application est désactivée. Votre organisation demande un de ces moyens. Activez-en un de nouveau pour continuer.',
  'app.offTitle': 'Désactiver l’application d’authentification',
  'app.offText':
    'À partir de maintenant, vous vous connectez avec vos autres moyens. Toutes vos autres connexions se terminent.',
  'app.offAsked':
    'Votre organisation le demande. Si vous désactivez l’application, vous devez en activer une de nouveau avant de pouvoir continuer, par exemple sur un nouveau téléphone.',
  'app.offSubmit': 'Désactiver',

  'pinSet.changeTitle': 'Changer votre code PIN',
  'pinSet.text': 'Si votre organisation demande un code PIN, vous en avez besoin à chaque connexion.',
  'pinSet.current': 'Code PIN actuel',
  'pinSet.forgot': 'J’ai oublié mon code PIN',
  'pinSet.noCurrent': 'Entrez le code PIN que vous avez maintenant',
  'pinSet.noPin': 'Entrez un nouveau code PIN',

  'recovery.text':
    'Chacun de ces dix codes vous permet de vous connecter une fois si vous n’avez pas votre téléphone. Gardez-les sur papier, ou dans un gestionnaire de mots de passe.',
  'recovery.replaces': 'Si vous obtenez de nouveaux codes, les anciens ne fonctionnent plus.',
  'recovery.make': 'Montrer dix codes',
  'recovery.title': 'Enregistrez vos codes de secours',
  'recovery.once': 'Nous montrons ces codes seulement maintenant. Chacun fonctionne une fois.',
  'recovery.print': 'Imprimer',
  'recovery.download': 'Télécharger en fichier texte',
  'recovery.saved': 'J’ai enregistré les codes',
  'recovery.notSaved': 'Enregistrez d’abord les codes, puis cochez la case',

  'password.text': 'Vous gardez cette connexion. Toutes vos autres connexions se terminent.',
  'password.current': 'Mot de passe actuel',
  'password.noCurrent': 'Entrez le mot de passe que vous avez maintenant',
  'password.noNew': 'Entrez un nouveau mot de passe',
  'password.wrong': 'Ce n’est pas votre mot de passe actuel. Vérifiez-le et réessayez',

  'sessions.title': 'Vos connexions ouvertes',
  'sessions.text':
    'Vous ne reconnaissez pas une de ces connexions ? Terminez-la et changez votre mot de passe.',
  'sessions.began': 'Connexion le {time}',
  'sessions.used': 'Dernière utilisation le {time}',
  'sessions.current': 'C’est ici que vous êtes maintenant',
  'sessions.end': 'Terminer',
  'sessions.endThis': 'Terminer et se déconnecter ici',
  'sessions.ended': 'Cette visite est terminée.',
  'sessions.more': 'Montrer plus',

  'amr.pwd': 'mot de passe',
  'amr.sms': 'SMS',
  'amr.tel': 'appel',
  'amr.tel_press1': 'appel',
  'amr.otp': 'application ou code de secours',
  'amr.pin': 'code PIN',
  'amr.bypass': 'aide de l’assistance',
}
