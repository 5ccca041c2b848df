/**
 * What people type that is no usable number at all: the spelling, the country they had chosen, the refusal.
 */
import type { CountryCode } from '#core/countries.ts'

/** Spelling, chosen country, refusal. */
export type FaultyPhone = readonly [string, CountryCode | undefined, string]

/** Not written as a number, or national without a country. */
export const UNREADABLE: readonly FaultyPhone[] = [
  ['', 'NL', 'phone_invalid'],
  ['   ', 'NL', 'phone_invalid'],
  ['+', undefined, 'phone_invalid'],
  ['()-.', 'NL', 'phone_invalid'],
  ['my number is 06 12345678', 'NL', 'phone_invalid'],
  ['06 12345678 (Anna)', 'NL', 'phone_invalid'],
  ['tel:+31612345678', undefined, 'phone_invalid'],
  ['tel. 0612345678', 'NL', 'phone_invalid'],
  ['+31 6 12345678 ext. 12', undefined, 'phone_invalid'],
  ['+31612345678x12', undefined, 'phone_invalid'],
  ['+31612345678;ext=12', undefined, 'phone_invalid'],
  ['+31612345678#12', undefined, 'phone_invalid'],
  ['+31612345678,,12', undefined, 'phone_invalid'],
  ['+31612345678 доб. 12', undefined, 'phone_invalid'],
  ['*31#0612345678', 'NL', 'phone_invalid'],
  ['1-800-FLOWERS', 'US', 'phone_invalid'],
  ['+1 202 KL5 0123', undefined, 'phone_invalid'],
  ['O6I2345678', 'NL', 'phone_invalid'],
  ['06+12345678', 'NL', 'phone_invalid'],
  ['++31612345678', undefined, 'phone_invalid'],
  ['31612345678+', 'NL', 'phone_invalid'],
  ['+31612345678\u0000', undefined, 'phone_invalid'],
  ['06 12345678 🙂', 'NL', 'phone_invalid'],
  ['½612345678', 'NL', 'phone_invalid'],
  ['anna@example.org', 'NL', 'phone_invalid'],
  ['06 12345678', undefined, 'phone_invalid'],
  ['07911 123456', undefined, 'phone_invalid'],
  ['2025550123', undefined, 'phone_invalid'],
  ['31612345678', undefined, 'phone_invalid'],
  ['011 31 6 12345678', undefined, 'phone_invalid'],
]

/** Of a possible length, but nobody has it; the fiction ranges of Ofcom and Arcep among them. */
export const UNASSIGNED: readonly FaultyPhone[] = [
  ['+1 555 123 4567', undefined, 'phone_invalid'],
  ['+1 123 456 7890', undefined, 'phone_invalid'],
  ['+44 7700 900123', undefined, 'phone_invalid'],
  ['+33 6 39 98 12 34', undefined, 'phone_invalid'],
  ['+31 6 0123 4567', undefined, 'phone_invalid'],
  ['+999 123 456 789', undefined, 'phone_invalid'],
  ['+210 123 456 789', undefined, 'phone_invalid'],
  ['+0 612345678', undefined, 'phone_invalid'],
  ['+0031612345678', undefined, 'phone_invalid'],
  ['+34 112 345 678', undefined, 'phone_invalid'],
  ['+47 112 34 567', undefined, 'phone_invalid'],
  ['+61 012 345 678', undefined, 'phone_invalid'],
  ['07911 12345', 'GB', 'phone_invalid'],
  // A length that this plan has for other services, or one between its possible lengths.
  ['+48 51234567', undefined, 'phone_invalid'],
  ['+65 8123 45678', undefined, 'phone_invalid'],
]

/** Shorter or longer than any number of the plan. */
export const WRONG_LENGTHS: readonly FaultyPhone[] = [
  ['1', 'NL', 'phone_too_short'],
  ['112', 'NL', 'phone_too_short'],
  ['06', 'NL', 'phone_too_short'],
  ['+31', undefined, 'phone_too_short'],
  ['+31 6', undefined, 'phone_too_short'],
  ['+31 612', undefined, 'phone_too_short'],
  ['+1 202 555 012', undefined, 'phone_too_short'],
  ['555 0123', 'US', 'phone_too_short'],
  ['+33 6 12 34 56 7', undefined, 'phone_too_short'],
  ['+34 612 34 56', undefined, 'phone_too_short'],
  ['+45 2012 345', undefined, 'phone_too_short'],
  ['07911', 'GB', 'phone_too_short'],
  ['+86 138 123', undefined, 'phone_too_short'],
  ['+48 51234', undefined, 'phone_too_short'],
  ['+351 91234567', undefined, 'phone_too_short'],
  ['+31 6 1234 5678 9012', undefined, 'phone_too_long'],
  ['06 1234 5678 9012 34', 'NL', 'phone_too_long'],
  ['+1 202 555 01234', undefined, 'phone_too_long'],
  ['202 555 0123 4', 'US', 'phone_too_long'],
  ['+33 6 12 34 56 78 9', undefined, 'phone_too_long'],
  ['+34 612 345 6789', undefined, 'phone_too_long'],
  ['+45 2012 34567', undefined, 'phone_too_long'],
  ['+44 7400 1234567', undefined, 'phone_too_long'],
  ['+48 512345678901', undefined, 'phone_too_long'],
  ['+65 8123 4567 8901', undefined, 'phone_too_long'],
  ['06 12345678 / 06 87654321', 'NL', 'phone_too_long'],
  ['1'.repeat(300), 'NL', 'phone_too_long'],
  [`+${'9'.repeat(5000)}`, undefined, 'phone_too_long'],
]
