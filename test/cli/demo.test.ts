import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareDemo } from '#cli/demo.ts'
import { readPhone } from '#core/phone.ts'
import { judgePassword } from '#credentials/judge-password.ts'
import { DEFAULTS, makeDataDir, startDemo, TYPES } from './demo-stage.ts'
import type { DemoStage } from './demo-stage.ts'

let at: DemoStage
beforeAll(async () => {
  at = await startDemo()
})
afterAll(() => at?.close())

describe('demo.json', () => {
  it('holds what the contract lists, for its owner alone', () => {
    const file = join(at.dataDir, 'demo.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(at.demo)
    const roles = at.demo.accounts.flatMap(({ role }) => role ?? [])
    expect(roles).toEqual(['viewer', 'agent', 'lead', 'approver', 'approver', 'auditor', 'admin', 'owner'])
    expect(at.demo.organizations.map(({ country }) => country)).toEqual(['GB', 'NL'])
    for (const type of TYPES) expect(at.ofType(type)).toBeDefined()
    const jans = at.jans()
    expect(new Set(jans.map(({ display_name }) => display_name)).size).toBe(1)
    expect(new Set(jans.map(({ account_id }) => account_id)).size).toBe(2)
  })

  it('gives everybody a mobile number of their own and a password that a portal would take', async () => {
    const other = at.demo.other_tenant.accounts
    expect(other.map(({ username }) => username)).toEqual(at.demo.accounts.map(({ username }) => username))
    const everybody = [...at.demo.accounts, ...other]
    expect(new Set(everybody.map(({ phone }) => phone)).size).toBe(26)
    expect(new Set(everybody.map(({ password }) => password)).size).toBe(26)
    for (const { phone, password, username, display_name } of everybody) {
      expect(readPhone(phone)).toMatchObject({ accepted: true, lineType: 'mobile', country: 'AU' })
      expect(await judgePassword(password, [username, display_name])).toEqual({ accepted: true })
    }
  })

  it('comes with the default rule for every user type, and with one event per change', async () => {
    const stored = await at.listPolicies()
    expect(stored.map(({ user_type }) => user_type).toSorted()).toEqual(TYPES.toSorted())
    for (const policy of stored) expect(policy).toMatchObject({ level: 'tenant', country: null, ...DEFAULTS })
    const events = await at.stack.database.query<{ kind: string; count: number }>(
      `select kind, count(*)::int as count from events where actor = 'cli' group by kind order by kind`,
    )
    expect(events).toEqual([
      { kind: 'account_created', count: 28 },
      { kind: 'factor_added', count: 28 },
      { kind: 'organization_created', count: 4 },
      { kind: 'policy_changed', count: 8 },
    ])
  })

  it('lets people in with password and phone, and nobody with the password of the other tenant', async () => {
    const anna = at.ofType('patient')
    const started = await at.logIn(anna)
    expect(started.body.next).toMatchObject({ action: 'enter_code' })
    const code = await at.stack.phones.codeOf(anna.phone)
    const done = await at.call('POST', `/v1/logins/${started.body.id}/answer`, { code })
    expect(done.body.next).toMatchObject({
      action: 'done',
      session: { account: { id: anna.account_id, organization_ids: [at.demo.organizations[0]!.id] } },
    })
    const twin = at.demo.other_tenant.accounts[0]!
    expect(twin.username).toBe(anna.username)
    expect((await at.logIn(twin)).status).toBe(401)
  })

  it('stays as it is at the next start, which completes one without people and keeps its keys', async () => {
    expect(await at.start()).toEqual(at.demo)
    const dataDir = makeDataDir(at.stack.env['KEYPAD_SECRETS']!)
    const again = () =>
      prepareDemo(at.database, { dataDir, baseUrl: 'http://localhost:1', databaseUrl: at.stack.database.url })
    const [mine, other] = [await at.stack.addTenant(), await at.stack.addTenant()].map((tenant) => ({
      ...{ tenant_id: tenant.tenantId, secret_key: tenant.secretKey, publishable_key: tenant.publishableKey },
    }))
    const old = { ...mine, organizations: [], accounts: [], other_tenant: other }
    writeFileSync(join(dataDir, 'demo.json'), JSON.stringify(old))
    const completed = await again()
    expect(completed).toMatchObject({ ...mine, base_url: 'http://localhost:1', other_tenant: other })
    expect([completed.accounts.length, completed.other_tenant.accounts.length]).toEqual([14, 14])
    expect(await again()).toEqual(completed)
    rmSync(dataDir, { recursive: true })
  })
})
