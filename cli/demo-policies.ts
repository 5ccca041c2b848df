/**
 * Rules of the demo's tenants, written with their events as the API would.
 */
import { isDeepStrictEqual } from 'node:util'
import { writeId } from '#core/ids.ts'
import { newUuid } from '#core/new-id.ts'
import type { Rule } from '#core/policy.ts'
import type { Db } from '#db/client.ts'
import { eq } from '#db/drizzle.ts'
import { insertEvent } from '#db/events.ts'
import { findPolicy, keepPolicy } from '#db/policies.ts'
import type { PolicyPlace, StoredPolicy } from '#db/policies.ts'
import { policies } from '#db/people-schema.ts'

type Change = { place: PolicyPlace; before: Rule | null; after: Rule | null }

/** Stores a rule for a place of a tenant, unless it is there already. The caller holds the tenant's rules. */
export async function putRule(
  db: Db,
  tenantId: string,
  { place, rule }: { place: PolicyPlace; rule: Rule },
): Promise<void> {
  const before = (await findPolicy(db, tenantId, place))?.rule ?? null
  if (isDeepStrictEqual(before, rule)) return
  await keepPolicy(db, tenantId, { ...place, id: newUuid(), rule })
  await note(db, tenantId, { place, before, after: rule })
}

/** Takes a stored rule away, so that a broader one speaks at its place. */
export async function dropRule(db: Db, tenantId: string, stored: StoredPolicy): Promise<void> {
  await db.orm.delete(policies).where(eq(policies.id, stored.id))
  await note(db, tenantId, { place: stored, before: stored.rule, after: null })
}

async function note(db: Db, tenantId: string, { place, before, after }: Change): Promise<void> {
  const data = {
    ...writePlace(place),
    before: before && writeRule(before),
    after: after && writeRule(after),
  }
  await insertEvent(db, tenantId, { kind: 'policy_changed', actor: 'cli', requestId: null, data })
}

/** Writes a stored rule as `GET /v1/policies` shows it. */
export function writePolicy({ rule, ...place }: PolicyPlace & { rule: Rule }) {
  const level = place.organizationId !== null ? 'organization' : place.country !== null ? 'country' : 'tenant'
  return { level, ...writePlace(place), ...writeRule(rule) }
}

function writePlace({ userType, organizationId, country }: PolicyPlace) {
  const organization = organizationId === null ? null : writeId('org', organizationId)
  return { user_type: userType, organization_id: organization, country }
}

function writeRule(rule: Rule) {
  return {
    required: rule.required,
    factors: rule.factors,
    ask_factor: rule.askFactor,
    default_call_mode: rule.defaultCallMode,
    number_change: rule.numberChange,
    reset_approval: rule.resetApproval,
    bypass: rule.bypass,
  }
}
