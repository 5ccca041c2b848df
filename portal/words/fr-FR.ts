/** French, with "vous": the words of the frame. A draft until a native speaker has reviewed it. */
import type { Translation } from './tables.ts'

export const frameFrFR: Translation = {
  'frame.skip': 'Aller au contenu',
  'frame.language': 'Langue',
  'frame.help': 'Aide',
  'frame.signOut': 'Se déconnecter',
  'frame.error': 'Erreur :',
  'frame.summary': 'Il y a un problème',
  'frame.optional': '(facultatif)',
  'frame.continue': 'Continuer',
  'frame.copy': 'Copier',
  'frame.copied': 'Copié',
  'frame.show': 'Afficher',
  'frame.hide': 'Masquer',

  'missing.title': 'Page introuvable',
  'missing.text': 'Si vous avez tapé l’adresse de la page, vérifiez qu’elle est correcte.',
  'missing.start': 'Aller au début',
  'broken.title': 'Désolé, quelque chose n’a pas marché',
  'broken.text': 'Rien n’est perdu. Réessayez dans une minute.',
  'refused.title': 'Nous n’avons pas pu utiliser ce formulaire',
  'refused.text':
    'La page est peut-être restée ouverte trop longtemps. Revenez en arrière, rechargez la page et envoyez le formulaire encore une fois.',
  'refused.large': 'Il y avait trop de texte.',

  'help.title': 'Aide',
  'help.noCode': 'Je n’ai pas reçu le code',
  'help.password': 'J’ai oublié mon mot de passe',
  'help.phone': 'J’ai perdu mon téléphone ou j’ai un nouveau numéro',
  'help.desk':
    'Si rien de cela ne vous aide, contactez {brand}. Donnez votre nom d’utilisateur. On ne vous y demande jamais votre mot de passe ni un code de sécurité.',
}
