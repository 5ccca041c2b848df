/**
 * What a call says, as data: locales/ writes it, carrier/ turns it into TwiML, nobody else needs to know how.
 */

/** One piece of speech: words, a silence, or digits said one by one. */
export type SpokenPiece = { say: string } | { pauseMs: number } | { digits: string; pauseMs: number }

/** A voice of the carrier and the language tag it goes with, for example `Polly.Amy-Neural` and `en-GB`. */
export type Voice = { voice: string; language: string }

/** Everything a call may say in one language for one brand and purpose. */
export type CallScript = {
  voice: Voice
  /** Who is calling and why; spoken before any key is listened for, and never shorter than two seconds. */
  opening: SpokenPiece[]
  /** The question of each mode, asked up to three times. */
  askPress1: SpokenPiece[]
  askMatchDigits: SpokenPiece[]
  askSpokenCode: SpokenPiece[]
  /** After a key in `spoken_code`: the code, with pauses between its digits; asked to repeat afterwards. */
  code: (code: string, slow: boolean) => SpokenPiece[]
  askRepeat: SpokenPiece[]
  /** Endings. Each is said, then the call hangs up. */
  thanks: SpokenPiece[]
  denied: SpokenPiece[]
  noKey: SpokenPiece[]
  tooManyWrong: SpokenPiece[]
  over: SpokenPiece[]
  /** Said before the question is asked again. */
  wrongKey: SpokenPiece[]
}
