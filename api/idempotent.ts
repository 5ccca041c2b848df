/**
 * Idempotency-Key: the effects of a POST and its answer commit in one transaction, so that a retry gets the same answer
 * and one effect, whatever died in between.
 */
import type { Request } from 'express'
import { mark, seal, unseal } from '#core/key-ring.ts'
import { IDEMPOTENCY_KEPT_MS } from '#core/limits.ts'
import { PROBLEMS, Problem } from '#core/problem.ts'
import type { ProblemCode, ProblemExtras } from '#core/problem.ts'
import type { Db } from '#db/client.ts'
import { keepAnswer, takeSlot } from '#db/idempotency.ts'
import type { IdempotencySlot } from '#db/idempotency.ts'
import type { Answer, ApiContext, Caller } from './context.ts'

/** An answer as it is kept: what was answered, or the problem that was thrown. */
type Kept = { body?: unknown; problem?: { code: ProblemCode; extras: ProblemExtras } }

/** An answer, and whether it was given before. */
export type Outcome = { answer: Answer | Problem; isReplay: boolean }

/** The slot of a request, or null when it has no key. Throws 400 for a key that is empty or over 255 characters. */
export function slotOf(
  context: ApiContext,
  request: Request,
  from: { caller: Caller; body: unknown },
): IdempotencySlot | null {
  const key = request.get('idempotency-key')
  if (key === undefined || request.method !== 'POST') return null
  if (key.length === 0 || key.length > 255) {
    const errors = [{ pointer: '#Idempotency-Key', detail: 'Must have 1 to 255 characters' }]
    throw new Problem('request_invalid', { errors })
  }
  const { ring } = context.config
  const { caller } = from
  return {
    tenantId: caller.tenantId,
    keyMark: mark(ring, 'request', `${whoIs(caller)}\n${key}`),
    requestMark: mark(ring, 'request', `${request.path}\n${canonical(from.body)}`),
  }
}

/** Keys of one caller never meet those of another: a session is shown no secrets that another one was shown. */
function whoIs(caller: Caller): string {
  if (caller.kind === 'client') return caller.holds
  return caller.kind === 'session' ? caller.session.id : caller.key.id
}

/** Runs `work` in the slot's transaction and keeps its answer, refusals too; or gives the answer that is kept there. */
export async function runOnce(
  context: ApiContext,
  slot: IdempotencySlot,
  work: (db: Db) => Promise<Answer>,
): Promise<Outcome> {
  return context.database.transaction(async (db) => {
    const found = await takeSlot(db, slot, IDEMPOTENCY_KEPT_MS / 1_000)
    if (found.state === 'in_flight') throw new Problem('idempotency_in_flight', { retry_after: 1 })
    if (found.state === 'reused') throw new Problem('idempotency_key_reused')
    if (found.state === 'answered') return { answer: reopen(context, slot, found), isReplay: true }
    const answer = await work(db).catch(asAnswer)
    await keepAnswer(db, slot, {
      status: statusOf(answer),
      sealed: seal(context.config.ring, write(answer), contextOf(slot)),
    })
    return { answer, isReplay: false }
  })
}

/** A refusal is an answer; its effects (a spent try) commit. A mistake undoes everything. */
function asAnswer(error: unknown): Problem {
  if (error instanceof Problem && PROBLEMS[error.code].status < 500) return error
  throw error
}

function statusOf(answer: Answer | Problem): number {
  return answer instanceof Problem ? PROBLEMS[answer.code].status : answer.status
}

function write(answer: Answer | Problem): string {
  const kept: Kept =
    answer instanceof Problem
      ? { problem: { code: answer.code, extras: answer.extras } }
      : { body: answer.body }
  return JSON.stringify(kept)
}

function reopen(
  context: ApiContext,
  slot: IdempotencySlot,
  found: { status: number; answerSealed: string },
): Answer | Problem {
  const text = unseal(context.config.ring, found.answerSealed, contextOf(slot))
  if (text === null) throw new Problem('idempotency_key_reused')
  const { body, problem } = JSON.parse(text) as Kept
  return problem ? new Problem(problem.code, problem.extras) : { status: found.status, body }
}

function contextOf(slot: IdempotencySlot): string {
  return `answer ${slot.tenantId} ${slot.keyMark.toString('hex')}`
}

/** The same text for the same JSON value, whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}
