import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CODE_LIFETIME_MS } from '#core/limits.ts'
import { countSegments } from '#core/segments.ts'
import { PURPOSES, type Purpose } from '#core/verification.ts'
import { formatMessage } from '#locales/format.ts'
import { LANGUAGES, LOCALES, type Locale } from '#locales/locale.ts'
import { type TextOrder, writeTextMessage } from '#locales/text-message.ts'
import { GSM_LOCALES } from './alphabets.ts'

const BRAND_OF_20 = 'Northgate Riversides'
const HOST_OF_30 = 'patients.northgate.example.org'
const HOST_OF_60 = `${'a'.repeat(30)}.${'b'.repeat(17)}.example.org`

const ORDER: TextOrder = {
  locale: 'en-GB',
  purpose: 'login',
  brand: 'Riverside Clinic',
  host: 'portal.example.org',
  code: '418052',
}
const write = (order: Partial<TextOrder>) => writeTextMessage({ ...ORDER, ...order })
const every = LOCALES.flatMap((locale) => PURPOSES.map((purpose): [Locale, Purpose] => [locale, purpose]))
const say = (locale: Locale, key: 'text.warning' | 'text.shortWarning') =>
  formatMessage(LANGUAGES[locale], key, {})

const warns = (locale: Locale, body: string) =>
  body.includes(say(locale, 'text.warning')) || body.includes(say(locale, 'text.shortWarning'))

/**
 * Reads a text as a browser does: the last line is `@host #code`, perhaps with a third field. Null: not bound to a
 * host. https://wicg.github.io/sms-one-time-codes/#parsing
 */
