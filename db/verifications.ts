/**
 * Verifications: each operation is one statement, so one round trip and one commit (db/functions).
 */
import type { TryOutcome, VerificationView } from '#core/verification.ts'
import { callOf, writeBytes } from './client.ts'
import type { Db } from './client.ts'
import type { Asker } from './send-rules.ts'

const CHECK = callOf('keypad_check_codes', ['p_items', 'p_may_wait'])

type CheckRow = { outcome: TryOutcome | null; tries: number; view: VerificationView | null }

/** Spends one try and judges it; `marks` are the offered code's under every key of the ring. Null: no such verification. */
export async function checkCode(
  db: Db,
  at: { id: string; tenantId: string; marks: Buffer[]; maxTries: number },
  asker: Asker,
): Promise<{ outcome: TryOutcome; tries: number; view: VerificationView | null } | null> {
  const row = await db.runOneOf<CheckRow>(CHECK, {
    ...{ id: at.id, tenant: at.tenantId, marks: at.marks.map(writeBytes), max_tries: at.maxTries },
    ...{ actor: asker.actor, request_id: asker.requestId },
  })
  return row.outcome === null ? null : { ...row, outcome: row.outcome }
}

const READ: { name: string; text: string } = {
  name: 'keypad_read',
  text: `select keypad_read(v.id, v.tenant_id) as view from verifications v
         where v.id = $1 and v.tenant_id = $2 and v.account_id is null`,
}

/** Reads a verification that belongs to no account; one whose time has come is expired by then. Null: no such verification. */
export async function readVerification(
  db: Db,
  tenantId: string,
  id: string,
): Promise<VerificationView | null> {
  const [row] = await db.run<{ view: VerificationView | null }>(READ, [id, tenantId])
  return row?.view ?? null
}

const CANCEL = callOf('keypad_cancel', ['p_id', 'p_tenant', 'p_actor', 'p_request_id'])

/** Cancels a pending verification; one that is over stays as it was. Null: no such verification. */
export async function cancelVerification(
  db: Db,
  at: { id: string; tenantId: string },
  asker: Asker,
): Promise<VerificationView | null> {
  const [row] = await db.run<{ view: VerificationView | null }>(CANCEL, [
    at.id,
    at.tenantId,
    asker.actor,
    asker.requestId,
  ])
  return row?.view ?? null
}

const VERSIONS = {
  name: 'verification_versions',
  text: `select id, version, status = 'pending' and expires_at <= clock_timestamp() as overdue
         from verifications where id = any($1::uuid[])`,
}

/** The versions of many verifications at once: what the one watcher of a process asks for all its long polls. */
export async function listVersions(
  db: Db,
  ids: string[],
): Promise<{ id: string; version: number; overdue: boolean }[]> {
  return db.run(VERSIONS, [ids])
}
