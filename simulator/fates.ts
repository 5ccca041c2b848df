/** What a fate changes; whatever a rule leaves out happens as on a good day. */
export type FateRule = {
  label: string
  group: 'texts' | 'calls' | 'carrier'
  /** One sentence for the page and docs/test-numbers.md. */
  effect: string
  /** Twilio's number with which creating a text or a call is refused. */
  refusesText?: number
  refusesCall?: number
  /** Twilio's number with which an accepted text ends undelivered. */
  textError?: number
  /** How a call ends without being answered. */
  callEnd?: 'busy' | 'no-answer' | 'failed'
  /** How the REST answer goes wrong, for texts and calls alike. */
  answer?: 'error_500' | 'error_429' | 'hang' | 'reset' | 'late'
  callbacks?: 'five_times' | 'reversed'
  /** Who answers a call. */
  robot?: 'machine' | '1' | '9' | 'leaves'
  /** What Lookup says instead of `mobile`. */
  lineType?: 'landline'
  /** When the text arrives, or the call is answered, in simulated ms after it was sent or rang. */
  delayMs?: number
}

/** Every fate that a handset can have, and what then happens to its texts and calls. */
export const FATES = {
  delivered: { label: 'Delivered', group: 'texts', effect: 'Texts arrive, calls are answered by a person.' },
  slow: {
    label: 'Slow',
    group: 'texts',
    effect: 'Texts arrive and calls are answered after 30 s.',
    delayMs: 30_000,
  },
  switched_off: {
    label: 'Switched off',
    group: 'texts',
    effect: 'Texts end undelivered with 30003, calls with no-answer.',
    textError: 30003,
    callEnd: 'no-answer',
  },
  blocked: {
    label: 'Blocked',
    group: 'texts',
    effect: 'Texts end undelivered with 30004.',
    textError: 30004,
  },
  no_such_number: {
    label: 'No such number',
    group: 'texts',
    effect: 'Texts end undelivered with 30005, calls fail.',
    textError: 30005,
    callEnd: 'failed',
  },
  landline: {
    label: 'Landline',
    group: 'texts',
    effect: 'Texts end undelivered with 30006, Lookup says landline; calls are answered.',
    textError: 30006,
    lineType: 'landline',
  },
  filtered: {
    label: 'Filtered',
    group: 'texts',
    effect: 'Texts end undelivered with 30007.',
    textError: 30007,
  },
  opted_out: {
    label: 'Opted out',
    group: 'texts',
    effect: 'Texts are refused with 21610; calls are answered.',
    refusesText: 21610,
  },
  country_blocked: {
    label: 'Country blocked',
    group: 'texts',
    effect: 'Texts are refused with 21408, calls with 21215.',
    refusesText: 21408,
    refusesCall: 21215,
  },
  fraud_blocked: {
    label: 'Fraud blocked',
    group: 'texts',
    effect: 'Texts are accepted and end undelivered with 30450.',
    textError: 30450,
  },
  voicemail: {
    label: 'Voicemail',
    group: 'calls',
    effect: 'A machine with a long greeting answers calls and presses nothing.',
    robot: 'machine',
  },
  busy: { label: 'Busy', group: 'calls', effect: 'Calls end as busy.', callEnd: 'busy' },
  no_answer: { label: 'No answer', group: 'calls', effect: 'Calls ring out.', callEnd: 'no-answer' },
  presses_1: {
    label: 'Presses 1',
    group: 'calls',
    effect: 'Answers and presses 1 at every prompt.',
    robot: '1',
  },
  presses_9: {
    label: 'Presses 9',
    group: 'calls',
    effect: 'Answers and presses 9 at every prompt.',
    robot: '9',
  },
  hangs_up: {
    label: 'Hangs up',
    group: 'calls',
    effect: 'Answers and hangs up after a second.',
    robot: 'leaves',
  },
  carrier_500: {
    label: 'Carrier error 500',
    group: 'carrier',
    effect: 'Creating a text or call answers 500 (20500); nothing was accepted.',
    answer: 'error_500',
  },
  carrier_429: {
    label: 'Carrier busy 429',
    group: 'carrier',
    effect: 'Creating a text or call answers 429 (20429) with Retry-After: 1; nothing was accepted.',
    answer: 'error_429',
  },
  accept_then_hang: {
    label: 'Accepts, never answers',
    group: 'carrier',
    effect: 'The text or call goes ahead, but the HTTP answer never comes.',
    answer: 'hang',
  },
  accept_then_reset: {
    label: 'Accepts, then breaks off',
    group: 'carrier',
    effect: 'The text or call goes ahead, but the connection is reset instead of an answer.',
    answer: 'reset',
  },
  duplicate_callbacks: {
    label: 'Callbacks five times',
    group: 'carrier',
    effect: 'Every status callback comes five times at once.',
    callbacks: 'five_times',
  },
  reversed_callbacks: {
    label: 'Callbacks backwards',
    group: 'carrier',
    effect: 'Status callbacks come at the end, the last one first.',
    callbacks: 'reversed',
  },
  callback_before_answer: {
    label: 'Callbacks first',
    group: 'carrier',
    effect: 'Status callbacks come before the HTTP answer: all of a text, those up to ringing of a call.',
    answer: 'late',
  },
} satisfies Record<string, FateRule>

/** A fate by name. */
export type Fate = keyof typeof FATES

/** All fates, in the order they are shown. */
export const FATE_NAMES = Object.keys(FATES) as Fate[]

/** Tells whether a word names a fate. */
export function isFate(word: string): word is Fate {
  return Object.hasOwn(FATES, word)
}

/** Finds what a fate changes. */
export function ruleOf(fate: Fate): FateRule {
  return FATES[fate]
}
