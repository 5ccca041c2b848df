/** Dutch: registration, signing in with a password, passwords that were forgotten, phones that were lost. */
import type { Translation } from './tables.ts'

export const signInNlNL: Translation = {
  'register.title': 'Maak uw account aan',
  'register.username': 'Gebruikersnaam',
  'register.usernameHint': 'Bijvoorbeeld uw e-mailadres. U heeft hem nodig als u inlogt.',
  'register.password': 'Wachtwoord',
  'register.passwordHint': 'Minstens 8 tekens. Drie of vier woorden die niet bij elkaar horen, werken goed.',
  'register.email': 'E-mailadres',
  'register.emailHint': 'Zodat u een nieuw wachtwoord kunt kiezen als u het vergeet.',
  'register.submit': 'Aanmelden',
  'register.haveAccount': 'Ik heb al een account',
  'register.noUsername': 'Vul een gebruikersnaam in',
  'register.noPassword': 'Vul een wachtwoord in',
  'register.badEmail': 'Vul een e-mailadres in zoals naam@example.com, of laat het leeg',

  'phone.why':
    'Als u inlogt, sturen we een beveiligingscode naar deze telefoon. We gebruiken het nummer nergens anders voor.',
  'phone.label': 'Mobiel nummer',
  'phone.hint': 'Begin een nummer uit het buitenland met + en de landcode',
  'phone.hintExample': 'Bijvoorbeeld {example}. Begin een nummer uit het buitenland met + en de landcode.',
  'phone.country': 'Land',
  'phone.chooseCountry': 'Kies een land',
  'phone.none': 'Ik heb geen mobiele telefoon',
  'phone.noneText':
    'Neem contact op met {brand}. Zij weten hoe u anders kunt inloggen, bijvoorbeeld met een app op een tablet of computer.',
  'phone.empty': 'Vul uw mobiele nummer in',

  'signIn.title': 'Inloggen',
  'signIn.username': 'Gebruikersnaam',
  'signIn.password': 'Wachtwoord',
  'signIn.submit': 'Inloggen',
  'signIn.forgot': 'Ik ben mijn wachtwoord vergeten',
  'signIn.register': 'Account aanmaken',
  'signIn.lostPhone': 'Ik heb mijn telefoon niet meer',
  'signIn.noUsername': 'Vul uw gebruikersnaam in',
  'signIn.noPassword': 'Vul uw wachtwoord in',
  'signIn.signedOut': 'U bent uitgelogd.',
  'signIn.ended': 'Log in om verder te gaan. Voor uw veiligheid eindigt een bezoek na een tijdje.',
  'signIn.stopped': 'We hebben dit inloggen gestopt. Was u het niet? Kies dan een nieuw wachtwoord.',
  'signIn.passwordSet': 'Uw nieuwe wachtwoord werkt. Log ermee in.',

  'reset.title': 'Wachtwoord vergeten?',
  'reset.text':
    'Vul uw gebruikersnaam in. Hoort daar een e-mailadres bij, dan sturen we een link om een nieuw wachtwoord te kiezen.',
  'reset.submit': 'Link sturen',
  'reset.sentTitle': 'Bekijk uw e-mail',
  'reset.sentText':
    'Hoort er een e-mailadres bij die gebruikersnaam, dan is er een link onderweg. Die werkt 15 minuten, één keer.',
  'reset.sentNone':
    'Na vijf minuten nog geen e-mail? Kijk bij de ongewenste e-mail, of neem contact op met {brand}.',
  'reset.newTitle': 'Kies een nieuw wachtwoord',
  'reset.newPassword': 'Nieuw wachtwoord',
  'reset.newSubmit': 'Nieuw wachtwoord bewaren',
  'reset.deadTitle': 'Deze link werkt niet meer',
  'reset.deadText': 'Een link werkt één keer, 15 minuten lang. Vraag een nieuwe aan.',
  'reset.again': 'Nieuwe link sturen',

  'lost.title': 'Ik heb mijn telefoon niet meer',
  'lost.others': 'U kunt nog op een andere manier inloggen.',
  'lost.first':
    'Log eerst in met uw gebruikersnaam en wachtwoord. Daarna ziet u welke andere manieren u heeft ingesteld.',
  'lost.none': 'Is er niets anders ingesteld? Neem dan contact op met {brand}.',
  'lost.whatTitle': 'Wat zij vragen',
  'lost.who': 'uw gebruikersnaam',
  'lost.proof': 'vragen waaruit blijkt dat u het bent, zoals uw geboortedatum of uw laatste afspraak',
  'lost.code': 'de hulpcode, als een van onze pagina’s er een liet zien',
  'lost.after':
    'Zij kunnen u één keer laten inloggen; daarna stelt u uw nieuwe telefoon in. Ze vragen nooit om uw wachtwoord of om een beveiligingscode.',
  'lost.stolen': 'Is hij gestolen? Vraag uw telefoonaanbieder om de simkaart te blokkeren.',
}
