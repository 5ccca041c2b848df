/** British English: what a signed-in person sees and changes. */
import type { Word } from '#portal/say.ts'

export const profileEnGB = {
  'own.title': 'Personal information',
  'own.name': 'Name',
  'own.safety': 'Signing in',
  'own.password': 'Change your password',
  'own.change': 'Change',
  'own.desk': 'Your work',
  'own.deskSupport': 'Help patients',
  'own.deskOwner': 'Rules, people and deliveries',
  'own.cancel': 'Cancel',
  'own.back': 'Back to personal information',
  'own.phoneNone': 'No number yet.',
  'own.phoneAdd': 'Add a mobile number',
  'own.phoneHelp': 'Change the mobile number: how it works',
  'own.phoneWhy':
    'We send security codes to this number. If you have a new number, click {here} to change it.',
  'own.phoneHere': 'here',
  'own.proven': 'confirmed on {day}',
  'own.pendingText': 'The number ending {ending} is waiting for its code.',
  'own.enterCode': 'Enter the code',
  'own.sendAgain': 'Send the code again',
  'own.drop': 'Keep the old number',
  'own.dropFirst': 'Delete this number',
  'own.dropped': 'The new number is deleted. Its code no longer works.',
  'own.passwordSet': 'Your new password works. You are signed out everywhere else.',
  'own.languageHelp': 'Change the language',

  'prove.title': 'Show that it is you',
  'prove.text':
    'To keep your account safe, we first ask you for one more code. You come back here after that.',
  'prove.weak':
    'A PIN, or a key pressed in a call, is not enough for this change. Use a code from a text, a call or your app. If you have none of these, contact {brand}.',
  'prove.newNumber':
    'Your mobile number is new. For this change, use a code from your authenticator app, or wait a day after you changed the number. If you cannot wait, contact {brand}.',
  'prove.again': 'Some time has passed since you signed in. Sign in again to make this change.',
  'prove.signIn': 'Sign in again',

  'ownPhone.title': 'What is your new mobile number?',
  'ownPhone.now': 'Your number now is {phone}.',
  'ownPhone.told': 'We also send a message to your old number.',
  'ownPhone.submit': 'Save and get code',
  'ownPhone.verify': 'Verify',
  'ownPhone.minutes': 'You can use the code for 10 minutes.',
  'ownPhone.again': 'We sent the code to the number ending {ending} again.',
  'ownPhone.calling':
    'We are calling the number ending {ending}. Press a key when we ask, and you hear a 6-digit security code.',
  'ownPhone.other': 'Enter another number',
  'ownPhone.locked': 'There were too many wrong codes. Send a new code',
  'ownPhone.done': 'Your new number works',
  'ownPhone.doneText':
    'We sent a message to your old number. From now on, security codes go to your new number.',
  'ownPhone.doneFirst': 'From now on, we can send security codes to this number.',

  'ways.title': 'Ways to sign in',
  'ways.required': 'Each time you sign in, you need your password and one of these: {list}.',
  'ways.requiredOne': 'Each time you sign in, you need your password and this: {list}.',
  'ways.optional': 'With one of these, nobody gets into your account with your password alone.',
  'ways.bound': 'Before you go on, set up one of the ways that your organisation asks for.',
  'ways.second': 'Set up a second way as well. Then you can still sign in if you lose your phone.',
  'ways.asked': 'Your organisation asks for this',
  'ways.on': 'Set up',
  'ways.off': 'Not set up',
  'ways.notUsed': 'Not used by your organisation',
  'ways.to': 'To {phone}',
  'ways.setUp': 'Set up',
  'ways.addPhone': 'Add a number',
  'ways.changePhone': 'Change the number',
  'ways.replaceApp': 'Use another app or phone',
  'ways.switchOff': 'Switch off',
  'ways.codes': 'Recovery codes',
  'ways.codesLeft': { one: '{count} code left.', other: '{count} codes left.' },
  'ways.makeCodes': 'Get recovery codes',
  'ways.newCodes': 'Get new codes',
  'ways.appOn': 'Your authenticator app works.',
  'ways.appOff': 'Your authenticator app is switched off.',
  'ways.pinSet': 'Your new PIN works.',
  'ways.codesSaved': 'Your recovery codes work. Keep them where you can find them without your phone.',

  'app.text':
    'You need an authenticator app, such as Google Authenticator, Microsoft Authenticator or Authy. It can be on your phone, tablet or computer.',
  'app.next': 'The next page shows a picture to scan with the app, and a key to type instead.',
  'app.replaces':
    'The next page shows a new picture to scan. Your old app stops working when you enter a code of the new one.',
  'app.show': 'Show the picture',
  'app.submit': 'Switch on',
  'app.again': 'Show a new picture',
  'app.clock': 'Enter the newest code. If it does not work, check that the clock of the phone is right.',
  'app.late': 'The picture was too old. Scan a new one.',
  'app.offBound':
    'Your app is switched off. Your organisation asks for one of these ways, so set one up again to go on.',
  'app.offTitle': 'Switch off the authenticator app',
  'app.offText': 'You sign in with your other ways from now on. You are signed out everywhere else.',
  'app.offAsked':
    'Your organisation asks for this. If you switch it off, you have to set up an app again before you can go on, for example on a new phone.',
  'app.offSubmit': 'Switch off',

  'pinSet.changeTitle': 'Change your PIN',
  'pinSet.text': 'Where your organisation asks for a PIN, you need it each time you sign in.',
  'pinSet.current': 'PIN now',
  'pinSet.forgot': 'I forgot my PIN',
  'pinSet.noCurrent': 'Enter the PIN that you have now',
  'pinSet.noPin': 'Enter a new PIN',

  'recovery.text':
    'Each of these ten codes lets you sign in once if you do not have your phone. Keep them on paper, or in a password manager.',
  'recovery.replaces': 'If you get new codes, the old ones stop working.',
  'recovery.make': 'Show ten codes',
  'recovery.title': 'Save your recovery codes',
  'recovery.once': 'We show these codes only now. Each works once.',
  'recovery.print': 'Print',
  'recovery.download': 'Download as a text file',
  'recovery.saved': 'I saved the codes',
  'recovery.notSaved': 'Save the codes first, then tick the box',

  'password.text': 'You stay signed in here, and are signed out everywhere else.',
  'password.current': 'Password now',
  'password.noCurrent': 'Enter the password that you have now',
  'password.noNew': 'Enter a new password',
  'password.wrong': 'That is not your password now. Check it and try again',

  'sessions.title': 'Where you are signed in',
  'sessions.text': 'Do you not recognise one of these? End it, and change your password.',
  'sessions.began': 'Signed in {time}',
  'sessions.used': 'Last used {time}',
  'sessions.current': 'This is where you are now',
  'sessions.end': 'End',
  'sessions.endThis': 'End and sign out here',
  'sessions.ended': 'That visit has ended.',
  'sessions.more': 'Show more',

  'amr.pwd': 'password',
  'amr.sms': 'text message',
  'amr.tel': 'phone call',
  'amr.tel_press1': 'phone call',
  'amr.otp': 'app or recovery code',
  'amr.pin': 'PIN',
  'amr.bypass': 'help from support',
} as const

/** These words in another language; none may be missing. */
export type ProfileWords = Record<keyof typeof profileEnGB, Word>
