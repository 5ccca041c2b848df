/**
 * Answers kept for an Idempotency-Key. The lock, the effects and the answer share one transaction, so that a process
 * that dies in between leaves none of the three.
 */
import type { Db } from './client.ts'

/** Where an answer is kept; `keyMark` covers the caller and the key, `requestMark` the address and the body. */
export type IdempotencySlot = { tenantId: string; keyMark: Buffer; requestMark: Buffer }

/** What a slot holds. `free` also takes it until the transaction ends. */
export type SlotState =
  | { state: 'free' }
  | { state: 'in_flight' }
  | { state: 'reused' }
  | { state: 'answered'; status: number; answerSealed: string }

const LOCK = { name: 'lock_idempotency', text: `select pg_try_advisory_xact_lock($1) as mine` }
const FIND = {
  name: 'find_idempotent_answer',
  text: `select request_mark, status, answer_sealed from idempotent_answers
         where tenant_id = $1 and key_mark = $2 and created_at > now() - make_interval(secs => $3)`,
}
const KEEP = {
  name: 'keep_idempotent_answer',
  text: `insert into idempotent_answers (tenant_id, key_mark, request_mark, status, answer_sealed)
         values ($1, $2, $3, $4, $5)
         on conflict (tenant_id, key_mark) do update
           set request_mark = excluded.request_mark, status = excluded.status,
               answer_sealed = excluded.answer_sealed, created_at = now()`,
}

type Row = { request_mark: Buffer; status: number; answer_sealed: string }

/** Looks into a slot and takes it if it is free; call it first in a transaction. */
export async function takeSlot(db: Db, slot: IdempotencySlot, keptSeconds: number): Promise<SlotState> {
  const lock = slot.keyMark.readBigInt64BE(0).toString()
  const [locked] = await db.run<{ mine: boolean }>(LOCK, [lock])
  if (!locked?.mine) return { state: 'in_flight' }
  const [row] = await db.run<Row>(FIND, [slot.tenantId, slot.keyMark, keptSeconds])
  if (!row) return { state: 'free' }
  if (!row.request_mark.equals(slot.requestMark)) return { state: 'reused' }
  return { state: 'answered', status: row.status, answerSealed: row.answer_sealed }
}

/** Keeps the answer in a slot that this transaction has taken. */
export async function keepAnswer(
  db: Db,
  slot: IdempotencySlot,
  answer: { status: number; sealed: string },
): Promise<void> {
  await db.run(KEEP, [slot.tenantId, slot.keyMark, slot.requestMark, answer.status, answer.sealed])
}
