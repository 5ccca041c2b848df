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
import { frameDeDE } from './de-DE.ts'
import { problemsDeDE } from './de-DE-problems.ts'
import { profileDeDE } from './de-DE-profile.ts'
import { signInDeDE } from './de-DE-sign-in.ts'
import { stepsDeDE } from './de-DE-steps.ts'
import { frameEnGB } from './en-GB.ts'
import { problemsEnGB } from './en-GB-problems.ts'
import { profileEnGB } from './en-GB-profile.ts'
import { signInEnGB } from './en-GB-sign-in.ts'
import { stepsEnGB } from './en-GB-steps.ts'
import { frameEsES } from './es-ES.ts'
import { problemsEsES } from './es-ES-problems.ts'
import { profileEsES } from './es-ES-profile.ts'
import { signInEsES } from './es-ES-sign-in.ts'
import { stepsEsES } from './es-ES-steps.ts'
import { frameFaIR } from './fa-IR.ts'
import { problemsFaIR } from './fa-IR-problems.ts'
import { profileFaIR } from './fa-IR-profile.ts'
import { signInFaIR } from './fa-IR-sign-in.ts'
import { stepsFaIR } from './fa-IR-steps.ts'
import { frameFrFR } from './fr-FR.ts'
import { problemsFrFR } from './fr-FR-problems.ts'
import { profileFrFR } from './fr-FR-profile.ts'
import { signInFrFR } from './fr-FR-sign-in.ts'
import { stepsFrFR } from './fr-FR-steps.ts'
import { frameItIT } from './it-IT.ts'
import { problemsItIT } from './it-IT-problems.ts'
import { profileItIT } from './it-IT-profile.ts'
import { signInItIT } from './it-IT-sign-in.ts'
import { stepsItIT } from './it-IT-steps.ts'
import { frameNlNL } from './nl-NL.ts'
import { problemsNlNL } from './nl-NL-problems.ts'
import { profileNlNL } from './nl-NL-profile.ts'
import { signInNlNL } from './nl-NL-sign-in.ts'
import { stepsNlNL } from './nl-NL-steps.ts'
import { framePlPL } from './pl-PL.ts'
import { problemsPlPL } from './pl-PL-problems.ts'
import { profilePlPL } from './pl-PL-profile.ts'
import { signInPlPL } from './pl-PL-sign-in.ts'
import { stepsPlPL } from './pl-PL-steps.ts'
import { framePtPT } from './pt-PT.ts'
import { problemsPtPT } from './pt-PT-problems.ts'
import { profilePtPT } from './pt-PT-profile.ts'
import { signInPtPT } from './pt-PT-sign-in.ts'
import { stepsPtPT } from './pt-PT-steps.ts'
import { frameRoRO } from './ro-RO.ts'
import { problemsRoRO } from './ro-RO-problems.ts'
import { profileRoRO } from './ro-RO-profile.ts'
import { signInRoRO } from './ro-RO-sign-in.ts'
import { stepsRoRO } from './ro-RO-steps.ts'
import { frameRuRU } from './ru-RU.ts'
import { problemsRuRU } from './ru-RU-problems.ts'
import { profileRuRU } from './ru-RU-profile.ts'
import { signInRuRU } from './ru-RU-sign-in.ts'
import { stepsRuRU } from './ru-RU-steps.ts'
import { frameTrTR } from './tr-TR.ts'
import { problemsTrTR } from './tr-TR-problems.ts'
import { profileTrTR } from './tr-TR-profile.ts'
import { signInTrTR } from './tr-TR-sign-in.ts'
import { stepsTrTR } from './tr-TR-steps.ts'
import { frameUkUA } from './uk-UA.ts'
import { problemsUkUA } from './uk-UA-problems.ts'
import { profileUkUA } from './uk-UA-profile.ts'
import { signInUkUA } from './uk-UA-sign-in.ts'
import { stepsUkUA } from './uk-UA-steps.ts'
import { frameZhHans } from './zh-Hans.ts'
import { problemsZhHans } from './zh-Hans-problems.ts'
import { profileZhHans } from './zh-Hans-profile.ts'
import { signInZhHans } from './zh-Hans-sign-in.ts'
import { stepsZhHans } from './zh-Hans-steps.ts'

const enGB = { ...frameEnGB, ...signInEnGB, ...stepsEnGB, ...problemsEnGB, ...profileEnGB }
/** The name of a word. */
export type WordKey = keyof typeof enGB

/** A language of the pages: no key that English does not have. */
export type Translation = { [Key in WordKey]?: Word }

const TABLES: Partial<Record<Locale, Translation>> = {
  'en-GB': enGB,
  'nl-NL': { ...frameNlNL, ...signInNlNL, ...stepsNlNL, ...problemsNlNL, ...profileNlNL },
  'de-DE': { ...frameDeDE, ...signInDeDE, ...stepsDeDE, ...problemsDeDE, ...profileDeDE },
  'fr-FR': { ...frameFrFR, ...signInFrFR, ...stepsFrFR, ...problemsFrFR, ...profileFrFR },
  'es-ES': { ...frameEsES, ...signInEsES, ...stepsEsES, ...problemsEsES, ...profileEsES },
  'it-IT': { ...frameItIT, ...signInItIT, ...stepsItIT, ...problemsItIT, ...profileItIT },
  'pt-PT': { ...framePtPT, ...signInPtPT, ...stepsPtPT, ...problemsPtPT, ...profilePtPT },
  'pl-PL': { ...framePlPL, ...signInPlPL, ...stepsPlPL, ...problemsPlPL, ...profilePlPL },
  'ro-RO': { ...frameRoRO, ...signInRoRO, ...stepsRoRO, ...problemsRoRO, ...profileRoRO },
  'tr-TR': { ...frameTrTR, ...signInTrTR, ...stepsTrTR, ...problemsTrTR, ...profileTrTR },
  ar: { ...frameAr, ...signInAr, ...stepsAr, ...problemsAr, ...profileAr },
  'uk-UA': { ...frameUkUA, ...signInUkUA, ...stepsUkUA, ...problemsUkUA, ...profileUkUA },
  'ru-RU': { ...frameRuRU, ...signInRuRU, ...stepsRuRU, ...problemsRuRU, ...profileRuRU },
  'zh-Hans': { ...frameZhHans, ...signInZhHans, ...stepsZhHans, ...problemsZhHans, ...profileZhHans },
  'fa-IR': { ...frameFaIR, ...signInFaIR, ...stepsFaIR, ...problemsFaIR, ...profileFaIR },
}

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
