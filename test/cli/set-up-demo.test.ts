import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerPhone } from '#test/harness/answer-phone.ts'
import { until } from '#test/harness/until.ts'
import { DEFAULTS, startDemo } from './demo-stage.ts'
import type { DemoStage, Policy } from './demo-stage.ts'

let at: DemoStage
beforeAll(async () => {
  at = await startDemo()
})
afterAll(() => at?.close())

type Answer = { demo: string; policies: Policy[]; try: string[] }

describe('demo NAME', () => {
  const NAMES = ['patient-portal', 'doctors', 'record', 'clinic', 'planning', 'own-users']
  const patient = () => at.ofType('patient')
  const doctor = () => at.ofType('doctor')

  it.each([
    ['patient-portal', patient, { action: 'enter_code', alternatives: [] }],
    ['doctors', doctor, { action: 'choose_factor', factors: [{ factor: 'sms' }, { factor: 'call' }] }],
    ['doctors', patient, { action: 'enter_code' }],
    ['record', patient, { action: 'done' }],
    ['record', doctor, { action: 'enroll_totp' }],
    ['clinic', () => at.ofType('employee'), { action: 'enroll_totp' }],
    ['clinic', () => at.ofRole('owner'), { action: 'enroll_totp' }],
    ['planning', () => at.ofType('manager'), { action: 'enroll_pin' }],
    ['planning', () => at.ofRole('owner'), { action: 'done' }],
    ['planning', () => at.jans()[0]!, { action: 'choose_profile' }],
    ['own-users', patient, { action: 'enter_code' }],
  ])('%s: the next step of a login is what it promises', async (name, who, next) => {
    await at.stack.phones.forget()
    expect(await at.setUp(name)).toMatchObject({ code: 0 })
    const started = await at.logIn(who())
    expect(started.body.next).toMatchObject(next)
  })

  it('doctors: a call is confirmed with 1, since the phones of the demo are proven', async () => {
    await at.setUp('doctors')
    const doctor = at.ofType('doctor')
    const started = await at.logIn(doctor)
    const path = `/v1/logins/${started.body.id}`
    const calling = await at.call('POST', `${path}/factor`, { factor: 'call' })
    expect(calling.body.next).toMatchObject({ action: 'answer_call' })
    const { sid } = await answerPhone(at.stack, doctor.phone)
    await at.stack.phones.press(sid, '1')
    const done = await until('the key has counted', async () => {
      const { body } = await at.call('GET', path)
      return body.status === 'pending' ? null : body
    })
    expect(done).toMatchObject({ status: 'done', next: { session: { amr: ['pwd', 'tel_press1', 'mfa'] } } })
  })

  it('own-users: a user of the portal proves a number once, and the next code goes out by itself', async () => {
    await at.setUp('own-users')
    await at.stack.phones.forget()
    const body = { subject_id: 'p-1001', phone: '+61 491 570 156', password_checked: true }
    const first = await at.call('POST', '/v1/logins', body)
    expect(first.body.next).toMatchObject({ action: 'provide_phone', reason: 'unproven' })
    await at.call('POST', `/v1/logins/${first.body.id}/phone`, { phone: body.phone })
    const code = await at.stack.phones.codeOf('+61491570156')
    const done = await at.call('POST', `/v1/logins/${first.body.id}/answer`, { code })
    expect(done.body.status).toBe('done')
    expect((await at.call('POST', '/v1/logins', body)).body.next).toMatchObject({ action: 'enter_code' })
    const landline = { ...body, subject_id: 'p-1002', phone: '+44 20 7946 0018' }
    const asked = await at.call('POST', '/v1/logins', landline)
    expect(asked.body.next).toMatchObject({ action: 'provide_phone', reason: 'landline' })
  })

  // requireFreshFactor (api/me/fresh-factor.ts) asks for the proven phone, which this rule lists for nothing, so that no
  // step-up can show it: 403 step_up_required for good. Make it `it` once that is mended.
  it('record: somebody of the clinic in London switches the app on by choice', async () => {
    await at.setUp('record')
    const { body } = await at.logIn(at.ofType('patient'))
    const { token } = body.next.session!
    const set = await at.call('POST', '/v1/me/totp', {}, { token })
    expect([set.status, set.body['otpauth_url']]).toEqual([201, expect.stringMatching(/^otpauth:/)])
  })

  it('planning: the owner alone switches it on, and is asked at the very next login', async () => {
    await at.setUp('planning')
    const rule = { required: true, factors: ['totp'] }
    const putAs = async (role: string) => {
      const { token } = (await at.logIn(at.ofRole(role))).body.next.session!
      return at.call('PUT', '/v1/policies/employee', rule, { token })
    }
    expect((await putAs('admin')).body.code).toBe('owner_only')
    expect((await putAs('owner')).status).toBe(200)
    expect((await at.logIn(at.ofRole('owner'))).body.next).toMatchObject({ action: 'enroll_totp' })
  })

  it('patient-portal: a new number that nobody verified is asked for at the next login', async () => {
    await at.setUp('patient-portal')
    await at.stack.phones.forget()
    const anna = at.ofType('patient')
    const { id } = (await at.logIn(anna)).body
    const code = await at.stack.phones.codeOf(anna.phone)
    const { token } = (await at.call('POST', `/v1/logins/${id}/answer`, { code })).body.next.session!
    const saved = await at.call('POST', '/v1/me/phone', { phone: '+61 491 579 212' }, { token })
    expect(saved.status).toBe(202)
    const asked = { action: 'provide_phone', reason: 'pending', skippable: false }
    expect((await at.logIn(anna)).body.next).toMatchObject(asked)
    expect((await at.call('DELETE', '/v1/me/phone/pending', undefined, { token })).status).toBe(204)
    const older = {
      ...{ username: 'older@example.org', display_name: 'Wim Bakker', user_type: 'patient' },
      ...{ password: 'four-quiet-herons', phone: '+44 20 7946 0018' },
    }
    expect((await at.call('POST', '/v1/accounts', older)).status).toBe(201)
    expect((await at.logIn(older)).body.next).toMatchObject({ action: 'provide_phone', reason: 'landline' })
  })

  it.each(NAMES)(
    '%s: answers one line whose rules are stored and whose sentences name what is there',
    async (name) => {
      const { output } = await at.setUp(name)
      expect(output.trimEnd().split('\n')).toHaveLength(1)
      const { policies, try: sentences, demo: named } = JSON.parse(output) as Answer
      expect(named).toBe(name)
      const stored = await at.listPolicies()
      expect(stored).toHaveLength(policies.length)
      for (const policy of policies) expect(stored).toContainEqual(expect.objectContaining(policy))
      const { paths } = (await at.call('GET', '/openapi.json')).body as unknown as {
        paths: Record<string, Record<string, unknown>>
      }
      const told = sentences.join('\n')
      for (const [, method, path] of told.matchAll(
        /\b(GET|POST|PUT|PATCH|DELETE) http:\/\/[^/]+(\/[\w{}/-]+)/g,
      )) {
        const spelled = path!.replace(/policies\/\w+/, 'policies/{user_type}')
        expect(Object.keys(paths[spelled] ?? {}), `${method} ${path}`).toContain(method!.toLowerCase())
      }
      const usernames = told.match(/[\w.]+@example\.org/g) ?? []
      for (const username of usernames)
        expect(at.demo.accounts.map((account) => account.username)).toContain(username)
      expect(told).not.toContain('somebody@')
      for (const { password } of at.demo.accounts) expect(told).not.toContain(password)
    },
  )

  it('takes away what an earlier one and its visitors set, and leaves other user types alone', async () => {
    await at.setUp('record')
    const [clinic] = at.demo.organizations
    await at.call('PUT', `/v1/organizations/${clinic!.id}/policies/patient`, {
      required: true,
      factors: ['totp'],
    })
    await at.call('PUT', '/v1/policies/carer', { required: true })
    await at.call('PATCH', `/v1/accounts/${patient().account_id}`, { factor_override: 'exempt' })
    await at.setUp('own-users')
    await at.setUp('doctors')
    const stored = await at.listPolicies()
    expect(stored).toHaveLength(5)
    expect(stored.filter(({ country }) => country !== null)).toEqual([])
    const kept = stored.filter(({ user_type }) => user_type !== 'doctor' && user_type !== 'carer')
    for (const policy of kept) expect(policy).toMatchObject(DEFAULTS)
    const held = await at.call('GET', `/v1/accounts/${patient().account_id}/policy`)
    expect(held.body).toMatchObject({
      required: false,
      factor_override: 'default',
      rule: { level: 'tenant' },
    })
    const [event] = await at.stack.database.query<{ data: unknown }>(
      `select data from events where kind = 'override_changed' and actor = 'cli'`,
    )
    expect(event?.data).toEqual({ before: 'exempt', after: 'default' })
  })

  it('refuses other names with all six, before it looks for a database', async () => {
    for (const name of ['', 'hospital', 'clinic now']) {
      const { code, output } = await at.setUp(name, { DATABASE_URL: 'postgres://127.0.0.1:9/none' })
      expect([code, output]).toEqual([1, expect.stringContaining(`The demo is one of ${NAMES.join(', ')}.`)])
    }
  })

  it('says so where there is no demo', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'keypad-demo-'))
    const env = { KEYPAD_DATA_DIR: empty, DATABASE_URL: at.stack.database.url }
    const none = await at.setUp('clinic', env)
    expect([none.code, none.output]).toEqual([1, expect.stringContaining('There is no demo.json')])
    writeFileSync(
      join(empty, 'demo.json'),
      JSON.stringify({ ...at.demo, tenant_id: at.demo.tenant_id.replace(/.$/, '0') }),
    )
    expect((await at.setUp('clinic', env)).output).toContain(
      'The tenant of demo.json is not in this database.',
    )
    writeFileSync(join(empty, 'demo.json'), JSON.stringify({ ...at.demo, accounts: [] }))
    expect((await at.setUp('clinic', env)).output).toContain('the next `npm start` makes them')
    rmSync(empty, { recursive: true })
  })
})
