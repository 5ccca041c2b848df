/**
 * Why a login stands where it does, in plain English.
 */
import type { LoginFactor } from './login-state.ts'
import type { LoginStep } from './login-step.ts'

/** What helps to know which phone is meant. Null: nothing does. */
export function maskedHint(factor: LoginFactor, masked: string | null | undefined): string | null {
  return factor === 'sms' || factor === 'call' ? (masked ?? null) : null
}

export type Explanation = { sentence: string; cause: string; remedy: string }

const WAITING: Explanation = {
  sentence: 'The login waits for its next step.',
  cause: 'The password was right; one more thing is asked for.',
  remedy: 'Follow what the page asks for.',
}

const WORDS: Partial<Record<LoginStep['action'], Explanation>> = {
  choose_profile: {
    sentence: 'The login waits for a profile to be chosen.',
    cause: 'Several profiles belong to this username.',
    remedy: 'Choose the profile you want to use.',
  },
  send_code: {
    sentence: 'No code has been sent yet.',
    cause: 'After registration the code goes out when it is asked for.',
    remedy: 'Press “Send code”.',
  },
  choose_factor: {
    sentence: 'The login waits for a way to be chosen.',
    cause: 'There is more than one way to show that it is you.',
    remedy: 'Choose the way that you have at hand.',
  },
  enroll_totp: {
    sentence: 'An authenticator app has to be set up first.',
    cause: 'Your organisation asks for one, and none is set up.',
    remedy: 'Scan the picture with an authenticator app, or type its key, and enter the code it shows.',
  },
  enroll_pin: {
    sentence: 'A PIN has to be chosen first.',
    cause: 'Your organisation asks for one, and none is set up.',
    remedy: 'Choose a PIN and type it twice.',
  },
  done: {
    sentence: 'You are signed in.',
    cause: 'Everything that was asked for was right.',
    remedy: 'Nothing is left to do.',
  },
}

const PHONE_CAUSES = {
  missing: 'There is no mobile number on file.',
  unproven: 'The number on file has never been confirmed.',
  landline: 'The number on file is a landline, and landlines get no texts.',
  failed: 'The last text to the number on file could not be delivered.',
  pending: 'A new number is on file that has not been confirmed yet.',
} as const

const SUPPORT: Record<string, Explanation> = {
  too_many_wrong: {
    sentence: 'Signing in is paused for a while.',
    cause: 'There were ten wrong answers in a row.',
    remedy: 'Wait until the time shown, or call support and read out the help code.',
  },
  too_many_wrong_lately: {
    sentence: 'Signing in is stopped until support helps.',
    cause: 'There were fifty wrong answers within thirty days.',
    remedy: 'Call support and read out the help code.',
  },
  nothing_left: {
    sentence: 'There is no other way left to try in this login.',
    cause: 'Every way that is open to you took five wrong answers, or none is set up.',
    remedy: 'Start again with your password, or call support and read out the help code.',
  },
  denied: {
    sentence: 'This login was stopped.',
    cause: 'Somebody pressed 9 on the phone: “this was not me”.',
    remedy: 'If it was you, start again with your password. If not, change your password.',
  },
  login_expired: {
    sentence: 'This login took too long.',
    cause: 'A login ends after thirty minutes.',
    remedy: 'Start again with your password.',
  },
}

/** A limit keeps the code from going out. */
export const NOTHING_SENT: Explanation = {
  sentence: 'No code could be sent yet.',
  cause: 'Too many codes went out lately.',
  remedy: 'Wait until the time shown and ask for the code again, or choose another way.',
}

/** Explains a step to the person; what a running verification has to say comes from its own words. */
export function explainStep(step: LoginStep): Explanation {
  if (step.action === 'contact_support') return SUPPORT[step.reason] ?? WAITING
  if (step.action !== 'provide_phone') return WORDS[step.action] ?? WAITING
  return {
    sentence: 'A mobile number has to be confirmed.',
    cause: PHONE_CAUSES[step.reason],
    remedy: step.skippable
      ? 'Enter the number and the code it gets, or leave it for later.'
      : 'Enter a mobile number that you have at hand, and the code it gets.',
  }
}
