import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readId } from '#core/ids.ts'
import { FACTORS } from '#core/policy.ts'
import { makeClient } from '#test/harness/http-client.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { CHECKS, openActs, seen, setRule } from './acts-lab.ts'
import type { Acts, Staff } from './acts-lab.ts'

let stack: Stack
let acts: Acts
let lead: Staff
let approver: Staff
beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  acts = openActs(stack)
  const rule = { required: true, factors: [...FACTORS] }
  await setRule(stack, 'patient', rule)
  await setRule(stack, 'doctor', { ...rule, reset_approval: 'second_person' })
  lead = await acts.staff('lead')
  approver = await acts.staff('approver')
})
afterAll(async () => {
  await acts?.close()
  await stack?.close()
})

const KINDS = ['reset_requested', 'reset_approved', 'reset_rejected', 'factor_removed']
const ask = (account: string, factor = 'totp', who: Staff | null = lead) =>
  acts.act(who, account, 'factor-resets', { factor, identity_checks: CHECKS })
const addPerson = (userType: string) => acts.lab.addPerson({ userType, totp: true, pin: '402917' })
const factorsOf = async (account: string) => {
  const { body } = await acts.logIn(
    (await stack.call('GET', `/v1/accounts/${account}`)).body['username'] as string,
  )
  return body.next.factors?.map(({ factor }) => factor) ?? body.next.action
}
const list = async (query = '') =>
  (await stack.call('GET', `/v1/support/factor-resets${query}`, undefined, { token: approver.token })).body[
    'data'
  ] as Record<string, unknown>[]

describe('where nobody else has to decide', () => {
  it.each([
    ['totp', ['sms', 'call', 'pin']],
    ['pin', ['sms', 'call', 'totp']],
    ['sms', ['totp', 'pin']],
    ['call', ['totp', 'pin']],
  ])(
    'a reset of %s is done at once: factor, sessions and logins are gone, and the person is told',
    async (...of) => {
      const [factor, left] = of
      const patient = await addPerson('patient')
      const login = await acts.logIn(patient.username)
      const { status, body } = await ask(patient.account, factor)
      expect([status, body]).toEqual([202, { id: expect.stringMatching(/^rst_/), status: 'done' }])
      expect(seen(await patient.call('GET', '/v1/me'))).toEqual([401, 'key_invalid'])
      expect((await stack.call('GET', `/v1/logins/${login.body.id}`)).body.status).toBe('expired')
      expect(await factorsOf(patient.account)).toEqual(left)
      expect(await acts.eventsOf(patient.account, KINDS)).toMatchObject([
        {
          kind: 'reset_requested',
          actor: lead.id,
          data: { factor, status: 'done', reason: 'Lost the phone' },
        },
      ])
      expect(await acts.noticesOf(patient.account)).toEqual(['reset_requested', 'factor_removed'])
    },
  )
  it('a number stays on file, unproven', async () => {
    const patient = await addPerson('patient')
    const { body: before } = await stack.call('GET', `/v1/accounts/${patient.account}`)
    await ask(patient.account, 'sms')
    const { body: after } = await stack.call('GET', `/v1/accounts/${patient.account}`)
    const { current_masked } = before['phone'] as { current_masked: string }
    expect(after['phone']).toEqual({ current_masked: null, pending_masked: current_masked })
  })
})

