import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOfApp, wrongCodeOfApp } from '#test/harness/app-codes.ts'
import { answerPhone } from '#test/harness/answer-phone.ts'
import { switchAppOn } from '#test/harness/people.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { eventsOf, makeAppUser, makePhoneUser, many, sessionsOf, startRace, tally } from './racers.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startRace()
})
afterAll(() => stack?.close())

describe('two hundred logins of one account at once', () => {
  it('with five guesses each: ten are evaluated, and the right code afterwards is not', async () => {
    const person = await makeAppUser(stack)
    const logins = await many(200, person.begin)
    const wrong = wrongCodeOfApp(person.secret)
    const replies = await many(1_000, (index) => logins[index % 200]!.answer(wrong))
    const counts = tally(replies)
    expect(counts['code_incorrect']).toBe(10)
    expect(Object.keys(counts).toSorted()).toEqual(['code_incorrect', 'step_not_expected'])
    const before = await eventsOf(stack, person.accountId)
    expect(before).toMatchObject({ factor_tried: 10, locked: 1 })
    const right = await many(50, (index) => logins[index]!.answer(codeOfApp(person.secret)))
    expect(Object.keys(tally(right))).toEqual(['step_not_expected'])
    expect((await eventsOf(stack, person.accountId))['factor_tried']).toBe(before['factor_tried'])
    expect((await logins[7]!.read()).body.next).toMatchObject({
      action: 'contact_support',
      reason: 'too_many_wrong',
    })
    expect(await sessionsOf(stack, person.accountId)).toBe(1)
  })

  it('by every way together: ten are evaluated over texts, apps and logins', async () => {
    const person = await makePhoneUser(stack, 'by_any')
    const secret = await switchAppOn(stack, person.token)
    const logins = await many(40, async (index) => {
      const login = await person.begin()
      await login.post('factor', { factor: index % 2 === 0 ? 'sms' : 'totp' })
      return login
    })
    const before = await eventsOf(stack, person.accountId)
    const wrong = wrongCodeOfApp(secret, 3)
    const counts = tally(await many(400, (index) => logins[index % 40]!.answer(wrong)))
    const after = await eventsOf(stack, person.accountId)
    const grown = (kind: string) => (after[kind] ?? 0) - (before[kind] ?? 0)
    expect(counts['code_incorrect']).toBe(10)
    expect(grown('factor_tried') + grown('code_tried')).toBe(10)
    expect(counts['done']).toBeUndefined()
  })

  it.each(['sms', 'call'])('locks the finishing door too, for what went out by %s before', async (way) => {
    const person = await makePhoneUser(stack, 'by_any')
    const secret = await switchAppOn(stack, person.token)
    const [login, guesses, more] = [await person.begin(), await person.begin(), await person.begin()]
    await login.post('factor', { factor: way })
    const answer =
      way === 'sms' ? await stack.phones.codeOf(person.phone) : (await answerPhone(stack, person.phone)).sid
    for (const guess of [guesses, more]) {
      await guess.post('factor', { factor: 'totp' })
      for (let tries = 0; tries < 5; tries++) await guess.answer(wrongCodeOfApp(secret))
    }
    if (way === 'sms') expect((await login.answer(answer)).body.code).toBe('step_not_expected')
    else await stack.phones.press(answer, '1')
    expect((await login.read('?wait=1')).body.next).toMatchObject({
      action: 'contact_support',
      reason: 'too_many_wrong',
    })
    expect(await eventsOf(stack, person.accountId)).toMatchObject({ approved: 1, locked: 1 })
    expect(await sessionsOf(stack, person.accountId)).toBe(1)
  })
})

describe('a call', () => {
  const call = async () => {
    const person = await makePhoneUser(stack, 'by_call')
    const login = await person.begin()
    expect(login.next).toMatchObject({ action: 'answer_call' })
    const { version } = (await login.read()).body
    // A page waits at each process; the carrier reports the key to one of them.
    const waiting = [0, 1].map((at) =>
      until('the login moves on', async () => {
        const asked = { token: null, at }
        const path = `/v1/logins/${login.id}?wait=25&since=${version}`
        const { body } = await stack.call('GET', path, undefined, { ...asked, token: stack.tenant.secretKey })
        return body.status === 'pending' ? null : body
      }),
    )
    return { person, waiting, sid: (await answerPhone(stack, person.phone)).sid }
  }

  it('confirmed with 1 finishes the login for the pages that wait, at both processes', async () => {
    const { person, waiting, sid } = await call()
    await stack.phones.press(sid, '1')
    for (const body of await Promise.all(waiting))
      expect(body).toMatchObject({ status: 'done', next: { session: { amr: ['pwd', 'tel_press1', 'mfa'] } } })
    expect(await sessionsOf(stack, person.accountId)).toBe(2)
  })

  it('answered with 9 ends it', async () => {
    const { person, waiting, sid } = await call()
    await stack.phones.press(sid, '9')
    for (const body of await Promise.all(waiting))
      expect(body).toMatchObject({ status: 'failed', next: { action: 'contact_support', reason: 'denied' } })
    expect(await sessionsOf(stack, person.accountId)).toBe(1)
  })
})
