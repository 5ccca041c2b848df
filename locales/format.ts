/**
 * Fills in messages. Each is compiled once per process, at its first use.
 */
import { MessageFormat } from 'messageformat'
import type { SpokenPiece } from '#core/spoken.ts'
import type { Language, MessageKey, SpokenKey, SpokenLanguage, WrittenKey } from './language.ts'

/** What a message may refer to. */
export type MessageValues = { code?: string; brand?: string; minutes?: number }

const compiled = new WeakMap<Language, Map<MessageKey, MessageFormat>>()

function compile(language: Language, key: MessageKey, source: string): MessageFormat {
  const known = compiled.get(language) ?? new Map<MessageKey, MessageFormat>()
  compiled.set(language, known)
  // ASCII digits in every language: phone keypads and autofill know no others. No isolates: a phone may show them
  // as boxes, and each costs a character of an SMS.
  const message =
    known.get(key) ?? new MessageFormat(`${language.tag}-u-nu-latn`, source, { bidiIsolation: 'none' })
  known.set(key, message)
  return message
}

/** Fills in one message of a language; throws where the message asks for a value that is not given. */
export function formatMessage(language: Language, key: WrittenKey, values: MessageValues): string {
  return compile(language, key, language.messages[key]).format(values, refuse)
}

/**
 * Fills in one spoken message and splits it at its pause marks. Values are never searched for marks, so that a brand
 * cannot bring its own.
 */
export function formatSpeech(
  language: SpokenLanguage,
  key: SpokenKey,
  values: MessageValues = {},
): SpokenPiece[] {
  const message = compile(language, key, language.messages[key])
  const pieces: SpokenPiece[] = []
  let words = ''
  for (const part of message.formatToParts(values, refuse)) {
    if (part.type === 'text') words = splitAtPauses(words, part.value, pieces)
    else if ('value' in part) words += String(part.value)
  }
  return words.trim() === '' ? pieces : [...pieces, { say: words.trim() }]
}

/** Adds the pieces that end inside `text` to `pieces` and returns the words after the last pause. */
function splitAtPauses(before: string, text: string, pieces: SpokenPiece[]): string {
  let words = before
  for (const [at, part] of text.split(/\|(\d+)\|/).entries()) {
    if (at % 2 === 0) words += part
    else {
      if (words.trim() !== '') pieces.push({ say: words.trim() })
      pieces.push({ pauseMs: Number(part) })
      words = ''
    }
  }
  return words
}

function refuse(error: unknown): never {
  throw error
}
