/**
 * What one language of Keypad consists of. Each language is one file of this shape; locale.ts lists them.
 */
import type { Voice } from '#core/spoken.ts'

/**
 * Every message a language must have, in MessageFormat 2. Translators' notes:
 * - `text.*` go into an SMS; each is a whole sentence, and sentences are joined by a space. The five first begin
 *   with `{$code}`, and a word stands between the code and any other number or the brand.
 * - `text.warning` says not to share the code, with us neither; `text.shortWarning` says it in as few words as can be.
 * - `call.*` are spoken; `|400|` is a silence of 400 ms. A key to press is written as an ASCII digit.
 */
export const MESSAGE_KEYS = [
  'text.registration',
  'text.login',
  'text.phone_change',
  'text.other',
  'text.discreet',
  'text.lifetime',
  'text.warning',
  'text.shortWarning',
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

/** The name of one message. */
export type MessageKey = (typeof MESSAGE_KEYS)[number]

/** Who read all messages of a language as a native speaker, and when (ISO date). */
type Review = { by: string; date: string }

/** One language: its names, its voice and its words. */
export type Language = {
  /** BCP 47. */
  tag: string
  /** What speakers call it, for menus. */
  nativeName: string
  direction: 'ltr' | 'rtl'
  voice: Voice
  /** Null: a draft that no native speaker has read yet. */
  review: Review | null
  messages: Record<MessageKey, string>
}
