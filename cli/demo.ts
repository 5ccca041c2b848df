/**
 * The demo: two tenants with keys and people, made at the first start of the all-in-one product and kept in demo.json.
 */
import { parseSettings } from '#config.ts'
import { NO_UUID, readId, writeId } from '#core/ids.ts'
import { readKeyRing } from '#core/key-ring.ts'
import type { KeyRing } from '#core/key-ring.ts'
import { newUuid } from '#core/new-id.ts'
import type { Database, Db } from '#db/client.ts'
import { readPerson } from '#db/people.ts'
import { findTenant, insertTenant } from '#db/tenants.ts'
import { readOrMakeSecrets } from '#embedded/secrets.ts'
import { makeLogins } from './demo-accounts.ts'
import type { Stage } from './demo-accounts.ts'
import { readDemo, writeDemo } from './demo-file.ts'
import type { Demo, DemoKeys, KnownDemo } from './demo-file.ts'
import { makePeople } from './demo-people.ts'
import { addKey } from './keys.ts'

export type { Demo }

const SCOPES = ['verify', 'accounts', 'support', 'admin']

/** Makes the demo, or finds the one that an earlier start made in this data folder, and gives it people if it has none. */
export async function prepareDemo(
  database: Database,
  at: { dataDir: string; baseUrl: string; databaseUrl: string },
): Promise<Demo> {
  const urls = { base_url: at.baseUrl, database_url: at.databaseUrl }
  const known = await findKnown(database, at.dataDir)
  if (known && (await hasPeople(database, known))) {
    const demo = { ...known, ...urls } as Demo
    writeDemo(at.dataDir, demo)
    return demo
  }
  const ring = readRing(at.dataDir)
  const logins = await Promise.all([makeLogins(ring), makeLogins(ring)])
  return database.transaction(async (tx) => {
    const keys = { ...urls, ...(known ?? (await makeTenants(tx, at.baseUrl))), ...urls }
    const demo = await addPeople(tx, keys, { ring, logins })
    // Before the commit, which could otherwise leave people whose passwords nobody has.
    writeDemo(at.dataDir, demo)
    return demo
  })
}

/** The ring that the processes on this data folder read. */
function readRing(dataDir: string): KeyRing {
  const ring = readKeyRing(parseSettings(process.env).KEYPAD_SECRETS ?? readOrMakeSecrets(dataDir))
  if (!ring) throw new Error('KEYPAD_SECRETS is no key ring.')
  return ring
}

async function findKnown(database: Database, dataDir: string): Promise<KnownDemo | null> {
  const known = readDemo(dataDir)
  if (!known) return null
  for (const { tenant_id: id } of [known, known.other_tenant])
    if (!(await findTenant(database, readId('ten', id) ?? NO_UUID))) return null
  return known
}

/** Whether the people of demo.json are there: its last account was made last. */
async function hasPeople(database: Database, { other_tenant: other }: KnownDemo): Promise<boolean> {
  const id = readId('acc', other.accounts?.at(-1)?.account_id ?? '')
  return id !== null && (await readPerson(database, readId('ten', other.tenant_id)!, id)) !== null
}

async function addPeople(
  db: Db,
  keys: KnownDemo,
  { ring, logins }: { ring: KeyRing; logins: [Stage['logins'], Stage['logins']] },
): Promise<Demo> {
  const [mine, other] = [keys, keys.other_tenant].map(({ tenant_id: id }) => readId('ten', id)!)
  const people = await makePeople(db, { ring, tenantId: mine!, tenant: 0, logins: logins[0] })
  const others = await makePeople(db, { ring, tenantId: other!, tenant: 1, logins: logins[1] })
  const { other_tenant: otherKeys, ...myKeys } = keys
  return { ...myKeys, ...people, other_tenant: { ...otherKeys, ...others } }
}

async function makeTenants(db: Db, baseUrl: string): Promise<DemoKeys & { other_tenant: DemoKeys }> {
  const riverside = { name: 'Riverside Clinic', country: 'GB', locale: 'en-GB' }
  const polder = { name: 'Polderkliniek', country: 'NL', locale: 'nl-NL' }
  const mine = await makeTenant(db, riverside, baseUrl)
  return { ...mine, other_tenant: await makeTenant(db, polder, baseUrl) }
}

async function makeTenant(
  db: Db,
  tenant: { name: string; country: string; locale: string },
  baseUrl: string,
): Promise<DemoKeys> {
  const id = newUuid()
  await insertTenant(db, { id, ...tenant })
  const secret = await addKey(db, { tenantId: id, kind: 'secret', scopes: SCOPES, origins: [] })
  const origins = [new URL(baseUrl).origin]
  const publishable = await addKey(db, { tenantId: id, kind: 'publishable', scopes: [], origins })
  return { tenant_id: writeId('ten', id), secret_key: secret.token, publishable_key: publishable.token }
}
