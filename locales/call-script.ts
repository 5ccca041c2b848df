/**
 * Writes what a call says. The words are data for carrier/, which escapes them.
 */
import type { CallScript, SpokenPiece } from '#core/spoken.ts'
import type { Purpose } from '#core/verification.ts'
import { cleanBrand } from './brand.ts'
import { formatSpeech } from './format.ts'
import type { SpokenKey, SpokenLanguage } from './language.ts'
import { chooseSpoken, type Locale } from './locale.ts'

/** How often a code is said before the person is asked whether to say it again. */
const READINGS = 3
/** Silence between two readings, ms. */
const BETWEEN_READINGS_MS = 1_200
/** Silence after each digit, and between the two halves of a code, ms. experience.md section 6. */
const PACE = {
  normal: { digitMs: 700, halfMs: 1_200 },
  slow: { digitMs: 1_200, halfMs: 2_000 },
} as const

/** What a call is written from. `discreet` names neither brand nor purpose: others may listen. */
export type CallOrder = {
  locale: Locale
  /** Called in where the carrier has no voice for `locale`; English when absent. */
  tenantLocale?: Locale
  purpose: Purpose
  brand: string
  discreet?: boolean
}

/** Writes everything a call may say to one person; the code itself is asked for only when it is said. */
export function writeCallScript(order: CallOrder): CallScript {
  const language = chooseSpoken(order.locale, order.tenantLocale)
  const say = (key: SpokenKey) => formatSpeech(language, key)
  return {
    voice: language.voice,
    opening: writeOpening(language, order),
    askPress1: say('call.askPress1'),
    askMatchDigits: say('call.askMatchDigits'),
    askSpokenCode: say('call.askSpokenCode'),
    code: (code, slow) => readOut(language, code, slow ? PACE.slow : PACE.normal),
    askRepeat: say('call.askRepeat'),
    thanks: say('call.thanks'),
    denied: say('call.denied'),
    noKey: say('call.noKey'),
    tooManyWrong: say('call.tooManyWrong'),
    over: say('call.over'),
    wrongKey: say('call.wrongKey'),
  }
}

function writeOpening(language: SpokenLanguage, { purpose, brand, discreet }: CallOrder): SpokenPiece[] {
  const name = discreet ? '' : cleanBrand(brand)
  if (name === '') return formatSpeech(language, 'call.opening.discreet')
  return formatSpeech(language, `call.opening.${purpose}`, { brand: name })
}

type Pace = (typeof PACE)[keyof typeof PACE]

function readOut(language: SpokenLanguage, code: string, pace: Pace): SpokenPiece[] {
  const half = Math.ceil(code.length / 2)
  const digits: SpokenPiece[] = [
    { digits: code.slice(0, half), pauseMs: pace.digitMs },
    { pauseMs: pace.halfMs },
    { digits: code.slice(half), pauseMs: pace.digitMs },
  ]
  const again = formatSpeech(language, 'call.codeAgain')
  const repeats = Array.from({ length: READINGS - 1 }, () => [
    { pauseMs: BETWEEN_READINGS_MS },
    ...again,
    ...digits,
  ])
  return [...formatSpeech(language, 'call.code'), ...digits, ...repeats.flat()]
}
