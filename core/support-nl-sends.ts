/** Dutch: steps of the timeline about codes, text messages and calls. */
import type { Entry, SendEntry } from './support-language.ts'

export const SENDS_NL: Record<SendEntry, Entry> = {
  verification_started: [
    'Er is een code aangevraagd.',
    'De pagina of het portaal wilde de telefoon bevestigen.',
  ],
  send_queued: ['Een sms is klaargezet.', 'Die wacht op de beurt, meestal minder dan een seconde.'],
  'send_queued.call': [
    'Een gesprek is klaargezet.',
    'Het wacht op de beurt, meestal minder dan een seconde.',
  ],
  carrier_accepted: [
    'De telecomaanbieder nam de sms aan.',
    'De sms gaat door naar het netwerk van de telefoon.',
  ],
  'carrier_accepted.call': ['De telecomaanbieder nam het gesprek aan.', 'De telefoon gaat over.'],
  delivered: ['De sms kwam aan op de telefoon.', 'Het netwerk zegt dat de telefoon de sms heeft.'],
  send_failed: [
    'Het bericht is mislukt.',
    'De telecomaanbieder zei niet waarom.',
    'Het lukte deze keer niet. Vraag de code opnieuw.',
    'Laat de patiënt het nog één keer proberen. Bied daarna een andere manier aan.',
  ],
  send_unknown: [
    'De verbinding brak af voordat de telecomaanbieder zei of het bericht was aangenomen.',
    'Het kan toch onderweg zijn. Wij zoeken ernaar en sturen het niet nog eens.',
    'Uw code is misschien onderweg. Wacht een minuut en vraag dan opnieuw.',
    'Wacht een minuut en kijk opnieuw.',
  ],
  send_expired: [
    'De code is niet verstuurd, omdat die bijna te oud was.',
    'De code had gewacht tot bijna niemand die nog kon gebruiken.',
    'Uw code is niet op tijd verstuurd. Vraag een nieuwe.',
    'Laat de patiënt een nieuwe code vragen.',
  ],
  sends_paused: [
    'Codes naar nummers zoals dit zijn gepauzeerd.',
    'Te weinig codes naar zulke nummers werden gebruikt.',
    'Wij kunnen nu geen codes naar uw telefoon sturen. Log op een andere manier in.',
    'Bied een andere manier van inloggen aan en meld dit aan de beheerder.',
  ],
  call_answered: ['Er is opgenomen.', 'De stem vraagt nu om een toets.'],
  call_ended: ['Het gesprek is voorbij.', 'Er is op een toets gedrukt voordat het stopte.'],
  key_pressed: [
    'Er is op een toets gedrukt die niet telde.',
    'Het was te vroeg, of het gesprek telde niet meer.',
    'Luister eerst naar het gesprek en druk dan op de toets.',
    'Laat de patiënt om een nieuw gesprek vragen.',
  ],
  'key_pressed.confirmed': ['Er is op de juiste toets gedrukt.', 'De telefoon is bij de hand.'],
  'key_pressed.say_code': [
    'Er is op een toets gedrukt, en de stem las de code voor.',
    'De code moet nu nog worden getypt.',
  ],
  'key_pressed.wrong': [
    'Er is op een verkeerde toets gedrukt.',
    'Het is niet de toets waar het scherm of de stem om vraagt.',
    'Kijk op uw scherm en druk op de cijfers die daar staan.',
    'Leg uit om welke toets het gaat.',
  ],
  'key_pressed.too_many_wrong': [
    'Er is nog eens op een verkeerde toets gedrukt, dus het gesprek stopte.',
    'Een gesprek vraagt hoogstens drie keer om de juiste toets.',
    'Laat u opnieuw bellen en druk op de cijfers die uw scherm toont.',
    'Leg uit om welke toets het gaat, of bied een sms aan.',
  ],
  'key_pressed.denied': [
    'Er is op 9 gedrukt: “dit was ik niet”.',
    'Wie de telefoon opnam, had niet om het gesprek gevraagd.',
    'Iemand die uw telefoon opnam, zei dat het gesprek niet was aangevraagd. Was u dat?',
    'Was het een vergissing? Laat de patiënt opnieuw beginnen. Anders: kies Nieuw wachtwoord.',
  ],
  code_tried: [
    'Er is een verkeerde code getypt{try}.',
    'Het is niet de code die wij stuurden, of er is een typfout gemaakt.',
    'Typ de zes cijfers uit onze nieuwste sms.',
    'Help de patiënt de nieuwste sms te vinden. De patiënt mag de code nooit aan u zeggen.',
  ],
  'code_tried.right': ['De juiste code is getypt{try}.', 'Die kwam op tijd terug.'],
  'code_tried.right_key': ['De juiste toets telde als antwoord{try}.', 'De telefoon is bij de hand.'],
  'code_tried.wrong_key': [
    'De verkeerde toets telde als verkeerd antwoord{try}.',
    'Verkeerde toetsen en verkeerde codes tellen samen.',
    'Kijk op uw scherm en druk op de cijfers die daar staan.',
    'Leg uit om welke toets het gaat.',
  ],
  approved: ['De telefoon is bevestigd.', 'De juiste code of toets kwam op tijd terug.'],
  denied: [
    'Het inloggen is gestopt met toets 9: “dit was ik niet”.',
    'Wie de telefoon opnam, had niet om het gesprek gevraagd. Niemand kwam ermee binnen.',
    'Iemand die uw telefoon opnam, heeft het inloggen gestopt. Was u dat?',
    'Was het een vergissing? Laat de patiënt opnieuw beginnen. Anders: kies Nieuw wachtwoord.',
  ],
  canceled: ['De code is geannuleerd.', 'Iemand deed dat op de pagina, of het portaal deed dat.'],
  'canceled.superseded': [
    'De code maakte plaats voor een nieuwere.',
    'Er is een nieuwe code gevraagd. Alleen die werkt.',
  ],
  'canceled.account': [
    'De code is door ons geannuleerd.',
    'Een blokkade, een nieuw wachtwoord of uitloggen stopt open codes.',
  ],
  expired: [
    'De code werd te oud.',
    'Niemand typte binnen tien minuten de juiste code.',
    'Die code is te oud. Vraag een nieuwe.',
    'Laat de patiënt een nieuwe code vragen.',
  ],
  locked: [
    'De code telt niet meer na vijf verkeerde antwoorden.',
    'Een code stopt na vijf verkeerde codes of toetsen.',
    'Die code werkt niet meer. Begin opnieuw en gebruik de nieuwste code.',
    'Laat de patiënt opnieuw beginnen.',
  ],
  'locked.short': [
    'Inloggen is gepauzeerd tot {until}.',
    'Er waren tien verkeerde antwoorden achter elkaar.',
    'Inloggen kan weer na {until}.',
    'Controleer wie er belt en kies dan Deblokkeren. Of: Wachten tot {until}.',
  ],
  'locked.for_support': [
    'Inloggen is gestopt tot de helpdesk helpt.',
    'Er waren vijftig verkeerde antwoorden binnen dertig dagen.',
    'Inloggen is gestopt na veel verkeerde antwoorden. Ik controleer eerst of u het bent.',
    'Deblokkeren heft dit niet op. Controleer wie er belt en meld het aan een teamleider.',
  ],
  notice_queued: ['De patiënt is op de hoogte gebracht.', 'Een sms over een wijziging is klaargezet.'],
  notice_sent: ['Een sms zonder code is verstuurd.', 'Het was een melding of een Testbericht.'],
  notice_delivered: [
    'Een sms zonder code kwam aan op de telefoon.',
    'Het was een melding of een Testbericht.',
  ],
}
