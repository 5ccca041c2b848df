import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADDRESSES } from '#client/addresses.ts'
import { handset, mailbox } from '#client/handset.ts'
import type { Handset, Mailbox } from '#client/handset.ts'
import { openKeypad } from '#client/keypad.ts'
import type { Answer, AuditEntry, Keypad, Login } from '#client/keypad.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { PASSWORD } from '#test/harness/people.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { logIn as signIn } from '../api/people/people-lab.ts'

const reason = 'The patient called the desk'
const identity_checks = [{ kind: 'date_of_birth', passed: true }]
const totpCode = (secret: string, steps = 0) =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 })

let stack: Stack
let keypad: Keypad
const answered = new Set<string>()

/** Notes which methods got an answer that is not a refusal. */
function watch(inner: Keypad): Keypad {
  const watched = Object.entries(inner).map(([name, method]) => {
    if (name === 'as') return [name, (token: string) => watch(inner.as(token))]
    const call = method as (...given: unknown[]) => Promise<Answer<unknown>>
    return [
      name,
      async (...given: unknown[]) => {
        const answer = await call(...given)
        if (answer.ok) answered.add(name)
        return answer
      },
    ]
  })
  return Object.fromEntries(watched) as Keypad
}

/** What was answered; a refusal fails the test with its words. */
async function take<Data>(answer: Promise<Answer<Data>>): Promise<Data> {
  const given = await answer
  if (!given.ok) throw new Error(JSON.stringify(given.problem))
  expect(given.requestId).toMatch(/^req_/)
  return given.data
}

const phoneOf = (number: string): Handset => handset(stack.phones.baseUrl, number)
const mailOf = (address: string): Mailbox => mailbox(stack.phones.baseUrl, address)

function sessionOf(login: Login): string {
  if (login.next.action !== 'done' || !login.next.session)
    throw new Error(`not done but ${login.next.action}`)
  return login.next.session.token
}

let people = 0
async function registerSomebody(user_type = 'patient') {
  const username = `client-${++people}`
  const number = freshPhone()
  const email = `${username}@example.org`
  const { account, login } = await take(
    keypad.register({ username, password: PASSWORD, phone: number, email, user_type }),
  )
  const mine = keypad.as(login.client_secret)
  await take(mine.sendLoginCode(login.id))
  const phone = phoneOf(number)
  const done = await take(mine.answerLogin(login.id, { code: await phone.waitForCode() }))
  return { username, email, phone, account, session: keypad.as(sessionOf(done)) }
}

const logIn = (username: string) => take(keypad.startLogin({ username, password: PASSWORD }))

beforeAll(async () => {
  stack = await startStack()
  keypad = watch(openKeypad({ url: stack.urls[0]!, token: stack.tenant.secretKey }))
})
afterAll(() => stack?.close())

