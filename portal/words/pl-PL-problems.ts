/** Polish: refusals by their code, and what became of a text or call by its reason. */
import type { Translation } from './tables.ts'

export const problemsPlPL: Translation = {
  'problem.phone_invalid':
    '{typed} nie wygląda na numer telefonu, który jest w użyciu. Proszę sprawdzić cyfry',
  'problem.phone_too_short': 'Ten numer jest za krótki. Proszę sprawdzić, czy nie brakuje cyfry',
  'problem.phone_too_long': 'Ten numer jest za długi. Proszę sprawdzić, czy nie ma w nim zbędnych cyfr',
  'problem.phone_landline':
    '{typed} wygląda na telefon stacjonarny. Proszę wpisać numer komórkowy lub wybrać inny sposób logowania',
  'problem.phone_premium': 'Połączenia z tym numerem są dodatkowo płatne. Proszę wpisać numer komórkowy',
  'problem.phone_voip': 'To jest numer telefonu internetowego. Proszę wpisać numer telefonu komórkowego',
  'problem.phone_not_textable':
    'Na taki numer nie można wysyłać naszych SMS-ów. Proszę wpisać numer komórkowy',
  'problem.country_not_served':
    'Nie możemy jeszcze wysyłać kodów do tego kraju. Proszę wpisać numer z innego kraju',
  'problem.phone_used_too_often':
    'Nie możemy użyć tego numeru. Proszę wpisać inny lub skontaktować się z {brand}',
  'problem.username_taken': 'Ta nazwa użytkownika jest zajęta. Proszę wybrać inną',
  'problem.password_too_weak':
    'To hasło jest zbyt łatwe do odgadnięcia. Proszę użyć trzech lub czterech słów, które do siebie nie pasują',
  'problem.credentials_incorrect': 'Nazwa użytkownika lub hasło się nie zgadza',
  'problem.code_incorrect': 'To nie jest kod, który wysłaliśmy. Proszę sprawdzić najnowszy SMS',
  'problem.own_code_incorrect': 'Ten kod jest błędny. Proszę go sprawdzić i spróbować ponownie',
  'problem.tries': {
    one: 'Można spróbować jeszcze {count} raz',
    few: 'Można spróbować jeszcze {count} razy',
    many: 'Można spróbować jeszcze {count} razy',
    other: 'Można spróbować jeszcze {count} razy',
  },
  'problem.lastTry': 'Ten kod był błędny, a to była ostatnia próba',
  'problem.code_malformed': 'Proszę sprawdzić kod: czegoś w nim brakuje lub coś do niego nie należy',
  'problem.code_expired': 'Ten kod jest za stary. Proszę poprosić o nowy',
  'problem.verification_locked': 'Podano za dużo błędnych kodów. Proszę wybrać inny sposób',
  'problem.verification_finished': 'Ten kod nie jest już potrzebny. Proszę użyć najnowszego',
  'problem.send_too_soon':
    'Na ponowne wysłanie jest za wcześnie. Można o nie poprosić od {time}. Kod, który wysłaliśmy, nadal działa',
  'problem.sends_exhausted': 'Na razie nie możemy wysłać nic więcej. Ponownie można poprosić od {time}',
  'problem.rate_limited': 'Z Państwa sieci było za dużo prób. Proszę poczekać minutę i spróbować ponownie',
  'problem.call_in_progress':
    'Już dzwonimy na Państwa telefon. Proszę odebrać to połączenie lub poczekać, aż się skończy',
  'problem.call_mode_not_allowed':
    'Nie możemy zadzwonić na ten numer w ten sposób. Proszę zamiast tego poprosić o SMS',
  'problem.factor_not_allowed': 'Ten sposób nie jest teraz dostępny. Proszę wybrać inny',
  'problem.step_not_expected': 'Coś się zmieniło. Proszę zobaczyć, o co teraz prosi strona',
  'problem.pin_incorrect': 'To nie jest właściwy PIN',
  'problem.pin_mismatch': 'Te dwa PIN-y nie są takie same',
  'problem.pin_too_weak':
    'Ten PIN jest za krótki lub zbyt łatwy do odgadnięcia. Proszę użyć co najmniej 6 cyfr, których nikt nie zgadnie',
  'problem.account_locked':
    'Było za dużo błędnych odpowiedzi. Proszę poczekać jakiś czas i spróbować ponownie',
  'problem.request_invalid': 'Nie możemy użyć tego, co tu wpisano. Proszę to sprawdzić',
  'problem.other': 'To się nie udało. Proszę spróbować ponownie za minutę',

  'reason.landline': 'Ten telefon nie odbiera SMS-ów. Proszę użyć innego numeru lub innego sposobu.',
  'reason.switched_off':
    'Państwa telefon jest chyba wyłączony. Proszę go włączyć tam, gdzie ma zasięg, i poprosić ponownie.',
  'reason.no_such_number': 'Ten numer nie jest w użyciu. Być może jedna z cyfr jest błędna.',
  'reason.blocked_by_carrier': 'Państwa sieć zatrzymała nasz SMS. Proszę poprosić, abyśmy zadzwonili.',
  'reason.opted_out':
    'Nasze SMS-y są wyłączone dla Państwa telefonu. Proszę wysłać START na nasz numer lub poprosić, abyśmy zadzwonili.',
  'reason.country_blocked':
    'Nie możemy jeszcze łączyć się z telefonami w tym kraju. Proszę wybrać inny sposób.',
  'reason.fraud_blocked':
    'SMS-y na Państwa telefon są na krótko wstrzymane. Proszę spróbować ponownie za 30 minut lub w inny sposób.',
  'reason.busy':
    'Linia była zajęta. Proszę zakończyć inne połączenie i poprosić, abyśmy zadzwonili ponownie.',
  'reason.no_answer':
    'Nikt nie odebrał. Proszę mieć telefon przy sobie i poprosić, abyśmy zadzwonili ponownie.',
  'reason.voicemail':
    'Włączyła się poczta głosowa. Proszę poprosić, abyśmy zadzwonili ponownie, i odebrać, gdy telefon zadzwoni.',
  'reason.hung_up':
    'Połączenie się skończyło bez naciśnięcia klawisza. Proszę poprosić, abyśmy zadzwonili ponownie, i nacisnąć klawisz, gdy o to poprosimy.',
  'reason.carrier_down': 'Operator ma problem. Proszę poczekać minutę i spróbować ponownie.',
  'reason.unknown_failure':
    'Tym razem się nie udało. Proszę poprosić ponownie lub poprosić, abyśmy zadzwonili.',
}
