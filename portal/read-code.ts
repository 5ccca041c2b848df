/**
 * Codes as they are typed or pasted: «418 052», «Code: 418-052», the whole text message, digits of any script.
 */
import { readDigit } from '#core/code.ts'
import { CODE_DIGITS } from '#core/limits.ts'

/** `fault`: it cannot be a code; `count` digits were found. Nothing is sent then, and no try is spent. */
export type TypedCode = { code: string } | { fault: 'empty' | 'not_digits' | 'wrong_length'; count: number }

/** What may stand between the digits of one code. */
const BETWEEN = /[\s\p{Pd}\u2212\u00ad\u200b-\u200d\u2060\ufeff\p{Bidi_Control}.·]+/gu

/** Finds the code in what was typed. The first run of exactly six digits is it, or else all digits must be six. */
export function readTypedCode(typed: string): TypedCode {
  const folded = Array.from(typed, (character) => readDigit(character) ?? character).join('')
  const words = folded.split(/[^\d\s\p{Pd}\u2212\u00ad\u200b-\u200d\u2060\ufeff\p{Bidi_Control}.·]+/u)
  const runs = words.flatMap((word) => [word.replace(BETWEEN, ''), ...word.split(BETWEEN)])
  const found = runs.find((run) => run.length === CODE_DIGITS)
  if (found) return { code: found }
  const count = folded.replace(/\D/g, '').length
  if (folded.trim() === '') return { fault: 'empty', count }
  return { fault: /[\p{L}]/u.test(folded) ? 'not_digits' : 'wrong_length', count }
}
