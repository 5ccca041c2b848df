import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { callingCodeOf } from '#core/countries.ts'
import { formatPhone, maskPhone } from '#core/phone-format.ts'
import { readPhone } from '#core/phone.ts'
import { ACCEPTED_PHONES } from '#test/corpus/spellings.ts'

test.each([
  ['+31612345678', '+31 6 •••• ••78'],
  ['+12025550123', '+1 2 ••• ••• •23'],
  ['+4520123456', '+45 2 •••• •56'],
  ['+8613812345678', '+86 1 •••• ••• •78'],
  ['+298211234', '+298 ••• •34'],
  ['+24740123', '+247 ••• 23'],
])('masks %s as %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked)
})

test('a mask shows the calling code, at most one national digit and the last two, and hides at least two', () => {
  for (const phone of ACCEPTED_PHONES) {
    const [, code, rest] = /^\+(\d+) (.*)$/.exec(maskPhone(phone))!
    expect(code).toBe(callingCodeOf(phone))
    const shown = rest!.replaceAll(' ', '')
    expect(shown).toMatch(/^\d?•{2,}\d\d$/)
    expect(shown.slice(-2)).toBe(phone.slice(-2))
    expect(code!.length + shown.length).toBe(phone.length - 1)
    expect([phone[1 + code!.length], '•']).toContain(shown[0])
  }
})

test('numbers that differ only in their hidden digits share one mask', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{6}$/), (hidden) => {
      expect(maskPhone(`+316${hidden}78`)).toBe('+31 6 •••• ••78')
    }),
  )
})

test('a number of no country shows its last two digits and nothing else', () => {
  expect(maskPhone('+99912345678')).toBe('+ •••• •••• •78')
})

test.each([
  ['+31612345678', '+31 6 12345678'],
  ['+12025550123', '+1 202 555 0123'],
  ['+447911123456', '+44 7911 123456'],
  ['+33612345678', '+33 6 12 34 56 78'],
])('formats %s for people as %s', (phone, formatted) => {
  expect(formatPhone(phone)).toBe(formatted)
})

test('a formatted number is read back as the same number', () => {
  for (const phone of ACCEPTED_PHONES) {
    expect(readPhone(formatPhone(phone))).toMatchObject({ accepted: true, phone })
  }
})

test('what is no number at all is shown as it is', () => {
  expect(formatPhone('unknown')).toBe('unknown')
})
