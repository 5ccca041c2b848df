/**
 * demo.json: where the product of this data folder runs, with every key and account of the demo. For its owner alone.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type DemoOrganization = { id: string; name: string; country: string }

/** Somebody to log in as. Accounts of one username are one person with several profiles. */
export type DemoAccount = {
  account_id: string
  username: string
  password: string
  display_name: string
  user_type: string
  role: string | null
  phone: string
}

export type DemoPeople = { organizations: DemoOrganization[]; accounts: DemoAccount[] }
export type DemoKeys = { tenant_id: string; secret_key: string; publishable_key: string }

/** What demo.json holds. `other_tenant` has the same usernames, with passwords and phones of its own. */
export type Demo = { base_url: string; database_url: string } & DemoKeys &
  DemoPeople & { other_tenant: DemoKeys & DemoPeople }

/** demo.json as it was left: by an earlier version without people, or by a start that never came to an end. */
export type KnownDemo = { base_url: string; database_url: string } & DemoKeys &
  Partial<DemoPeople> & { other_tenant: DemoKeys & Partial<DemoPeople> }

/** Reads demo.json. Null: there is none, or it cannot be read. */
export function readDemo(dataDir: string): KnownDemo | null {
  const file = join(dataDir, 'demo.json')
  if (!existsSync(file)) return null
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<KnownDemo> | null
    return read?.tenant_id && read.other_tenant?.tenant_id ? (read as KnownDemo) : null
  } catch {
    return null
  }
}

/** Writes demo.json in one step, readable for its owner only. */
export function writeDemo(dataDir: string, demo: Demo): void {
  const file = join(dataDir, 'demo.json')
  writeFileSync(`${file}.new`, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
