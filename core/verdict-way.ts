/** With what somebody signed in, as support says it. */
import type { Found, SupportEvent } from './support-facts.ts'

/** Of the `amr` of a session, the strongest word first. `otp` stands for an app and for a recovery code alike. */
const WAYS = [
  ['bypass', 'bypass'],
  ['otp', 'totp'],
  ['tel_press1', 'key'],
  ['tel', 'call'],
  ['sms', 'sms'],
  ['pin', 'pin'],
] as const

/** The name of the way that a finished login was finished with; `password` where nothing else was asked for. */
export function findWay(seen: readonly Found[], { data }: SupportEvent): string {
  const amr = data?.['amr']
  const words: unknown[] = Array.isArray(amr) ? amr : []
  const way = WAYS.find(([word]) => words.includes(word))?.[1] ?? 'password'
  const isOnPaper = seen.some(({ event }) => event.kind === 'recovery_code_used')
  return way === 'totp' && isOnPaper ? 'recovery_code' : way
}
