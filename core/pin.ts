/**
 * PINs: read as people type them, and refused when they are among the first that somebody would try (security.md PIN-1).
 * Whoever guesses has five tries, so what counts is not how many PINs there are but that nobody has what many have.
 */
import { readCode } from './code.ts'
import { isDate } from './pin-dates.ts'
import { isCommon, isInOrder, isKeypadWalk, isMirrored, isRepetition } from './pin-patterns.ts'

/** Digits of a PIN. Contract section 3 and security.md PIN-1 ask six. */
const MIN_DIGITS = 6
const MAX_DIGITS = 12
/** Which part of a phone number, at either end of it or inside, gives a longer PIN away. */
const OWN_DIGITS = 6

/** The sentence is for the person who chooses; it never holds the PIN. */
export type PinVerdict =
  | { accepted: true; pin: string }
  | { accepted: false; reason: 'malformed' | 'weak'; sentence: string }

const RULES: [isWeak: (pin: string) => boolean, sentence: string][] = [
  [isRepetition, 'Repeated digits are easy to guess. Choose digits that do not repeat a pattern.'],
  [isInOrder, 'Digits in order are easy to guess. Choose digits that do not count up or down.'],
  [isMirrored, 'A PIN that reads the same in both directions is easy to guess. Choose another one.'],
  [isDate, 'This can be read as a date or a year, which others may know. Choose digits that are no date.'],
  [isKeypadWalk, 'Keys in a line on the keypad are easy to guess. Choose digits that are spread over it.'],
  [isCommon, 'Many people choose this PIN, so it is easy to guess. Choose digits that mean nothing.'],
]

/** Reads a PIN as typed: digits of any script, separators dropped. Null: not 6 to 12 digits, or anything else in it. */
export function readPin(typed: string): string | null {
  for (let digits = MIN_DIGITS; digits <= MAX_DIGITS; digits++) {
    const pin = readCode(typed, digits)
    if (pin !== null) return pin
  }
  return null
}

/** Judges a new PIN. `own` is what others may know of the person; the phone is an E.164 string. */
export function judgePin(typed: string, own: { phone?: string | null }): PinVerdict {
  const pin = readPin(typed)
  if (pin === null)
    return refuse('malformed', `A PIN has ${MIN_DIGITS} to ${MAX_DIGITS} digits and nothing else.`)
  const rule = RULES.find(([isWeak]) => isWeak(pin))
  if (rule) return refuse('weak', rule[1])
  if (isOfPhone(pin, own.phone ?? ''))
    return refuse('weak', 'This is part of your phone number. Choose digits that are not in it.')
  return { accepted: true, pin }
}

function refuse(reason: 'malformed' | 'weak', sentence: string): PinVerdict {
  return { accepted: false, reason, sentence }
}

/** Part of the number as it is dialled from home (0…), from abroad (00…) or written (+…), or around its last six digits. */
function isOfPhone(pin: string, phone: string): boolean {
  const digits = phone.replaceAll(/[^0-9]/g, '')
  if (digits.length < OWN_DIGITS) return false
  const isDialled = pin.startsWith('0') && digits.includes(pin.slice(1))
  return `00${digits}`.includes(pin) || isDialled || pin.includes(digits.slice(-OWN_DIGITS))
}
