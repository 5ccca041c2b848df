/**
 * Resets of a factor: asked for by one person with the checks of who is calling, and, where the policy wants it, decided
 * by another.
 */
import { policyOf } from '#api/account-answer.ts'
import { actorOf } from '#api/actor.ts'
import type { ApiContext, Call } from '#api/context.ts'
import { tellPerson } from '#api/notices.ts'
import { operation } from '#api/operation.ts'
import { pageOf, pageQuery, writePage } from '#api/people/page.ts'
import { writeId } from '#core/ids.ts'
import { FACTOR_RESET_LIFETIME_MS } from '#core/limits.ts'
import { newUuid } from '#core/new-id.ts'
import { Problem } from '#core/problem.ts'
import {
  factorResetBody,
  factorResets,
  factorResetStatus,
  reasonBody,
  resetFilters,
} from '#core/support-acts-contract.ts'
import { decideReset, findReset, insertReset, listResets } from '#db/factor-resets.ts'
import { removeFactor } from './remove-factor.ts'
import { writeReset } from './reset-answer.ts'
import { actOn, requireChecked } from './staff-act.ts'

export const requestResetOperation = operation({
  name: 'request-factor-reset',
  method: 'post',
  path: '/v1/support/accounts/{id}/factor-resets',
  group: 'Support',
  summary: 'Ask for a factor to be reset',
  description:
    'Where the policy says `reset_approval: none` it is done at once; with `second_person` it waits for somebody else, 24 hours at most. The patient is told, and all sessions of the account end when it is done.',
  access: { scope: 'support', staff: 'lead' },
  body: factorResetBody,
  query: null,
  answers: { 202: { description: 'How it stands', schema: factorResetStatus } },
  problems: ['not_found', 'own_account', 'identity_not_checked'],
  run: async (context, call) => {
    const { reason, factor, identity_checks: identityChecks } = call.body
    const id = newUuid()
    const status = await actOn(context, call, { accountId: call.id, reason }, async (act) => {
      requireChecked(identityChecks)
      const isWaiting = policyOf(act.person).rule.resetApproval === 'second_person'
      const lifeSeconds = FACTOR_RESET_LIFETIME_MS / 1_000
      const made = { id, factor, reason, identityChecks, requestedBy: actorOf(call.caller), lifeSeconds }
      const outcome = isWaiting ? 'waiting' : 'done'
      await insertReset(act.call.db, act.at, { ...made, status: outcome })
      const data = { factor, reset: writeId('rst', id), status: outcome, identity_checks: identityChecks }
      await act.note('reset_requested', data)
      await tellPerson(context, act.call, { person: act.person, kind: 'reset_requested' })
      if (!isWaiting) await removeFactor(act, factor)
      return outcome
    })
    return { status: 202, body: { id: writeId('rst', id), status } }
  },
})

export const listResetsOperation = operation({
  name: 'list-factor-resets',
  method: 'get',
  path: '/v1/support/factor-resets',
  group: 'Support',
  summary: 'List requests to reset a factor',
  description: 'Newest first; with `status=waiting` those that somebody has to decide.',
  access: { scope: 'support', staff: 'read' },
  body: null,
  query: pageQuery.extend(resetFilters),
  answers: { 200: { description: 'A page of requests', schema: factorResets } },
  problems: [],
  run: async (_context, { db, caller, query }) => {
    const rows = await listResets(db, caller.tenantId, { ...pageOf(query), status: query.status ?? null })
    return { status: 200, body: writePage(rows, query, writeReset) }
  },
})

const DECIDE = {
  method: 'post',
  group: 'Support',
  access: { scope: 'support', staff: 'decide' },
  body: reasonBody,
  query: null,
  answers: { 200: { description: 'How it stands', schema: factorResetStatus } },
  problems: ['not_found', 'own_account', 'own_request', 'already_decided'],
} as const

export const approveResetOperation = operation({
  ...DECIDE,
  name: 'approve-factor-reset',
  path: '/v1/support/factor-resets/{id}/approve',
  summary: 'Approve a reset',
  description: 'Removes the factor and ends all sessions of the account. Nobody approves their own request.',
  run: (context, call) => decide(context, call, 'approved'),
})

export const rejectResetOperation = operation({
  ...DECIDE,
  name: 'reject-factor-reset',
  path: '/v1/support/factor-resets/{id}/reject',
  summary: 'Send a reset back',
  description: 'Nothing changes for the patient.',
  run: (context, call) => decide(context, call, 'rejected'),
})

async function decide(
  context: ApiContext,
  call: Call<{ reason: string }, null>,
  status: 'approved' | 'rejected',
) {
  const { tenantId } = call.caller
  const reset = await findReset(call.db, tenantId, call.id)
  if (!reset) throw new Problem('not_found')
  const { reason } = call.body
  await actOn(context, call, { accountId: reset.accountId, reason }, async (act) => {
    if (act.staff.includes(reset.requestedBy)) throw new Problem('own_request')
    const decidedBy = actorOf(call.caller)
    if (!(await decideReset(act.call.db, tenantId, { id: call.id, status, decidedBy, reason })))
      throw new Problem('already_decided')
    const data = { factor: reset.factor, reset: writeId('rst', call.id) }
    await act.note(status === 'approved' ? 'reset_approved' : 'reset_rejected', data)
    if (status === 'approved') await removeFactor(act, reset.factor)
  })
  return { status: 200, body: { id: writeId('rst', call.id), status } }
}
