/** British English: the words of the frame, and what every page may need. The other areas have files of their own. */

export const frameEnGB = {
  'frame.skip': 'Skip to the content',
  'frame.language': 'Language',
  'frame.help': 'Get help',
  'frame.signOut': 'Sign out',
  'frame.error': 'Error:',
  'frame.summary': 'There is a problem',
  'frame.optional': '(optional)',
  'frame.continue': 'Continue',
  'frame.copy': 'Copy',
  'frame.copied': 'Copied',
  'frame.show': 'Show',
  'frame.hide': 'Hide',

  'missing.title': 'Page not found',
  'missing.text': 'If you typed the web address, check that it is correct.',
  'missing.start': 'Go to the start',
  'broken.title': 'Sorry, something went wrong',
  'broken.text': 'Nothing was lost. Try again in a minute.',
  'refused.title': 'We could not use that form',
  'refused.text':
    'The page may have been open for too long. Go back, load the page again and send it once more.',
  'refused.large': 'That was more text than fits.',

  'help.title': 'Get help',
  'help.noCode': 'I did not get the code',
  'help.password': 'I forgot my password',
  'help.phone': 'I lost my phone, or have a new number',
  'help.desk':
    'If none of this helps, contact {brand}. Tell them your username. They never ask for your password or for a security code.',
} as const
