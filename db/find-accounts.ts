/**
 * Finding people by what staff know of them. One statement for each way, each answered by an index alone.
 */
import type { SearchWay } from '#core/support-search.ts'
import type { Db, Statement } from './client.ts'
import type { PersonRow } from './people.ts'

/** A place in the list: accounts below that id, the newest first. */
export type SearchPage = { tenantId: string; before: string | null; limit: number }

/** The accounts of logins that `chosen` (SQL, with `credential_id` and `account_id`) lists; without a profile yet: all that it may come to. */
const ofLogins = (chosen: string) => `select account_id as id from (${chosen}) l where account_id is not null
  union all
  select a.id from (${chosen}) l join accounts a on a.tenant_id = $1 and a.credential_id = l.credential_id
  where l.account_id is null`

const ofDeliveries = (where: string) => `select coalesce(v.account_id, n.account_id) as id from deliveries d
  left join verifications v on v.id = d.verification_id and v.tenant_id = d.tenant_id
  left join notices n on n.id = d.notice_id and n.tenant_id = d.tenant_id
  where d.tenant_id = $1 and ${where}`

/** Ids of requests carry the API's time; events the database's, at the beginning of their transaction. */
const REQUEST = `with e as materialized (
    select e.account_id, e.login_id, e.verification_id from events e
    where e.id between keypad_event_at($5::timestamptz - interval '12 s') and keypad_event_at($5::timestamptz + interval '20 s')
      and e.tenant_id = $1 and e.request_id = $2)
  select account_id as id from e where account_id is not null
  union all
  select v.account_id from e join verifications v on v.id = e.verification_id and v.tenant_id = $1
  union all
  ${ofLogins('select l.credential_id, l.account_id from e join logins l on l.id = e.login_id and l.tenant_id = $1')}`

/** What each way finds; $1 is the tenant, $2 what is searched for. */
const FOUND: Record<SearchWay, string> = {
  help_code:
    ofLogins(`select l.credential_id, coalesce(h.account_id, l.account_id) as account_id from help_codes h
    left join logins l on l.tenant_id = h.tenant_id and l.id = h.login_id
    where h.tenant_id = $1 and h.code = $2 and h.expires_at > clock_timestamp()`),
  account_id: 'select id from accounts where tenant_id = $1 and id = $2',
  login_id: ofLogins('select credential_id, account_id from logins where tenant_id = $1 and id = $2'),
  verification_id: 'select account_id as id from verifications where tenant_id = $1 and id = $2',
  delivery_id: ofDeliveries('d.id = $2'),
  request_id: REQUEST,
  carrier_sid: ofDeliveries('d.carrier_ref = $2'),
  phone: 'select id from accounts where tenant_id = $1 and phone_mark = any ($2::bytea[])',
  pending_phone: 'select id from accounts where tenant_id = $1 and pending_mark = any ($2::bytea[])',
  username: `select a.id from credentials c join accounts a on a.tenant_id = c.tenant_id and a.credential_id = c.id
    where c.tenant_id = $1 and c.username_mark = any ($2::bytea[])`,
  subject_id: 'select id from accounts where tenant_id = $1 and subject_id = $2',
}

/**
 * The statement of one way, for the tests too, which look at its plan. The order is made afterwards: a plan for a small
 * table would read the tenant's accounts in that order, and be kept while the table grows.
 */
export function searchStatement(way: SearchWay): Statement {
  return {
    name: `find_accounts_by_${way}`,
    text: `with found as materialized (${FOUND[way]})
           select distinct f.id from found f where f.id is not null and ($3::uuid is null or f.id < $3)
           order by f.id desc limit $4`,
  }
}

/** One thing to search for; `at`: when a request was made. */
export type Sought = { way: SearchWay; value: string | Buffer[]; at?: Date }

/** Finds the ids of accounts one way, newest first. */
export async function findAccounts(db: Db, page: SearchPage, { way, value, at }: Sought): Promise<string[]> {
  const values = [page.tenantId, value, page.before, page.limit, ...(at ? [at] : [])]
  const rows = await db.run<{ id: string }>(searchStatement(way), values)
  return rows.map(({ id }) => id)
}

const READ = {
  name: 'read_people',
  text: `select keypad_person(a) as person from accounts a where a.tenant_id = $1 and a.id = any ($2::uuid[])
         order by a.id desc`,
}

/** Reads accounts, newest first. */
export async function readPeople(db: Db, tenantId: string, ids: readonly string[]): Promise<PersonRow[]> {
  const rows = await db.run<{ person: PersonRow }>(READ, [tenantId, ids])
  return rows.map(({ person }) => person)
}
