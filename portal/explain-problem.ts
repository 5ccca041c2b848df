/**
 * A refusal of Keypad in the person's language.
 */
import type { Problem } from '#client/keypad.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import type { Visit } from './visit.ts'
import { isWordKey } from './words/tables.ts'

/** From this many tries on they are told how many are left. */
const TRIES_TOLD = 2
/** Those whose English detail says more than our sentence. */
const IN_DETAIL = new Set(['password_too_weak', 'pin_too_weak'])

/** Says what is wrong; `typed` is what they entered, where that may be shown again. */
export function explainProblem(visit: Visit, problem: Problem, typed = ''): Html {
  const { say, locale, portal } = visit
  const { code, detail, tries_left: tries } = problem
  if (IN_DETAIL.has(code) && locale.startsWith('en')) return html`${detail}`
  const key = `problem.${code}`
  const values = { typed, brand: portal.brand, time: timeOf(visit, problem) }
  const sentence = say(isWordKey(key) ? key : 'problem.other', values)
  if (tries === 0) return say('problem.lastTry')
  const left = tries !== undefined && tries <= TRIES_TOLD && say('problem.tries', { count: tries })
  return left ? html`${sentence}. ${left}` : sentence
}

function timeOf({ clock }: Visit, { retry_after: seconds = 60 }: Problem): string {
  return clock(new Date(Date.now() + seconds * 1_000).toISOString())
}
