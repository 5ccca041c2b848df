/**
 * Keys pressed during calls (db/functions/60-press-key.sql).
 */
import type { CallMode, Purpose } from '#core/verification.ts'
import { callOf } from './client.ts'
import type { Db } from './client.ts'

/** What a key came to, and what the call may say next. `codeSealed` only where the code is to be spoken now. */
export type KeyOutcome = {
  outcome:
    | 'confirmed'
    | 'denied'
    | 'wrong'
    | 'too_many_wrong'
    | 'say_code'
    | 'no_key'
    | 'early'
    | 'replayed'
    | 'over'
  round: number
  call_mode: CallMode
  purpose: Purpose
  locale: string
  tenant_locale: string
  brand: string
  discreet: boolean
  code_sealed: string | null
  verification_id: string
}

export type PressedKeys = {
  deliveryId: string
  carrierRef: string
  /** The round that the call's document asked in; keys of an older round are a replay. */
  round: number
  /** Null: none were pressed. */
  digits: string | null
  /** False when the carrier's machine detection heard a machine or a fax. */
  isHuman: boolean
}

export type KeyLimits = { earlyMs: number; maxTries: number; maxWrong: number; maxRepeats: number }

const PRESS = callOf('keypad_press_key', [
  'p_delivery',
  'p_ref',
  'p_round',
  'p_digits',
  'p_human',
  'p_early_ms',
  'p_max_tries',
  'p_max_wrong',
  'p_max_repeats',
])

/** Judges pressed keys and writes what follows. Null: there is no such delivery. */
export async function pressKeys(db: Db, keys: PressedKeys, limits: KeyLimits): Promise<KeyOutcome | null> {
  const values = [keys.deliveryId, keys.carrierRef, keys.round, keys.digits, keys.isHuman]
  const [row] = await db.run<KeyOutcome & { outcome: KeyOutcome['outcome'] | null }>(PRESS, [
    ...values,
    ...[limits.earlyMs, limits.maxTries, limits.maxWrong, limits.maxRepeats],
  ])
  return row?.outcome ? row : null
}
