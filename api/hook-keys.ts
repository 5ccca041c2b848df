/**
 * Keys pressed during a call: judged by the database, answered with the next thing to say.
 */
import { readKeyReceipt } from '#carrier/receipts.ts'
import { codeDocument, endDocument, questionDocument, wrongKeyDocument } from '#carrier/twiml.ts'
import { keysUrl } from '#core/carrier-urls.ts'
import { unseal } from '#core/key-ring.ts'
import { EARLY_KEY_MS, MAX_CODE_REPEATS, MAX_TRIES, MAX_WRONG_KEY_REPROMPTS } from '#core/limits.ts'
import { Problem } from '#core/problem.ts'
import type { CallScript } from '#core/spoken.ts'
import { pressKeys } from '#db/calls.ts'
import type { KeyOutcome } from '#db/calls.ts'
import { writeCallScript } from '#locales/call-script.ts'
import { localeOf } from '#locales/locale.ts'
import type { ApiContext } from './context.ts'
import type { Callback } from './hooks-twilio.ts'

const LIMITS = {
  earlyMs: EARLY_KEY_MS,
  maxTries: MAX_TRIES,
  maxWrong: MAX_WRONG_KEY_REPROMPTS,
  maxRepeats: MAX_CODE_REPEATS,
}

/** Judges the keys of a callback and gives the TwiML to go on with. */
export async function pressKeysFrom(context: ApiContext, callback: Callback): Promise<string> {
  const receipt = readKeyReceipt(callback.form)
  const asked = callback.query['round']
  const round = typeof asked === 'string' && /^\d{1,2}$/.test(asked) ? Number(asked) : -1
  const isOurs = receipt.kind === 'keys' && receipt.accountSid === context.config.carrier.accountSid
  if (!isOurs || round < 0) throw new Problem('signature_invalid')
  const { carrierRef, digits } = receipt
  const isHuman = !receipt.machine && !receipt.callIsOver
  const keys = { deliveryId: callback.deliveryId, carrierRef, round, digits, isHuman }
  const pressed = await pressKeys(context.database, keys, LIMITS)
  if (!pressed) throw new Problem('signature_invalid')
  context.metrics.receipts.inc({ kind: 'keys', result: pressed.outcome })
  return sayNext(context, pressed, keys)
}

function sayNext(
  context: ApiContext,
  pressed: KeyOutcome,
  keys: { deliveryId: string; digits: string | null },
): string {
  const script = scriptOf(pressed)
  const actionUrl = keysUrl(context.config.ring, context.config.publicUrl, {
    id: keys.deliveryId,
    round: pressed.round,
  })
  const mode = pressed.call_mode
  switch (pressed.outcome) {
    case 'wrong':
      return wrongKeyDocument({ script, mode, actionUrl })
    case 'early':
    case 'replayed':
      return questionDocument({ script, mode, actionUrl, first: false })
    case 'say_code':
      return sayCode(context, pressed, { script, actionUrl, slow: keys.digits === '2' })
    default:
      return endDocument(script.voice, script[ENDINGS[pressed.outcome]])
  }
}

const ENDINGS = {
  confirmed: 'thanks',
  denied: 'denied',
  too_many_wrong: 'tooManyWrong',
  no_key: 'noKey',
  over: 'over',
} as const satisfies Partial<Record<KeyOutcome['outcome'], keyof CallScript>>

function sayCode(
  context: ApiContext,
  pressed: KeyOutcome,
  saying: { script: CallScript; actionUrl: string; slow: boolean },
): string {
  const { code_sealed: sealed, verification_id: id, round } = pressed
  const code = sealed === null ? null : unseal(context.config.ring, sealed, `code ${id}`)
  if (code === null) return endDocument(saying.script.voice, saying.script.over)
  return codeDocument({ ...saying, code, mayRepeat: round <= MAX_CODE_REPEATS })
}

function scriptOf({ locale, tenant_locale, purpose, brand, discreet }: KeyOutcome): CallScript {
  const languages = { locale: localeOf(locale), tenantLocale: localeOf(tenant_locale) }
  return writeCallScript({ ...languages, purpose, brand, discreet })
}
