/**
 * Writes the text that carries a code: the code first, then who asks and why, how long it works, a warning, and the
 * last line for autofill. Where there is no room, the parts that help least go first.
 */
import { CODE_LIFETIME_MS } from '#core/limits.ts'
import { countSegments } from '#core/segments.ts'
import type { Purpose } from '#core/verification.ts'
import { cleanBrand, SHORT_BRAND_LENGTH, shortenBrand } from './brand.ts'
import { formatMessage } from './format.ts'
import { writeHostLine } from './host-line.ts'
import type { WrittenKey } from './language.ts'
import { LANGUAGES, type Locale } from './locale.ts'

const MINUTE_MS = 60_000

/** Segments a text may cost, notices too. */
export const MAX_SEGMENTS = { 'GSM-7': 1, 'UCS-2': 2 } as const

/** What a text is written from. */
export type TextOrder = {
  locale: Locale
  purpose: Purpose
  /** As the portal gave it; cleaned here. */
  brand: string
  /** Host of the page where the code is typed; see `isTextHost`. */
  host: string
  code: string
  /** Names neither brand nor purpose: the phone may lie on a table. */
  discreet?: boolean
  /** What is left of the code's life, for a text that is sent again; a fresh code's life when absent. */
  lifeMs?: number
}

/** A text, ready for the carrier. */
export type TextMessage = { body: string; segments: number }

/** Writes the text for one code: the longest form that costs one segment in GSM-7 or two in UCS-2. */
export function writeTextMessage(order: TextOrder): TextMessage {
  const hostLine = writeHostLine(order.host, order.code)
  let text: TextMessage | null = null
  for (const sentences of draftForms(order)) {
    const body = `${sentences.join(' ')}\n${hostLine}`
    const { encoding, segments } = countSegments(body)
    text = { body, segments }
    if (segments <= MAX_SEGMENTS[encoding]) break
  }
  // The last form fits with every host that isTextHost accepts; test/locales/text-message.test.ts holds it to that.
  return text!
}

/** The forms of a text from longest to shortest, as lists of sentences. experience.md section 6, rule 2. */
function* draftForms(order: TextOrder): Generator<string[]> {
  const long = cleanBrand(order.brand)
  const brands = order.discreet || long === '' ? [] : [long, shortenBrand(long, SHORT_BRAND_LENGTH)]
  const lifetime = writeLifetime(order)
  const say = (key: WrittenKey) => formatMessage(LANGUAGES[order.locale], key, {})
  const leads = brands.map((brand) => writeLead(order, brand))
  const first = leads[0] ?? writeLead(order, null)
  yield [first, ...lifetime, say('text.warning')]
  yield [first, ...lifetime, say('text.shortWarning')]
  for (const lead of [...leads, writeLead(order, null)]) yield [lead, say('text.shortWarning')]
}

/** The first sentence. Without a brand it is the discreet one. */
function writeLead({ locale, purpose, code }: TextOrder, brand: string | null): string {
  if (brand === null) return formatMessage(LANGUAGES[locale], 'text.discreet', { code })
  return formatMessage(LANGUAGES[locale], `text.${purpose}`, { code, brand })
}

/** Plural rules are slow to apply, and there are only so many minutes and languages. */
const lifetimes = new Map<string, string>()

/** The sentence on the code's life in whole minutes; none in its last minute, since nobody could rely on it. */
function writeLifetime({ locale, lifeMs = CODE_LIFETIME_MS }: TextOrder): string[] {
  const minutes = Math.floor(lifeMs / MINUTE_MS)
  if (minutes < 1) return []
  const key = `${locale} ${minutes}`
  const known = lifetimes.get(key) ?? formatMessage(LANGUAGES[locale], 'text.lifetime', { minutes })
  lifetimes.set(key, known)
  return [known]
}
