/**
 * In which language somebody reads the pages: the one they chose, else what their browser asks for, else English.
 */
import { chooseLocale, isLocale, LANGUAGES } from '#locales/locale.ts'
import type { Locale } from '#locales/locale.ts'
import { writeClock } from './clock.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { fillHtml, fillText } from './say.ts'
import type { Values } from './say.ts'
import { findWord, PAGE_LOCALES } from './words/tables.ts'
import type { WordKey } from './words/tables.ts'

/** The words of one visit. */
export type Words = {
  locale: Locale
  direction: 'ltr' | 'rtl'
  /** A word as HTML; values are escaped. */
  say: (key: WordKey, values?: Values) => Html
  /** A word as plain text, for titles, labels and the live status. */
  text: (key: WordKey, values?: Record<string, string | number>) => string
  /** A time as the person's clock shows it. */
  clock: (time: string) => string
}

/** Who reads: what their cookies and their browser say. */
export type Reader = { chosen: string | undefined; accepted: string | undefined; zone: string | null }

/** Tells whether the pages speak a language. */
export function isPageLocale(tag: string): tag is Locale {
  return isLocale(tag) && PAGE_LOCALES.includes(tag)
}

/** Opens the words for a reader. */
export function openWords({ chosen, accepted, zone }: Reader): Words {
  const wished = chooseLocale({ requested: chosen, acceptLanguage: accepted, tenantLocale: 'en-GB' })
  const locale = isPageLocale(wished) ? wished : 'en-GB'
  return {
    locale,
    direction: LANGUAGES[locale].direction,
    say: (key, values) => sayIn(locale, key, values),
    text: (key, values) => fillText(findWord(locale, key).word, locale, values),
    clock: (time) => writeClock(time, { locale, zone, nowMs: Date.now() }),
  }
}

function sayIn(locale: Locale, key: WordKey, values: Values | undefined): Html {
  const { word, isEnglish } = findWord(locale, key)
  const isForeign = isEnglish && !locale.startsWith('en')
  const said = fillHtml(word, isEnglish ? 'en-GB' : locale, values)
  return isForeign ? html`<span lang="en" dir="ltr">${said}</span>` : said
}

/** The languages of the menu, by what their speakers call them. */
export function listLanguages(): { locale: Locale; name: string; direction: string }[] {
  return PAGE_LOCALES.map((locale) => {
    const { nativeName: name, direction } = LANGUAGES[locale]
    return { locale, name, direction }
  })
}
