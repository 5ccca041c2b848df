/**
 * What one language of Keypad consists of. Each language is one file of this shape; locale.ts lists them.
 */
import type { Voice } from '#core/spoken.ts'

/**
 * Every message a language must have to be read, in MessageFormat 2. Translators' notes, for those to be heard too:
 * - `text.*` go into an SMS; each is a whole sentence, and sentences are joined by a space. The five first begin
 *   with `{$code}`, and a word stands between the code and any other number or the brand.
 * - `text.warning` says not to share the code, with us neither; `text.shortWarning` says it in as few words as can be.
 * - `notice.*` go into an SMS too, after `notice.from` or alone: what happened, and what to do if it was somebody else.
 *   At most 112 characters. No link, no code, no number to call: whoever was tricked before trusts none of them.
 * - `mail.*` go into an e-mail; `action` is also the name of its link.
 * - `call.*` are spoken; `|400|` is a silence of 400 ms. A key to press is written as an ASCII digit.
 */
export const WRITTEN_KEYS = [
  'text.registration',
  'text.login',
  'text.phone_change',
  'text.other',
  'text.discreet',
  'text.lifetime',
  'text.warning',
  'text.shortWarning',
  'notice.from',
  'notice.number_change_requested',
  'notice.number_changed',
  'notice.factor_added',
  'notice.factor_removed',
  'notice.many_wrong_codes',
  'notice.locked',
  'notice.locked_for_long',
  'notice.recovery_code_used',
  'notice.password_changed',
  'notice.bypass_used',
  'notice.reset_requested',
  'notice.bypass_issued',
  'notice.test_message',
  'mail.password_reset.subject',
  'mail.password_reset.opening',
  'mail.password_reset.openingDiscreet',
  'mail.password_reset.action',
  'mail.password_reset.lifetime',
  'mail.password_reset.notYou',
] as const

/** Every message a language must have besides to be heard in calls. */
export const SPOKEN_KEYS = [
  'call.opening.registration',
  'call.opening.login',
  'call.opening.phone_change',
  'call.opening.other',
  'call.opening.discreet',
  'call.askPress1',
  'call.askMatchDigits',
  'call.askSpokenCode',
  'call.code',
  'call.codeAgain',
  'call.askRepeat',
  'call.thanks',
  'call.denied',
  'call.noKey',
  'call.tooManyWrong',
  'call.over',
  'call.wrongKey',
] as const

/** The names of messages that are read, that are heard, and of all. */
export type WrittenKey = (typeof WRITTEN_KEYS)[number]
export type SpokenKey = (typeof SPOKEN_KEYS)[number]
export type MessageKey = WrittenKey | SpokenKey

/** Who read all messages of a language as a native speaker, and when (ISO date). */
type Review = { by: string; date: string }

type Names = {
  /** BCP 47. */
  tag: string
  /** What speakers call it, for menus. */
  nativeName: string
  direction: 'ltr' | 'rtl'
  /** Null: a draft that no native speaker has read yet. */
  review: Review | null
}

/** A language that can be read and heard: its names, its voice and its words. */
export type SpokenLanguage = Names & { voice: Voice; messages: Record<MessageKey, string> }

/** A language that the carrier has no voice for: its speakers are called in another one. */
export type WrittenLanguage = Names & { voice: null; messages: Record<WrittenKey, string> }

/** One language. */
export type Language = SpokenLanguage | WrittenLanguage
