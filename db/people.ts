/**
 * An account with everything that the rules ask about its person.
 */
import type { Person } from '#core/login-state.ts'
import type { FactorOverride, Rule } from '#core/policy.ts'
import { callOf } from './client.ts'
import type { Db } from './client.ts'

/** What is known of a person; times as PostgreSQL writes them, ids bare. */
export type PersonRow = {
  id: string
  displayName: string
  userType: string
  role: string | null
  locale: string | null
  override: FactorOverride
  subjectId: string | null
  credentialId: string | null
  /** Context `username <credential id>`. */
  usernameSealed: string | null
  phone: { sealed: string | null; masked: string | null; country: string | null; provenAt: string | null }
  pending: {
    sealed: string | null
    masked: string | null
    country: string | null
    lineType: string | null
    fault: 'landline' | 'failed' | null
  }
  totp: boolean
  pin: boolean
  recoveryCodes: number
  lock: Person['lock']
  bypass: 'code' | 'open' | null
  tenantRules: { country: string | null; rule: Rule }[]
  organizations: { id: string; country: string; rule: Rule | null }[]
}

const HOLD = { name: 'keypad_hold_person', text: 'select keypad_hold_person($1, $2) as person' }
const READ = { name: 'keypad_read_person', text: 'select keypad_read_person($1, $2) as person' }

/** Takes an account until the transaction ends. Null: there is no such account. */
export async function holdPerson(db: Db, tenantId: string, accountId: string): Promise<PersonRow | null> {
  const [row] = await db.run<{ person: PersonRow | null }>(HOLD, [accountId, tenantId])
  return row?.person ?? null
}

/** Reads an account. Null: there is no such account. */
export async function readPerson(db: Db, tenantId: string, accountId: string): Promise<PersonRow | null> {
  const [row] = await db.run<{ person: PersonRow | null }>(READ, [accountId, tenantId])
  return row?.person ?? null
}

const COUNT = callOf('keypad_count_account_try', [
  ...['p_account', 'p_tenant', 'p_right', 'p_actor', 'p_request_id'],
])

/** Counts one evaluated try against the account's budget; the caller holds the account and has seen that it is not locked. */
export async function countAccountTry(
  db: Db,
  at: { tenantId: string; accountId: string; isRight: boolean },
  asker: { actor: string; requestId: string },
): Promise<void> {
  await db.run(COUNT, [at.accountId, at.tenantId, at.isRight, asker.actor, asker.requestId])
}

const END = callOf('keypad_end_account_verifications', ['p_account', 'p_tenant', 'p_purpose'])

/** Cancels what runs for an account; `purpose` null: of any purpose. */
export async function endVerifications(
  db: Db,
  at: { tenantId: string; accountId: string; purpose: 'login' | 'phone_change' | null },
): Promise<void> {
  await db.run(END, [at.accountId, at.tenantId, at.purpose])
}
