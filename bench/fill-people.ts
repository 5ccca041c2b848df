/**
 * People for logins, and logins that wait for their last answer, written straight into the tables.
 */
import { writeId } from '#core/ids.ts'
import { mark, readKeyRing, seal } from '#core/key-ring.ts'
import { newLoginState } from '#core/login-state.ts'
import { newUuid } from '#core/new-id.ts'
import { makeTotpSecret } from '#credentials/totp.ts'
import type { Ground } from './ground.ts'
import type { Listed } from './list-load.ts'
import { phoneAt, verificationAt } from './samples.ts'

export const PASSWORD = 'four-quiet-herons'
const BATCH = 2_000

const ACCOUNTS = `
  with c as (
    insert into credentials (id, tenant_id, username_mark, username_sealed, password_hash, password_changed_at)
    select x.credential, $1, x.mark, x.sealed, $2, now()
    from unnest($3::uuid[], $4::bytea[], $5::text[]) x (credential, mark, sealed)
  )
  insert into accounts (id, tenant_id, credential_id, display_name, user_type, locale, phone_sealed, phone_mark,
    phone_masked, phone_country, phone_proven_at)
  select x.id, $1, x.credential, 'Mara Visser', 'patient', 'nl-NL', x.sealed, x.mark,
    case when x.mark is not null then '+31 6 •••• ••00' end, case when x.mark is not null then 'NL' end,
    case when x.mark is not null then now() end
  from unnest($3::uuid[], $6::uuid[], $7::bytea[], $8::text[]) x (credential, id, mark, sealed)`

const LOGINS = `
  insert into logins (id, tenant_id, credential_id, account_id, verification_id, state, expires_at)
  select x.id, $1, x.credential, x.account, x.verification, $2, now() + interval '1 hour'
  from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[]) x (id, credential, account, verification)`

const CODES = `
  with v as (
    insert into verifications (id, tenant_id, subject_id, account_id, purpose, phone_mark, prefix_mark, phone_sealed,
      to_masked, country, line_type, locale, brand, channel, code_sealed, code_mark, expires_at, resend_at)
    select x.id, $1, keypad_account_subject(x.account), x.account, 'login', x.phone, x.phone, '', '+31 6 •••• ••00', 'NL',
      'mobile', 'nl-NL', 'Bench Clinic', 'sms', x.sealed, x.mark, now() + interval '1 hour', now()
    from unnest($2::uuid[], $4::uuid[], $5::bytea[], $6::bytea[], $7::text[]) x (id, account, phone, mark, sealed)
  )
  insert into deliveries (id, tenant_id, verification_id, phone_mark, channel, priority, status)
  select x.delivery, $1, x.id, x.phone, 'sms', 1, 'delivered'
  from unnest($2::uuid[], $3::uuid[], $5::bytea[]) x (id, delivery, phone)`

const APPS = `
  insert into authenticators (id, tenant_id, account_id, kind, secret_sealed, confirmed_at)
  select x.id, $1, x.account, 'totp', x.sealed, now() from unnest($2::uuid[], $3::uuid[], $4::text[]) x (id, account, sealed)`

/** The secret of everybody's authenticator app. */
export const APP_SECRET = makeTotpSecret()

export type Crowd = { first: number; count: number; hash: string }
type Made = { n: number; account: string; credential: string }

/** Makes people with a password, and with a proven phone where `hasPhone`; gives the requests that log them in. */
export async function fillPeople(ground: Ground, crowd: Crowd, hasPhone: boolean): Promise<Listed[]> {
  await inBatches(crowd, (numbers) => insertAccounts(ground, { ...crowd, numbers, hasPhone }))
  return numbersOf(crowd).map((n) => ({
    path: '/v1/logins',
    body: JSON.stringify({ username: usernameAt(n), password: PASSWORD }),
  }))
}

/** Makes people whose login waits for the code of a text; gives the requests that answer it. */
export async function fillTexts(ground: Ground, crowd: Crowd): Promise<Listed[]> {
  return inBatches(crowd, async (numbers) => {
    const made = await insertAccounts(ground, { ...crowd, numbers, hasPhone: true })
    await insertCodes(ground, made)
    const logins = await insertLogins(ground, made, true)
    return made.map(({ n }, index) => answerOf(logins[index]!, verificationAt(n).code))
  })
}

