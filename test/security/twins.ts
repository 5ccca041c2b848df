/**
 * Two tenants that look the same from outside: same names, usernames, subjects and phones, each with one of everything.
 */
import { makeResetToken } from '#api/me/reset-token.ts'
import { readId } from '#core/ids.ts'
import { newUuid } from '#core/new-id.ts'
import { insertReset } from '#db/password-resets.ts'
import type { Lab } from '#test/api/me/me-lab.ts'
import type { Body } from '#test/harness/http-client.ts'
import type { Stack } from '#test/harness/stack.ts'
import type { Ids } from './routes.ts'

export const SUBJECT = 'patient-1042'
export const USERNAME = 'anna.berg@example.org'
export const PHONE = '+31612340001'
const REASON = { reason: 'Ticket 41' }
const CHECKED = { identity_checks: [{ kind: 'date_of_birth', passed: true }] }

export type Twin = {
  tenantId: string
  ids: Ids
  /** Every kind of caller that there is. */
  tokens: Record<string, string>
  /** What support could be told over the phone. */
  helpCode: string
  resetToken: string
}

/** Makes one of everything in a tenant. */
export async function makeTwin(
  stack: Stack,
  lab: Lab,
  tenant: Awaited<ReturnType<Stack['addTenant']>>,
): Promise<Twin> {
  const { secretKey, publishableKey, id: tenantId } = tenant
  const ask = async (method: string, path: string, body?: unknown): Promise<Body> => {
    const reply = await stack.call(method, path, body, { token: secretKey })
    if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${reply.body.code}`)
    return reply.body
  }
  const organization = await ask('POST', '/v1/organizations', { name: 'Canal Street Clinic', country: 'NL' })
  await ask('PUT', '/v1/policies/patient', {
    reset_approval: 'second_person',
    required: true,
    factors: ['sms', 'totp'],
  })
  const anna = await lab.addPerson({
    tenantId,
    username: USERNAME,
    phone: PHONE,
    totp: true,
    email: USERNAME,
  })
  await ask('PUT', `/v1/accounts/${anna.account}/organizations/${organization.id}`, {})
  const reset = await ask('POST', `/v1/support/accounts/${anna.account}/factor-resets`, {
    ...{ ...REASON, ...CHECKED, factor: 'totp' },
  })
  const owner = await ask('POST', '/v1/accounts', {
    username: 'owner',
    display_name: 'Owner',
    user_type: 'employee',
    role: 'owner',
  })
  const owning = await lab.logIn({ tenantId, accountId: readId('acc', owner.id) ?? '' })
  const webhook = await ask('POST', '/v1/webhooks', {
    url: 'https://portal.example.org/keypad',
    kinds: ['locked'],
  })
  const enrolling = await lab.logIn(anna, { enrollOnly: true })
  const started = await ask('POST', '/v1/verifications', { to: PHONE, channel: 'sms', subject_id: SUBJECT })
  const login = await ask('POST', '/v1/logins', { subject_id: SUBJECT, password_checked: true })
  await lockOut(stack, tenantId, SUBJECT)
  const locked = await ask('GET', `/v1/logins/${login.id}`)
  await stack.database.query('update accounts set locked_until = null where tenant_id = $1', [tenantId])
  const { token, tokenHash } = makeResetToken()
  await insertReset(lab.db, tenantId, {
    id: newUuid(),
    credentialId: anna.credentialId,
    tokenHash,
    lifeSeconds: 900,
  })
  const ids = { accounts: anna.account, organizations: organization.id, org_id: organization.id }
  const others = {
    logins: login.id,
    verifications: started.id,
    sessions: anna.sessionId,
    'factor-resets': reset.id,
    webhooks: webhook.id,
  }
  const secrets = { login: login.client_secret, verification: started.client_secret }
  const sessions = { owner: owning.token, patient: anna.token, enrolling: enrolling.token }
  return {
    tenantId,
    ids: { ...ids, ...others, user_type: 'patient' },
    tokens: { key: secretKey, page: publishableKey, ...secrets, ...sessions },
    helpCode: locked.next.help_code,
    resetToken: token,
  }
}

function lockOut(stack: Stack, tenantId: string, subject: string) {
  const text = `update accounts set locked_until = now() + interval '1 hour' where tenant_id = $1 and subject_id = $2`
  return stack.database.query(text, [tenantId, subject])
}

/** What every table holds of a tenant, as a hash of each; when a key or session was last used does not count. */
export async function snapshot(stack: Stack, tenantId: string): Promise<Record<string, string>> {
  const tables = await stack.database.query<{ name: string }>(
    `select c.relname as name from pg_class c
     join pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  )
  const hashes: Record<string, string> = {}
  for (const { name } of tables) {
    const without = name === 'sessions' || name === 'api_keys' || name === 'keys' ? ` - 'used_at'` : ''
    const [row] = await stack.database.query<{ hash: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(r, ',' order by r)), '') as hash
       from (select (to_jsonb(t)${without})::text as r from ${name} t where tenant_id = $1) as rows`,
      [tenantId],
    )
    hashes[name] = row?.hash ?? ''
  }
  return hashes
}
