import { readFileSync, writeFileSync } from 'node:fs'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { expect, it } from 'vitest'
import { FATE_NAMES } from '#simulator/fates.ts'
import { TEST_NUMBERS, writeTestNumbersPage } from '#simulator/test-numbers.ts'
import { handsetOf, makeWorld } from '#simulator/world.ts'

const page = new URL('../../docs/test-numbers.md', import.meta.url)

it('docs/test-numbers.md is the table in the code', () => {
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(page, writeTestNumbersPage())
  expect(readFileSync(page, 'utf8')).toBe(writeTestNumbersPage())
})

it('there is a number for every fate, each once, and its phone has that fate without being told', () => {
  expect(new Set(TEST_NUMBERS.map(({ fate }) => fate))).toEqual(new Set(FATE_NAMES))
  expect(new Set(TEST_NUMBERS.map(({ phone }) => phone)).size).toBe(TEST_NUMBERS.length)
  const world = makeWorld()
  for (const { phone, fate } of TEST_NUMBERS) expect(handsetOf(world, phone).fate).toBe(fate)
})

it('numbering plans take every number for one that may be a mobile', () => {
  for (const { phone } of TEST_NUMBERS) {
    const parsed = parsePhoneNumberFromString(phone)
    expect(parsed?.isValid()).toBe(true)
    expect(['MOBILE', 'FIXED_LINE_OR_MOBILE']).toContain(parsed?.getType())
  }
})
