/**
 * How many SMS segments a text needs: what a carrier bills, and what our texts are kept within. Pure counting after
 * 3GPP TS 23.038 (the GSM 7-bit alphabet) and TS 23.040 (a part of a longer message gives 6 octets to its header).
 */

/** The count of one text. `units` are septets in GSM-7 and UTF-16 code units in UCS-2. */
export type SegmentCount = { encoding: 'GSM-7' | 'UCS-2'; units: number; segments: number }

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
/** Reached through an escape, so that each takes two septets. */
const EXTENSION = '\f^{}\\[~]|€'

const SEPTETS = new Map([
  ...Array.from(BASIC, (character) => [character, 1] as const),
  ...Array.from(EXTENSION, (character) => [character, 2] as const),
])

/** Units that fit one message alone, and one part of a longer message. */
const ROOM = { 'GSM-7': { alone: 160, part: 153 }, 'UCS-2': { alone: 70, part: 67 } } as const

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Counts the segments of a text the way carriers bill it: one character outside GSM-7 makes all of it UCS-2. */
export function countSegments(text: string): SegmentCount {
  const septets = measureSeptets(text)
  if (septets) return count('GSM-7', septets)
  if (text.length <= ROOM['UCS-2'].alone) return { encoding: 'UCS-2', units: text.length, segments: 1 }
  return count('UCS-2', measureLetters(text))
}

/** The septets of each character. Null: a character is not in the alphabet. */
function measureSeptets(text: string): number[] | null {
  const sizes: number[] = []
  for (const character of text) {
    const size = SEPTETS.get(character)
    if (size === undefined) return null
    sizes.push(size)
  }
  return sizes
}

/** The UTF-16 units of each letter with its marks; one that is longer than a whole part counts as its code points. */
function measureLetters(text: string): number[] {
  return [...graphemes.segment(text)].flatMap(({ segment }) =>
    segment.length > ROOM['UCS-2'].part ? Array.from(segment, ({ length }) => length) : [segment.length],
  )
}

function count(encoding: SegmentCount['encoding'], sizes: number[]): SegmentCount {
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const { alone, part } = ROOM[encoding]
  return { encoding, units, segments: units <= alone ? 1 : countParts(sizes, part) }
}

/** Parts never cut through a character: not through an escape pair, a surrogate pair or a letter with its marks. */
function countParts(sizes: number[], part: number): number {
  let parts = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > part) {
      parts++
      used = 0
    }
    used += size
  }
  return parts
}
