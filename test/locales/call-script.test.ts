import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CALL_SECONDS, EARLY_KEY_MS } from '#core/limits.ts'
import type { CallScript, SpokenPiece } from '#core/spoken.ts'
import { PURPOSES } from '#core/verification.ts'
import { type CallOrder, writeCallScript } from '#locales/call-script.ts'
import { LANGUAGES, LOCALES, type Locale } from '#locales/locale.ts'

const QUESTIONS = ['askPress1', 'askMatchDigits', 'askSpokenCode'] as const
const ENDINGS = ['thanks', 'denied', 'noKey', 'tooManyWrong', 'over'] as const
const WORDS = ['opening', ...QUESTIONS, 'askRepeat', ...ENDINGS, 'wrongKey'] as const

const ORDER: CallOrder = { locale: 'en-GB', purpose: 'login', brand: 'Riverside Clinic' }
const write = (order: Partial<CallOrder>) => writeCallScript({ ...ORDER, ...order })
const wordsOf = (pieces: SpokenPiece[]) => pieces.map((piece) => ('say' in piece ? piece.say : '')).join(' ')

const SPOKEN = LOCALES.filter((locale) => LANGUAGES[locale].voice !== null)

/**
 * How long a telephone voice takes for words, at the slow end: neural voices speak 12 to 16 Latin or Cyrillic letters in
 * a second. Arabic leaves its short vowels unwritten, so that fewer letters last as long; a Chinese character is a
 * syllable.
 */
function estimateWords(words: string, locale: Locale): number {
  const syllables = words.match(/\p{Script=Han}/gu)?.length ?? 0
  return syllables / 4 + (words.length - syllables) / (locale === 'ar' ? 9 : 12)
}

const DIGIT_SECONDS = 0.6

/** How long pieces take to say, in seconds, roughly. */
function estimateSeconds(pieces: SpokenPiece[], locale: Locale): number {
  let seconds = 0
  for (const piece of pieces) {
    if ('say' in piece) seconds += estimateWords(piece.say, locale)
    else if ('digits' in piece) seconds += piece.digits.length * (DIGIT_SECONDS + piece.pauseMs / 1_000)
    else seconds += piece.pauseMs / 1_000
  }
  return seconds
}

/** What is said up to and including the first key that is named. */
function upToFirstKey(pieces: SpokenPiece[]): SpokenPiece[] {
  const at = pieces.findIndex((piece) => 'say' in piece && /\d/.test(piece.say))
  return pieces.slice(0, at + 1)
}

