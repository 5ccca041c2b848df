/**
 * All words of the pages. en-GB has every key; another language may lack some, which then stand in English. A new area of
 * pages adds a file for each language and spreads it here.
 */
import type { Locale } from '#locales/locale.ts'
import type { Word } from '#portal/say.ts'
import { frameAr } from './ar.ts'
import { problemsAr } from './ar-problems.ts'
import { profileAr } from './ar-profile.ts'
import { signInAr } from './ar-sign-in.ts'
import { stepsAr } from './ar-steps.ts'
import { frameEnGB } from './en-GB.ts'
import { problemsEnGB } from './en-GB-problems.ts'
import { profileEnGB } from './en-GB-profile.ts'
import { signInEnGB } from './en-GB-sign-in.ts'
import { stepsEnGB } from './en-GB-steps.ts'
import { frameNlNL } from './nl-NL.ts'
import { problemsNlNL } from './nl-NL-problems.ts'
import { profileNlNL } from './nl-NL-profile.ts'
import { signInNlNL } from './nl-NL-sign-in.ts'
import { stepsNlNL } from './nl-NL-steps.ts'

const enGB = { ...frameEnGB, ...signInEnGB, ...stepsEnGB, ...problemsEnGB, ...profileEnGB }
const nlNL: Translation = { ...frameNlNL, ...signInNlNL, ...stepsNlNL, ...problemsNlNL, ...profileNlNL }
const ar: Translation = { ...frameAr, ...signInAr, ...stepsAr, ...problemsAr, ...profileAr }

/** The name of a word. */
export type WordKey = keyof typeof enGB

/** A language of the pages: no key that English does not have. */
export type Translation = { [Key in WordKey]?: Word }

const TABLES: Partial<Record<Locale, Translation>> = { 'en-GB': enGB, 'nl-NL': nlNL, ar }

/** The languages of the pages, in the order of the menu. */
export const PAGE_LOCALES = Object.keys(TABLES) as Locale[]

/** Finds a word, in English where the language lacks it. */
export function findWord(locale: Locale, key: WordKey): { word: Word; isEnglish: boolean } {
  const own = TABLES[locale]?.[key]
  return { word: own ?? enGB[key], isEnglish: own === undefined }
}

/** The names of all words. */
export const WORD_KEYS = Object.keys(enGB) as WordKey[]

/** The word with this name, if there is one: for names that are made of what Keypad says. */
export function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(enGB, key)
}
