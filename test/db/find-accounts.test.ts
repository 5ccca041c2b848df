import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newUuid } from '#core/new-id.ts'
import { SEARCH_WAYS } from '#core/support-search.ts'
import type { SearchWay } from '#core/support-search.ts'
import { openDatabase } from '#db/client.ts'
import type { Database } from '#db/client.ts'
import { sql } from '#db/drizzle.ts'
import { findAccounts, searchStatement } from '#db/find-accounts.ts'
import { insertTenant } from '#db/tenants.ts'
import { makeDatabase } from '#test/harness/database.ts'
import type { TestDatabase } from '#test/harness/database.ts'

const PEOPLE = 10_000
const tenantId = newUuid()
let made: TestDatabase
let database: Database
beforeAll(async () => {
  made = await makeDatabase()
  database = openDatabase(made.url, 1)
  await insertTenant(database, { id: tenantId, name: 'Riverside', country: 'NL', locale: 'nl-NL' })
  for (const text of FILL) await made.query(text, text.includes('$1') ? [tenantId] : [])
})
afterAll(async () => {
  await database?.close()
  await made?.drop()
})

/** Person n has the id `id(…n)`, the marks `n`, and one of everything. */
const id = (kind: string, n = 'n') => `('0198${kind}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`
const mark = `int4send(n::int)`
const each = `from generate_series(1, ${PEOPLE}) n`
const FILL = [
  `insert into credentials (id, tenant_id, username_mark, username_sealed) select ${id('000c')}, $1, ${mark}, 'x' ${each}`,
  `insert into accounts (id, tenant_id, credential_id, subject_id, display_name, user_type, phone_mark, pending_mark)
   select ${id('000a')}, $1, ${id('000c')}, 'subject-' || n, 'x', 'patient', ${mark}, int4send(-n::int) ${each}`,
  `insert into logins (id, tenant_id, credential_id, account_id, state, expires_at)
   select ${id('000b')}, $1, ${id('000c')}, case when n % 2 = 0 then ${id('000a')} end, '{}', now() ${each}`,
  `insert into help_codes (tenant_id, code, login_id, account_id, expires_at)
   select $1, 'HELP' || n, ${id('000b')}, case when n % 2 = 0 then ${id('000a')} end, now() + interval '1 day' ${each}`,
  `insert into verifications (id, tenant_id, subject_id, account_id, purpose, phone_mark, prefix_mark, phone_sealed,
     to_masked, country, line_type, locale, brand, channel, expires_at, resend_at, status)
   select ${id('000e')}, $1, 's' || n, ${id('000a')}, 'login', ${mark}, ${mark}, 'x', 'x', 'NL', 'mobile', 'nl-NL', 'x',
     'sms', now(), now(), 'approved' ${each}`,
  `insert into deliveries (id, tenant_id, verification_id, phone_mark, channel, priority, status, carrier_ref)
   select ${id('000d')}, $1, ${id('000e')}, ${mark}, 'sms', 1, 'delivered', 'SM' || n ${each}`,
  `insert into notices (id, tenant_id, account_id, kind, day, phone_sealed, phone_mark, locale, brand)
   select ${id('000f')}, $1, ${id('000a')}, 'locked', '2026-01-01', 'x', ${mark}, 'nl-NL', 'x' ${each}`,
  `insert into events (tenant_id, at, kind, actor, verification_id, request_id)
   select $1, '2026-01-01'::timestamptz + n * interval '1 minute', 'code_tried', 'client', ${id('000e')}, 'req_' || n ${each}`,
  'analyze',
]

const uuid = (kind: string, n: number) => `0198${kind}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const marked = (n: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(n)
  return [bytes]
}
const timeOf = (n: number) => new Date(Date.parse('2026-01-01') + n * 60_000 + 300)

/** What finds person n. */
const KEYS: Record<SearchWay, (n: number) => string | Buffer[]> = {
  help_code: (n) => `HELP${n}`,
  account_id: (n) => uuid('000a', n),
  login_id: (n) => uuid('000b', n),
  verification_id: (n) => uuid('000e', n),
  delivery_id: (n) => uuid('000d', n),
  request_id: (n) => `req_${n}`,
  carrier_sid: (n) => `SM${n}`,
  phone: marked,
  pending_phone: (n) => marked(-n),
  username: marked,
  subject_id: (n) => `subject-${n}`,
}

type Plan = { 'Node Type': string; 'Index Cond'?: string; Plans?: Plan[] }
type Explained = { 'QUERY PLAN': [{ Plan: Plan }] }

function listScans(plan: Plan): Plan[] {
  const isScan = /(Seq|Index|Index Only|Bitmap Index) Scan$/.test(plan['Node Type'])
  return [...(isScan ? [{ ...plan, Plans: [] }] : []), ...(plan.Plans ?? []).flatMap(listScans)]
}

/** By an index, and by more of it than the tenant. */
function isPointed(scan: Plan): boolean {
  return /[=<]/.test(scan['Index Cond']?.replace(/\(tenant_id = [^)]*\)/, '') ?? '')
}

describe.each(SEARCH_WAYS)('finding by %s', (way) => {
  it('reads nothing but what its indexes point at', async () => {
    const { text } = searchStatement(way)
    const { rows } = await database.orm.execute<Explained>(
      sql.raw(`explain (generic_plan, format json) ${text}`),
    )
    const scans = listScans(rows[0]!['QUERY PLAN'][0]!.Plan)
    expect(scans.length).toBeGreaterThan(0)
    expect(scans.filter((scan) => !isPointed(scan))).toEqual([])
  })

  it('finds that person alone, and nobody for another tenant', async () => {
    const page = { tenantId, before: null, limit: 10 }
    for (const n of [1, 2, 4_711, PEOPLE]) {
      const sought = { way, value: KEYS[way](n), ...(way === 'request_id' && { at: timeOf(n) }) }
      expect(await findAccounts(database, page, sought)).toEqual([uuid('000a', n)])
      expect(await findAccounts(database, { ...page, tenantId: newUuid() }, sought)).toEqual([])
      expect(await findAccounts(database, { ...page, before: uuid('000a', n) }, sought)).toEqual([])
    }
  })
})

describe('finding by the id of a request', () => {
  it('looks near the time of the request alone', async () => {
    const page = { tenantId, before: null, limit: 10 }
    for (const n of [0, 2, 9_000, 1_000_000]) {
      const sought = { way: 'request_id', value: 'req_5000', at: timeOf(n) } as const
      expect(await findAccounts(database, page, sought)).toEqual([])
    }
  })
})
