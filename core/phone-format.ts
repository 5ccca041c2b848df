/**
 * Phone numbers as people see them: in full for their owner, masked for everybody else.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { callingCodeOf } from './countries.ts'

/** Shorter national numbers keep even their first digit hidden, or too few candidates would be left. */
const FIRST_DIGIT_FROM = 7
const DIGITS_PER_GROUP = 4

/** Writes an E.164 number with the spaces that its country uses, for example `+31 6 12345678`. */
export function formatPhone(phone: string): string {
  return parsePhoneNumberFromString(phone, { extract: false })?.formatInternational() ?? phone
}

/**
 * Writes an E.164 number so that only its owner knows it again, for example `+31 6 •••• ••78`: the calling code, at
 * most the first national digit, and the last two.
 */
export function maskPhone(phone: string): string {
  const code = callingCodeOf(phone) ?? ''
  const national = phone.slice(1 + code.length)
  const first = code !== '' && national.length >= FIRST_DIGIT_FROM ? national.slice(0, 1) : ''
  const hidden = '•'.repeat(Math.max(0, national.length - first.length - 2)) + national.slice(-2)
  return [`+${code}`, first, ...inGroups(hidden)].filter((part) => part !== '').join(' ')
}

/** Groups of at most four, as even as they can be and the longer ones first. */
function inGroups(text: string): string[] {
  const groups: string[] = []
  const count = Math.ceil(text.length / DIGITS_PER_GROUP)
  for (let left = count, rest = text; left > 0; left--) {
    const size = Math.ceil(rest.length / left)
    groups.push(rest.slice(0, size))
    rest = rest.slice(size)
  }
  return groups
}
