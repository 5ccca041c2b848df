import { afterAll, beforeAll, expect, it } from 'vitest'
import { readId } from '#core/ids.ts'
import { openActs, setRule } from '#test/api/support/acts-lab.ts'
import type { Acts } from '#test/api/support/acts-lab.ts'
import type { Reply } from '#test/harness/http-client.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'

let stack: Stack
let acts: Acts
beforeAll(async () => {
  stack = await startStack({ apis: 2, workers: 0, processes: true })
  acts = openActs(stack)
  await setRule(stack, 'doctor', { required: true, factors: ['totp'], reset_approval: 'second_person' })
  await setRule(stack, 'manager', { required: true, factors: ['totp'], bypass: 'open' })
})
afterAll(async () => {
  await acts?.close()
  await stack?.close()
})

/** Somebody whose portal checks the password, so that a login costs no hash. */
async function addPerson(userType: string, subject: string) {
  const person = await acts.lab.addPerson({ userType, totp: true, phone: null })
  await stack.database.query('update accounts set subject_id = $2 where id = $1', [person.accountId, subject])
  const logIn = () => stack.call('POST', '/v1/logins', { subject_id: subject, password_checked: true })
  return { account: person.account, logIn }
}

const times = <T>(count: number, ask: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => ask(index)))
const isIn = ({ body }: Reply) => body.next?.action === 'done'
const countUsed = async (account: string) => (await acts.eventsOf(account, ['bypass_used'])).length

it('a hundred logins at once on one open bypass: one gets in', async () => {
  const { account, logIn } = await addPerson('manager', 'open-1')
  await acts.bypass(null, account)
  const replies = await times(100, logIn)
  expect(replies.map(({ status }) => status)).toEqual(Array(100).fill(201))
  expect(replies.filter(isIn)).toHaveLength(1)
  expect(await countUsed(account)).toBe(1)
  expect(
    await stack.database.query('select from sessions where account_id = $1 and enroll_only', [
      readId('acc', account),
    ]),
  ).toHaveLength(1)
})

it('a hundred answers at once with one bypass code, from a hundred logins: one gets in', async () => {
  const { account, logIn } = await addPerson('doctor', 'code-1')
  const { code } = (await acts.bypass(null, account)).body
  const logins = await times(100, logIn)
  expect(logins.every(({ body }) => body.next.action === 'enter_bypass_code')).toBe(true)
  const replies = await times(100, (index) => acts.answer(logins[index]!, code))
  expect(replies.filter(isIn)).toHaveLength(1)
  expect(replies.filter(({ status }) => status >= 500)).toEqual([])
  expect(await countUsed(account)).toBe(1)
})

it('twenty approvals at once of one request: one counts', async () => {
  const { account } = await addPerson('doctor', 'reset-1')
  const approvers = await times(20, () => acts.staff('approver'))
  const checks = { factor: 'totp', identity_checks: [{ kind: 'passport', passed: true }] }
  const { body } = await acts.act(null, account, 'factor-resets', checks)
  const replies = await times(20, (index) => acts.decide(approvers[index]!, body.id, 'approve'))
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, ...Array(19).fill(409)])
  expect(await acts.eventsOf(account, ['reset_approved'])).toHaveLength(1)
})

it('forty bypasses at once by one member of staff, for forty people: five are given out', async () => {
  const lead = await acts.staff('lead')
  const people = await times(40, () => acts.lab.addPerson({ phone: null }))
  const replies = await times(40, (index) => acts.bypass(lead, people[index]!.account))
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(5)
  expect(replies.filter(({ body }) => body.code === 'second_person_required')).toHaveLength(35)
}, 60_000)