/** Makes people whose login waits for their authenticator app; gives the addresses, since codes last half a minute. */
export async function fillApps(ground: Ground, crowd: Crowd): Promise<Listed[]> {
  const ring = readKeyRing(ground.secrets)!
  return inBatches(crowd, async (numbers) => {
    const made = await insertAccounts(ground, { ...crowd, numbers, hasPhone: false })
    const ids = made.map(() => newUuid())
    const sealed = ids.map((id) => seal(ring, APP_SECRET, `totp ${id}`))
    await ground.pool.query(APPS, [ground.tenant.id, ids, made.map(({ account }) => account), sealed])
    return (await insertLogins(ground, made, false)).map((id) => answerOf(id, ''))
  })
}

function answerOf(id: string, code: string): Listed {
  return { path: `/v1/logins/${writeId('lgn', id)}/answer`, body: JSON.stringify({ code }) }
}

async function inBatches<T>(crowd: Crowd, make: (numbers: number[]) => Promise<T[]>): Promise<T[]> {
  const all: T[] = []
  const numbers = numbersOf(crowd)
  for (let from = 0; from < numbers.length; from += BATCH)
    all.push(...(await make(numbers.slice(from, from + BATCH))))
  return all
}

function numbersOf({ first, count }: Crowd): number[] {
  return Array.from({ length: count }, (_, index) => first + index)
}

function usernameAt(n: number): string {
  return `person-${n}`
}

async function insertAccounts(
  ground: Ground,
  { numbers, hash, hasPhone }: { numbers: number[]; hash: string; hasPhone: boolean },
): Promise<Made[]> {
  const ring = readKeyRing(ground.secrets)!
  const made = numbers.map((n) => ({ n, account: newUuid(), credential: newUuid() }))
  const names = made.map(({ n }) => mark(ring, 'username', usernameAt(n)))
  const sealedNames = made.map(({ n, credential }) => seal(ring, usernameAt(n), `username ${credential}`))
  const phones = made.map(({ n }) => (hasPhone ? mark(ring, 'phone', phoneAt(n)) : null))
  const sealed = made.map(({ n, account }) => (hasPhone ? seal(ring, phoneAt(n), `phone ${account}`) : null))
  const ids = [
    made.map(({ credential }) => credential),
    names,
    sealedNames,
    made.map(({ account }) => account),
  ]
  await ground.pool.query(ACCOUNTS, [ground.tenant.id, hash, ...ids, phones, sealed])
  return made
}

async function insertCodes(ground: Ground, made: Made[]): Promise<void> {
  const ring = readKeyRing(ground.secrets)!
  const rows = made.map(({ n, account }) => ({ ...verificationAt(n), account, phone: phoneAt(n) }))
  await ground.pool.query(CODES, [
    ground.tenant.id,
    ...[
      rows.map(({ id }) => id),
      rows.map(({ deliveryId }) => deliveryId),
      rows.map(({ account }) => account),
    ],
    rows.map(({ phone }) => mark(ring, 'phone', phone)),
    rows.map(({ id, code }) => mark(ring, 'code', `${id} ${code}`)),
    rows.map(({ id, code }) => seal(ring, code, `code ${id}`)),
  ])
}

/** Logins as they are once the password was right; `isSent`: a text is under way. */
async function insertLogins(ground: Ground, made: Made[], isSent: boolean): Promise<string[]> {
  const ids = made.map(() => newUuid())
  const proving = isSent ? ({ proving: 'factor', shown: 'enter_code ' } as const) : { shown: 'enter_totp ' }
  const state = JSON.stringify({ ...newLoginState('login'), ...proving })
  const verifications = made.map(({ n }) => (isSent ? verificationAt(n).id : null))
  const people = [made.map(({ credential }) => credential), made.map(({ account }) => account)]
  await ground.pool.query(LOGINS, [ground.tenant.id, state, ids, ...people, verifications])
  return ids
}
