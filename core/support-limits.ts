/**
 * The limits that may stand between a person and a login, as staff read them.
 */
import { MAX_FAILURES_LATELY, NUMBER_WINDOWS } from './limits.ts'
import type { Person } from './login-state.ts'

/** `account` and `number` are the words of `unblock`; a pending number is unblocked with the other. */
export const LIMITS = ['account', 'wrong_answers', 'number', 'pending_number'] as const
export type LimitName = (typeof LIMITS)[number]

/** One limit; times are RFC 3339, `until` null while it is on: it does not end by itself. */
export type SupportLimit = {
  limit: LimitName
  isOn: boolean
  since: string | null
  until: string | null
  canUnblock: boolean
  used: number | null
  max: number | null
}

/** What is known of wrong answers and of sends; times are RFC 3339. */
export type LimitFacts = {
  lock: Person['lock']
  wrong: { lately: number; firstAt: string | null; lastAt: string | null }
  /** By number; null: there is none, or it can no longer be read. */
  sends: Record<'number' | 'pending_number', SendFacts | null>
}
export type SendFacts = {
  sends: number
  lastAt: string | null
  freeAt: string | null
  dayFreeAt: string | null
}

/** Lists the limits of a person, those that are not on too: so that staff see how much is left. */
export function listLimits({ lock, wrong, sends }: LimitFacts): SupportLimit[] {
  const isLocked = lock?.reason === 'too_many_wrong'
  const isUsedUp = lock?.reason === 'too_many_wrong_lately'
  const account: SupportLimit = {
    ...{ limit: 'account', isOn: isLocked, canUnblock: isLocked, used: null, max: null },
    ...{ since: isLocked ? wrong.lastAt : null, until: isLocked ? lock.until : null },
  }
  const answers: SupportLimit = {
    ...{ limit: 'wrong_answers', isOn: isUsedUp, canUnblock: false, since: wrong.firstAt, until: null },
    ...{ used: wrong.lately, max: MAX_FAILURES_LATELY },
  }
  const numbers = (['number', 'pending_number'] as const).flatMap((limit) => {
    const facts = sends[limit]
    return facts ? [writeSends(limit, facts)] : []
  })
  return [account, answers, ...numbers]
}

function writeSends(limit: 'number' | 'pending_number', facts: SendFacts): SupportLimit {
  const { freeAt, dayFreeAt, lastAt, sends } = facts
  const isOn = freeAt !== null
  return {
    ...{ limit, isOn, since: isOn ? lastAt : null, until: freeAt, canUnblock: isOn && dayFreeAt === null },
    ...{ used: sends, max: NUMBER_WINDOWS.at(-1)?.max ?? null },
  }
}

type Words = { isOn: string; isOff: string }

const WORDS: Record<'en' | 'nl', Record<LimitName, Words>> = {
  en: {
    account: {
      isOn: 'Ten wrong answers in a row: nobody gets in until {until}.',
      isOff: 'The account is not paused.',
    },
    wrong_answers: {
      isOn: '{used} wrong answers in thirty days, the most there may be: only support can help.',
      isOff: '{used} of {max} wrong answers in thirty days are used.',
    },
    number: {
      isOn: 'The number has had as many texts and calls as it may: the next one goes from {until}.',
      isOff: 'The number may get texts and calls; {used} of {max} in the last day are used.',
    },
    pending_number: {
      isOn: 'The number that waits to be confirmed has had as many texts and calls as it may: the next one goes from {until}.',
      isOff:
        'The number that waits to be confirmed may get texts and calls; {used} of {max} in the last day are used.',
    },
  },
  nl: {
    account: {
      isOn: 'Tien foute antwoorden achter elkaar: tot {until} komt niemand binnen.',
      isOff: 'Het account is niet gepauzeerd.',
    },
    wrong_answers: {
      isOn: '{used} foute antwoorden in dertig dagen, meer mag niet: alleen de helpdesk kan helpen.',
      isOff: '{used} van de {max} foute antwoorden in dertig dagen zijn gebruikt.',
    },
    number: {
      isOn: 'Het nummer heeft zoveel sms’jes en oproepen gehad als mag: het volgende gaat vanaf {until}.',
      isOff:
        'Het nummer mag sms’jes en oproepen krijgen; {used} van de {max} in de afgelopen dag zijn gebruikt.',
    },
    pending_number: {
      isOn: 'Het nummer dat nog bevestigd moet worden heeft zoveel sms’jes en oproepen gehad als mag: het volgende gaat vanaf {until}.',
      isOff:
        'Het nummer dat nog bevestigd moet worden mag sms’jes en oproepen krijgen; {used} van de {max} in de afgelopen dag zijn gebruikt.',
    },
  },
}

/** Says a limit in one sentence; `until` as its reader writes times. */
export function sayLimit(locale: string, { limit, isOn, used, max }: SupportLimit, until: string): string {
  const { isOn: on, isOff: off } = WORDS[/^nl\b/i.test(locale) ? 'nl' : 'en'][limit]
  const values: Record<string, string> = { until, used: `${used}`, max: `${max}` }
  return (isOn ? on : off).replaceAll(/\{(\w+)\}/g, (_place, name: string) => values[name] ?? '')
}
