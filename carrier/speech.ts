/**
 * Pieces of speech as the elements of one `<Say>`: words, silences, and digits one by one.
 */
import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js'
import type { SpokenPiece, Voice } from '#core/spoken.ts'

type Say = ReturnType<VoiceResponse['say']>
type SayAttributes = Parameters<VoiceResponse['say']>[0]

/** Whatever can speak in a document: the document itself or a question that waits for a key. */
export type Speaker = { say: (attributes: Exclude<SayAttributes, string>, words: string) => Say }

/** SSML knows no longer break, ms. */
const MAX_BREAK_MS = 10_000
/** Everything that XML 1.0 forbids, lone surrogates among it, and the control characters that it only tolerates. */
const NOT_IN_XML = /[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Says some pieces with one voice; no pieces, no element. */
export function speak(speaker: Speaker, voice: Voice, pieces: readonly SpokenPiece[]): void {
  if (pieces.length === 0) return
  const attributes = { voice: cleanText(voice.voice), language: cleanText(voice.language) }
  const say = speaker.say(attributes as Exclude<SayAttributes, string>, '')
  for (const piece of pieces) speakPiece(say, piece)
}

/** Drops what no XML document may hold; the library escapes the rest. */
export function cleanText(text: string): string {
  return text.replace(NOT_IN_XML, '')
}

function speakPiece(say: Say, piece: SpokenPiece): void {
  if ('say' in piece) return say.addText(cleanText(piece.say))
  if (!('digits' in piece)) return pause(say, piece.pauseMs)
  for (const [index, digit] of Array.from(cleanText(piece.digits)).entries()) {
    if (index > 0) pause(say, piece.pauseMs)
    say.sayAs({ 'interpret-as': 'digits' }, digit)
  }
}

function pause(say: Say, ms: number): void {
  const length = Math.min(MAX_BREAK_MS, Math.max(0, Math.round(ms)))
  if (length > 0) say.break({ time: `${length}ms` })
}
