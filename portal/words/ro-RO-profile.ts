import type { ProfileWords } from './en-GB-profile.ts'

/** Romanian: what a signed-in person sees and changes. */
export const profileRoRO: ProfileWords = {
  'own.title': 'Date personale',
  'own.name': 'Nume',
  'own.safety': 'Conectare',
  'own.password': 'Schimbați parola',
  'own.change': 'Schimbați',
  'own.desk': 'Munca dumneavoastră',
  'own.deskSupport': 'Ajutor pentru pacienți',
  'own.deskOwner': 'Reguli, persoane și trimiteri',
  'own.cancel': 'Anulați',
  'own.back': 'Înapoi la datele personale',
  'own.phoneNone': 'Încă niciun număr.',
  'own.phoneAdd': 'Adăugați un număr de mobil',
  'own.phoneHelp': 'Schimbarea numărului de mobil: cum funcționează',
  'own.phoneWhy':
    'Trimitem coduri de securitate la acest număr. Dacă aveți un număr nou, faceți clic {here} ca să îl schimbați.',
  'own.phoneHere': 'aici',
  'own.proven': 'confirmat la {day}',
  'own.pendingText': 'Numărul care se termină cu {ending} își așteaptă codul.',
  'own.enterCode': 'Introduceți codul',
  'own.sendAgain': 'Trimiteți codul din nou',
  'own.drop': 'Păstrați numărul vechi',
  'own.dropFirst': 'Ștergeți acest număr',
  'own.dropped': 'Numărul nou este șters. Codul lui nu mai funcționează.',
  'own.passwordSet': 'Parola nouă funcționează. În toate celelalte locuri v-am deconectat.',
  'own.languageHelp': 'Schimbați limba',

  'prove.title': 'Arătați că sunteți dumneavoastră',
  'prove.text':
    'Ca să vă păstrăm contul în siguranță, vă cerem mai întâi încă un cod. După aceea reveniți aici.',
  'prove.weak':
    'Un PIN sau o tastă apăsată într-un apel nu este de ajuns pentru această schimbare. Folosiți un cod dintr-un SMS, dintr-un apel sau din aplicație. Dacă nu aveți nimic din acestea, contactați {brand}.',
  'prove.newNumber':
    'Numărul dumneavoastră de mobil este nou. Pentru această schimbare, folosiți un cod din aplicația de autentificare sau așteptați o zi după ce ați schimbat numărul. Dacă nu puteți aștepta, contactați {brand}.',
  'prove.again':
    'A trecut un timp de când v-ați conectat. Conectați-vă din nou pentru a face această schimbare.',
  'prove.signIn': 'Conectați-vă din nou',

  'ownPhone.title': 'Care este noul număr de mobil?',
  'ownPhone.now': 'Numărul dumneavoastră este acum {phone}.',
  'ownPhone.told': 'Trimitem un mesaj și la numărul vechi.',
  'ownPhone.submit': 'Salvați și primiți codul',
  'ownPhone.verify': 'Confirmați',
  'ownPhone.minutes': 'Puteți folosi codul timp de 10 minute.',
  'ownPhone.again': 'Am trimis din nou codul la numărul care se termină cu {ending}.',
  'ownPhone.calling':
    'Sunăm la numărul care se termină cu {ending}. Apăsați o tastă când vă cerem și veți auzi un cod de securitate de 6 cifre.',
  'ownPhone.other': 'Introduceți alt număr',
  'ownPhone.locked': 'Au fost prea multe coduri greșite. Trimiteți un cod nou',
  'ownPhone.done': 'Numărul nou funcționează',
  'ownPhone.doneText':
    'Am trimis un mesaj la numărul vechi. De acum înainte, codurile de securitate vin la numărul nou.',
  'ownPhone.doneFirst': 'De acum înainte, putem trimite coduri de securitate la acest număr.',

  'ways.title': 'Moduri de conectare',
  'ways.required':
    'De fiecare dată când vă conectați, aveți nevoie de parolă și de unul dintre aceste moduri: {list}.',
  'ways.requiredOne': 'De fiecare dată când vă conectați, aveți nevoie de parolă și de acesta: {list}.',
  'ways.optional': 'Cu unul dintre aceste moduri, nimeni nu intră în contul dumneavoastră numai cu parola.',
  'ways.bound':
    'Înainte de a continua, configurați unul dintre modurile pe care le cere organizația dumneavoastră.',
  'ways.second': 'Configurați și un al doilea mod. Atunci vă puteți conecta și dacă vă pierdeți telefonul.',
  'ways.asked': 'Organizația dumneavoastră cere acest lucru',
  'ways.on': 'Configurat',
  'ways.off': 'Neconfigurat',
  'ways.notUsed': 'Nefolosit de organizația dumneavoastră',
  'ways.to': 'La {phone}',
  'ways.setUp': 'Configurați',
  'ways.addPhone': 'Adăugați un număr',
  'ways.changePhone': 'Schimbați numărul',
  'ways.replaceApp': 'Folosiți altă aplicație sau alt telefon',
  'ways.switchOff': 'Opriți',
  'ways.codes': 'Coduri de rezervă',
  'ways.codesLeft': {
    one: 'A rămas {count} cod.',
    few: 'Au rămas {count} coduri.',
    other: 'Au rămas {count} de coduri.',
  },
  'ways.makeCodes': 'Obțineți coduri de rezervă',
  'ways.newCodes': 'Obțineți coduri noi',
  'ways.appOn': 'Aplicația de autentificare funcționează.',
  'ways.appOff': 'Aplicația de autentificare este oprită.',
  'ways.pinSet': 'PIN-ul nou funcționează.',
  'ways.codesSaved': 'Codurile de rezervă funcționează. Țineți-le unde le puteți găsi fără telefon.',

  'app.text':
    'Aveți nevoie de o aplicație de autentificare, de exemplu Google Authenticator, Microsoft Authenticator sau Authy. Poate fi pe telefon, pe tabletă sau pe calculator.',
  'app.next':
    'Pagina următoare arată o imagine de scanat cu aplicația și o cheie pe care o puteți scrie în loc.',
  'app.replaces':
    'Pagina următoare arată o imagine nouă de scanat. Aplicația veche nu mai funcționează după ce introduceți un cod din cea nouă.',
  'app.show': 'Arătați imaginea',
  'app.submit': 'Porniți',
  'app.again': 'Arătați o imagine nouă',
  'app.clock':
    'Introduceți cel mai nou cod. Dacă nu funcționează, verificați că ceasul telefonului este corect.',
  'app.late': 'Imaginea era prea veche. Scanați una nouă.',
  'app.offBound':
    'Aplicația este oprită. Organizația dumneavoastră cere unul dintre aceste moduri, deci configurați din nou unul pentru a continua.',
  'app.offTitle': 'Opriți aplicația de autentificare',
  'app.offText': 'De acum înainte vă conectați cu celelalte moduri. În toate celelalte locuri vă deconectăm.',
  'app.offAsked':
    'Organizația dumneavoastră cere acest lucru. Dacă opriți aplicația, trebuie să configurați din nou una înainte de a continua, de exemplu pe un telefon nou.',
  'app.offSubmit': 'Opriți',

  'pinSet.changeTitle': 'Schimbați PIN-ul',
  'pinSet.text':
    'Unde organizația dumneavoastră cere un PIN, aveți nevoie de el de fiecare dată când vă conectați.',
  'pinSet.current': 'PIN-ul de acum',
  'pinSet.forgot': 'Am uitat PIN-ul',
  'pinSet.noCurrent': 'Introduceți PIN-ul pe care îl aveți acum',
  'pinSet.noPin': 'Introduceți un PIN nou',

  'recovery.text':
    'Cu fiecare dintre aceste zece coduri vă puteți conecta o dată, dacă nu aveți telefonul. Țineți-le pe hârtie sau într-un manager de parole.',
  'recovery.replaces': 'Dacă obțineți coduri noi, cele vechi nu mai funcționează.',
  'recovery.make': 'Arătați zece coduri',
  'recovery.title': 'Salvați codurile de rezervă',
  'recovery.once': 'Arătăm aceste coduri numai acum. Fiecare funcționează o singură dată.',
  'recovery.print': 'Tipăriți',
  'recovery.download': 'Descărcați ca fișier text',
  'recovery.saved': 'Am salvat codurile',
  'recovery.notSaved': 'Salvați mai întâi codurile, apoi bifați caseta',

  'password.text': 'Aici rămâneți în cont. În toate celelalte locuri vă deconectăm.',
  'password.current': 'Parola de acum',
  'password.noCurrent': 'Introduceți parola pe care o aveți acum',
  'password.noNew': 'Introduceți o parolă nouă',
  'password.wrong': 'Aceasta nu este parola dumneavoastră de acum. Verificați-o și încercați din nou',

  'sessions.title': 'Unde este deschis contul',
  'sessions.text': 'Nu recunoașteți ceva de aici? Încheiați și schimbați parola.',
  'sessions.began': 'Conectare: {time}',
  'sessions.used': 'Ultima folosire: {time}',
  'sessions.current': 'Aici sunteți acum',
  'sessions.end': 'Încheiați',
  'sessions.endThis': 'Încheiați și deconectați-vă aici',
  'sessions.ended': 'Acea vizită s-a încheiat.',
  'sessions.more': 'Arătați mai mult',

  'amr.pwd': 'parolă',
  'amr.sms': 'SMS',
  'amr.tel': 'apel telefonic',
  'amr.tel_press1': 'apel telefonic',
  'amr.otp': 'aplicație sau cod de rezervă',
  'amr.pin': 'PIN',
  'amr.bypass': 'ajutor de la asistență',
}
