/**
 * The name of a clinic or portal as it may appear in a text or a call. Portals choose it, so it is treated as foreign.
 */

/** A brand longer than this is cut, in UTF-16 code units. experience.md section 6 tests with 20. */
export const MAX_BRAND_LENGTH = 40
/** Where a text has no room for the long form. */
export const SHORT_BRAND_LENGTH = 20
/** Brands may hold a year, but nothing as long as a code. */
const MAX_BRAND_DIGITS = 5

const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
/** Line breaks and controls, the two signs of the last line, message syntax, `://`, pictures. */
const UNWANTED =
  /[\p{C}\p{Z}@#|{}\\]|\u20e3|:\/\/|\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}/gu
/** A dot inside a word, of any script that browsers accept in host names: phones make links of those. */
const LINKING_DOT = /[.。](?=[\p{L}\p{M}\p{N}])/gu

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Makes a brand safe to be put into a text or a call: one line, no second `@host #code`, no link, no emoji, no number
 * that could pass for the code, at most 40 code units. Empty: nothing readable was left.
 */
export function cleanBrand(brand: string): string {
  // Compatibility forms first: a full-width `＠` is an `@` to whoever reads it.
  const plain = brand.normalize('NFKC').replace(INVISIBLE, '').replace(UNWANTED, ' ')
  const numbers = plain.match(/\p{Nd}/gu)?.length ?? 0
  const counted = numbers > MAX_BRAND_DIGITS ? plain.replace(/\p{Nd}/gu, ' ') : plain
  const line = counted
    .replace(LINKING_DOT, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\p{M}]+|\s+$/gu, '')
  return /[\p{L}\p{N}]/u.test(line) ? shortenBrand(line, MAX_BRAND_LENGTH) : ''
}

/** Cuts a brand to a length in UTF-16 code units, after a whole word where that keeps at least half, never inside a letter. */
export function shortenBrand(brand: string, maxLength: number): string {
  if (brand.length <= maxLength) return brand
  let cut = ''
  for (const { segment } of graphemes.segment(brand)) {
    if (cut.length + segment.length > maxLength) break
    cut += segment
  }
  const lastSpace = brand[cut.length] === ' ' ? cut.length : cut.lastIndexOf(' ')
  const words = lastSpace >= maxLength / 2 ? cut.slice(0, lastSpace) : cut
  return words.replace(/[\s,;:(&/-]+$/u, '')
}
