import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOfApp } from '#test/harness/app-codes.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { addAccount, makePerson, open, PASSWORD, switchAppOn, wrongCode } from '#test/harness/people.ts'
import type { TestPerson } from '#test/harness/people.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { startDesk } from './desk-lab.ts'
import type { DeskLab, DeskPage, Staff } from './desk-lab.ts'

let stack: Stack
let lab: DeskLab
beforeAll(async () => {
  stack = await startStack()
  lab = await startDesk(stack)
  await stack.call('PUT', '/v1/policies/patient', { required: true, factors: ['sms', 'totp'] })
  await stack.call('PUT', '/v1/policies/caller', { required: true, factors: ['sms', 'call'] })
})
afterAll(async () => {
  await lab?.close()
  await stack?.close()
})

/** The first of two pages: whatever is typed, the only person found is shown at once. */
async function find(staff: Staff, q: string): Promise<DeskPage> {
  await staff.get('/support')
  const page = await staff.send({ q }, 'name="q"')
  expect([page.status, page.trail.at(-1)]).toEqual([
    200,
    expect.stringMatching(/^\/support\/people\/acc_\w{26}$/),
  ])
  return page
}

const CHECKED = { 'bypass-date_of_birth': 'passed', 'bypass-address': 'passed' }
const verdictOf = ({ html }: DeskPage) => /<h2 id="verdict">(.*?)<\/h2>/.exec(html)?.[1]

/** Somebody who has proven a phone, and now uses an app as well. */
async function makeAppUser(): Promise<TestPerson & { secret: string }> {
  const person = await makePerson(stack)
  const secret = await switchAppOn(stack, person.token)
  return { ...person, secret }
}

describe('a patient is on the line, and staff need two pages', () => {
  it('the app is lost: a one-time bypass is read out, and the patient gets in', async () => {
    const patient = await makeAppUser()
    const staff = await lab.staff('lead')
    const page = await find(staff, patient.username)
    expect(page.text).toContain('Authenticator app Set up')
    const shown = await staff.act('bypass', CHECKED)
    expect(shown.text).toMatch(/One-time bypass .* for .*For one sign-in, until/)
    const code = /id="code"[^>]*>([^<]+)</.exec(shown.html)![1]!
    const login = await open(stack, patient)
    expect(login.next.action).toBe('enter_bypass_code')
    const done = await login.answer(code.toLowerCase())
    expect(done.body.next).toMatchObject({ action: 'done', session: { enroll_only: true } })
  })
  it('the number is wrong: it is corrected, and the patient proves the new one', async () => {
    const wrong = freshPhone()
    await stack.phones.setFate(wrong, 'no_such_number')
    const username = `wrong-${wrong.slice(-6)}`
    const body = { username, password: PASSWORD, phone: wrong }
    const { login, account } = (await stack.call('POST', '/v1/registrations', body)).body
    await stack.call('POST', `/v1/logins/${login.id}/code`)
    await until('the network said so', async () => {
      const { body: seen } = await stack.call('GET', `/v1/support/accounts/${account.id}`)
      return (
        /number_failed|no_such_number|number_unproven/.test(String(seen['verdict_code'])) &&
        !/way|wait/.test(String(seen['verdict']))
      )
    })
    const staff = await lab.staff('lead')
    const page = await find(staff, `0031 ${wrong.slice(3)}`)
    expect(page.html).toMatch(/class="step".*name="act" value="phone"/s)
    const phone = freshPhone()
    const saved = await staff.act('phone', { phone: `0${phone.slice(3)}`, country: 'NL' })
    expect(saved.text).toContain('The number is saved')
    const again = await open(stack, { username, password: PASSWORD })
    const step = again.next.action === 'provide_phone' ? (await again.post('phone', { phone })).body : again
    expect(step.next.action).toBe('enter_code')
    expect((await again.answer(await stack.phones.codeOf(phone))).body.next.action).toBe('done')
  })
  it('too many wrong codes: the help code finds the person, and unblock is the first button', async () => {
    const patient = await makeAppUser()
    const helpCode = await lockOut(patient)
    const staff = await lab.staff('agent')
    const page = await find(staff, helpCode.toLowerCase())
    expect(verdictOf(page)).toMatch(/^Sign-in is paused until/)
    expect(page.html).toMatch(/class="step".*name="act" value="unblock".*<button class="main">Unblock</s)
    const after = await staff.act('unblock')
    expect(after.text).toContain('Unblocked. The patient can try again now.')
    expect(verdictOf(after)).toMatch(/^Staff opened sign-in again/)
    const login = await open(stack, patient)
    await login.post('factor', { factor: 'totp' })
    expect((await login.answer(codeOfApp(patient.secret, 0))).body.next.action).toBe('done')
  })
  it('the phone sent STOP: the verdict says so, and the patient takes a call', async () => {
    const patient = await makePerson(stack, { user_type: 'caller' })
    await stack.phones.setFate(patient.phone, 'opted_out')
    const login = await open(stack, patient)
    await login.post('factor', { factor: 'sms' })
    const staff = await lab.staff('agent')
    await until(
      'the carrier refused',
      async () => (await login.read()).body.next.verification?.deliveries[0]?.reason,
    )
    const page = await find(staff, patient.phone)
    expect(verdictOf(page)).toBe('The patient asked for no more text messages.')
    expect(page.text).toContain('Send the word START to our number, or ask us to call you.')
    await stack.phones.setFate(patient.phone, 'presses_1')
    const again = await open(stack, patient)
    expect((await again.post('factor', { factor: 'call' })).body.next.action).toBe('answer_call')
    const moved = await until('the call was answered', async () => {
      const { body } = await again.read()
      return body.next.action === 'done' && body.next
    })
    expect(moved.session.amr).toContain('tel_press1')
  })
  it('the text never arrives: a test message shows it, and a bypass lets in', async () => {
    const patient = await makePerson(stack)
    await stack.phones.setFate(patient.phone, 'switched_off')
    const login = await open(stack, patient)
    await until(
      'the network gave up',
      async () => (await login.read()).body.next.verification?.deliveries[0]?.reason,
    )
    const staff = await lab.staff('lead')
    const page = await find(staff, patient.username)
    expect(verdictOf(page)).toBe('The phone is off or has no signal.')
    expect(page.html).toMatch(/class="step".*name="act" value="test"/s)
    const shown = await staff.act('bypass', CHECKED)
    const code = /id="code"[^>]*>([^<]+)</.exec(shown.html)![1]!
    const again = await open(stack, patient)
    expect((await again.answer(code)).body.next.action).toBe('done')
  })
})

/** Ten wrong app codes in a row; gives the help code that the patient reads out. */
async function lockOut(patient: TestPerson & { secret: string }): Promise<string> {
  for (let round = 0; round < 3; round++) {
    const login = await open(stack, patient)
    let { next } = login
    if (next.action === 'choose_factor') next = (await login.post('factor', { factor: 'totp' })).body.next
    for (let at = 0; at < 5 && next?.action === 'enter_totp'; at++)
      next = (await login.answer(wrongCode(codeOfApp(patient.secret, at)))).body.next ?? next
    const { body } = await login.read()
    if (body.next.action === 'contact_support' && body.next.reason === 'too_many_wrong')
      return body.next.help_code
  }
  throw new Error('not locked')
}

it('a new person is found by any spelling of the name they sign in with', async () => {
  const { username, accountId } = await addAccount(stack)
  const staff = await lab.staff('viewer')
  const page = await find(staff, `  ${username.toUpperCase()} `)
  expect(page.trail.at(-1)).toBe(`/support/people/${accountId}`)
})