function readOriginBound(body: string): { host: string; code: string } | null {
  const last = body.slice(body.lastIndexOf('\n') + 1)
  if (!last.startsWith('@')) return null
  const [host, code] = [/^@([^\t\f\r ]+) #/.exec(last)?.[1], /^@[^\t\f\r ]+ #([^\t\f\r ]+)/.exec(last)?.[1]]
  if (host === undefined || code === undefined) return null
  return new URL(`https://${host}/`).host === host ? { host, code } : null
}

describe('the reader of the last line, as the test has it', () => {
  test.each([
    ['Your code\n@example.com #123456', { host: 'example.com', code: '123456' }],
    ['@example.com #123456', { host: 'example.com', code: '123456' }],
    ['Your code\n@example.com  #123456', null],
    ['Your code\n@example.com #', null],
    ['Your code\n @example.com #123456', null],
    ['Your code\n@example.com:8443 #123456', { host: 'example.com:8443', code: '123456' }],
    ['Your code @example.com #123456', null],
    ['@example.com #123456\nThanks', null],
  ])('reads %j', (body, read) => {
    expect(readOriginBound(body)).toEqual(read)
  })
})

describe.each(every)('in %s for %s', (locale, purpose) => {
  test('keeps to its budget with a brand of 20 and a host of 30', () => {
    const { body, segments } = write({ locale, purpose, brand: BRAND_OF_20, host: HOST_OF_30 })
    expect(countSegments(body).segments).toBe(segments)
    expect(segments).toBeLessThanOrEqual(GSM_LOCALES.has(locale) ? 1 : 2)
    expect(body).toContain(BRAND_OF_20)
    expect(warns(locale, body)).toBe(true)
  })

  test('starts with the code, ends with the line for autofill, and has one sentence per line end', () => {
    const { body } = write({ locale, purpose })
    expect(body).toMatch(/^418052 \P{N}+ /u)
    expect(readOriginBound(body)).toEqual({ host: 'portal.example.org', code: '418052' })
    expect(body.split('\n')).toHaveLength(2)
    expect(body).not.toMatch(/[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]/)
  })

  test('says how long the code works, from the one place that knows', () => {
    const lifetime = formatMessage(LANGUAGES[locale], 'text.lifetime', { minutes: CODE_LIFETIME_MS / 60_000 })
    expect(write({ locale, purpose, brand: 'Riverside' }).body).toContain(lifetime)
  })

  test('always warns, however long brand and host are', () => {
    const { body } = write({ locale, purpose, brand: 'Riverside '.repeat(4), host: HOST_OF_60 })
    expect(warns(locale, body)).toBe(true)
  })

  test('tells nothing of brand and purpose when discreet', () => {
    const { body, segments } = write({ locale, purpose, discreet: true })
    expect(body).not.toContain('Riverside')
    expect(body).toBe(write({ locale, purpose: 'other', discreet: true }).body)
    expect(segments).toBeLessThanOrEqual(GSM_LOCALES.has(locale) ? 1 : 2)
  })
})

describe('English, word for word', () => {
  const line = '\n@portal.example.org #418052'

  test('sign-in', () => {
    expect(write({})).toEqual({
      body: `418052 is your Riverside Clinic sign-in code. It works for 10 minutes. Do not tell it to anyone, even us.${line}`,
      segments: 1,
    })
  })

  test.each([
    [
      HOST_OF_30,
      'is your code to confirm this phone for Northgate Riverside. It works for 10 minutes. Do not share it.',
    ],
    [HOST_OF_60, 'is your code to confirm this phone for Northgate Riverside. Do not share it.'],
  ])('drops the second half of the warning, then the life: %s', (host, words) => {
    const { body } = write({ purpose: 'registration', brand: 'Northgate Riverside', host })
    expect(body.split('\n')[0]).toBe(`418052 ${words}`)
  })

  test('then the long form of the brand, at the end of a word', () => {
    const { body } = write({
      purpose: 'registration',
      brand: 'Northgate Riverside and Daughters',
      host: HOST_OF_60,
    })
    expect(body.split('\n')[0]).toBe(
      '418052 is your code to confirm this phone for Northgate Riverside. Do not share it.',
    )
  })

  test('a brand outside GSM-7 costs a second segment and no more', () => {
    expect(write({ brand: 'Gemeenschap Çağlar' }).segments).toBe(2)
  })

  test('a text sent again says what is left, and nothing in the last minute', () => {
    expect(write({ lifeMs: 6 * 60_000 + 59_999 }).body).toContain('It works for 6 minutes.')
    expect(write({ lifeMs: 60_000 }).body).toContain('It works for 1 minute.')
    expect(write({ lifeMs: 59_999 }).body).not.toContain('It works')
  })

  test('a host that cannot stand in the last line is refused, not bent', () => {
    expect(() => write({ host: 'portal.example.org:8443' })).toThrow(RangeError)
  })
})

describe('whatever the brand', () => {
  const tricks = fc
    .array(
      fc
        .constantFrom(
          '\n',
          '\r',
          '\u2028',
          '\u0085',
          '@',
          '＠',
          '#',
          '＃',
          'evil.example',
          '999999',
          '１２３',
          ' ',
        )
        .chain((trick) => fc.string({ unit: 'binary', maxLength: 4 }).map((rest) => trick + rest)),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''))
  const halves = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  const brands = fc.oneof(
    tricks,
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    halves.map((units) => String.fromCharCode(...units)),
  )
  const codes = fc.integer({ min: 0, max: 999_999 }).map((n) => String(n).padStart(6, '0'))
  const hosts = fc.constantFrom(HOST_OF_30, HOST_OF_60, 'a.nl', 'localhost')

  test.each(LOCALES)('10,000 brands cannot forge, hide or stretch anything in %s', (locale) => {
    fc.assert(
      fc.property(brands, codes, hosts, fc.constantFrom(...PURPOSES), (brand, code, host, purpose) => {
        const { body, segments } = writeTextMessage({ locale, purpose, brand, host, code })
        const [text, ...rest] = body.split(/[\n\r\u0085\u2028\u2029\v\f]/)
        const line = `@${host} #${code}`
        return (
          body.startsWith(`${code} `) &&
          rest.length === 1 &&
          rest[0] === line &&
          !/[@#]/.test(text!) &&
          !/\d/.test(text![7]!) &&
          (body
            .replace(line, '')
            .match(/\p{Nd}(?:\P{L}{0,2}\p{Nd}){5}/gu)
            ?.join() ?? '') === code &&
          !/[\p{L}\d][.。][\p{L}\d]/u.test(text!) &&
          text!.isWellFormed() &&
          segments === countSegments(body).segments &&
          segments <= 2
        )
      }),
      { numRuns: 10_000 },
    )
  })

  test.each([...GSM_LOCALES])('a brand in GSM-7 costs one segment in %s, with any host', (locale) => {
    const gsm = fc.string({
      unit: fc.constantFrom(...Array.from('abcXYZ 019éäöüñÄÖ-&()/€[]~^.,')),
      maxLength: 80,
    })
    fc.assert(
      fc.property(gsm, hosts, fc.constantFrom(...PURPOSES), (brand, host, purpose) => {
        return write({ locale, brand, host, purpose }).segments === 1
      }),
      { numRuns: 2_000 },
    )
  })
})
