/**
 * POST /v1/support/accounts/{id}/bypass: lets somebody in once without the factor they have lost.
 */
import { policyOf } from '#api/account-answer.ts'
import { actorOf } from '#api/actor.ts'
import { markBypass } from '#api/logins/judge-answer.ts'
import { tellPerson } from '#api/notices.ts'
import { operation } from '#api/operation.ts'
import { BYPASSES_A_DAY, BYPASS_LIFETIME_MS } from '#core/limits.ts'
import { newUuid } from '#core/new-id.ts'
import { Problem } from '#core/problem.ts'
import { takeRandom } from '#core/random.ts'
import { makeHelpCode, writeHelpCode } from '#core/recovery-code.ts'
import { bypass, bypassBody } from '#core/support-acts-contract.ts'
import { countBypasses, insertBypass } from '#db/staff-acts.ts'
import { actOn, requireChecked } from './staff-act.ts'
import type { Act } from './staff-act.ts'

export const issueBypassOperation = operation({
  name: 'issue-bypass',
  method: 'post',
  path: '/v1/support/accounts/{id}/bypass',
  group: 'Support',
  summary: 'Let somebody in once',
  description:
    'One login within fifteen minutes. By policy with a code that you read out (`code`, shown once), or without any (`open`). The session may only set up a factor until one is there. The policy stays as it is, and the patient is told. A newer one ends an older one.',
  access: { scope: 'support', staff: 'lead' },
  body: bypassBody,
  query: null,
  answers: { 201: { description: 'The way in', schema: bypass } },
  problems: ['not_found', 'own_account', 'identity_not_checked', 'second_person_required'],
  run: async (context, call) => {
    const { reason, identity_checks: checks } = call.body
    const made = await actOn(context, call, { accountId: call.id, reason }, async (act) => {
      requireChecked(checks)
      if ((await countBypasses(act.call.db, act.at.tenantId, act.staff)) >= BYPASSES_A_DAY)
        throw new Problem('second_person_required')
      const issued = await issue(act, actorOf(call.caller))
      await act.note('bypass_issued', { kind: issued.kind, identity_checks: checks })
      await tellPerson(context, act.call, { person: act.person, kind: 'bypass_issued' })
      return issued
    })
    return { status: 201, body: made }
  },
})

async function issue({ context, call, person, at }: Act, issuedBy: string) {
  const kind = policyOf(person).rule.bypass
  const code = kind === 'code' ? makeHelpCode(takeRandom(16)) : null
  const mark = code === null ? null : markBypass(context.config.ring, at.accountId, code)
  const expiresAt = await insertBypass(call.db, at, {
    ...{ id: newUuid(), kind, mark, issuedBy, lifeSeconds: BYPASS_LIFETIME_MS / 1_000 },
  })
  return { kind, code: code && writeHelpCode(code), expires_at: expiresAt.toISOString() }
}
