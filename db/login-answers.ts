/**
 * What an answer to a login is compared with, and what came of it.
 */
import { callOf } from './client.ts'
import type { Db } from './client.ts'
import type { LoginRow } from './logins.ts'
import type { Asker } from './send-rules.ts'

const FIND_SECRETS = {
  name: 'find_login_secrets',
  text: `select a.kind, a.hash, a.id, a.secret_sealed as sealed, a.last_step::float8 as "lastStep",
           (extract(epoch from clock_timestamp()) * 1000)::float8 as "nowMs"
         from logins l
         join authenticators a on a.tenant_id = l.tenant_id and a.account_id = l.account_id
           and (a.kind = 'pin' or a.kind = 'totp' and a.confirmed_at is not null)
         where l.id = $1 and l.tenant_id = $2 order by a.id`,
}

/** An authenticator app; `sealed` in the context `totp <id>`. */
export type LoginApp = { id: string; sealed: string; lastStep: number | null; nowMs: number }

/** What whoever logs in has that an answer may be compared with: the hash of a PIN, the secret of an app. */
export async function findLoginSecrets(
  db: Db,
  tenantId: string,
  id: string,
): Promise<{ pin: string | null; app: LoginApp | null }> {
  const rows = await db.run<LoginApp & { kind: string; hash: string }>(FIND_SECRETS, [id, tenantId])
  const pin = rows.findLast(({ kind }) => kind === 'pin')?.hash ?? null
  return { pin, app: rows.findLast(({ kind }) => kind === 'totp') ?? null }
}

const NOTE_ANSWER = callOf('keypad_note_answer', [
  ...['p_id', 'p_tenant', 'p_account', 'p_factor', 'p_right', 'p_app', 'p_step', 'p_actor', 'p_request_id'],
])

/** What a comparison came to; `used` is the app whose time step a right code uses up. */
export type Compared = { isRight: boolean; used: { id: string; step: number } | null }

/**
 * Counts an answer that was compared against the account's budget, and notes it; the caller holds account and login.
 * Answers whether it counts as right: a time step that was used before does not.
 */
export async function noteAnswer(
  db: Db,
  tenantId: string,
  of: { login: LoginRow; factor: string; compared: Compared; asker: Asker },
): Promise<boolean> {
  const { login, factor, compared, asker } = of
  const { isRight, used } = compared
  const [row] = await db.run<{ keypad_note_answer: boolean }>(NOTE_ANSWER, [
    ...[login.id, tenantId, login.accountId, factor, isRight, used?.id ?? null, used?.step ?? null],
    ...[asker.actor, asker.requestId],
  ])
  return row!.keypad_note_answer
}
