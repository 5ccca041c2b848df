import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NOTICE_KINDS, type NoticeKind } from '#core/notice.ts'
import { countSegments } from '#core/segments.ts'
import { LANGUAGES, LOCALES, type Locale } from '#locales/locale.ts'
import { writeNotice } from '#locales/notice.ts'
import { GSM_LOCALES } from './alphabets.ts'

const BRAND_OF_20 = 'Northgate Riversides'
const every = LOCALES.flatMap((locale) => NOTICE_KINDS.map((kind): [Locale, NoticeKind] => [locale, kind]))
const write = (order: Partial<Parameters<typeof writeNotice>[0]>) =>
  writeNotice({ locale: 'en-GB', kind: 'number_changed', brand: 'Riverside Clinic', ...order })

describe.each(every)('in %s, %s', (locale, kind) => {
  const words = LANGUAGES[locale].messages[`notice.${kind}`]

  test('says who writes and keeps to its budget with a brand of 20', () => {
    const { body, segments } = write({ locale, kind, brand: BRAND_OF_20 })
    expect(body).toMatch(/^Northgate Riversides ?: /)
    expect(body.endsWith(words)).toBe(true)
    expect(countSegments(body).segments).toBe(segments)
    expect(segments).toBeLessThanOrEqual(GSM_LOCALES.has(locale) ? 1 : 2)
  })

  test('leaves room for a brand outside GSM-7', () => {
    const { body, segments } = write({ locale, kind, brand: 'Gemeenschap Çağlar' })
    expect(body).toMatch(/^Gemeenschap Çağlar ?: /)
    expect(segments).toBeLessThanOrEqual(2)
  })

  test('names nobody when discreet', () => {
    expect(write({ locale, kind, discreet: true }).body).toBe(words)
  })

  test('holds no digit that could pass for a code, no link, and no number to call', () => {
    expect(words).not.toMatch(/\p{Nd}|@|#|:\/\/|[\p{L}\d]\.[\p{L}\d]/u)
    expect(words.length).toBeLessThanOrEqual(112)
  })

  test('is told apart from every other kind', () => {
    const same = NOTICE_KINDS.filter((other) => LANGUAGES[locale].messages[`notice.${other}`] === words)
    expect(same).toEqual([kind])
  })
})

test('English, word for word', () => {
  expect(write({})).toEqual({
    body: 'Riverside Clinic: The phone number of your account has been changed. Not you? Contact us at once.',
    segments: 1,
  })
})

test('a long brand is shortened before it is left out', () => {
  const [kind, brand] = ['locked_for_long', 'Gemeenschap Çağlar en hun vier Dochters'] as const
  expect(write({ kind, brand }).body).toMatch(/^Gemeenschap Çağlar: /)
})

test.each(LOCALES)('10,000 brands cannot forge or stretch a notice in %s', (locale) => {
  const tricks = fc.constantFrom(
    '\n',
    '\u2028',
    '@evil.example #999999',
    'https://evil.example',
    '1 2 3 4 5 6 ',
  )
  const brands = fc.array(fc.oneof(tricks, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 4 })
  fc.assert(
    fc.property(brands, fc.constantFrom(...NOTICE_KINDS), (parts, kind) => {
      const { body, segments } = writeNotice({ locale, kind, brand: parts.join('') })
      return (
        body.endsWith(LANGUAGES[locale].messages[`notice.${kind}`]) &&
        !/[\n\r\u0085\u2028\u2029\v\f@#]|:\/\/|[\p{L}\d][.。][\p{L}\d]/u.test(body) &&
        body.isWellFormed() &&
        segments <= 2
      )
    }),
    { numRuns: 10_000 },
  )
})