describe('where a second person has to decide', () => {
  it('nothing changes until somebody else approves; then the factor is gone', async () => {
    const doctor = await addPerson('doctor')
    const { body } = await ask(doctor.account)
    expect(body.status).toBe('waiting')
    expect((await doctor.call('GET', '/v1/me')).status).toBe(200)
    expect(await acts.noticesOf(doctor.account)).toEqual(['reset_requested'])
    expect((await list('?status=waiting'))[0]).toMatchObject({
      ...{ id: body.id, account_id: doctor.account, factor: 'totp', reason: 'Lost the phone' },
      ...{ identity_checks: CHECKS, requested_by: lead.id, status: 'waiting', decided_by: null },
    })
    const approved = await acts.decide(approver, body.id, 'approve')
    expect([approved.status, approved.body]).toEqual([200, { id: body.id, status: 'approved' }])
    expect(seen(await doctor.call('GET', '/v1/me'))).toEqual([401, 'key_invalid'])
    expect(await factorsOf(doctor.account)).toEqual(['sms', 'call', 'pin'])
    expect(await acts.noticesOf(doctor.account)).toEqual(['reset_requested', 'factor_removed'])
    const { kind, actor, data } = (await acts.eventsOf(doctor.account, KINDS))[1]!
    expect([kind, actor, data['reason']]).toEqual(['reset_approved', approver.id, 'Called back'])
    expect((await list())[0]).toMatchObject({ decided_by: approver.id, decided_reason: 'Called back' })
  })
  it('one that is sent back changes nothing', async () => {
    const doctor = await addPerson('doctor')
    const { body } = await ask(doctor.account)
    expect((await acts.decide(approver, body.id, 'reject')).body).toEqual({ id: body.id, status: 'rejected' })
    expect((await doctor.call('GET', '/v1/me')).status).toBe(200)
    expect(await factorsOf(doctor.account)).toContain('totp')
    expect((await acts.eventsOf(doctor.account, KINDS)).map(({ kind }) => kind)).toEqual([
      ...['reset_requested', 'reset_rejected'],
    ])
  })
  it('is decided once', async () => {
    const { account } = await addPerson('doctor')
    const { body } = await ask(account)
    await acts.decide(approver, body.id, 'reject')
    for (const word of ['approve', 'reject'] as const)
      expect(seen(await acts.decide(approver, body.id, word))).toEqual([409, 'already_decided'])
    expect(await acts.eventsOf(account, KINDS)).toHaveLength(2)
  })
  it('is too late after a day, and replaced by a newer request for the same factor', async () => {
    const { account } = await addPerson('doctor')
    const [old, fresh] = [(await ask(account)).body, (await ask(account)).body]
    expect(seen(await acts.decide(approver, old.id, 'approve'))).toEqual([409, 'already_decided'])
    const aged = `update factor_resets set expires_at = expires_at - interval '1 day' where id = $1`
    await stack.database.query(aged, [readId('rst', fresh.id)])
    expect(seen(await acts.decide(approver, fresh.id, 'approve'))).toEqual([409, 'already_decided'])
    expect((await list('?status=expired')).slice(0, 2).map(({ id }) => id)).toEqual([fresh.id, old.id])
    expect(await factorsOf(account)).toContain('totp')
  })
  it('is decided by those who may, never by whoever asked for it, under no profile of theirs', async () => {
    const admin = await acts.staff('admin')
    const { account } = await addPerson('doctor')
    const { body } = await ask(account, 'totp', admin)
    for (const role of [null, 'viewer', 'agent', 'lead', 'auditor'])
      expect(seen(await acts.decide(await acts.staff(role), body.id, 'approve'))).toEqual([
        403,
        'not_allowed',
      ])
    expect(seen(await acts.decide(admin, body.id, 'approve'))).toEqual([403, 'own_request'])
    const profile = await acts.addProfile(admin, { role: 'approver', user_type: 'employee' })
    const at = { tenantId: stack.tenant.id, accountId: readId('acc', profile)! }
    const { token } = await acts.lab.logIn(at, { amr: ['pwd'] })
    expect(seen(await acts.decide({ id: profile, token }, body.id, 'approve'))).toEqual([403, 'own_request'])
    const byKey = (await ask(account, 'pin', null)).body
    expect(seen(await acts.decide(null, byKey.id, 'approve'))).toEqual([403, 'own_request'])
    expect((await acts.decide(approver, byKey.id, 'approve')).status).toBe(200)
  })
  it('is not decided for oneself', async () => {
    const profile = await acts.addProfile(approver, { user_type: 'doctor' })
    const { body } = await ask(profile, 'pin')
    expect(seen(await acts.decide(approver, body.id, 'approve'))).toEqual([403, 'own_account'])
  })
  it('is unknown to another tenant', async () => {
    const foreign = makeClient(stack.urls, (await stack.addTenant()).secretKey)
    const { body } = await ask((await addPerson('doctor')).account)
    for (const word of ['approve', 'reject'])
      expect(
        seen(await foreign('POST', `/v1/support/factor-resets/${body.id}/${word}`, { reason: 'x' })),
      ).toEqual([404, 'not_found'])
    expect((await foreign('GET', '/v1/support/factor-resets')).body['data']).toEqual([])
    expect((await list('?limit=1'))[0]).toMatchObject({ id: body.id, status: 'waiting' })
  })
})

it('nothing is asked for before somebody has checked who is calling', async () => {
  const { account } = await addPerson('patient')
  const failed = { factor: 'totp', identity_checks: [{ kind: 'date of birth', passed: false }] }
  expect(seen(await acts.act(lead, account, 'factor-resets', failed))).toEqual([422, 'identity_not_checked'])
  expect(await factorsOf(account)).toContain('totp')
})
