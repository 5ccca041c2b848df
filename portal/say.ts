/**
 * The pages' words in one language: a table filled in with values.
 */
import type { Locale } from '#locales/locale.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'

/** A sentence with `{places}` for values; or one per plural form of the value `count`. */
export type Word = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string })

/** What fills the places. Text stands in its own direction, whatever runs around it. */
export type Values = Record<string, string | number | Html>

/** Fills in a word as HTML; values are escaped and isolated. */
export function fillHtml(word: Word, locale: Locale, values: Values = {}): Html {
  const pieces = split(word, locale, values).map((piece) => {
    if (typeof piece === 'string') return html`${piece}`
    const { value } = piece
    return typeof value === 'object' ? value : html`<bdi>${value}</bdi>`
  })
  return html`${pieces}`
}

/** Fills in a word as plain text, for titles and labels. */
export function fillText(word: Word, locale: Locale, values: Record<string, string | number> = {}): string {
  return split(word, locale, values)
    .map((piece) => (typeof piece === 'string' ? piece : textOf(piece.value)))
    .join('')
}

function textOf(value: string | number | Html): string {
  return typeof value === 'object' ? '' : String(value)
}

type Piece = string | { value: string | number | Html }

function split(word: Word, locale: Locale, values: Values): Piece[] {
  return choose(word, locale, values)
    .split(/\{(\w+)\}/)
    .map((part, at) => (at % 2 === 0 ? part : { value: values[part] ?? '' }))
}

function choose(word: Word, locale: Locale, { count }: Values): string {
  if (typeof word === 'string') return word
  const form = new Intl.PluralRules(locale).select(Number(count))
  return word[form] ?? word.other
}
