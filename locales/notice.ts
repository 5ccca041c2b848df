/**
 * Writes the text that tells a person of a change: who writes, what happened, and what to do if it was somebody else.
 */
import type { NoticeKind } from '#core/notice.ts'
import { countSegments } from '#core/segments.ts'
import { cleanBrand, SHORT_BRAND_LENGTH, shortenBrand } from './brand.ts'
import { formatMessage } from './format.ts'
import { LANGUAGES, type Locale } from './locale.ts'
import { MAX_SEGMENTS, type TextMessage } from './text-message.ts'

/** What a notice is written from; `brand` as the portal gave it. */
export type NoticeOrder = { locale: Locale; kind: NoticeKind; brand: string; discreet?: boolean }

/** Writes one notice. Who writes is left out where the tenant is discreet or where there is no room. */
export function writeNotice({ locale, kind, brand, discreet }: NoticeOrder): TextMessage {
  const language = LANGUAGES[locale]
  const words = formatMessage(language, `notice.${kind}`, {})
  const long = cleanBrand(brand)
  const brands = discreet || long === '' ? [] : [long, shortenBrand(long, SHORT_BRAND_LENGTH)]
  const forms = brands.map((name) => `${formatMessage(language, 'notice.from', { brand: name })} ${words}`)
  for (const body of forms) {
    const { encoding, segments } = countSegments(body)
    if (segments <= MAX_SEGMENTS[encoding]) return { body, segments }
  }
  return { body: words, segments: countSegments(words).segments }
}
