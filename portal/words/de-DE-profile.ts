import type { ProfileWords } from './en-GB-profile.ts'

/** German: what a signed-in person sees and changes. */
export const profileDeDE: ProfileWords = {
  'own.title': 'Persönliche Daten',
  'own.name': 'Name',
  'own.safety': 'Anmeldung',
  'own.password': 'Passwort ändern',
  'own.change': 'Ändern',
  'own.desk': 'Ihre Arbeit',
  'own.deskSupport': 'Patientinnen und Patienten helfen',
  'own.deskOwner': 'Regeln, Personen und Sendungen',
  'own.cancel': 'Abbrechen',
  'own.back': 'Zurück zu den persönlichen Daten',
  'own.phoneNone': 'Noch keine Nummer.',
  'own.phoneAdd': 'Handynummer hinzufügen',
  'own.phoneHelp': 'Handynummer ändern: So geht es',
  'own.phoneWhy':
    'An diese Nummer senden wir Sicherheitscodes. Wenn Sie eine neue Nummer haben, klicken Sie {here}, um sie zu ändern.',
  'own.phoneHere': 'hier',
  'own.proven': 'bestätigt am {day}',
  'own.pendingText': 'Die Nummer, die auf {ending} endet, wartet auf ihren Code.',
  'own.enterCode': 'Code eingeben',
  'own.sendAgain': 'Code noch einmal senden',
  'own.drop': 'Alte Nummer behalten',
  'own.dropFirst': 'Diese Nummer löschen',
  'own.dropped': 'Die neue Nummer ist gelöscht. Der Code dafür gilt nicht mehr.',
  'own.passwordSet': 'Ihr neues Passwort gilt jetzt. Überall sonst sind Sie abgemeldet.',
  'own.languageHelp': 'Sprache ändern',

  'prove.title': 'Zeigen Sie, dass Sie es sind',
  'prove.text':
    'Damit Ihr Konto sicher bleibt, fragen wir Sie zuerst nach einem weiteren Code. Danach kommen Sie hierher zurück.',
  'prove.weak':
    'Eine PIN oder ein Tastendruck im Anruf reicht für diese Änderung nicht. Nutzen Sie einen Code aus einer SMS, einem Anruf oder Ihrer App. Haben Sie nichts davon? Dann wenden Sie sich an {brand}.',
  'prove.newNumber':
    'Ihre Handynummer ist neu. Nutzen Sie für diese Änderung einen Code aus Ihrer Authenticator-App, oder warten Sie einen Tag, nachdem Sie die Nummer geändert haben. Können Sie nicht warten? Dann wenden Sie sich an {brand}.',
  'prove.again':
    'Ihre Anmeldung ist schon eine Weile her. Melden Sie sich noch einmal an, um dies zu ändern.',
  'prove.signIn': 'Noch einmal anmelden',

  'ownPhone.title': 'Wie ist Ihre neue Handynummer?',
  'ownPhone.now': 'Ihre Nummer ist jetzt {phone}.',
  'ownPhone.told': 'Wir senden auch eine Nachricht an Ihre alte Nummer.',
  'ownPhone.submit': 'Speichern und Code erhalten',
  'ownPhone.verify': 'Bestätigen',
  'ownPhone.minutes': 'Sie können den Code 10 Minuten lang nutzen.',
  'ownPhone.again': 'Wir haben den Code noch einmal an die Nummer gesendet, die auf {ending} endet.',
  'ownPhone.calling':
    'Wir rufen die Nummer an, die auf {ending} endet. Drücken Sie eine Taste, wenn wir darum bitten. Dann hören Sie einen Sicherheitscode aus 6 Ziffern.',
  'ownPhone.other': 'Eine andere Nummer eingeben',
  'ownPhone.locked': 'Es wurden zu viele falsche Codes eingegeben. Senden Sie einen neuen Code',
  'ownPhone.done': 'Ihre neue Nummer gilt jetzt',
  'ownPhone.doneText':
    'Wir haben eine Nachricht an Ihre alte Nummer gesendet. Ab jetzt gehen Sicherheitscodes an Ihre neue Nummer.',
  'ownPhone.doneFirst': 'Ab jetzt können wir Sicherheitscodes an diese Nummer senden.',

  'ways.title': 'Anmeldewege',
  'ways.required': 'Bei jeder Anmeldung brauchen Sie Ihr Passwort und einen dieser Wege: {list}.',
  'ways.requiredOne': 'Bei jeder Anmeldung brauchen Sie Ihr Passwort und dies: {list}.',
  'ways.optional': 'Mit einem dieser Wege kommt niemand allein mit Ihrem Passwort in Ihr Konto.',
  'ways.bound': 'Bevor Sie weitermachen, richten Sie einen der Wege ein, die Ihre Organisation verlangt.',
  'ways.second':
    'Richten Sie auch einen zweiten Weg ein. Dann können Sie sich noch anmelden, wenn Sie Ihr Telefon verlieren.',
  'ways.asked': 'Ihre Organisation verlangt dies',
  'ways.on': 'Eingerichtet',
  'ways.off': 'Nicht eingerichtet',
  'ways.notUsed': 'Ihre Organisation nutzt dies nicht',
  'ways.to': 'An {phone}',
  'ways.setUp': 'Einrichten',
  'ways.addPhone': 'Nummer hinzufügen',
  'ways.changePhone': 'Nummer ändern',
  'ways.replaceApp': 'Andere App oder anderes Telefon nutzen',
  'ways.switchOff': 'Ausschalten',
  'ways.codes': 'Wiederherstellungscodes',
  'ways.codesLeft': { one: 'Noch {count} Code übrig.', other: 'Noch {count} Codes übrig.' },
  'ways.makeCodes': 'Wiederherstellungscodes holen',
  'ways.newCodes': 'Neue Codes holen',
  'ways.appOn': 'Ihre Authenticator-App funktioniert.',
  'ways.appOff': 'Ihre Authenticator-App ist ausgeschaltet.',
  'ways.pinSet': 'Ihre neue PIN gilt jetzt.',
  'ways.codesSaved':
    'Ihre Wiederherstellungscodes gelten jetzt. Bewahren Sie sie dort auf, wo Sie sie ohne Ihr Telefon finden.',

  'app.text':
    'Sie brauchen eine Authenticator-App, zum Beispiel Google Authenticator, Microsoft Authenticator oder Authy. Sie kann auf Ihrem Telefon, Tablet oder Computer sein.',
  'app.next':
    'Die nächste Seite zeigt ein Bild, das Sie mit der App scannen, und einen Schlüssel, den Sie stattdessen eintippen können.',
  'app.replaces':
    'Die nächste Seite zeigt ein neues Bild zum Scannen. Ihre alte App funktioniert nicht mehr, sobald Sie einen Code der neuen eingeben.',
  'app.show': 'Bild zeigen',
  'app.submit': 'Einschalten',
  'app.again': 'Neues Bild zeigen',
  'app.clock':
    'Geben Sie den neuesten Code ein. Geht das nicht, prüfen Sie, ob die Uhr des Telefons richtig geht.',
  'app.late': 'Das Bild war zu alt. Scannen Sie ein neues.',
  'app.offBound':
    'Ihre App ist ausgeschaltet. Ihre Organisation verlangt einen dieser Wege. Richten Sie wieder einen ein, um weiterzumachen.',
  'app.offTitle': 'Authenticator-App ausschalten',
  'app.offText': 'Ab jetzt melden Sie sich auf Ihren anderen Wegen an. Überall sonst werden Sie abgemeldet.',
  'app.offAsked':
    'Ihre Organisation verlangt dies. Wenn Sie die App ausschalten, müssen Sie wieder eine einrichten, bevor Sie weitermachen können, zum Beispiel auf einem neuen Telefon.',
  'app.offSubmit': 'Ausschalten',

  'pinSet.changeTitle': 'PIN ändern',
  'pinSet.text': 'Wenn Ihre Organisation eine PIN verlangt, brauchen Sie sie bei jeder Anmeldung.',
  'pinSet.current': 'Jetzige PIN',
  'pinSet.forgot': 'Ich habe meine PIN vergessen',
  'pinSet.noCurrent': 'Geben Sie die PIN ein, die Sie jetzt haben',
  'pinSet.noPin': 'Geben Sie eine neue PIN ein',

  'recovery.text':
    'Mit jedem dieser zehn Codes können Sie sich einmal anmelden, wenn Sie Ihr Telefon nicht haben. Bewahren Sie sie auf Papier oder in einem Passwort-Manager auf.',
  'recovery.replaces': 'Wenn Sie neue Codes holen, gelten die alten nicht mehr.',
  'recovery.make': 'Zehn Codes zeigen',
  'recovery.title': 'Speichern Sie Ihre Wiederherstellungscodes',
  'recovery.once': 'Wir zeigen diese Codes nur jetzt. Jeder gilt einmal.',
  'recovery.print': 'Drucken',
  'recovery.download': 'Als Textdatei herunterladen',
  'recovery.saved': 'Ich habe die Codes gespeichert',
  'recovery.notSaved': 'Speichern Sie zuerst die Codes und setzen Sie dann das Häkchen',

  'password.text': 'Hier bleiben Sie angemeldet. Überall sonst werden Sie abgemeldet.',
  'password.current': 'Jetziges Passwort',
  'password.noCurrent': 'Geben Sie das Passwort ein, das Sie jetzt haben',
  'password.noNew': 'Geben Sie ein neues Passwort ein',
  'password.wrong': 'Das ist nicht Ihr jetziges Passwort. Prüfen Sie es und versuchen Sie es noch einmal',

  'sessions.title': 'Wo Sie angemeldet sind',
  'sessions.text': 'Kennen Sie einen dieser Besuche nicht? Beenden Sie ihn und ändern Sie Ihr Passwort.',
  'sessions.began': 'Angemeldet am {time}',
  'sessions.used': 'Zuletzt genutzt am {time}',
  'sessions.current': 'Hier sind Sie gerade',
  'sessions.end': 'Beenden',
  'sessions.endThis': 'Beenden und hier abmelden',
  'sessions.ended': 'Dieser Besuch ist beendet.',
  'sessions.more': 'Mehr zeigen',

  'amr.pwd': 'Passwort',
  'amr.sms': 'SMS',
  'amr.tel': 'Anruf',
  'amr.tel_press1': 'Anruf',
  'amr.otp': 'App oder Wiederherstellungscode',
  'amr.pin': 'PIN',
  'amr.bypass': 'Hilfe vom Hilfe-Team',
}
