/** French: registration, signing in with a password, passwords that were forgotten, phones that were lost. */
import type { Translation } from './tables.ts'

export const signInFrFR: Translation = {
  'register.title': 'Créez votre compte',
  'register.username': 'Nom d’utilisateur',
  'register.usernameHint': 'Par exemple, votre adresse e-mail. Vous en avez besoin à chaque connexion.',
  'register.password': 'Mot de passe',
  'register.passwordHint':
    'Au moins 8 caractères. Trois ou quatre mots qui ne vont pas ensemble, c’est un bon choix.',
  'register.email': 'Adresse e-mail',
  'register.emailHint': 'Pour pouvoir choisir un nouveau mot de passe si vous oubliez le vôtre.',
  'register.submit': 'S’inscrire',
  'register.haveAccount': 'J’ai déjà un compte',
  'register.noUsername': 'Entrez un nom d’utilisateur',
  'register.noPassword': 'Entrez un mot de passe',
  'register.badEmail': 'Entrez une adresse e-mail comme nom@example.com, ou laissez le champ vide',

  'phone.why':
    'Nous envoyons un code de sécurité à ce téléphone quand vous vous connectez. Nous n’utilisons ce numéro pour rien d’autre.',
  'phone.label': 'Numéro de mobile',
  'phone.hint': 'Pour un numéro de l’étranger, commencez par + et l’indicatif du pays',
  'phone.hintExample':
    'Par exemple, {example}. Pour un numéro de l’étranger, commencez par + et l’indicatif du pays.',
  'phone.country': 'Pays',
  'phone.chooseCountry': 'Choisissez un pays',
  'phone.none': 'Je n’ai pas de téléphone mobile',
  'phone.noneText':
    'Contactez {brand}. On vous y indique d’autres façons de vous connecter, par exemple avec une application sur une tablette ou un ordinateur.',
  'phone.empty': 'Entrez votre numéro de mobile',

  'signIn.title': 'Se connecter',
  'signIn.username': 'Nom d’utilisateur',
  'signIn.password': 'Mot de passe',
  'signIn.submit': 'Se connecter',
  'signIn.forgot': 'J’ai oublié mon mot de passe',
  'signIn.register': 'Créer un compte',
  'signIn.lostPhone': 'Je n’ai plus mon téléphone',
  'signIn.noUsername': 'Entrez votre nom d’utilisateur',
  'signIn.noPassword': 'Entrez votre mot de passe',
  'signIn.signedOut': 'Votre connexion est terminée.',
  'signIn.ended':
    'Connectez-vous pour continuer. Pour votre sécurité, nous terminons une visite après un certain temps.',
  'signIn.stopped':
    'Nous avons arrêté cette connexion. Si ce n’était pas vous, choisissez un nouveau mot de passe.',
  'signIn.passwordSet': 'Votre nouveau mot de passe marche. Connectez-vous avec lui.',

  'reset.title': 'Mot de passe oublié ?',
  'reset.text':
    'Entrez votre nom d’utilisateur. S’il a une adresse e-mail, nous envoyons un lien pour choisir un nouveau mot de passe.',
  'reset.submit': 'Envoyer le lien',
  'reset.sentTitle': 'Regardez vos e-mails',
  'reset.sentText':
    'Si ce nom d’utilisateur a une adresse e-mail, un lien est en route. Il fonctionne une seule fois, pendant 15 minutes.',
  'reset.sentNone':
    'Pas d’e-mail après cinq minutes ? Regardez dans les courriers indésirables, ou contactez {brand}.',
  'reset.newTitle': 'Choisissez un nouveau mot de passe',
  'reset.newPassword': 'Nouveau mot de passe',
  'reset.newSubmit': 'Enregistrer le nouveau mot de passe',
  'reset.deadTitle': 'Ce lien ne fonctionne plus',
  'reset.deadText': 'Un lien fonctionne une seule fois, pendant 15 minutes. Demandez-en un nouveau.',
  'reset.again': 'Envoyer un nouveau lien',

  'lost.title': 'Je n’ai plus mon téléphone',
  'lost.others': 'Vous pouvez encore vous connecter d’une autre façon.',
  'lost.first':
    'Connectez-vous d’abord avec votre nom d’utilisateur et votre mot de passe. Ensuite, nous montrons les autres moyens que vous avez activés.',
  'lost.none': 'Si vous n’avez rien activé d’autre, contactez {brand}.',
  'lost.whatTitle': 'Ce qu’on vous demande',
  'lost.who': 'votre nom d’utilisateur',
  'lost.proof':
    'des réponses qui montrent que c’est bien vous, comme votre date de naissance ou votre dernier rendez-vous',
  'lost.code': 'le code d’aide, si une de nos pages vous en a montré un',
  'lost.after':
    'On peut vous laisser entrer une fois, puis vous activez votre nouveau téléphone. On ne vous demande jamais votre mot de passe ni un code de sécurité.',
  'lost.stolen': 'On l’a volé ? Demandez à votre opérateur de bloquer la carte SIM.',
}
