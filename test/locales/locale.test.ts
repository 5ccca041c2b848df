import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseLocale, chooseSpoken, isLocale, LANGUAGES, LOCALES } from '#locales/locale.ts'

const choose = (requested?: string, acceptLanguage?: string) =>
  chooseLocale({ requested, acceptLanguage, tenantLocale: 'nl-NL' })

describe('chooseLocale', () => {
  test.each([
    ['de-DE', 'de-DE'],
    ['de', 'de-DE'],
    ['DE-at', 'de-DE'],
    ['nl-BE', 'nl-NL'],
    ['ar-SA', 'ar'],
    ['ar', 'ar'],
    ['en', 'en-GB'],
    ['en-AU', 'en-GB'],
    ['en-us', 'en-US'],
    ['it', 'it-IT'],
    ['pt', 'pt-PT'],
    ['pt-BR', 'pt-PT'],
    ['ro-MD', 'ro-RO'],
    ['ru', 'ru-RU'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-Hans-CN', 'zh-Hans'],
    ['zh_Hans_SG', 'zh-Hans'],
    ['so', 'so-SO'],
    ['ti-ET', 'ti-ER'],
    ['fa', 'fa-IR'],
    ['fr_CA', 'fr-FR'],
    [' uk ', 'uk-UA'],
    ['es-419', 'es-ES'],
  ])('meets the wish for %j with %s', (requested, locale) => {
    expect(choose(requested)).toBe(locale)
  })

  test.each([undefined, '', 'ja', 'x', '*', '-', 'english', 'constructor', '__proto__'])(
    'falls back to the tenant for %j',
    (requested) => {
      expect(choose(requested)).toBe('nl-NL')
    },
  )

  test.each([
    ['pl,en;q=0.8', 'pl-PL'],
    ['ja,tr;q=0.4,en;q=0.8', 'en-GB'],
    ['ja, ko;q=0.9', 'nl-NL'],
    ['de;q=0, uk;q=0.1', 'uk-UA'],
    ['*;q=0.5, fr ; q=0.3', 'fr-FR'],
    ['en-US,en;q=0.9', 'en-US'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['pl;q=abc, tr;q=0.1', 'tr-TR'],
    [';;;,,,q=', 'nl-NL'],
  ])('reads the header %j as %s', (header, locale) => {
    expect(choose(undefined, header)).toBe(locale)
    expect(choose('ja', header)).toBe(locale)
  })

  test('puts the choice before the browser', () => {
    expect(choose('tr', 'pl')).toBe('tr-TR')
  })

  test('answers every header with a language we have', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (tag, header) => LOCALES.includes(choose(tag, header))))
  })
})

test('isLocale knows our tags letter by letter', () => {
  expect(LOCALES).toHaveLength(18)
  expect(LOCALES.every(isLocale)).toBe(true)
  expect(['EN-gb', 'en', 'toString', ''].some(isLocale)).toBe(false)
})

describe('chooseSpoken', () => {
  test.each([
    ['ru-RU', 'nl-NL', 'ru-RU'],
    ['so-SO', 'nl-NL', 'nl-NL'],
    ['ti-ER', 'ar', 'ar'],
    ['fa-IR', 'so-SO', 'en-GB'],
    ['fa-IR', undefined, 'en-GB'],
  ] as const)('calls whoever reads %s, at a tenant of %s, in %s', (locale, tenantLocale, spoken) => {
    expect(chooseSpoken(locale, tenantLocale).tag).toBe(spoken)
  })

  test('finds a voice for everybody', () => {
    for (const locale of LOCALES) expect(chooseSpoken(locale, locale).voice).not.toBeNull()
    const silent = LOCALES.filter((locale) => LANGUAGES[locale].voice === null)
    expect(silent).toEqual(['so-SO', 'ti-ER', 'fa-IR'])
  })
})
