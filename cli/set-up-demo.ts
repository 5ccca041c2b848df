/**
 * `demo NAME`: sets the demo tenant up as one of six systems and says what to try.
 */
import { readId } from '#core/ids.ts'
import { DEFAULT_RULE } from '#core/policy.ts'
import type { Rule } from '#core/policy.ts'
import { setFactorOverride } from '#db/account-admin.ts'
import type { Database, Db } from '#db/client.ts'
import { insertEvent } from '#db/events.ts'
import { holdPerson } from '#db/people.ts'
import { holdPolicies, listPolicies } from '#db/policies.ts'
import type { PolicyPlace, StoredPolicy } from '#db/policies.ts'
import { findTenant } from '#db/tenants.ts'
import { USER_TYPES } from './demo-cast.ts'
import { readDemo } from './demo-file.ts'
import type { KnownDemo } from './demo-file.ts'
import { writeGuide } from './demo-guide.ts'
import { dropRule, putRule, writePolicy } from './demo-policies.ts'
import { SYSTEMS } from './demo-systems.ts'
import type { System, SystemRule } from './demo-systems.ts'
import { UsageError } from './usage.ts'

type PlacedRule = { place: PolicyPlace; rule: Rule }

/** Replaces whatever rules the demo's user types have by those of one system; what people have set up stays. */
export async function setUpDemo(database: Database, system: System, dataDir: string): Promise<unknown[]> {
  const { demo, tenantId } = await findDemo(database, dataDir)
  const accounts = demo.accounts ?? []
  const rules = listRules(system)
  await database.transaction(async (tx) => {
    for (const { account_id: id } of accounts) await clearOverride(tx, tenantId, readId('acc', id)!)
    await holdPolicies(tx, tenantId)
    for (const stored of await listOthers(tx, tenantId, rules)) await dropRule(tx, tenantId, stored)
    for (const placed of rules) await putRule(tx, tenantId, placed)
  })
  const policies = rules.map(({ place, rule }) => writePolicy({ ...place, rule }))
  return [{ demo: system.name, policies, try: writeGuide(system, demo.base_url, accounts) }]
}

/** Finds a system by its name. Throws UsageError with all names. */
export function findSystem(name: string): System {
  const system = SYSTEMS.find((one) => one.name === name)
  if (!system) throw new UsageError(`The demo is one of ${SYSTEMS.map((one) => one.name).join(', ')}.`)
  return system
}

async function findDemo(database: Database, dataDir: string): Promise<{ demo: KnownDemo; tenantId: string }> {
  const demo = readDemo(dataDir)
  if (!demo)
    throw new UsageError(
      'There is no demo.json in KEYPAD_DATA_DIR: `npm start` without DATABASE_URL makes the demo.',
    )
  const tenantId = readId('ten', demo.tenant_id)
  if (tenantId === null || !(await findTenant(database, tenantId)))
    throw new UsageError('The tenant of demo.json is not in this database.')
  if (!demo.accounts?.length)
    throw new UsageError('demo.json has no accounts yet: the next `npm start` makes them.')
  return { demo, tenantId }
}

/** The rule of each user type: the system's or the default one, then those for single countries. */
function listRules({ rules }: System): PlacedRule[] {
  const general = rules.filter(({ country }) => country === undefined)
  const defaults = USER_TYPES.map((userType): PlacedRule => {
    const found = general.find(({ userTypes }) => userTypes.includes(userType))
    return place(userType, found ?? { userTypes: [userType], rule: {} })
  })
  const others = rules.filter((rule) => !general.includes(rule))
  return [...defaults, ...others.flatMap((rule) => rule.userTypes.map((userType) => place(userType, rule)))]
}

function place(userType: string, { country, rule }: SystemRule): PlacedRule {
  return {
    place: { userType, organizationId: null, country: country ?? null },
    rule: { ...DEFAULT_RULE, ...rule },
  }
}

/** Rules of the demo's user types at places where the system has none; rules of other user types are not ours. */
async function listOthers(db: Db, tenantId: string, rules: PlacedRule[]): Promise<StoredPolicy[]> {
  const wanted = new Set(rules.map(({ place }) => keyOf(place)))
  const stored = await listPolicies(db, tenantId, { before: null, limit: 10_000 })
  const isOurs = ({ userType }: StoredPolicy) => USER_TYPES.some((ours) => ours === userType)
  return stored.filter((policy) => isOurs(policy) && !wanted.has(keyOf(policy)))
}

function keyOf({ userType, organizationId, country }: PolicyPlace): string {
  return [userType, organizationId, country].join(' ')
}

async function clearOverride(db: Db, tenantId: string, accountId: string): Promise<void> {
  const person = await holdPerson(db, tenantId, accountId)
  if (!person || person.override === 'default') return
  await setFactorOverride(db, { tenantId, accountId }, 'default')
  const data = { before: person.override, after: 'default' }
  const event = { kind: 'override_changed', actor: 'cli', accountId, requestId: null, data } as const
  await insertEvent(db, tenantId, event)
}
