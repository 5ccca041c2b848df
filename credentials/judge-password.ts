/**
 * Judges a new password by how soon it would be guessed, not by which kinds of characters are in it (NIST SP 800-63B-4
 * 3.1.1.2). zxcvbn and its word lists (measured: 29 MB of heap, 61 MB of the process, 0.2 s) are loaded when the first
 * person chooses a password.
 */
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** In code points, as people count. NIST asks for at least 64 to be allowed. */
const MIN_CHARACTERS = 8
const MAX_CHARACTERS = 128
/** 2: more than a million guesses. Logins lock long before; the hash has to stand what is left. */
const MIN_SCORE = 2
/** Only the first characters are looked at, with few spellings of each: otherwise 128 hostile ones hold the process for 0.4 s. */
const EFFORT = { maxLength: 40, l33tMaxSubstitutions: 10 }
const MAX_OWN_WORDS = 40

/** The reason is one sentence for the person who chooses; it never holds the password. */
export type PasswordVerdict = { accepted: true } | { accepted: false; reason: string }

const COMMON = 'This password is one of the most used ones. Choose one that nobody would guess.'
const NAMES = 'Names are easy to guess. Use three or four words that do not belong together.'
const ORDER =
  'Characters in a row, such as abc or 6543, are easy to guess. Use words or characters in no order.'
const REPEAT = 'Repeated characters or words are easy to guess. Use words that are not repeated.'
const DATE = 'Dates and years are easy to guess. Leave them out, or add a few unrelated words.'
const KEYS =
  'Keys that lie side by side on a keyboard are easy to guess. Use words or characters in no order.'
const EASY = 'This password is easy to guess. Add one or two unrelated words.'

/** Our sentence for each warning of zxcvbn, which without translations gives the name of the warning. */
const REASONS: Record<string, string> = {
  topTen: COMMON,
  topHundred: COMMON,
  common: COMMON,
  similarToCommon: COMMON,
  pwned: COMMON,
  userInputs:
    'Your own name, username or the name of this service is easy to guess. Leave it out, or add a few unrelated words.',
  namesByThemselves: NAMES,
  commonNames: NAMES,
  wordByItself: 'A single word is easy to guess. Use three or four words that do not belong together.',
  sequences: ORDER,
  simpleRepeat: REPEAT,
  extendedRepeat: REPEAT,
  dates: DATE,
  recentYears: DATE,
  straightRow: KEYS,
  keyPattern: KEYS,
}

/** Judges a new password. `context` are the person's own words: username, display name, e-mail address, the brand. */
export async function judgePassword(password: string, context: string[]): Promise<PasswordVerdict> {
  const chosen = password.normalize('NFC')
  const characters = Array.from(chosen).length
  if (characters < MIN_CHARACTERS)
    return refuse(
      `A password needs at least ${MIN_CHARACTERS} characters. Three or four words are easy to remember.`,
    )
  if (characters > MAX_CHARACTERS)
    return refuse(`A password has at most ${MAX_CHARACTERS} characters. Choose a shorter one.`)
  const { score, feedback } = (await loadJudge()).check(chosen, listOwnWords(context))
  if (score >= MIN_SCORE) return { accepted: true }
  return refuse(REASONS[feedback.warning ?? ''] ?? EASY)
}

function refuse(reason: string): PasswordVerdict {
  return { accepted: false, reason }
}

/** Each text as a whole, and each word in it: of `anna.berg` also `anna` and `berg`. */
function listOwnWords(context: string[]): string[] {
  const texts = context.map((text) => text.normalize('NFC').toLowerCase().slice(0, 256))
  const words = texts.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
  return [...new Set(words.filter((word) => word.length >= 3))].slice(0, MAX_OWN_WORDS)
}

let judge: Promise<ZxcvbnFactory> | null = null

/** The judge, made once for all. */
function loadJudge(): Promise<ZxcvbnFactory> {
  judge ??= makeJudge()
  return judge
}

async function makeJudge(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  const dictionary = { ...common.dictionary, ...english.dictionary }
  return new ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs, ...EFFORT })
}
