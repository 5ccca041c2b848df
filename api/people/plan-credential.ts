/**
 * The credential of an account that staff makes: a new one, or the one that the username has already.
 */
import { compareSecret, storeSecret } from '#api/compare-secret.ts'
import type { ApiContext, Call } from '#api/context.ts'
import { mark, marks, seal } from '#core/key-ring.ts'
import { newUuid } from '#core/new-id.ts'
import type { AccountBody } from '#core/people-contract.ts'
import { Problem } from '#core/problem.ts'
import { readUsername } from '#core/username.ts'
import { judgePassword } from '#credentials/judge-password.ts'
import { findCredential, insertCredential } from '#db/accounts.ts'
import type { Db } from '#db/client.ts'
import { isOwner } from './staff-access.ts'

type AccountCall = Call<AccountBody, null>

/** What was found out before the transaction; a refusal waits for it, so that an Idempotency-Key keeps it. */
export type CredentialPlan =
  | { kind: 'new'; hash: string | null }
  | { kind: 'known'; id: string }
  | { kind: 'refused'; problem: Problem }

/** Looks the username up and judges and hashes the password, which takes its time. */
export async function planCredential(context: ApiContext, call: AccountCall): Promise<CredentialPlan> {
  const { ring } = context.config
  const { username, password } = call.body
  const found = await findCredential(
    call.db,
    call.caller.tenantId,
    marks(ring, 'username', readUsername(username)),
  )
  if (found) {
    // Only the owner may learn whether a password is right: others could guess at one, outside the account's budget.
    const mayCompare = password !== undefined && isOwner(call.caller)
    const isTheirs =
      password === undefined || (mayCompare && (await compareSecret(context, found.hash, password)))
    return isTheirs ? { kind: 'known', id: found.id } : { kind: 'refused', problem: taken() }
  }
  if (password === undefined) return { kind: 'new', hash: null }
  const verdict = await judgePassword(password, ownWords(call))
  if (verdict.accepted) return { kind: 'new', hash: await storeSecret(context, password) }
  return { kind: 'refused', problem: new Problem('password_too_weak', { detail: verdict.reason }) }
}

/** Gives the id of the credential, adding it where it is new. Throws what the plan refused. */
export async function takeCredential(
  context: ApiContext,
  call: AccountCall,
  { tx, plan }: { tx: Db; plan: CredentialPlan },
): Promise<string> {
  if (plan.kind === 'refused') throw plan.problem
  if (plan.kind === 'known') return plan.id
  const { ring } = context.config
  const { tenantId } = call.caller
  const id = newUuid()
  const name = readUsername(call.body.username)
  const sealed = seal(ring, name, `username ${id}`)
  const made = { id, mark: mark(ring, 'username', name), sealed, hash: plan.hash }
  if (await insertCredential(tx, tenantId, made)) return id
  // Somebody took the name a moment ago: without a password it is theirs all the same, with one nobody has compared it.
  const rival = plan.hash === null ? await findCredential(tx, tenantId, marks(ring, 'username', name)) : null
  if (!rival) throw taken()
  return rival.id
}

function ownWords({ body, caller }: AccountCall): string[] {
  const { username, display_name: name, email } = body
  return [username, name, caller.tenant.name, ...(email === undefined ? [] : [email])]
}

function taken(): Problem {
  const detail =
    'Somebody has this username and another password. Leave `password` out to give them one more account.'
  return new Problem('username_taken', { detail })
}
