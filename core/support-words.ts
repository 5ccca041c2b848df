/**
 * The words of support: for every code what is, why, what to tell the patient and what staff can do.
 */
import type { Names, Sentences, SupportLanguage } from './support-language.ts'
import { SUPPORT_EN } from './support-words-en.ts'
import { SUPPORT_NL } from './support-words-nl.ts'

/** Four plain sentences; none of them holds a code or a full number. */
export type FourSentences = { headline: string; cause: string; tell_patient: string; remedy: string }

/** Numbers as they are, times as written for the reader, and codes such as `totp`, which are named. */
export type WordParams = Record<string, string | number>

/** What logins and verifications call a thing that is a verdict here. */
const SAME: Record<string, string> = {
  ...{ too_many_wrong: 'locked_short', too_many_wrong_lately: 'locked_for_support' },
  ...{ login_expired: 'login_left', sends_exhausted: 'send_limit', verification_locked: 'code_used_up' },
  ...{ code_incorrect: 'code_wrong', credentials_incorrect: 'wrong_password' },
  ...{ enroll_totp: 'app_to_set_up', enroll_pin: 'pin_to_set_up', canceled: 'code_canceled' },
  ...{ missing: 'number_missing', unproven: 'number_unproven', failed: 'number_failed' },
  ...{ pending: 'number_to_confirm', expired: 'code_expired', locked: 'code_used_up' },
}

/** The language of a reader: Dutch for every kind of Dutch, else English. */
export function languageOf(locale: string): SupportLanguage {
  return /^nl\b/i.test(locale) ? SUPPORT_NL : SUPPORT_EN
}

/**
 * The sentences of a verdict or delivery reason, or of what the contract calls one (`too_many_wrong`, `unproven`). A code
 * that nobody knows gets those of `unknown`.
 */
export function wordsOf(locale: string, code: string, params: WordParams = {}): FourSentences {
  const language = languageOf(locale)
  const tables: Record<string, Sentences> = { ...language.states, ...language.logins, ...language.reasons }
  const known = Object.hasOwn(SAME, code) ? (SAME[code] ?? code) : code
  const sentences = (Object.hasOwn(tables, known) && tables[known]) || language.states.unknown
  return fillAll(language, sentences, params)
}

/** Fills the places of four sentences. */
export function fillAll(language: SupportLanguage, sentences: Sentences, params: WordParams): FourSentences {
  const [headline, cause, tellPatient, remedy] = sentences
  const write = (text: string) => fill(language, text, params)
  return {
    ...{ headline: write(headline), cause: write(cause) },
    ...{ tell_patient: write(tellPatient), remedy: write(remedy) },
  }
}

const UNKNOWN: Record<string, keyof Names> = {
  ...{ way: 'unknown_way', factor: 'unknown_way', ways: 'unknown_way' },
  ...{ at: 'unknown_time', until: 'unknown_until', number: 'unknown_number' },
}

/** Fills every `{name}` of a sentence; what is not given is said to be unknown. */
export function fill({ names }: SupportLanguage, text: string, params: WordParams): string {
  return text.replaceAll(/\{(\w+)\}/g, (_place, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined
    if (value === undefined) return names[UNKNOWN[name] ?? 'unknown_rest']
    return Object.hasOwn(names, value) ? names[value as keyof Names] : String(value)
  })
}