describe('every method', () => {
  it('of verifications, phones and countries', async () => {
    const to = freshPhone()
    expect(await take(keypad.checkPhone({ phone: to }))).toMatchObject({
      accepted: true,
      line_type: 'mobile',
    })
    expect(await take(keypad.replaceCountries({ served: 'all' }))).toEqual(await take(keypad.readCountries()))
    const started = await take(keypad.startVerification({ to, channel: 'sms' }))
    const moved = await take(keypad.waitForVerification(started.id, { since: started.version }))
    expect(moved.version).toBeGreaterThan(started.version)
    expect((await take(keypad.explainVerification(started.id))).sentence).toMatch(/\w/)
    const code = await phoneOf(to).waitForCode()
    expect(await take(keypad.checkCode(started.id, { code }))).toMatchObject({ status: 'approved' })
    expect(await take(keypad.readVerification(started.id))).toMatchObject({ status: 'approved' })
  })

  it('of sending again and canceling', async () => {
    const to = freshPhone()
    const { id } = await take(keypad.startVerification({ to, channel: 'sms' }))
    const early = await keypad.sendAgain(id, { channel: 'sms' })
    expect(early).toMatchObject({
      ok: false,
      status: 429,
      problem: { code: 'send_too_soon', retryable: true },
    })
    await stack.database.query('update verifications set resend_at = now()')
    const again = await take(keypad.sendAgain(id))
    expect(again.deliveries).toHaveLength(2)
    expect(await take(keypad.cancelVerification(id))).toMatchObject({ status: 'canceled' })
  })

  it('of logins', async () => {
    const factors = ['sms', 'totp'] as const
    await take(keypad.replacePolicy('nurse', { required: true, factors: [...factors], ask_factor: true }))
    const { username, session } = await registerSomebody('nurse')
    const { secret } = await take(session.setUpTotp())
    expect(await take(session.confirmTotp({ code: totpCode(secret) }))).toMatchObject({
      factors: { totp: true },
    })
    const login = await logIn(username)
    expect((await take(keypad.explainLogin(login.id))).sentence).toMatch(/\w/)
    expect((await take(keypad.chooseFactor(login.id, { factor: 'totp' }))).next.action).toBe('enter_totp')
    expect((await take(keypad.goBack(login.id))).next.action).toBe('choose_factor')
    await take(keypad.chooseFactor(login.id, { factor: 'totp' }))
    const waiting = take(
      keypad.waitForLogin(login.id, { since: (await take(keypad.readLogin(login.id))).version }),
    )
    const done = await take(keypad.answerLogin(login.id, { code: totpCode(secret, 1) }))
    expect((await waiting).status).toBe('done')
    expect(await take(keypad.introspectSession({ token: sessionOf(done) }))).toMatchObject({ active: true })
    const stepUp = await take(keypad.as(sessionOf(done)).stepUp())
    expect(stepUp).toMatchObject({ status: 'pending', next: { action: 'choose_factor' } })
  })

  it('of logins that ask who, and for a PIN', async () => {
    await take(keypad.replacePolicy('clerk', { required: true, factors: ['pin'] }))
    const one = { username: 'two-profiles', display_name: 'Robin Dale', user_type: 'clerk' }
    const { id } = await take(keypad.createAccount({ ...one, password: PASSWORD }))
    await take(keypad.createAccount({ ...one, user_type: 'patient' }))
    const login = await logIn(one.username)
    expect(login.next.action).toBe('choose_profile')
    expect((await take(keypad.chooseProfile(login.id, { account_id: id }))).next.action).toBe('enroll_pin')
    const pin = '402917'
    expect((await take(keypad.choosePin(login.id, { pin, pin_confirmation: pin }))).status).toBe('done')
  })

  it('of logins that ask for a number', async () => {
    await take(keypad.replacePolicy('guest', { required: true, factors: ['sms'] }))
    const { username, phone, session } = await registerSomebody('guest')
    await take(session.changeOwnPhone({ phone: freshPhone() }))
    const logInAgain = async () => {
      const { id } = await logIn(username)
      return take(keypad.answerLogin(id, { code: await phone.waitForCode() }))
    }
    const first = await logInAgain()
    expect(first.next).toMatchObject({ action: 'provide_phone', skippable: true })
    expect((await take(keypad.skipLoginStep(first.id))).status).toBe('done')
    const second = await logInAgain()
    const asked = await take(keypad.providePhone(second.id, { phone: freshPhone() }))
    expect(asked.next.action).toBe('enter_code')
  })

  it('of what people do for themselves', async () => {
    const { username, phone, session } = await registerSomebody()
    expect(await take(session.readMe())).toMatchObject({ account: { username } })
    const number = freshPhone()
    await take(session.changeOwnPhone({ phone: number }))
    await stack.database.query('update verifications set resend_at = now()')
    await take(session.sendOwnPhoneCode({ channel: 'sms' }))
    const { phone: proven } = await take(
      session.checkOwnPhoneCode({ code: await phoneOf(number).waitForCode() }),
    )
    expect(proven.pending_masked).toBeNull()
    expect((await phone.messages()).length).toBeGreaterThan(1)
    await take(session.changeOwnPhone({ phone: freshPhone() }))
    expect(await take(session.dropOwnPendingPhone())).toBeNull()
    expect((await take(session.makeRecoveryCodes())).codes).toHaveLength(10)
    const pin = '402917'
    expect(await take(session.changeOwnPin({ pin, pin_confirmation: pin }))).toMatchObject({
      factors: { pin: true },
    })
    const { secret } = await take(session.setUpTotp())
    await take(session.confirmTotp({ code: totpCode(secret) }))
    await take(session.disableTotp({ code: totpCode(secret, 1) }))
    await take(session.changeOwnPassword({ current_password: PASSWORD, new_password: `${PASSWORD}-anew` }))
  })

  it('of sessions and forgotten passwords', async () => {
    const { username, email, session } = await registerSomebody()
    await take(keypad.requestPasswordReset({ username }))
    const { text } = await mailOf(email).waitForMail()
    const token = /token=([\w-]+)/.exec(text)?.[1] ?? ''
    const [own] = (await take(session.listOwnSessions({ limit: 5 }))).data
    expect(own).toMatchObject({ current: true })
    expect(await take(session.endOwnSession(own!.id))).toBeNull()
    expect(await session.readMe()).toMatchObject({ ok: false, status: 401, problem: { code: 'key_invalid' } })
    expect(await take(keypad.confirmPasswordReset({ token, new_password: `${PASSWORD}-anew` }))).toEqual({})
  })

  it('of accounts, organizations and policies', async () => {
    const { id } = await take(keypad.createOrganization({ name: 'Riverside', country: 'NL' }))
    expect(await take(keypad.readOrganization(id))).toMatchObject({ name: 'Riverside' })
    expect((await take(keypad.listOrganizations({ limit: 1 }))).data[0]?.id).toBe(id)
    await take(keypad.replaceOrganizationPolicy(id, 'doctor', { required: true }))
    expect((await take(keypad.listPolicies())).data[0]).toMatchObject({ organization_id: id })
    const person = { username: 'doctor', display_name: 'Jo Mills', user_type: 'doctor' }
    const account = await take(keypad.createAccount(person))
    expect(await take(keypad.addMembership(account.id, id))).toMatchObject({ organization_ids: [id] })
    expect(await take(keypad.readAccountPolicy(account.id))).toMatchObject({
      rule: { level: 'organization' },
    })
    expect(await take(keypad.removeMembership(account.id, id))).toBeNull()
    const changed = await take(keypad.changeAccount(account.id, { factor_override: 'exempt' }))
    expect(await take(keypad.readAccount(account.id))).toEqual(changed)
    expect((await take(keypad.listAccounts())).data.map((one) => one.id)).toContain(account.id)
  })

  it('of what owners see', async () => {
    const today = new Date().toISOString().slice(0, 10)
    const { verifications } = await take(keypad.readDeliverySummary({ from: today, to: today }))
    expect(verifications.length).toBeGreaterThan(0)
    expect((await take(keypad.listOwnActs())).has_more).toBe(false)
    const preview = await take(keypad.previewPolicy({ user_type: 'nobody', rule: { required: true } }))
    expect(preview).toMatchObject({ people: 0, is_partial: false })
  })

  it('of support', async () => {
    const { account, username } = await registerSomebody()
    const { id } = account
    expect((await take(keypad.searchAccounts({ q: username }))).data).toMatchObject([
      { id, matched_by: 'username' },
    ])
    expect((await take(keypad.readSupportAccount(id, { locale: 'en-GB' }))).verdict).toMatch(/\w/)
    const timeline = await take(keypad.readTimeline(id, { limit: 3 }))
    expect([timeline.data.length, timeline.has_more]).toEqual([3, true])
    expect((await take(keypad.showNumber(id, { reason }))).phone).toMatch(/^\+31/)
    expect(await take(keypad.unblockAccount(id, { reason }))).toEqual({
      limit: 'account',
      was_limited: false,
    })
    expect(await take(keypad.sendTestMessage(id, { reason }))).toMatchObject({ channel: 'sms' })
    expect((await take(keypad.issueBypass(id, { reason, identity_checks }))).kind).toBe('code')
    expect((await take(keypad.resetPassword(id, { reason }))).link).toMatch(/token=/)
    expect(
      (await take(keypad.correctPhone(id, { reason, phone: freshPhone() }))).phone.pending_masked,
    ).toMatch(/••/)
  })

  it('of resets that a second person decides', async () => {
    await take(keypad.replacePolicy('midwife', { reset_approval: 'second_person' }))
    const { account } = await registerSomebody('midwife')
    const ask = () => take(keypad.requestFactorReset(account.id, { reason, factor: 'sms', identity_checks }))
    const approver = keypad.as((await signIn(stack, 'approver')).token)
    const first = await ask()
    expect(first.status).toBe('waiting')
    expect((await take(keypad.listFactorResets())).data).toMatchObject([{ id: first.id }])
    expect(await take(approver.rejectFactorReset(first.id, { reason }))).toMatchObject({ status: 'rejected' })
    expect(await take(approver.approveFactorReset((await ask()).id, { reason }))).toMatchObject({
      status: 'approved',
    })
  })

  it('of the audit trail', async () => {
    const page = await until('events are in the trail', async () => {
      const { data } = await take(keypad.readAudit({ kind: 'reset_approved', limit: 1 }))
      return data[0]
    })
    const entries: AuditEntry[] = []
    for await (const entry of await take(keypad.exportAudit({ kind: 'reset_approved' }))) entries.push(entry)
    expect(entries).toEqual([page])
    expect(await take(keypad.verifyAudit())).toMatchObject({ intact: true })
  })

  it('of webhooks', async () => {
    const received: string[] = []
    const system = createServer((request, response) => {
      received.push(String(request.headers['webhook-id']))
      response.end()
    })
    await new Promise<void>((resolve) => system.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(system.address() as AddressInfo).port}/alerts`
    const { id, secret } = await take(keypad.addWebhook({ url, kinds: ['bypass_issued'] }))
    expect(secret).toMatch(/^whsec_/)
    expect((await take(keypad.listWebhooks())).data).toMatchObject([{ id, url }])
    const { account } = await registerSomebody()
    await take(keypad.issueBypass(account.id, { reason, identity_checks }))
    const message = await until(
      'a message is there',
      async () => (await take(keypad.listWebhookMessages(id))).data[0],
    )
    expect((await take(keypad.sendWebhookMessage(id, message.id))).id).toBe(message.id)
    await until('the message has come', () => received.includes(message.id))
    expect(await take(keypad.removeWebhook(id))).toBeNull()
    await new Promise((resolve) => system.close(resolve))
  })

  it('was called here, and got its answer', () => {
    const others = ['waitForLogin', 'waitForVerification']
    expect([...answered].toSorted()).toEqual([...Object.keys(ADDRESSES), ...others].toSorted())
  })
})
