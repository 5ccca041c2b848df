/** British English: registration, signing in with a password, passwords that were forgotten, phones that were lost. */

export const signInEnGB = {
  'register.title': 'Create your account',
  'register.username': 'Username',
  'register.usernameHint': 'For example, your e-mail address. You need it each time you sign in.',
  'register.password': 'Password',
  'register.passwordHint':
    'At least 8 characters. Three or four words that do not belong together work well.',
  'register.email': 'E-mail address',
  'register.emailHint': 'So that you can choose a new password if you forget yours.',
  'register.submit': 'Register',
  'register.haveAccount': 'I already have an account',
  'register.noUsername': 'Enter a username',
  'register.noPassword': 'Enter a password',
  'register.badEmail': 'Enter an e-mail address like name@example.com, or leave it empty',

  'phone.why': 'We send a security code to this phone when you sign in. We do not use it for anything else.',
  'phone.label': 'Mobile number',
  'phone.hint': 'For a number from abroad, start with + and the country code',
  'phone.hintExample': 'For example, {example}. For a number from abroad, start with + and the country code.',
  'phone.country': 'Country',
  'phone.chooseCountry': 'Choose a country',
  'phone.none': 'I do not have a mobile phone',
  'phone.noneText':
    'Contact {brand}. They know other ways for you to sign in, such as an app on a tablet or a computer.',
  'phone.empty': 'Enter your mobile number',

  'signIn.title': 'Sign in',
  'signIn.username': 'Username',
  'signIn.password': 'Password',
  'signIn.submit': 'Sign in',
  'signIn.forgot': 'I forgot my password',
  'signIn.register': 'Create an account',
  'signIn.lostPhone': 'I no longer have my phone',
  'signIn.noUsername': 'Enter your username',
  'signIn.noPassword': 'Enter your password',
  'signIn.signedOut': 'You are signed out.',
  'signIn.ended': 'Sign in to continue. For your safety we end a visit after a while.',
  'signIn.stopped': 'We stopped this sign-in. If it was not you, choose a new password.',
  'signIn.passwordSet': 'Your new password works. Sign in with it.',

  'reset.title': 'Forgot your password?',
  'reset.text': 'Enter your username. If it has an e-mail address, we send a link to choose a new password.',
  'reset.submit': 'Send link',
  'reset.sentTitle': 'Check your e-mail',
  'reset.sentText':
    'If there is an e-mail address for that username, a link is on its way. It works for 15 minutes, once.',
  'reset.sentNone': 'No e-mail after five minutes? Look in the spam folder, or contact {brand}.',
  'reset.newTitle': 'Choose a new password',
  'reset.newPassword': 'New password',
  'reset.newSubmit': 'Save the new password',
  'reset.deadTitle': 'This link no longer works',
  'reset.deadText': 'A link works once, for 15 minutes. Ask for a new one.',
  'reset.again': 'Send a new link',

  'lost.title': 'I no longer have my phone',
  'lost.others': 'You can still sign in another way.',
  'lost.first':
    'Sign in with your username and password first. Then we show the other ways that you have set up.',
  'lost.none': 'If nothing else is set up, contact {brand}.',
  'lost.whatTitle': 'What they will ask',
  'lost.who': 'your username',
  'lost.proof': 'questions that show that it is you, such as your date of birth or your last appointment',
  'lost.code': 'the help code, if one of our pages showed you one',
  'lost.after':
    'They can let you in once, and you then set up your new phone. They never ask for your password or for a security code.',
  'lost.stolen': 'Was it stolen? Ask your phone company to block the SIM card.',
} as const