describe.each(SPOKEN)('a call in %s', (locale) => {
  const script = write({ locale })

  test('speaks with the voice of its language', () => {
    expect(script.voice).toEqual(LANGUAGES[locale].voice)
  })

  test.each(QUESTIONS)('%s says that 9 means "not me", after the other choice', (question) => {
    const keys = wordsOf(script[question]).match(/\d/g)
    expect(keys).toEqual(question === 'askMatchDigits' ? ['9'] : ['1', '9'])
  })

  test('asks to press 1 or 2 after the code', () => {
    expect(wordsOf(script.askRepeat).match(/\d/g)).toEqual(['1', '2'])
  })

  test.each(PURPOSES)('opens for %s with the brand, longer than keys are ignored', (purpose) => {
    const { opening } = write({ locale, purpose })
    expect(wordsOf(opening)).toContain('Riverside Clinic')
    const shortest = write({ locale, purpose, brand: 'A' }).opening
    expect(estimateSeconds(shortest, locale) * 0.6).toBeGreaterThan(EARLY_KEY_MS / 1_000)
  })

  test('opens without brand and purpose when discreet, or when no brand is left', () => {
    const discreet = PURPOSES.map((purpose) => write({ locale, purpose, discreet: true }).opening)
    expect(new Set(discreet.map((opening) => JSON.stringify(opening))).size).toBe(1)
    expect(wordsOf(discreet[0]!)).not.toContain('Riverside')
    expect(write({ locale, brand: '\n@#' }).opening).toEqual(discreet[0])
    expect(estimateSeconds(discreet[0]!, locale) * 0.6).toBeGreaterThan(EARLY_KEY_MS / 1_000)
  })

  test.each(QUESTIONS)('names a key within 25 s of the answer in %s, with the longest brand', (question) => {
    const longest = PURPOSES.map(
      (purpose) => write({ locale, purpose, brand: 'Riverside '.repeat(5) }).opening,
    )
    for (const opening of longest) {
      expect(estimateSeconds([...opening, ...upToFirstKey(script[question])], locale)).toBeLessThan(25)
    }
  })

  test('has read the whole code once well before the call is cut', () => {
    const { opening, askSpokenCode } = script
    const readings = script.code('418052', true)
    const once = readings.slice(0, readings.findLastIndex((piece) => 'digits' in piece) / 3 + 2)
    expect(estimateSeconds([...opening, ...askSpokenCode, ...once], locale)).toBeLessThan(CALL_SECONDS - 15)
  })

  test('says every part in words, with no markup, no code and no empty piece', () => {
    for (const part of WORDS) {
      const said = script[part].filter((piece) => 'say' in piece).map((piece) => piece.say)
      expect(said.length).toBeGreaterThan(0)
      for (const words of said) {
        expect(words).toMatch(/^\p{L}[^|{}<>@#]+[.?。]$/u)
        expect(words).not.toMatch(/\d{2}/)
      }
    }
  })

  test('says the code three times and nowhere else', () => {
    const digits = script.code('418052', false).flatMap((piece) => ('digits' in piece ? [piece.digits] : []))
    expect(digits.join(' ')).toBe('418 052 418 052 418 052')
    expect(wordsOf(script.code('418052', false))).not.toMatch(/\d/)
  })
})

test('a language without a voice is called in the tenant’s, of one piece, else in English', () => {
  const said = (script: CallScript) => [...WORDS.map((part) => script[part]), script.voice]
  const dutch = write({ locale: 'ti-ER', tenantLocale: 'nl-NL' })
  expect(said(dutch)).toEqual(said(write({ locale: 'nl-NL' })))
  expect(dutch.code('418052', true)).toEqual(write({ locale: 'nl-NL' }).code('418052', true))
  expect(said(write({ locale: 'fa-IR', tenantLocale: 'so-SO' }))).toEqual(said(write({})))
  expect(said(write({ locale: 'ru-RU', tenantLocale: 'nl-NL' }))).toEqual(said(write({ locale: 'ru-RU' })))
})

test('the code is said with pauses, and slower when asked', () => {
  const { code } = write({})
  const reading = [{ digits: '418', pauseMs: 700 }, { pauseMs: 1_200 }, { digits: '052', pauseMs: 700 }]
  const again = [{ pauseMs: 1_200 }, { say: 'Again:' }, { pauseMs: 600 }, ...reading]
  expect(code('418052', false)).toEqual([
    { say: 'Your code is:' },
    { pauseMs: 600 },
    ...reading,
    ...again,
    ...again,
  ])
  const slow = code('418052', true)
  expect(slow).toContainEqual({ digits: '418', pauseMs: 1_200 })
  expect(slow).toContainEqual({ pauseMs: 2_000 })
})

test('the English opening and questions are those of experience.md', () => {
  const script: CallScript = write({})
  expect(script.opening).toEqual([
    { say: 'Hello.' },
    { pauseMs: 400 },
    { say: 'This is Riverside Clinic.' },
    { pauseMs: 300 },
    { say: 'You asked us to call you to sign in.' },
  ])
  expect(script.askMatchDigits).toEqual([
    { say: 'Look at your screen.' },
    { pauseMs: 300 },
    { say: 'It shows two numbers.' },
    { pauseMs: 300 },
    { say: 'Press them on your phone now.' },
    { pauseMs: 800 },
    { say: 'If you did not ask for this, press 9.' },
  ])
})

test('10,000 brands bring no pause, no digits to say and no line break of their own', () => {
  const shape = (pieces: SpokenPiece[]) =>
    pieces.map((piece) => ('say' in piece ? 'say' : JSON.stringify(piece)))
  const brands = fc
    .string({ unit: 'binary', maxLength: 60 })
    .map((text) => `A ${text} |9000| <break/> {$code}`)
  fc.assert(
    fc.property(brands, fc.constantFrom(...LOCALES), (brand, locale) => {
      const { opening } = write({ locale, brand })
      expect(shape(opening)).toEqual(shape(write({ locale }).opening))
      expect(wordsOf(opening)).not.toMatch(/[\p{Cc}\p{Cf}|{}@#]|\d{6}/u)
    }),
    { numRuns: 10_000 },
  )
})
