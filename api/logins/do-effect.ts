/**
 * What a step of a login does beside sending.
 */
import { bindPhone } from '#api/bind-phone.ts'
import { tellPerson } from '#api/notices.ts'
import { unseal } from '#core/key-ring.ts'
import type { LoginEffect } from '#core/login.ts'
import { findVerifiedPhone } from '#db/account-verifications.ts'
import { notePendingFault } from '#db/account-phones.ts'
import { useBypass } from '#db/authenticators.ts'
import { insertEvent } from '#db/events.ts'
import { endLogins } from '#db/open-logins.ts'
import type { PersonRow } from '#db/people.ts'
import { endSessions } from '#db/sessions.ts'
import { askerOf } from '#api/begin-verification.ts'
import { reload } from './held-login.ts'
import type { Held } from './held-login.ts'

/** Does one effect in the login's transaction, and brings the held row up to date. */
export async function doEffect(held: Held, effect: Exclude<LoginEffect, { kind: 'send' }>): Promise<void> {
  const { call, row } = held
  const { tenantId } = call.caller
  const accountId = row.accountId ?? ''
  const at = { tenantId, accountId }
  if (effect.kind === 'note_fault') await notePendingFault(call.db, at, effect.fault)
  if (effect.kind === 'bind_pending' && !(await bindPending(held))) {
    held.row.state = { ...row.state, proofs: row.state.proofs.slice(0, -1) }
  }
  if (effect.kind === 'use_bypass') await spendBypass(held)
  await reload(held)
}

/** A code was used up when it was compared; the open way in is used up here. Either way the person is told. */
async function spendBypass({ context, call, row }: Held): Promise<void> {
  const { tenantId } = call.caller
  const accountId = row.accountId ?? ''
  const kind = row.person?.bypass === 'open' ? 'open' : 'code'
  if (kind === 'open') await useBypass(call.db, { tenantId, accountId }, null)
  const event = { kind: 'bypass_used', accountId, loginId: row.id, data: { kind }, ...askerOf(call) } as const
  await insertEvent(call.db, tenantId, event)
  if (row.person) await tellPerson(context, call, { person: row.person, kind: 'bypass_used' })
}

/** Makes the proven number the account's own; other logins that began before, and all sessions, end. */
async function bindPending(held: Held): Promise<boolean> {
  const { context, call, row } = held
  const { tenantId } = call.caller
  if (!row.person || !(await provesPending(held, row.person))) return false
  if (!(await bindPhone(context, call, row.person))) return false
  await endSessions(call.db, { tenantId, accountId: row.person.id }, {})
  await endLogins(call.db, tenantId, [row.person.id])
  return true
}

/** A code belongs to exactly the number that it went to: another may have taken its place on file meanwhile. */
async function provesPending({ context, call, row }: Held, person: PersonRow): Promise<boolean> {
  const { ring } = context.config
  const { sealed } = person.pending
  const sentTo =
    row.verificationId && (await findVerifiedPhone(call.db, call.caller.tenantId, row.verificationId))
  if (!sentTo || sealed === null) return false
  return unseal(ring, sealed, `pending ${person.id}`) === unseal(ring, sentTo, `phone ${row.verificationId}`)
}
