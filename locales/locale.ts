/**
 * The languages Keypad speaks, and which one to use for a person.
 */
import { ar } from './ar.ts'
import { deDE } from './de-DE.ts'
import { enGB } from './en-GB.ts'
import { enUS } from './en-US.ts'
import { esES } from './es-ES.ts'
import { faIR } from './fa-IR.ts'
import { frFR } from './fr-FR.ts'
import { itIT } from './it-IT.ts'
import type { Language, SpokenLanguage } from './language.ts'
import { nlNL } from './nl-NL.ts'
import { plPL } from './pl-PL.ts'
import { ptPT } from './pt-PT.ts'
import { roRO } from './ro-RO.ts'
import { ruRU } from './ru-RU.ts'
import { soSO } from './so-SO.ts'
import { tiER } from './ti-ER.ts'
import { trTR } from './tr-TR.ts'
import { ukUA } from './uk-UA.ts'
import { zhHans } from './zh-Hans.ts'

/** Every language by its tag. Of two that are the same language, the first serves whoever names no country of ours. */
export const LANGUAGES = {
  'en-GB': enGB,
  'en-US': enUS,
  'nl-NL': nlNL,
  'de-DE': deDE,
  'fr-FR': frFR,
  'es-ES': esES,
  'it-IT': itIT,
  'pt-PT': ptPT,
  'pl-PL': plPL,
  'ro-RO': roRO,
  'tr-TR': trTR,
  ar,
  'uk-UA': ukUA,
  'ru-RU': ruRU,
  'zh-Hans': zhHans,
  'so-SO': soSO,
  'ti-ER': tiER,
  'fa-IR': faIR,
} satisfies Record<string, Language>

/** The tag of a language we have. */
export type Locale = keyof typeof LANGUAGES

/** The tags of all languages we have. */
export const LOCALES = Object.keys(LANGUAGES) as Locale[]

/** Tells whether a tag is, letter by letter, one of ours. */
export function isLocale(tag: string): tag is Locale {
  return Object.hasOwn(LANGUAGES, tag)
}

/** What is known of a person's wishes, strongest first. Never the country of the phone: a Pole in London reads Polish. */
export type LocaleWishes = {
  /** A BCP 47 tag that the person or the portal chose. */
  requested?: string | undefined
  /** The header of the person's browser. */
  acceptLanguage?: string | undefined
  tenantLocale: Locale
}

/** Chooses the language for a person. A wish we cannot meet, or cannot read, passes to the next one. */
export function chooseLocale({ requested, acceptLanguage, tenantLocale }: LocaleWishes): Locale {
  const wishes = [requested ?? '', ...readAcceptLanguage(acceptLanguage ?? '')]
  for (const wish of wishes) {
    const found = lookUp(wish)
    if (found) return found
  }
  return tenantLocale
}

/** The tag itself, else any tag of the same language: `nl-BE` is better served by nl-NL than by English. */
function lookUp(wish: string): Locale | null {
  const tag = wish.trim().replaceAll('_', '-').toLowerCase()
  const language = primaryOf(tag)
  const exact = LOCALES.find((locale) => locale.toLowerCase() === tag)
  return exact ?? LOCALES.find((locale) => primaryOf(locale) === language) ?? null
}

function primaryOf(tag: string): string {
  return tag.split('-', 1)[0]!
}

/** Longer headers are read up to here: nobody reads more languages than fit. */
const MAX_HEADER_LENGTH = 1_000

/** The tags of an Accept-Language header, best first; those with `q=0` are left out. RFC 9110 section 12.5.4. */
function readAcceptLanguage(header: string): string[] {
  return header
    .slice(0, MAX_HEADER_LENGTH)
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim())
      const quality = parameters.find((parameter) => /^q=/i.test(parameter))
      return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 }
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag)
}

/** The language of a tag that was stored earlier; English if we no longer have it. */
export function localeOf(tag: string | undefined): Locale {
  return tag !== undefined && isLocale(tag) ? tag : 'en-GB'
}

/** The language a person is called in: their own where it has a voice, else the tenant's, else English. */
export function chooseSpoken(locale: Locale, tenantLocale: Locale = 'en-GB'): SpokenLanguage {
  const wishes: Language[] = [LANGUAGES[locale], LANGUAGES[tenantLocale]]
  return wishes.find((language) => language.voice !== null) ?? enGB
}
