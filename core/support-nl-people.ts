/** Dutch: steps of the timeline about patients, their ways to sign in, and what staff and owners did. */
import type { Entry, PeopleEntry } from './support-language.ts'

const NOT_YOU = [
  'Dit is gewijzigd in uw account. Heeft u dat gedaan?',
  'Was het niet de patiënt? Kies Nieuw wachtwoord en meld het aan een teamleider.',
] as const

export const PEOPLE_NL: Record<PeopleEntry, Entry> = {
  registered: ['De patiënt heeft zich aangemeld.', 'Op de aanmeldpagina is een account gemaakt.'],
  account_created: ['Het account is gemaakt.', 'Een medewerker of het portaal deed dat.'],
  login_started: ['Het inloggen is begonnen.', 'De gebruikersnaam en het wachtwoord klopten.'],
  'login_started.registration': [
    'De eerste keer inloggen is begonnen.',
    'De patiënt had zich net aangemeld.',
  ],
  'login_started.step_up': [
    'De patiënt moest nog eens laten zien wie het is.',
    'Dat wordt gevraagd voordat een manier van inloggen wordt gewijzigd.',
  ],
  login_finished: ['De patiënt is ingelogd met {way}.', 'Alles wat gevraagd werd, klopte.'],
  'login_finished.to_set_up': [
    'De patiënt kwam binnen met Eenmalige toegang.',
    'Verder is niets open tot een nieuwe manier van inloggen is ingesteld.',
    'Stel nu uw nieuwe telefoon of app in, zoals de pagina vraagt.',
    'Help de patiënt de nieuwe manier in te stellen.',
  ],
  login_refused: [
    'Het wachtwoord was fout.',
    'De gebruikersnaam klopte, het wachtwoord niet. Voor die tijd gaat er geen code uit.',
    'Typ uw wachtwoord opnieuw, of kies een nieuw wachtwoord.',
    'Weet de patiënt het wachtwoord niet? Kies Nieuw wachtwoord.',
  ],
  factor_tried: [
    'Er kwam een verkeerd antwoord met {factor}{try}.',
    'Wat er is getypt, past niet.',
    'Probeer het rustig opnieuw, of kies op de pagina een andere manier.',
    'Bied een andere manier van inloggen aan. Is deze kwijt? Vraag een Reset.',
  ],
  'factor_tried.right': ['Het juiste antwoord kwam met {factor}{try}.', 'Wat er is getypt, klopt.'],
  factor_added: [
    'Een manier van inloggen is toegevoegd: {factor}.',
    'Die is bevestigd voordat die telde.',
    ...NOT_YOU,
  ],
  factor_removed: [
    'Een manier van inloggen is weggehaald: {factor}.',
    'Die is uitgezet of gereset.',
    ...NOT_YOU,
  ],
  recovery_codes_made: ['Er zijn nieuwe herstelcodes gemaakt.', 'Oudere werken niet meer.', ...NOT_YOU],
  recovery_code_used: [
    'Er is een herstelcode gebruikt.',
    'Elke code werkt één keer.',
    'U gebruikte een herstelcode. Stel snel een nieuwe manier van inloggen in.',
    'Vraag of de telefoon of app kwijt is en help een nieuwe in te stellen.',
  ],
  number_pending: [
    'Er is een nieuw nummer genoteerd ({number}).',
    'Het telt zodra een code van dat nummer is getypt.',
    'Typ de code die uw nieuwe telefoon krijgt.',
    'Is het nummer fout? Kies Nummer verbeteren.',
  ],
  number_dropped: ['Het nieuwe nummer is weggehaald ({number}).', 'Het was nooit bevestigd.'],
  number_changed: [
    'Het nummer is gewijzigd ({number}).',
    'Het nieuwe nummer is met een code bevestigd.',
    ...NOT_YOU,
  ],
  password_changed: [
    'Het wachtwoord is gewijzigd.',
    'De patiënt koos een nieuw wachtwoord toen die was ingelogd.',
    ...NOT_YOU,
  ],
  password_reset_requested: [
    'Er is een link voor een nieuw wachtwoord gevraagd.',
    'Die gaat naar het e-mailadres dat wij hebben en werkt 15 minuten.',
    'Zoek onze e-mail en kies een nieuw wachtwoord.',
    'Vroeg de patiënt er niet om? Dan verandert er niets.',
  ],
  password_reset: [
    'Met een link is een nieuw wachtwoord gekozen.',
    'De link is op tijd gebruikt.',
    ...NOT_YOU,
  ],
  session_ended: ['De patiënt is uitgelogd.', 'Iemand beëindigde de sessie.'],
  mail_queued: ['Er is een e-mail klaargezet.', 'Die gaat naar het adres dat wij hebben.'],
  organization_created: ['Er is een kliniek toegevoegd.', 'Een eigenaar of het portaal deed dat.'],
  membership_added: [
    'Het account is aan een kliniek gekoppeld.',
    'De regels van die kliniek tellen vanaf nu.',
  ],
  webhook_added: [
    'Er is een adres voor meldingen toegevoegd.',
    'Een eigenaar, een beheerder of het portaal deed dat.',
  ],
  webhook_removed: [
    'Er is een adres voor meldingen verwijderd.',
    'Een eigenaar, een beheerder of het portaal deed dat.',
  ],
  membership_removed: [
    'Het account is van een kliniek losgemaakt.',
    'De regels van die kliniek tellen niet meer.',
  ],
  override_changed: [
    'De regel voor dit ene account is gewijzigd.',
    'Die gaat voor de regels van de klinieken.',
  ],
  policy_changed: [
    'Er is een regel gewijzigd: er is geen tweede manier nodig.',
    'Een eigenaar of beheerder deed dat.',
  ],
  'policy_changed.required': [
    'Er is een regel gewijzigd: {ways} is verplicht.',
    'Een eigenaar of beheerder deed dat.',
    'Vanaf nu vragen wij bij het inloggen om een tweede manier.',
    'Help de patiënt dit de volgende keer in te stellen.',
  ],
  unblocked: [
    'Een medewerker koos Deblokkeren.',
    'Dat stopt een pauze na verkeerde antwoorden.',
    'U kunt nu weer inloggen.',
    'Laat de patiënt het opnieuw proberen terwijl u aan de lijn bent.',
  ],
  'unblocked.number': [
    'Een medewerker koos Deblokkeren voor het nummer.',
    'Dat stopt de korte grenzen op codes, niet die van de dag.',
    'U kunt nu een nieuwe code vragen.',
    'Laat de patiënt een code vragen terwijl u aan de lijn bent.',
  ],
  test_message_sent: [
    'Een medewerker stuurde een Testbericht.',
    'Het laat zien of een sms de telefoon bereikt. Niemand kan ermee inloggen.',
    'Wij stuurden u een testbericht. Heeft u het gekregen?',
    'Kijk of het is aangekomen en vraag het de patiënt.',
  ],
  bypass_issued: [
    'Een medewerker maakte een Eenmalige toegang met een code.',
    'Die werkt voor één keer inloggen binnen 15 minuten.',
    'Log in met uw wachtwoord en typ daarna de code die wij u gaven.',
    'Laat de patiënt nu inloggen.',
  ],
  'bypass_issued.open': [
    'Een medewerker gaf één keer inloggen zonder code vrij.',
    'Dat blijft 15 minuten open.',
    'Log nu in met uw wachtwoord.',
    'Laat de patiënt nu inloggen.',
  ],
  bypass_used: [
    'De Eenmalige toegang is gebruikt.',
    'Die werkt één keer en is nu gesloten.',
    'U kwam één keer binnen met onze hulp. Stel nu een nieuwe manier van inloggen in.',
    'Was het niet de patiënt? Kies Nieuw wachtwoord en meld het aan een teamleider.',
  ],
  reset_requested: [
    'Een medewerker vroeg om een Reset van {factor}.',
    'Waar de regel dat vraagt, moet iemand anders dat binnen 24 uur goedkeuren.',
    'Wij hebben gevraagd om een manier van inloggen voor u te resetten.',
    'Vraag een beoordelaar om over de Reset te besluiten.',
  ],
  reset_approved: [
    'De Reset is goedgekeurd: {factor}.',
    'Die manier van inloggen is weg.',
    'Log in met uw wachtwoord en stel een nieuwe manier in.',
    'Laat de patiënt inloggen terwijl u aan de lijn bent.',
  ],
  reset_rejected: [
    'De Reset is teruggestuurd: {factor}.',
    'De beoordelaar wil meer weten.',
    'Uw verzoek is nog niet goedgekeurd.',
    'Lees waarom. Vraag er opnieuw om of bied een andere manier aan.',
  ],
  number_shown: [
    'Een medewerker bekeek het volledige nummer.',
    'Daarvoor is een reden gegeven, die is vastgelegd.',
  ],
  looked_up: ['Een medewerker opende deze pagina.', 'Elke blik op een patiënt wordt vastgelegd.'],
}
