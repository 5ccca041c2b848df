import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayAct, mayHelp, ROLES } from '#core/roles.ts'
import { makeClient } from '#test/harness/http-client.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { ACTS, openActs, seen, setRule } from './acts-lab.ts'
import type { Acts } from './acts-lab.ts'

let stack: Stack
let acts: Acts
beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  acts = openActs(stack)
  await setRule(stack, 'doctor', { required: true, factors: ['totp', 'sms'] })
})
afterAll(async () => {
  await acts?.close()
  await stack?.close()
})

const NEEDED: Record<string, 'help' | 'lead'> = { unblock: 'help', 'test-message': 'help' }
const KIND: Record<string, string> = {
  ...{ unblock: 'unblocked', 'test-message': 'test_message_sent', phone: 'number_pending' },
  ...{
    bypass: 'bypass_issued',
    'factor-resets': 'reset_requested',
    'password-reset': 'password_reset_requested',
  },
}
const TOLD: Record<string, string[]> = {
  ...{ unblock: [], 'test-message': ['test_message'], phone: ['number_change_requested'] },
  ...{
    bypass: ['bypass_issued'],
    'factor-resets': ['reset_requested', 'factor_removed'],
    'password-reset': [],
  },
}

describe.each(ACTS)('%s', (name, body, status) => {
  it('is done with a reason, leaves one event with it, and tells the person where it touches a factor', async () => {
    const lead = await acts.staff('lead')
    const patient = await acts.lab.addPerson({ userType: 'doctor', totp: true })
    expect((await acts.act(lead, patient.account, name, body)).status).toBe(status)
    const events = await acts.eventsOf(patient.account, Object.values(KIND))
    expect(events).toMatchObject([{ kind: KIND[name], actor: lead.id, data: { reason: 'Lost the phone' } }])
    expect(await acts.noticesOf(patient.account)).toEqual(TOLD[name])
  })
  it('needs a reason', async () => {
    const patient = await acts.lab.addPerson()
    for (const reason of [undefined, '', '  ', 7, 'x'.repeat(501)])
      expect(seen(await acts.act(null, patient.account, name, { ...body, reason }))).toEqual([
        400,
        'request_invalid',
      ])
  })
  it('is for the roles that may, and for keys with the scope', async () => {
    const patient = await acts.lab.addPerson()
    for (const role of ROLES) {
      const reply = await acts.act(await acts.staff(role), patient.account, name, body)
      const isAllowed = mayAct(role, NEEDED[name] ?? 'lead')
      expect([role, reply.status], JSON.stringify(reply.body)).toEqual([role, isAllowed ? status : 403])
      if (!isAllowed) expect(reply.body.code).toBe('not_allowed')
      // At most three test messages go out in an hour.
      await stack.database.query(`update notices set created_at = created_at - interval '2 hours'`)
    }
    expect(seen(await acts.act(await acts.staff(null), patient.account, name, body))).toEqual([
      403,
      'not_allowed',
    ])
    expect((await acts.act(null, patient.account, name, body)).status).toBe(status)
  })
  it('knows nobody of another tenant, and nothing changes there', async () => {
    const other = await stack.addTenant()
    const patient = await acts.lab.addPerson()
    const foreign = makeClient(stack.urls, other.secretKey)
    const path = `/v1/support/accounts/${patient.account}/${name}`
    expect(seen(await foreign('POST', path, { reason: 'Curious', ...body }))).toEqual([404, 'not_found'])
    expect(await acts.eventsOf(patient.account, Object.values(KIND))).toEqual([])
  })
  it('is never done for oneself, nor for another profile of oneself', async () => {
    const lead = await acts.staff('lead')
    const second = await acts.addProfile(lead)
    for (const account of [lead.id, second])
      expect(seen(await acts.act(lead, account, name, body))).toEqual([403, 'own_account'])
  })
  it('is done for owners and admins by their like only', async () => {
    for (const role of ['lead', 'admin', 'owner'] as const) {
      const staff = await acts.staff(role)
      for (const helped of ['admin', 'owner', 'lead', 'approver'] as const) {
        const { id } = await acts.staff(helped)
        const { body: answer } = await acts.act(staff, id, name, body)
        expect([role, helped, answer.code === 'not_allowed']).toEqual([role, helped, !mayHelp(role, helped)])
      }
    }
  })
})

describe('phone', () => {
  it('puts a number on file that the next login proves, and refuses what cannot get texts', async () => {
    const patient = await acts.lab.addPerson({ userType: 'doctor', phone: null })
    const { body } = await acts.act(null, patient.account, 'phone', { phone: '+31612345678' })
    expect(body['phone']).toEqual({ current_masked: null, pending_masked: '+31 6 •••• ••78' })
    const login = await acts.logIn(patient.username)
    expect(login.body.next.action).toBe('enroll_totp')
    const landline = await acts.act(null, patient.account, 'phone', { phone: '+31201234567' })
    expect(seen(landline)).toEqual([422, 'phone_landline'])
  })
})

describe('password-reset', () => {
  it('gives a link that works once, and the next login still asks for the second factor', async () => {
    const patient = await acts.lab.addPerson({ userType: 'doctor', totp: true, phone: null })
    const { body } = await acts.act(null, patient.account, 'password-reset')
    const { searchParams } = new URL(String(body['link']))
    const confirm = { token: searchParams.get('token'), new_password: 'nine-loud-otters-42' }
    expect((await stack.call('POST', '/v1/password-resets/confirm', confirm)).status).toBe(200)
    expect(seen(await stack.call('POST', '/v1/password-resets/confirm', confirm))).toEqual([
      410,
      'reset_link_invalid',
    ])
    expect((await acts.logIn(patient.username)).status).toBe(401)
    const changed = { username: patient.username, password: confirm.new_password }
    expect((await stack.call('POST', '/v1/logins', changed)).body.next.action).toBe('enter_totp')
  })
  it('is no way for somebody whose portal keeps the password', async () => {
    const started = { subject_id: 'own-1', password_checked: true, phone: '+31612345670' }
    await stack.call('POST', '/v1/logins', started)
    const { body } = await stack.call('GET', '/v1/support/accounts?q=own-1')
    const [{ id }] = body['data'] as [{ id: string }]
    expect(seen(await acts.act(null, id, 'password-reset'))).toEqual([409, 'no_password'])
  })
})
