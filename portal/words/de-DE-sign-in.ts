/** German: registration, signing in with a password, passwords that were forgotten, phones that were lost. */
import type { Translation } from './tables.ts'

export const signInDeDE: Translation = {
  'register.title': 'Ihr Konto anlegen',
  'register.username': 'Benutzername',
  'register.usernameHint':
    'Zum Beispiel Ihre E-Mail-Adresse. Sie brauchen ihn jedes Mal, wenn Sie sich anmelden.',
  'register.password': 'Passwort',
  'register.passwordHint': 'Mindestens 8 Zeichen. Gut sind drei oder vier Wörter, die nicht zusammengehören.',
  'register.email': 'E-Mail-Adresse',
  'register.emailHint': 'Damit Sie ein neues Passwort wählen können, wenn Sie Ihres vergessen.',
  'register.submit': 'Registrieren',
  'register.haveAccount': 'Ich habe schon ein Konto',
  'register.noUsername': 'Geben Sie einen Benutzernamen ein',
  'register.noPassword': 'Geben Sie ein Passwort ein',
  'register.badEmail':
    'Geben Sie eine E-Mail-Adresse wie name@example.com ein, oder lassen Sie das Feld leer',

  'phone.why':
    'Wenn Sie sich anmelden, senden wir einen Sicherheitscode an dieses Telefon. Für etwas anderes nutzen wir die Nummer nicht.',
  'phone.label': 'Handynummer',
  'phone.hint': 'Beginnen Sie eine Nummer aus dem Ausland mit + und der Landesvorwahl',
  'phone.hintExample':
    'Zum Beispiel {example}. Beginnen Sie eine Nummer aus dem Ausland mit + und der Landesvorwahl.',
  'phone.country': 'Land',
  'phone.chooseCountry': 'Wählen Sie ein Land',
  'phone.none': 'Ich habe kein Handy',
  'phone.noneText':
    'Wenden Sie sich an {brand}. Dort kennt man andere Wege, wie Sie sich anmelden können, zum Beispiel mit einer App auf einem Tablet oder Computer.',
  'phone.empty': 'Geben Sie Ihre Handynummer ein',

  'signIn.title': 'Anmelden',
  'signIn.username': 'Benutzername',
  'signIn.password': 'Passwort',
  'signIn.submit': 'Anmelden',
  'signIn.forgot': 'Ich habe mein Passwort vergessen',
  'signIn.register': 'Konto anlegen',
  'signIn.lostPhone': 'Ich habe mein Telefon nicht mehr',
  'signIn.noUsername': 'Geben Sie Ihren Benutzernamen ein',
  'signIn.noPassword': 'Geben Sie Ihr Passwort ein',
  'signIn.signedOut': 'Sie sind abgemeldet.',
  'signIn.ended':
    'Melden Sie sich an, um weiterzumachen. Zu Ihrer Sicherheit beenden wir einen Besuch nach einer Weile.',
  'signIn.stopped':
    'Wir haben diese Anmeldung gestoppt. Waren Sie das nicht? Dann wählen Sie ein neues Passwort.',
  'signIn.passwordSet': 'Ihr neues Passwort gilt jetzt. Melden Sie sich damit an.',

  'reset.title': 'Passwort vergessen?',
  'reset.text':
    'Geben Sie Ihren Benutzernamen ein. Wenn eine E-Mail-Adresse dazu gehört, senden wir einen Link, mit dem Sie ein neues Passwort wählen.',
  'reset.submit': 'Link senden',
  'reset.sentTitle': 'Sehen Sie in Ihren E-Mails nach',
  'reset.sentText':
    'Wenn zu diesem Benutzernamen eine E-Mail-Adresse gehört, ist ein Link unterwegs. Er gilt 15 Minuten und nur einmal.',
  'reset.sentNone':
    'Nach fünf Minuten noch keine E-Mail? Sehen Sie im Spam-Ordner nach, oder wenden Sie sich an {brand}.',
  'reset.newTitle': 'Neues Passwort wählen',
  'reset.newPassword': 'Neues Passwort',
  'reset.newSubmit': 'Neues Passwort speichern',
  'reset.deadTitle': 'Dieser Link gilt nicht mehr',
  'reset.deadText': 'Ein Link gilt einmal und 15 Minuten lang. Fordern Sie einen neuen an.',
  'reset.again': 'Neuen Link senden',

  'lost.title': 'Ich habe mein Telefon nicht mehr',
  'lost.others': 'Sie können sich noch auf einem anderen Weg anmelden.',
  'lost.first':
    'Melden Sie sich zuerst mit Benutzername und Passwort an. Danach zeigen wir Ihnen, welche anderen Wege Sie eingerichtet haben.',
  'lost.none': 'Ist nichts anderes eingerichtet? Dann wenden Sie sich an {brand}.',
  'lost.whatTitle': 'Was man dort wissen möchte',
  'lost.who': 'Ihren Benutzernamen',
  'lost.proof': 'etwas, das zeigt, dass Sie es sind, zum Beispiel Ihr Geburtsdatum oder Ihr letzter Termin',
  'lost.code': 'den Hilfe-Code, wenn eine unserer Seiten einen gezeigt hat',
  'lost.after':
    'Man kann Sie dort einmal hereinlassen. Danach richten Sie Ihr neues Telefon ein. Man fragt Sie nie nach Ihrem Passwort oder nach einem Sicherheitscode.',
  'lost.stolen': 'Wurde es gestohlen? Bitten Sie Ihren Telefonanbieter, die SIM-Karte zu sperren.',
}
