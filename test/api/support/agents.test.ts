import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readId } from '#core/ids.ts'
import { codeOfApp, wrongCodeOf } from '#test/api/me/me-lab.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { openActs, seen, setRule } from './acts-lab.ts'
import type { Acts } from './acts-lab.ts'

let stack: Stack
let acts: Acts
beforeAll(async () => {
  stack = await startStack()
  acts = openActs(stack)
  await setRule(stack, 'doctor', { required: true, factors: ['totp', 'sms'] })
})
afterAll(async () => {
  await acts?.close()
  await stack?.close()
})

describe('unblock', () => {
  it('ends the pause, and leaves counters, ladder, number and factors as they are', async () => {
    const patient = await acts.lab.addPerson()
    const id = readId('acc', patient.account)
    const set = `update accounts set locked_until = now() + interval '1 hour', lock_step = 2, failures_in_row = 3,
      failed_at = array[now() - interval '2 hours'] where id = $1`
    await stack.database.query(set, [id])
    const read = () => stack.database.query('select * from accounts where id = $1', [id])
    const [before] = await read()
    expect((await acts.act(null, patient.account, 'unblock')).body).toEqual({
      limit: 'account',
      was_limited: true,
    })
    expect(await read()).toEqual([{ ...before, locked_until: null }])
    expect((await acts.act(null, patient.account, 'unblock')).body).toMatchObject({ was_limited: false })
  })
  it('lets a number get codes again, but not beyond those of a day', async () => {
    const patient = await acts.lab.addPerson()
    const starts: string[] = []
    for (let round = 0; round < 14; round++) {
      const { body } = await acts.logIn(patient.username)
      starts.push(body.next.resend_at !== undefined && !body.next.verification ? 'limit' : 'sent')
      if (starts.at(-1) === 'limit') {
        const { body: lifted } = await acts.act(null, patient.account, 'unblock', { limit: 'number' })
        expect(lifted).toEqual({ limit: 'number', was_limited: true })
      }
    }
    expect(starts.filter((what) => what === 'sent')).toHaveLength(10)
    expect(starts.slice(0, 6)).toEqual(['sent', 'sent', 'sent', 'sent', 'limit', 'sent'])
  })
  it('a hundred times while somebody guesses lets at most fifty guesses be judged', async () => {
    const patient = await acts.lab.addPerson({ userType: 'doctor', totp: true, phone: null })
    for (let round = 0; round < 100; round++) {
      await acts.act(null, patient.account, 'unblock')
      const login = await acts.logIn(patient.username)
      if (login.body.next.action !== 'enter_totp') continue
      await acts.answer(login, wrongCodeOf(patient.secret))
    }
    const tried = await acts.eventsOf(patient.account, ['factor_tried'])
    expect(tried).toHaveLength(50)
    expect(tried.every(({ data }) => data['right'] === false)).toBe(true)
    const login = await acts.logIn(patient.username)
    expect(login.body.next).toMatchObject({ action: 'contact_support', reason: 'too_many_wrong_lately' })
    expect(seen(await acts.answer(login, codeOfApp(patient.secret)))).toEqual([409, 'step_not_expected'])
  }, 60_000)
})

describe('test-message', () => {
  it('arrives on the handset and carries no code', async () => {
    const patient = await acts.lab.addPerson()
    const { body } = await acts.act(null, patient.account, 'test-message')
    expect(body).toMatchObject({ channel: 'sms', status: 'queued', reason: null })
    const [text] = await until('the test message', async () => {
      const texts = await stack.phones.texts(patient.phone)
      return texts.length > 0 && texts
    })
    expect(text?.body).toMatch(/test message without a code/)
    expect(text?.body).not.toMatch(/\d{4}/)
  })
  it('goes out three times an hour, and to somebody with a number only', async () => {
    const patient = await acts.lab.addPerson()
    for (let round = 0; round < 3; round++)
      expect((await acts.act(null, patient.account, 'test-message')).status).toBe(202)
    expect(seen(await acts.act(null, patient.account, 'test-message'))).toEqual([429, 'sends_exhausted'])
    const nobody = await acts.lab.addPerson({ phone: null })
    expect(seen(await acts.act(null, nobody.account, 'test-message'))).toEqual([409, 'no_number'])
  })
})
