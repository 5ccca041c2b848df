import { expect, test } from 'vitest'
import { callingCodeOf, isCountry, isServed } from '#core/countries.ts'

test.each(['NL', 'GB', 'GG', 'US', 'XK', 'AX'])('%s is a country', (code) => {
  expect(isCountry(code)).toBe(true)
})

test.each(['', 'nl', 'NLD', 'UK', 'ZZ', '001', '31', 'constructor', '__proto__', 'toString'])(
  '"%s" is no country',
  (code) => {
    expect(isCountry(code)).toBe(false)
  },
)

test('a tenant that serves all serves everybody', () => {
  expect(isServed('TV', 'all')).toBe(true)
})

test.each(['GB', 'GG', 'JE', 'IM'])('naming GB serves %s', (country) => {
  expect(isServed(country, ['NL', 'GB'])).toBe(true)
})

test.each([
  ['GB', ['GG', 'JE', 'IM']],
  ['JE', ['GG', 'IM']],
  ['GI', ['GB']],
  ['CA', ['US']],
  ['AG', ['US', 'CA', 'GB']],
  ['KZ', ['RU']],
  ['VA', ['IT']],
  ['RE', ['FR']],
  ['NL', []],
])('%s is not served by a list of %j: no other group shares its countries', (country, served) => {
  expect(isServed(country, served)).toBe(false)
})

test.each([
  ['+31612345678', '31'],
  ['+12684641234', '1'],
  ['+77010000000', '7'],
  ['+447911123456', '44'],
  ['+35312345678', '353'],
])('the calling code of %s is %s', (phone, code) => {
  expect(callingCodeOf(phone)).toBe(code)
})

test('a number of no country has no calling code', () => {
  expect(callingCodeOf('+99912345678')).toBeNull()
  expect(callingCodeOf('')).toBeNull()
})
