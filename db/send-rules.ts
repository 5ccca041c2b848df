/**
 * What starting a verification and sending again share: the limits that a send is judged by, and its refusals.
 */
import type { ProblemCode } from '#core/problem.ts'
import { sqlStateOf } from './client.ts'
import type { Db } from './client.ts'

/** Who asked: written into every event. `actor` is a key id, `client` or `phone`; never a person's data. */
export type Asker = { actor: string; requestId: string }

/** The limits that one send is judged by; arrays of equal length belong together. */
export type SendLimits = {
  windowSeconds: number[]
  windowMax: number[]
  counterMarks: Buffer[]
  counterSeconds: number[]
  counterCaps: number[]
}

/** A send that was refused: why, and in how many ms by the database's clock it is worth asking again. */
export type SendRefusal = { outcome: SendProblem; freeInMs: number | null }
export type SendProblem = Extract<
  ProblemCode,
  | 'call_mode_not_allowed'
  | 'call_in_progress'
  | 'send_too_soon'
  | 'sends_exhausted'
  | 'code_expired'
  | 'verification_locked'
  | 'verification_finished'
>

/** The limits as the statements take them, in the order of their parameters. */
export function limitValues(limits: SendLimits): unknown[] {
  return [
    limits.windowSeconds,
    limits.windowMax,
    limits.counterMarks,
    limits.counterSeconds,
    limits.counterCaps,
  ]
}

/** Two starts in the same instant meet at a unique index or a full window; the loser is a refusal like any other. */
export async function orRefusal<T>(db: Db, work: () => Promise<T | SendRefusal>): Promise<T | SendRefusal> {
  try {
    return await db.tryOut(work)
  } catch (error) {
    const state = sqlStateOf(error)
    if (state === 'KP429') return { outcome: 'sends_exhausted', freeInMs: null }
    const isCall = (error as { constraint?: string }).constraint === 'deliveries_one_live_call'
    if (state === '23505' && isCall) return { outcome: 'call_in_progress', freeInMs: null }
    throw error
  }
}
