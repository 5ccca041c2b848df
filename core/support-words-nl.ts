/** Dutch words of support, with the formal "u". */
import type { DeliveryReason } from './delivery.ts'
import type { Sentences, SupportLanguage } from './support-language.ts'
import { LOGINS_NL } from './support-nl-logins.ts'
import { PEOPLE_NL } from './support-nl-people.ts'
import { SENDS_NL } from './support-nl-sends.ts'
import { STATES_NL } from './support-nl-states.ts'

const REASONS: Record<DeliveryReason, Sentences> = {
  landline: [
    'Dit nummer kan geen sms ontvangen.',
    'Het nummer is een vaste lijn, of het netwerk kan geen sms aannemen.',
    'Deze telefoon kan geen sms ontvangen. Gebruik een mobiel nummer.',
    'Kies Nummer verbeteren en vul een mobiel nummer in.',
  ],
  switched_off: [
    'De telefoon staat uit of heeft geen bereik.',
    'Het netwerk kon de telefoon niet bereiken: die staat uit, in vliegtuigstand of heeft geen bereik.',
    'Zet uw telefoon aan en ga naar een plek met bereik. Vraag de code dan opnieuw.',
    'Laat de patiënt over een minuut opnieuw vragen, of stuur een Testbericht. Bied daarna een gesprek aan.',
  ],
  no_such_number: [
    'Dit nummer is niet in gebruik.',
    'Het netwerk zegt dat dit nummer niet bestaat of niet meer in gebruik is.',
    'Laten we uw telefoonnummer nakijken. Misschien klopt een van de cijfers niet.',
    'Controleer het nummer met de patiënt en kies dan Nummer verbeteren.',
  ],
  blocked_by_carrier: [
    'De sms is tegengehouden.',
    'Het netwerk, of een blokkeerlijst op de telefoon, hield de sms tegen.',
    'Uw netwerk houdt onze sms tegen. Laat u door ons bellen.',
    'Bied een gesprek aan. Hebben meer patiënten dit? Meld het aan de beheerder.',
  ],
  opted_out: [
    'De patiënt wilde geen sms meer ontvangen.',
    'Iemand antwoordde STOP op een eerdere sms van ons, dus het netwerk weigert nieuwe.',
    'Onze sms staat uit voor uw telefoon. Stuur het woord START naar ons nummer, of laat u bellen.',
    'Bied een gesprek aan. Alleen een START van de telefoon zelf zet sms weer aan.',
  ],
  country_blocked: [
    'Wij sturen niet naar het land van dit nummer.',
    'Dat land staat bij de telecomaanbieder niet aan.',
    'Wij kunnen telefoons in dat land nog niet bereiken. Kies een andere manier van inloggen.',
    'Bied een andere manier van inloggen aan en vraag de beheerder naar dit land.',
  ],
  fraud_blocked: [
    'De telecomaanbieder houdt berichten aan dit nummer tegen.',
    'Er was ongewoon veel verkeer naar dit of zulke nummers, dus die zijn kort geblokkeerd.',
    'Berichten aan uw telefoon staan even stil. Probeer het over 30 minuten opnieuw.',
    'Bied een andere manier van inloggen aan. Gebeurt het weer? Meld het aan de beheerder.',
  ],
  busy: [
    'De lijn was bezet.',
    'De telefoon was in gesprek, of de patiënt drukte het gesprek weg.',
    'Uw telefoon was bezet. Beëindig uw andere gesprek en laat u opnieuw bellen.',
    'Laat de patiënt om een nieuw gesprek vragen, of bied een sms aan.',
  ],
  no_answer: [
    'Niemand nam op.',
    'De telefoon ging over en niemand nam op tijd op.',
    'Wij belden en niemand nam op. Laat u opnieuw bellen en houd uw telefoon bij u.',
    'Zeg met welk nummer wij bellen en laat de patiënt om een nieuw gesprek vragen.',
  ],
  voicemail: [
    'Een voicemail nam op.',
    'Een antwoordapparaat nam op. Dat kreeg geen code te horen.',
    'Uw voicemail nam ons gesprek aan. Laat u opnieuw bellen en neem zelf op.',
    'Laat de patiënt om een nieuw gesprek vragen en zelf opnemen, of bied een sms aan.',
  ],
  hung_up: [
    'Het gesprek stopte voordat er een toets was ingedrukt.',
    'Iemand nam op en hing op, of er was geen toets te horen.',
    'Het gesprek stopte te vroeg. Laat u opnieuw bellen en druk op de toets als wij erom vragen.',
    'Leg uit om welke toets het gaat en laat de patiënt om een nieuw gesprek vragen.',
  ],
  carrier_down: [
    'De telecomaanbieder heeft een storing.',
    'Die nam het bericht niet op tijd aan of gaf het niet door. Het nummer zelf kan goed zijn.',
    'De telecomaanbieder heeft nu een storing. Wacht een minuut en probeer het opnieuw.',
    'Bied een andere manier van inloggen aan. Duurt het lang? Meld het aan de beheerder.',
  ],
  unknown_failure: [
    'Het bericht is mislukt, en wij weten niet waarom.',
    'De telecomaanbieder zegt dat het mislukte en niet waarom.',
    'Het lukte deze keer niet. Vraag de code opnieuw of laat u bellen.',
    'Laat de patiënt het nog één keer proberen. Bied daarna een andere manier aan.',
  ],
}

/** Dutch. */
export const SUPPORT_NL: SupportLanguage = {
  states: STATES_NL,
  logins: LOGINS_NL,
  reasons: REASONS,
  sends: SENDS_NL,
  people: PEOPLE_NL,
  unknownEntry: [
    'Er gebeurde iets dat deze pagina niet kent.',
    'De naam van deze regel is nieuwer dan deze woorden.',
    'Ik kan niet zien wat dit was. Het hoeft geen probleem te zijn.',
    'Is het belangrijk? Geef de naam van de regel door aan de beheerder.',
  ],
  names: {
    sms: 'een sms',
    call: 'een telefoongesprek',
    key: 'een toets in een gesprek',
    totp: 'een authenticator-app',
    pin: 'een pincode',
    recovery_code: 'een herstelcode',
    bypass: 'Eenmalige toegang',
    password: 'alleen het wachtwoord',
    phone: 'een mobiel nummer',
    unknown_way: 'een van de manieren van inloggen',
    unknown_time: 'tijd niet bekend',
    unknown_until: 'een later moment',
    unknown_number: 'nummer verborgen',
    unknown_rest: 'niet bekend',
  },
  phrases: {
    or: 'of',
    whichTry: ' (poging {count} van {max})',
    required: ' De regel vroeg toen om {ways}.',
    notRequired: ' De regel vroeg toen niet meer dan het wachtwoord.',
    nothingToTell: 'Er is niets te vertellen.',
    nothingToDo: 'Er is niets te doen.',
  },
}
