/** Dutch: refusals by their code, and what became of a text or call by its reason. */
import type { Translation } from './tables.ts'

export const problemsNlNL: Translation = {
  'problem.phone_invalid':
    'We kunnen {typed} niet lezen als een telefoonnummer dat in gebruik is. Controleer de cijfers',
  'problem.phone_too_short': 'Dit nummer is te kort. Kijk of er een cijfer ontbreekt',
  'problem.phone_too_long': 'Dit nummer is te lang. Kijk of er een cijfer te veel staat',
  'problem.phone_landline':
    '{typed} lijkt een vaste lijn. Vul een mobiel nummer in, of kies een andere manier om in te loggen',
  'problem.phone_premium': 'Dit nummer kost extra. Vul een mobiel nummer in',
  'problem.phone_voip':
    'Dit is een nummer voor bellen via internet. Vul het nummer van een mobiele telefoon in',
  'problem.phone_not_textable': 'Dit soort nummer kan onze sms’jes niet krijgen. Vul een mobiel nummer in',
  'problem.country_not_served':
    'We kunnen nog geen codes naar dat land sturen. Vul een nummer uit een ander land in',
  'problem.phone_used_too_often':
    'We kunnen dit nummer niet gebruiken. Vul een ander in, of neem contact op met {brand}',
  'problem.username_taken': 'Deze gebruikersnaam is al bezet. Kies een andere',
  'problem.password_too_weak':
    'Dit wachtwoord is te makkelijk te raden. Gebruik drie of vier woorden die niet bij elkaar horen',
  'problem.credentials_incorrect': 'De gebruikersnaam of het wachtwoord klopt niet',
  'problem.code_incorrect': 'Dat is niet de code die we hebben gestuurd. Kijk in de nieuwste sms',
  'problem.own_code_incorrect': 'Die code klopt niet. Controleer hem en probeer het opnieuw',
  'problem.tries': {
    one: 'U kunt het nog {count} keer proberen',
    other: 'U kunt het nog {count} keer proberen',
  },
  'problem.lastTry': 'Die code klopte niet, en het was de laatste poging',
  'problem.code_malformed': 'Controleer de code: er ontbreekt iets, of er staat iets te veel',
  'problem.code_expired': 'Die code is te oud. Vraag een nieuwe aan',
  'problem.verification_locked': 'Er zijn te veel verkeerde codes ingevuld. Kies een andere manier',
  'problem.verification_finished': 'Die code is niet meer nodig. Gebruik de nieuwste',
  'problem.send_too_soon':
    'Het is te vroeg om opnieuw te sturen. Vanaf {time} kunt u er weer om vragen. De code die we stuurden, werkt nog',
  'problem.sends_exhausted': 'We kunnen nu niets meer sturen. Vanaf {time} kunt u er weer om vragen',
  'problem.rate_limited':
    'Er waren te veel pogingen vanaf uw netwerk. Wacht een minuut en probeer het opnieuw',
  'problem.call_in_progress': 'Uw telefoon wordt al gebeld. Neem op, of wacht tot het gesprek is afgelopen',
  'problem.call_mode_not_allowed': 'Zo kunnen we dit nummer niet bellen. Vraag om een sms',
  'problem.factor_not_allowed': 'Deze manier kan nu niet. Kies een andere',
  'problem.step_not_expected': 'Er is iets veranderd. Kijk wat de pagina nu vraagt',
  'problem.pin_incorrect': 'Dat is niet de juiste pincode',
  'problem.pin_mismatch': 'De twee pincodes zijn niet gelijk',
  'problem.pin_too_weak':
    'Deze pincode is te kort of te makkelijk te raden. Gebruik minstens 6 cijfers die niemand raadt',
  'problem.account_locked': 'Er waren te veel verkeerde antwoorden. Wacht een tijdje en probeer het opnieuw',
  'problem.request_invalid': 'We kunnen niet gebruiken wat hier staat. Controleer het',
  'problem.other': 'Dat lukte niet. Probeer het over een minuut opnieuw',

  'reason.landline': 'Deze telefoon kan geen sms krijgen. Gebruik een ander nummer of een andere manier.',
  'reason.switched_off':
    'Uw telefoon lijkt uit te staan. Zet hem aan waar hij bereik heeft en vraag het opnieuw.',
  'reason.no_such_number': 'Dit nummer is niet in gebruik. Misschien klopt een van de cijfers niet.',
  'reason.blocked_by_carrier': 'Uw netwerk hield onze sms tegen. Laat ons u bellen.',
  'reason.opted_out':
    'Onze sms’jes staan uit voor uw telefoon. Stuur START naar ons nummer, of laat ons u bellen.',
  'reason.country_blocked': 'We kunnen telefoons in dat land nog niet bereiken. Kies een andere manier.',
  'reason.fraud_blocked':
    'Sms’jes naar uw telefoon staan korte tijd stil. Probeer het over 30 minuten, of kies een andere manier.',
  'reason.busy': 'De lijn was bezet. Beëindig uw andere gesprek en laat ons opnieuw bellen.',
  'reason.no_answer': 'Er werd niet opgenomen. Houd uw telefoon bij u en laat ons opnieuw bellen.',
  'reason.voicemail': 'De voicemail nam op. Laat ons opnieuw bellen en neem op als hij gaat.',
  'reason.hung_up':
    'Het gesprek eindigde zonder toets. Laat ons opnieuw bellen en druk op de toets als we erom vragen.',
  'reason.carrier_down':
    'De telefoonmaatschappij heeft een storing. Wacht een minuut en probeer het opnieuw.',
  'reason.unknown_failure': 'Het lukte deze keer niet. Vraag het opnieuw, of laat ons u bellen.',
}
