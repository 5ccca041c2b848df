/**
 * Replaces the rule of one place, and judges whether the caller may.
 */
import { isDeepStrictEqual } from 'node:util'
import { actorOf } from '#api/actor.ts'
import type { Call } from '#api/context.ts'
import { writeId } from '#core/ids.ts'
import { newUuid } from '#core/new-id.ts'
import type { Rule } from '#core/policy.ts'
import { Problem } from '#core/problem.ts'
import type { Db } from '#db/client.ts'
import { insertEvent } from '#db/events.ts'
import { findBroaderRule, findPolicy, holdPolicies, keepPolicy } from '#db/policies.ts'
import type { PolicyPlace, StoredPolicy } from '#db/policies.ts'
import { writeRule } from './policy-answer.ts'
import { isOwner } from './staff-access.ts'

type Asker = Pick<Call<unknown, unknown>, 'db' | 'caller' | 'requestId'>
type Change = { place: PolicyPlace; before: Rule | null; after: Rule }

/** Stores a rule for a place. Throws 403 where it changes what is required there and the caller is no owner. */
export function replacePolicy(call: Asker, place: PolicyPlace, rule: Rule): Promise<StoredPolicy> {
  const { tenantId } = call.caller
  return call.db.atomic(async (tx) => {
    await holdPolicies(tx, tenantId)
    const before = await findPolicy(tx, tenantId, place)
    // A first rule for a country or clinic displaces a broader one, so that one says what is required there so far.
    const held = before?.rule ?? (await findBroaderRule(tx, tenantId, place))
    if (rule.required !== (held?.required ?? false) && !isOwner(call.caller)) throw new Problem('owner_only')
    if (before && isDeepStrictEqual(before.rule, rule)) return before
    const stored = await keepPolicy(tx, tenantId, { ...place, id: newUuid(), rule })
    await note(tx, call, { place, before: before?.rule ?? null, after: rule })
    return stored
  })
}

async function note(tx: Db, { caller, requestId }: Asker, { place, before, after }: Change): Promise<void> {
  const { userType, organizationId, country } = place
  const data = {
    user_type: userType,
    organization_id: organizationId === null ? null : writeId('org', organizationId),
    country,
    before: before && writeRule(before),
    after: writeRule(after),
  }
  await insertEvent(tx, caller.tenantId, { kind: 'policy_changed', actor: actorOf(caller), requestId, data })
}
