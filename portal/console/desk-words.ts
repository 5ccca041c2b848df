/**
 * The words of the staff pages. Staff read what core/support-words.ts says about a patient, so their pages speak the
 * same two languages, whole: Dutch for who reads Dutch, else English.
 */
import type { Locale } from '#locales/locale.ts'
import type { Html } from '#core/html.ts'
import { fillHtml, fillText } from '#portal/say.ts'
import type { Values, Word } from '#portal/say.ts'
import { ownerEn } from '#portal/words/owner-en.ts'
import { ownerNl } from '#portal/words/owner-nl.ts'
import { supportEn } from '#portal/words/support-en.ts'
import { supportNl } from '#portal/words/support-nl.ts'

export type DeskLocale = 'en-GB' | 'nl-NL'

const EN = { ...supportEn, ...ownerEn }

/** The name of a word. */
export type DeskWord = keyof typeof EN

const TABLES: Record<DeskLocale, Record<DeskWord, Word>> = {
  'en-GB': EN,
  'nl-NL': { ...supportNl, ...ownerNl },
}

/** How staff pages speak. */
export type DeskWords = {
  language: DeskLocale
  /** A word as HTML; values are escaped. */
  tell: (key: DeskWord, values?: Values) => Html
  /** A word as plain text, for titles and labels. */
  plain: (key: DeskWord, values?: Record<string, string | number>) => string
}

/** Opens the words for somebody whose pages are in this language. */
export function openDeskWords(locale: Locale): DeskWords {
  const language: DeskLocale = locale.startsWith('nl') ? 'nl-NL' : 'en-GB'
  const table = TABLES[language]
  return {
    language,
    tell: (key, values) => fillHtml(table[key], language, values),
    plain: (key, values) => fillText(table[key], language, values),
  }
}

/** Whether a name that is made of what Keypad says is one of the words. */
export function isDeskWord(key: string): key is DeskWord {
  return Object.hasOwn(EN, key)
}
