/** Romanian: registration, signing in with a password, passwords that were forgotten, phones that were lost. */
import type { Translation } from './tables.ts'

export const signInRoRO: Translation = {
  'register.title': 'Creați-vă contul',
  'register.username': 'Nume de utilizator',
  'register.usernameHint':
    'De exemplu, adresa dumneavoastră de e-mail. Aveți nevoie de el de fiecare dată când vă conectați.',
  'register.password': 'Parolă',
  'register.passwordHint':
    'Cel puțin 8 caractere. Sunt bune trei sau patru cuvinte care nu au legătură între ele.',
  'register.email': 'Adresă de e-mail',
  'register.emailHint': 'Ca să puteți alege o parolă nouă dacă o uitați pe a dumneavoastră.',
  'register.submit': 'Înregistrați-vă',
  'register.haveAccount': 'Am deja un cont',
  'register.noUsername': 'Introduceți un nume de utilizator',
  'register.noPassword': 'Introduceți o parolă',
  'register.badEmail': 'Introduceți o adresă de e-mail ca nume@example.com sau lăsați câmpul gol',

  'phone.why':
    'Când vă conectați, trimitem un cod de securitate la acest telefon. Nu folosim numărul pentru nimic altceva.',
  'phone.label': 'Număr de mobil',
  'phone.hint': 'Pentru un număr din străinătate, începeți cu + și prefixul țării',
  'phone.hintExample':
    'De exemplu, {example}. Pentru un număr din străinătate, începeți cu + și prefixul țării.',
  'phone.country': 'Țara',
  'phone.chooseCountry': 'Alegeți o țară',
  'phone.none': 'Nu am telefon mobil',
  'phone.noneText':
    'Contactați {brand}. Cunosc alte moduri de conectare, de exemplu cu o aplicație pe o tabletă sau pe un calculator.',
  'phone.empty': 'Introduceți numărul de mobil',

  'signIn.title': 'Conectare',
  'signIn.username': 'Nume de utilizator',
  'signIn.password': 'Parolă',
  'signIn.submit': 'Conectați-vă',
  'signIn.forgot': 'Am uitat parola',
  'signIn.register': 'Creați un cont',
  'signIn.lostPhone': 'Nu mai am telefonul meu',
  'signIn.noUsername': 'Introduceți numele de utilizator',
  'signIn.noPassword': 'Introduceți parola',
  'signIn.signedOut': 'V-ați deconectat.',
  'signIn.ended':
    'Conectați-vă pentru a continua. Pentru siguranța dumneavoastră, încheiem o vizită după un timp.',
  'signIn.stopped': 'Am oprit această conectare. Dacă nu ați fost dumneavoastră, alegeți o parolă nouă.',
  'signIn.passwordSet': 'Parola nouă funcționează. Conectați-vă cu ea.',

  'reset.title': 'Ați uitat parola?',
  'reset.text':
    'Introduceți numele de utilizator. Dacă are o adresă de e-mail, trimitem un link pentru a alege o parolă nouă.',
  'reset.submit': 'Trimiteți linkul',
  'reset.sentTitle': 'Verificați e-mailul',
  'reset.sentText':
    'Dacă există o adresă de e-mail pentru acel nume de utilizator, un link este pe drum. Funcționează 15 minute, o singură dată.',
  'reset.sentNone': 'Niciun e-mail după cinci minute? Căutați în dosarul spam sau contactați {brand}.',
  'reset.newTitle': 'Alegeți o parolă nouă',
  'reset.newPassword': 'Parolă nouă',
  'reset.newSubmit': 'Salvați parola nouă',
  'reset.deadTitle': 'Acest link nu mai funcționează',
  'reset.deadText': 'Un link funcționează o singură dată, timp de 15 minute. Cereți unul nou.',
  'reset.again': 'Trimiteți un link nou',

  'lost.title': 'Nu mai am telefonul meu',
  'lost.others': 'Vă puteți conecta încă în alt mod.',
  'lost.first':
    'Mai întâi conectați-vă cu numele de utilizator și parola. Apoi arătăm celelalte moduri pe care le-ați configurat.',
  'lost.none': 'Dacă nu ați configurat nimic altceva, contactați {brand}.',
  'lost.whatTitle': 'Ce vă vor întreba',
  'lost.who': 'numele de utilizator',
  'lost.proof':
    'întrebări care arată că sunteți dumneavoastră, de exemplu data nașterii sau ultima programare',
  'lost.code': 'codul de ajutor, dacă una dintre paginile noastre v-a arătat unul',
  'lost.after':
    'Vă pot lăsa să intrați o dată. Apoi vă configurați telefonul nou. Nu vă cer niciodată parola sau un cod de securitate.',
  'lost.stolen': 'A fost furat? Cereți operatorului de telefonie să blocheze cartela SIM.',
}
