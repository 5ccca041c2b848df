import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanBrand, MAX_BRAND_LENGTH, shortenBrand } from '#locales/brand.ts'

describe('cleanBrand', () => {
  test.each([
    ['Riverside Clinic', 'Riverside Clinic'],
    ['  Dr. Müller & Söhne  ', 'Dr. Müller & Söhne'],
    ['St. Mary’s', 'St. Mary’s'],
    ['Praxis 2020', 'Praxis 2020'],
    ['عيادة النور', 'عيادة النور'],
    ['Ｒｉｖｅｒｓｉｄｅ', 'Riverside'],
  ])('keeps the name in %j', (brand, kept) => {
    expect(cleanBrand(brand)).toBe(kept)
  })

  test.each([
    ['one line', 'River\nside\r\n@evil.example #999999', 'River side evil example'],
    ['no second host line in full-width letters', 'x\u2028＠evil ＃1', 'x evil 1'],
    ['no number as long as a code, however spaced', 'Code 12-34-56 Clinic', 'Code - - Clinic'],
    ['no number of other digits', 'Klinik ١٢٣٤٥٦', 'Klinik'],
    ['no link', 'https://evil.example/x Booking.com', 'https evil example/x Booking com'],
    ['no link behind a foreign dot', 'evil。example evil｡example', 'evil example evil example'],
    ['no emoji, flag or keycap', 'Care 🩺🇳🇱 1️⃣', 'Care 1'],
    ['no change of direction', '\u202eReverse\u2066', 'Reverse'],
    ['no message syntax or pause mark', 'a|9000|{$code}\\', 'a 9000 $code'],
    ['no half of a surrogate pair', 'River\ud83dside', 'River side'],
    ['nothing unreadable', '?! \u0301 ...', ''],
    ['nothing at all', '', ''],
  ])('leaves %s', (_, brand, kept) => {
    expect(cleanBrand(brand)).toBe(kept)
  })

  test('is never longer than allowed, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (brand) => {
        const once = cleanBrand(brand)
        expect(once.length).toBeLessThanOrEqual(MAX_BRAND_LENGTH)
        expect(cleanBrand(once)).toBe(once)
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('shortenBrand', () => {
  test.each([
    ['Riverside', 20, 'Riverside'],
    ['Northgate Riverside and Daughters', 20, 'Northgate Riverside'],
    ['Northgate Riverside, Daughters', 20, 'Northgate Riverside'],
    ['Donaudampfschifffahrtsgesellschaft', 20, 'Donaudampfschifffahr'],
    ['A Donaudampfschifffahrtsgesellschaft', 20, 'A Donaudampfschifffa'],
  ])('%j to %i', (brand, length, short) => {
    expect(shortenBrand(brand, length)).toBe(short)
  })

  test('keeps letters whole', () => {
    expect(shortenBrand('𝒳𝒳𝒳', 3)).toBe('𝒳')
    expect(shortenBrand('e\u0301e\u0301', 3)).toBe('e\u0301')
  })
})
