import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  makeHelpCode,
  makeRecoveryCode,
  readHelpCode,
  readRecoveryCode,
  writeHelpCode,
} from '#core/recovery-code.ts'

const SAMPLE = 20_000
const random = fc.uint8Array({ minLength: 16, maxLength: 16 })

/** How often each character stands at a place, by what would be expected of equal chances; chi-square per degree of freedom. */
function measureBias(texts: string[], place: number, alphabet: number): number {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text[place]!, (counts.get(text[place]!) ?? 0) + 1)
  expect(counts.size).toBe(alphabet)
  const expected = texts.length / alphabet
  const chiSquare = [...counts.values()].reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0)
  return chiSquare / (alphabet - 1)
}

describe('recovery codes', () => {
  const codes = Array.from({ length: SAMPLE }, () => makeRecoveryCode(randomBytes(16)))

  test('are 16 characters of Crockford base32 (80 bits) in groups of four, no two alike', () => {
    expect(codes.every((code) => /^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/.test(code))).toBe(true)
    expect(new Set(codes).size).toBe(SAMPLE)
  })

  test('use all 32 characters alike at each place', () => {
    const plain = codes.map((code) => code.replaceAll('-', ''))
    // With 31 degrees of freedom 2.6 per degree is exceeded once in 300,000 places.
    for (let place = 0; place < 16; place++) expect(measureBias(plain, place, 32)).toBeLessThan(2.6)
  })

  test('never have six digits in a row, and depend on every byte', () => {
    fc.assert(
      fc.property(random, fc.nat({ max: 15 }), (bytes, index) => {
        const code = makeRecoveryCode(bytes)
        expect(code).not.toMatch(/\d{5}/)
        expect(makeRecoveryCode(bytes.with(index, bytes[index]! ^ 1))).not.toBe(code)
      }),
    )
    expect(makeRecoveryCode(new Uint8Array(16))).toBe('0000-0000-0000-0000')
  })

  test.each([
    'k7m2-9xqd-4hta-w3z1',
    'K7M2-9XQD-4HTA-W3Z1',
    'k7m29xqd4htaw3z1',
    ' k7m2 9xqd 4hta w3z1 ',
    'k7m2–9xqd—4hta−w3zl',
    'K7M2_9XQD.4HTA W3ZI',
    'k7m2-9xqd-4hta-w3zL',
    'k7\u200bm2-9xqd-4hta-w3z\u0661',
    'ｋ７ｍ２９ｘｑｄ４ｈｔａｗ３ｚ１',
  ])('are read as typed: "%s"', (typed) => {
    expect(readRecoveryCode(typed)).toBe('k7m2-9xqd-4hta-w3z1')
  })

  test('may have the letter o for zero', () => {
    expect(readRecoveryCode('oO00-1iIl-L111-abcd')).toBe('0000-1111-1111-abcd')
  })

  test.each([
    '',
    'k7m2',
    'k7m2-9xqd-4hta-w3z',
    'k7m2-9xqd-4hta-w3z11',
    'k7m2-9xqd-4hta-w3zu',
    'k7m2-9xqd-4hta-w3z!',
    '418052',
  ])('are nothing else: "%s"', (typed) => {
    expect(readRecoveryCode(typed)).toBeNull()
  })

  test('are read back, in upper case and with any separators', () => {
    const gaps = fc.array(fc.constantFrom('', ' ', '-', ' - '), { minLength: 19, maxLength: 19 })
    fc.assert(
      fc.property(random, gaps, (bytes, gaps) => {
        const code = makeRecoveryCode(bytes)
        const typed = Array.from(code.toUpperCase(), (character, index) => character + gaps[index]!).join('')
        expect(readRecoveryCode(typed)).toBe(code)
      }),
    )
  })

  test('are read from any text without a mishap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const read = readRecoveryCode(typed)
        expect(read === null || readRecoveryCode(read) === read).toBe(true)
      }),
    )
  })
})

describe('help codes', () => {
  const codes = Array.from({ length: SAMPLE }, () => makeHelpCode(randomBytes(16)))

  test('are eight letters and digits that are easy to say, at most three digits in a row', () => {
    expect(codes.every((code) => /^[CFHJKMPRTWXY2-9]{8}$/.test(code))).toBe(true)
    expect(codes.some((code) => /\d{3}/.test(code))).toBe(true)
    expect(codes.filter((code) => /\d{4}/.test(code))).toEqual([])
    // Of 20,000 out of nine thousand million two are the same once in 46 runs, three pairs never.
    expect(new Set(codes).size).toBeGreaterThan(SAMPLE - 3)
  })

  test('use every character alike at each place', () => {
    for (let place = 0; place < 8; place++)
      expect(measureBias(codes, place, place % 4 === 0 ? 12 : 20)).toBeLessThan(4)
  })

  test('are shown in three groups, and read back', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const code = makeHelpCode(bytes)
        const shown = writeHelpCode(code)
        expect(shown).toMatch(/^\w{3}-\w{2}-\w{3}$/)
        for (const typed of [code, shown, shown.toLowerCase(), ` ${shown.replaceAll('-', ' ')} `])
          expect(readHelpCode(typed)).toBe(code)
      }),
    )
  })

  test.each([
    ['KR4-8P-2T7', 'KR48P2T7'],
    ['ks4-2p-zt6', 'K542P2T6'],
    ['NR4 8K BTG', 'MR48K8T6'],
    ['kr4.8p.2t\u0667', 'KR48P2T7'],
  ])('are read as people write them down: "%s"', (typed, code) => {
    expect(readHelpCode(typed)).toBe(code)
  })

  test.each([
    '',
    'KR48P2T',
    'KR48P2T77',
    '4R48P2T7',
    'KR482PT7',
    'KR48P2TA',
    '418052',
    '+31612345670',
    'anna.berg',
  ])('are nothing else: "%s"', (typed) => {
    expect(readHelpCode(typed)).toBeNull()
  })

  test('are read from any text without a mishap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const read = readHelpCode(typed)
        expect(read === null || readHelpCode(read) === read).toBe(true)
      }),
    )
  })
})
