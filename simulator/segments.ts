/** GSM 03.38 basic set without the escape character; its index does not matter, only membership. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const EXTENDED = new Set('^{}\\[~]|€\f')

/** How a text travels: its alphabet, its length in septets or UTF-16 units, and in how many parts. */
export type Segments = { encoding: 'GSM-7' | 'UCS-2'; units: number; segments: number }

/** Counts the parts of a text as a carrier bills them: 160 or 70 alone, 153 or 67 each when split. */
export function countSegments(text: string): Segments {
  const septets = countSeptets(text)
  if (septets === null) return { encoding: 'UCS-2', units: text.length, segments: parts(text.length, 70, 67) }
  return { encoding: 'GSM-7', units: septets, segments: parts(septets, 160, 153) }
}

/** Null: some character is outside GSM-7. */
function countSeptets(text: string): number | null {
  let septets = 0
  for (const character of text) {
    if (BASIC.has(character)) septets += 1
    else if (EXTENDED.has(character)) septets += 2
    else return null
  }
  return septets
}

function parts(units: number, alone: number, split: number): number {
  return units <= alone ? 1 : Math.ceil(units / split)
}
