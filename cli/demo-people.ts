/**
 * Makes the people of a demo tenant: its clinics, a rule for each user type, and its accounts.
 */
import { writeId } from '#core/ids.ts'
import { newUuid } from '#core/new-id.ts'
import { DEFAULT_RULE } from '#core/policy.ts'
import type { Db } from '#db/client.ts'
import { insertEvent } from '#db/events.ts'
import { insertOrganization } from '#db/organizations.ts'
import { findPolicy, holdPolicies } from '#db/policies.ts'
import { makeAccount, makeCredential } from './demo-accounts.ts'
import type { Stage } from './demo-accounts.ts'
import { CAST, CLINICS, USER_TYPES } from './demo-cast.ts'
import type { Clinic } from './demo-cast.ts'
import type { DemoAccount, DemoOrganization, DemoPeople } from './demo-file.ts'
import { putRule } from './demo-policies.ts'

/** Makes everybody in the caller's transaction, and tells what demo.json says about them. */
export async function makePeople(db: Db, stage: Stage): Promise<DemoPeople> {
  await writeDefaultRules(db, stage.tenantId)
  const organizations: DemoOrganization[] = []
  for (const clinic of CLINICS[stage.tenant]) organizations.push(await makeClinic(db, stage.tenantId, clinic))
  for (const login of stage.logins.values()) await makeCredential(db, stage, login)
  const accounts: DemoAccount[] = []
  for (const part of CAST) accounts.push(await makeAccount(db, stage, { part, organizations }))
  return { organizations, accounts }
}

/** A rule that somebody wrote before the demo had people stays. */
async function writeDefaultRules(db: Db, tenantId: string): Promise<void> {
  await holdPolicies(db, tenantId)
  for (const userType of USER_TYPES) {
    const place = { userType, organizationId: null, country: null }
    if (!(await findPolicy(db, tenantId, place))) await putRule(db, tenantId, { place, rule: DEFAULT_RULE })
  }
}

async function makeClinic(db: Db, tenantId: string, { name, country }: Clinic): Promise<DemoOrganization> {
  const made = await insertOrganization(db, tenantId, { id: newUuid(), name, country })
  const id = writeId('org', made.id)
  const data = { organization_id: id, country }
  await insertEvent(db, tenantId, { kind: 'organization_created', actor: 'cli', requestId: null, data })
  return { id, name, country }
}
