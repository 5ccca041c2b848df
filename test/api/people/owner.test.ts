import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { makePerson } from '#test/harness/people.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { addAccount, addOrganization, logIn } from './people-lab.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack?.close())

const preview = (body: object, token?: string) =>
  stack.call('POST', '/v1/policy-previews', body, token === undefined ? {} : { token })
const today = new Date().toISOString().slice(0, 10)
const summary = (from: string, to: string, token?: string) =>
  stack.call(
    'GET',
    `/v1/deliveries/summary?from=${from}&to=${to}`,
    undefined,
    token === undefined ? {} : { token },
  )

describe('a rule that is only tried', () => {
  it('says who would need a factor and who lacks one, and changes nothing', async () => {
    const proven = await makePerson(stack, { username: 'mara-tried' })
    const { body: bare } = await addAccount(stack, { display_name: 'Bare Foot' })
    const { body: exempt } = await addAccount(stack, { display_name: 'Ex Empt' })
    await stack.call('PATCH', `/v1/accounts/${exempt.id}`, { factor_override: 'exempt' })
    const reply = await preview({ user_type: 'patient', rule: { required: true, factors: ['sms', 'totp'] } })
    expect([reply.status, reply.body]).toEqual([
      200,
      {
        ...{ people: 3, required_now: 0, required: 2, lack: 1, is_partial: false },
        examples: [{ account_id: bare.id, display_name: 'Bare Foot' }],
      },
    ])
    const app = await preview({ user_type: 'patient', rule: { required: true, factors: ['totp'] } })
    expect(app.body).toMatchObject({ required: 2, lack: 2 })
    expect((await stack.call('GET', `/v1/accounts/${proven.accountId}/policy`)).body).toMatchObject({
      required: false,
    })
    expect((await stack.call('GET', '/v1/policies')).body['data']).toEqual([])
  })
  it('is judged together with the other rules, for the people of its clinic or country only', async () => {
    const [dutch, british] = [await addOrganization(stack, 'NL'), await addOrganization(stack, 'GB')]
    const doctor = { user_type: 'doctor' }
    await addAccount(stack, { ...doctor, organization_ids: [dutch] })
    await addAccount(stack, { ...doctor, organization_ids: [british] })
    const both = await addAccount(stack, {
      ...doctor,
      display_name: 'Both',
      organization_ids: [dutch, british],
    })
    await stack.call('PUT', `/v1/organizations/${british}/policies/doctor`, {
      required: true,
      factors: ['totp'],
    })
    const rule = { required: true, factors: ['sms'] }
    const inClinic = await preview({ ...doctor, organization_id: dutch, rule })
    expect(inClinic.body).toMatchObject({ people: 2, required_now: 1, required: 2, lack: 2 })
    expect(inClinic.body['examples']).toContainEqual({ account_id: both.body.id, display_name: 'Both' })
    expect((await preview({ ...doctor, country: 'gb', rule })).body).toMatchObject({ people: 2, required: 2 })
    expect((await preview({ ...doctor, rule: { required: false } })).body).toMatchObject({
      people: 3,
      required: 2,
    })
  })
  it('is for admins and owners, and for clinics of the tenant', async () => {
    const rule = { required: true }
    const seen = async (role: string) =>
      (await preview({ user_type: 'patient', rule }, (await logIn(stack, role)).token)).status
    expect([await seen('admin'), await seen('owner'), await seen('lead')]).toEqual([200, 200, 403])
    const other = await stack.addTenant()
    const elsewhere = await addOrganization(stack, 'NL', { token: other.secretKey })
    expect((await preview({ user_type: 'patient', organization_id: elsewhere, rule })).status).toBe(404)
    expect((await preview({ user_type: 'patient', organization_id: 'org_x', rule })).status).toBe(404)
    expect((await preview({ user_type: 'patient', rule: { require: true } })).status).toBe(400)
  })
})

describe('the summary of deliveries', () => {
  it('counts codes by day, channel, status and reason, and times the texts', async () => {
    const tenant = await stack.addTenant()
    const asked = { token: tenant.secretKey }
    const [good, off] = [freshPhone(), freshPhone()]
    await stack.phones.setFate(off, 'switched_off')
    const started = await stack.call('POST', '/v1/verifications', { to: good, channel: 'sms' }, asked)
    const code = await stack.phones.codeOf(good)
    await stack.call('POST', `/v1/verifications/${started.body.id}/checks`, { code }, asked)
    await stack.call('POST', '/v1/verifications', { to: off, channel: 'sms' }, asked)
    const body = await until('both texts are settled', async () => {
      const reply = await summary(today, today, tenant.secretKey)
      const sent = reply.body['deliveries'] as { status: string }[]
      return sent.every(({ status }) => /delivered|failed/.test(status)) && sent.length === 2
        ? reply.body
        : null
    })
    const text = { day: today, channel: 'sms', count: 1, accepted: 1 }
    expect(body['deliveries']).toEqual([
      { ...text, status: 'delivered', reason: null },
      { ...text, status: 'failed', reason: 'switched_off' },
    ])
    expect(body['verifications']).toEqual([
      { day: today, status: 'approved', count: 1 },
      { day: today, status: 'pending', count: 1 },
    ])
    const times = body['times'] as Record<string, { count: number; median: number; p95: number }>
    expect(times['accepted']!.count).toBe(2)
    expect(times['delivered']).toMatchObject({ count: 1, median: expect.any(Number) })
    expect(times['delivered']!.median).toBeGreaterThan(0)
    expect(times['delivered']!.median).toBeLessThan(10)
  })
  it('covers at most 31 days, for admins and owners', async () => {
    expect((await summary('2026-10-01', '2026-10-31')).status).toBe(200)
    for (const [from, to] of [
      ['2026-10-01', '2026-11-01'],
      ['2026-10-02', '2026-10-01'],
      ['2026-13-01', '2026-13-02'],
    ])
      expect((await summary(from!, to!)).status).toBe(400)
    expect((await summary(today, today, (await logIn(stack, 'admin')).token)).status).toBe(200)
    expect((await summary(today, today, (await logIn(stack, 'agent')).token)).status).toBe(403)
  })
})

describe('what staff did themselves', () => {
  it('is theirs to read, whatever their role, and only theirs', async () => {
    const patient = await makePerson(stack)
    const [agent, viewer] = [await logIn(stack, 'agent'), await logIn(stack, 'viewer')]
    const reason = 'The patient called the desk'
    const act = await stack.call(
      'POST',
      `/v1/support/accounts/${patient.accountId}/unblock`,
      { reason },
      agent,
    )
    expect(act.status).toBe(200)
    const acts = await until('the act is in the chain', async () => {
      const { body } = await stack.call('GET', '/v1/support/acts', undefined, agent)
      return (body['data'] as unknown[]).length > 0 && (body['data'] as unknown[])
    })
    expect(acts).toMatchObject([{ kind: 'unblocked', account_id: patient.accountId, reason }])
    expect((await stack.call('GET', '/v1/support/acts', undefined, viewer)).body['data']).toEqual([])
    expect((await stack.call('GET', '/v1/support/acts', undefined, { token: patient.token })).status).toBe(
      403,
    )
  })
})
