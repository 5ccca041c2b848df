import { randomInt } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCode, makeMatchDigits, readCode, readDigit } from '#core/code.ts'
import { CODE_SPELLINGS } from '#test/corpus/spellings.ts'

const SAMPLE = 200_000
/** Chi-square with nine degrees of freedom lies above this with probability 0.001. */
const CHI_SQUARE_LIMIT = 27.877

describe('codes', () => {
  /** How often each digit stands at each of the six places. */
  function countDigits(uniform: (below: number) => number): number[][] {
    const counts = Array.from({ length: 6 }, () => Array.from({ length: 10 }, () => 0))
    for (let made = 0; made < SAMPLE; made++) {
      const code = makeCode(uniform)
      if (code.length !== 6) throw new Error('not six digits')
      for (let place = 0; place < 6; place++) counts[place]![code.charCodeAt(place) - 48]!++
    }
    return counts
  }

  function looksUniform(uniform: (below: number) => number): boolean {
    const counts = countDigits(uniform)
    const zeroShare = counts[0]![0]! / SAMPLE
    const expected = SAMPLE / 10
    const chiSquares = counts.map((row) =>
      row.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0),
    )
    return zeroShare >= 0.098 && zeroShare <= 0.102 && chiSquares.every((value) => value < CHI_SQUARE_LIMIT)
  }

  /**
   * A fair source fails one sample of 200,000 with probability < 0.009 (six places at 0.001, and 0.003 for the share of
   * leading zeros, which lies 2.98 standard deviations from its bounds). Only three failures in a row count, so a fair
   * source fails this test less than once in a million runs (0.009³ = 7.3e-7), and a biased one fails every sample.
   */
  const passesOneOfThree = (uniform: (below: number) => number) =>
    looksUniform(uniform) || looksUniform(uniform) || looksUniform(uniform)

  test('are six digits, every digit equally likely at every place, from node:crypto', () => {
    expect(passesOneOfThree((below) => randomInt(below))).toBe(true)
  })

  test.each([
    ['of 16 bits', () => randomInt(2 ** 16)],
    ['of 20 bits taken modulo', (below: number) => randomInt(2 ** 20) % below],
    ['without leading zeros', (below: number) => below / 10 + randomInt((below / 10) * 9)],
  ])('from a source %s are told from fair ones', (_, biased) => {
    expect(passesOneOfThree(biased)).toBe(false)
  })

  test('keep their leading zeros', () => {
    expect(makeCode(() => 0)).toBe('000000')
    expect(makeCode(() => 42)).toBe('000042')
    expect(makeCode((below) => below - 1)).toBe('999999')
  })
})

test('match digits are two of 1 to 8, all 64 pairs', () => {
  const pairs = new Set(Array.from({ length: 5_000 }, () => makeMatchDigits((below) => randomInt(below))))
  expect(pairs.size).toBe(64)
  expect([...pairs].every((pair) => /^[1-8]{2}$/.test(pair))).toBe(true)
})

describe('digits', () => {
  test('of every numbering system that Intl knows are read as the digits they are', () => {
    const decimal = Intl.supportedValuesOf('numberingSystem').filter((system) => system !== 'hanidec')
    expect(decimal.length).toBeGreaterThan(50)
    const values = Array.from({ length: 10 }, (_, value) => value)
    const misread = decimal.filter((system) => {
      const format = new Intl.NumberFormat(`en-u-nu-${system}`)
      return !values.every((value) => readDigit(format.format(value)) === String(value))
    })
    expect(misread).toEqual([])
  })

  test('are all decimal digits of Unicode, whose runs hold whole tens that begin with zero', () => {
    const digits = allCharacters().filter((character) => /\p{Nd}/u.test(character))
    expect(digits.length % 10).toBe(0)
    for (const [index, digit] of digits.entries()) expect(readDigit(digit)).toBe(String(index % 10))
  })

  test('are nothing else', () => {
    const others = allCharacters().filter((character) => !/\p{Nd}/u.test(character))
    expect(others.filter((character) => readDigit(character) !== null)).toEqual([])
  })

  test('of scripts whose tens touch are not taken for their neighbours', () => {
    expect(['\u{116d9}', '\u{116da}', '\u{1d7d7}', '\u{1d7d8}'].map(readDigit)).toEqual(['9', '0', '9', '0'])
  })

  function allCharacters(): string[] {
    const points = Array.from({ length: 0x11_0000 }, (_, point) => point)
    return points
      .filter((point) => point < 0xd800 || point > 0xdfff)
      .map((point) => String.fromCodePoint(point))
  }
})

describe('a typed code', () => {
  test('is read in at least 50 spellings', () => {
    expect(new Set(CODE_SPELLINGS.map(({ typed }) => typed)).size).toBeGreaterThanOrEqual(50)
    expect(CODE_SPELLINGS.map(({ typed }) => ({ typed, code: readCode(typed) }))).toEqual(CODE_SPELLINGS)
  })

  test('may have any separators anywhere', () => {
    const gap = fc.stringMatching(/^[ \t\u00a0\u2009\u3000\u2010-\u2015\u200b\u200e\u061c\u00ad-]{0,3}$/)
    const digits = fc.stringMatching(/^\d{6}$/)
    fc.assert(
      fc.property(digits, fc.array(gap, { minLength: 7, maxLength: 7 }), (code, gaps) => {
        const typed = Array.from(code, (digit, index) => gaps[index]! + digit).join('') + gaps[6]!
        expect(readCode(typed)).toBe(code)
      }),
    )
  })

  test.each([
    '',
    ' ',
    '-',
    '41805',
    '4180521',
    '418052 418052',
    'code 418052',
    '418052.',
    '418,052',
    '418_052',
  ])('"%s" is malformed', (typed) => {
    expect(readCode(typed)).toBeNull()
  })

  test.each([
    '+18052',
    '4l8052',
    '41805O',
    '①②③④⑤⑥',
    '²18052',
    '四一八零五二',
    '1e5',
    '0x12ab',
    '418052\0',
    '4️⃣18052',
    '½18052',
  ])('"%s" has something else in it', (typed) => {
    expect(readCode(typed)).toBeNull()
  })

  test('may be of another length where the policy says so', () => {
    expect(readCode('1234 5678', 8)).toBe('12345678')
    expect(readCode('123456', 8)).toBeNull()
  })

  test('is six ASCII digits or nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(readCode(typed) ?? '000000').toMatch(/^[0-9]{6}$/)
      }),
    )
  })
})
