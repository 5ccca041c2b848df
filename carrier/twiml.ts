/**
 * What a call says, as TwiML. Every document is well-formed whatever a tenant calls itself. The first one travels in
 * the request that places the call and is kept by the carrier, so it never holds the code.
 */
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js'
import type { CallScript, SpokenPiece, Voice } from '#core/spoken.ts'
import type { CallMode } from '#core/verification.ts'
import { cleanText, speak, type Speaker } from './speech.ts'

/** A question to the person. `first`: this opens the call, so it says who is calling before any key is taken. */
export type Question = { script: CallScript; mode: CallMode; actionUrl: string; first: boolean }

/** The code to be said. `mayRepeat` false: both repeats are used up, so the call ends with the code. */
export type SpokenCode = {
  script: CallScript
  code: string
  slow: boolean
  mayRepeat: boolean
  actionUrl: string
}

/** Twilio's limit for a document in the request, in characters (../shared/twilio.md 1.3). */
const MAX_INLINE_LENGTH = 4_000
const ROUNDS = 3
const KEY_WAIT_SECONDS = 8
/** Nothing is asked in these first seconds: a key pressed to silence the ringing would count as an answer. */
const OPENING_PAUSE_SECONDS = 2

/** Asks for a key, three times, or fewer where a language needs more room than the carrier gives. */
export function questionDocument(question: Question): string {
  const lead = question.first ? question.script.opening : []
  for (let rounds = ROUNDS; rounds > 1; rounds--) {
    const document = ask(question, lead, rounds)
    if (document.length <= MAX_INLINE_LENGTH) return document
  }
  return ask(question, lead, 1)
}

/** Says that the key was not the right one, then asks again. */
export function wrongKeyDocument(question: Omit<Question, 'first'>): string {
  return ask({ ...question, first: false }, question.script.wrongKey, ROUNDS)
}

/** Says the code (the script has it three times), then offers to hear it again, slower, or to say "this was not me". */
export function codeDocument(spoken: SpokenCode): string {
  const { script, code, slow, mayRepeat, actionUrl } = spoken
  const response = new VoiceResponse()
  speak(response, script.voice, script.code(code, slow))
  if (mayRepeat) speak(gather(response, actionUrl, 1), script.voice, script.askRepeat)
  return end(response, script.voice, script.thanks)
}

/** Says one of the script's endings and hangs up. */
export function endDocument(voice: Voice, pieces: readonly SpokenPiece[]): string {
  return end(new VoiceResponse(), voice, pieces)
}

/** Hangs up without a word, so that no voicemail keeps a clinic's name. */
export function hangUpDocument(): string {
  const response = new VoiceResponse()
  response.hangup()
  return response.toString()
}

function ask(question: Question, lead: readonly SpokenPiece[], rounds: number): string {
  const { script, mode, actionUrl, first } = question
  const response = new VoiceResponse()
  if (first) response.pause({ length: OPENING_PAUSE_SECONDS })
  speak(response, script.voice, lead)
  for (let round = 0; round < rounds; round++) {
    const listening = gather(response, actionUrl, mode === 'match_digits' ? 2 : 1)
    speak(listening, script.voice, questionOf(script, mode))
  }
  return end(response, script.voice, script.noKey)
}

function questionOf(script: CallScript, mode: CallMode): readonly SpokenPiece[] {
  if (mode === 'press_1') return script.askPress1
  return mode === 'match_digits' ? script.askMatchDigits : script.askSpokenCode
}

function gather(response: VoiceResponse, actionUrl: string, numDigits: number): Speaker {
  const action = cleanText(actionUrl)
  return response.gather({ input: ['dtmf'], numDigits, timeout: KEY_WAIT_SECONDS, action, method: 'POST' })
}

function end(response: VoiceResponse, voice: Voice, pieces: readonly SpokenPiece[]): string {
  speak(response, voice, pieces)
  response.hangup()
  return response.toString()
}
