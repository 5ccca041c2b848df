import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readId } from '#core/ids.ts'
import { answerPhone, eventsOf, pressAndListen } from '#test/harness/answer-phone.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { BACKENDS, startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

describe.each(BACKENDS)('a phone is proven by a call, queue on %s', { concurrent: true }, (backend) => {
  let stack: Stack
  beforeAll(async () => {
    stack = await startStack({ backend, speed: 5 })
  })
  afterAll(() => stack?.close())

  const start = async (to: string, more: object = {}) =>
    stack.call('POST', '/v1/verifications', { to, channel: 'call', ...more })
  const read = async (id: string) => (await stack.call('GET', `/v1/verifications/${id}`)).body
  const check = (id: string, code: string) => stack.call('POST', `/v1/verifications/${id}/checks`, { code })
  const ended = (id: string, status: string) =>
    until(`${id} is ${status}`, async () => (await read(id)).status === status)
  const prove = async (to: string, subject: string) => {
    const { body } = await stack.call('POST', '/v1/verifications', {
      to,
      channel: 'sms',
      subject_id: subject,
    })
    const approved = await check(body.id, await stack.phones.codeOf(to))
    expect(approved.status).toBe(200)
  }

  it('match_digits: the two digits on the screen approve it, and are wiped then', async () => {
    const to = freshPhone()
    const { status, body } = await start(to, { call_mode: 'match_digits' })
    expect([status, body['call_mode']]).toEqual([201, 'match_digits'])
    expect(body.match_digits).toMatch(/^[1-8]{2}$/)
    await answerPhone(stack, to)
    await pressAndListen(stack, to, body.match_digits!)
    await ended(body.id, 'approved')
    expect(await read(body.id)).toMatchObject({ match_digits: null, tries_left: 4 })
    const [call] = await stack.phones.calls(to)
    expect(call?.said.at(-1)).toMatch(/Thank you/)
    expect(await eventsOf(stack, readId('ver', body.id)!)).toEqual(
      expect.arrayContaining(['call_answered', 'key_pressed', 'code_tried', 'approved']),
    )
  })

  it('spoken_code, the default: after a key it says the code, twice again on request, and checks take it', async () => {
    const to = freshPhone()
    const { body } = await start(to)
    expect([body['call_mode'], body.match_digits]).toEqual(['spoken_code', null])
    await answerPhone(stack, to)
    const codes: string[] = []
    for (const key of ['1', '1', '2']) {
      const before = (await stack.phones.calls(to))[0]!.said.length
      await pressAndListen(stack, to, key)
      const call = await until('it offers to repeat, or ends', async () => {
        const now = (await stack.phones.calls(to))[0]!
        const isReading = now.said.length > before && !now.waiting_for_digits && now.status === 'in-progress'
        return isReading ? null : now
      })
      codes.push(codeIn(call.said.slice(before).join(' ')))
    }
    expect(new Set(codes).size).toBe(1)
    expect(await read(body.id)).toMatchObject({ status: 'pending', tries_left: 5 })
    const approved = await check(body.id, codes[0]!)
    expect([approved.status, approved.body.status]).toEqual([200, 'approved'])
  })

  it('press_1: only for a login on a number that the same subject proved', async () => {
    const to = freshPhone()
    const asked = { call_mode: 'press_1', purpose: 'login', subject_id: 'patient-7' }
    const early = await start(to, asked)
    expect([early.status, early.body.code]).toEqual([422, 'call_mode_not_allowed'])
    await prove(to, 'patient-7')
    for (const other of [
      { ...asked, subject_id: 'patient-8' },
      { ...asked, purpose: 'registration' },
      { ...asked, purpose: 'phone_change' },
      { call_mode: 'press_1', purpose: 'login' },
    ])
      expect((await start(to, other)).body.code).toBe('call_mode_not_allowed')
    expect((await start(freshPhone(), asked)).body.code).toBe('call_mode_not_allowed')
    const { status, body } = await start(to, asked)
    expect([status, body.match_digits]).toEqual([201, null])
    await answerPhone(stack, to)
    await pressAndListen(stack, to, '1')
    await ended(body.id, 'approved')
    // The goodbye may still be spoken, but the phone is free.
    expect((await start(to, asked)).status).toBe(201)
  })

  it.each(['spoken_code', 'match_digits', 'press_1'])('%s: 9 means "not me", for good', async (mode) => {
    const to = freshPhone()
    await prove(to, `denier-${mode}`)
    const { body } = await start(to, { call_mode: mode, purpose: 'login', subject_id: `denier-${mode}` })
    await answerPhone(stack, to)
    await pressAndListen(stack, to, '9')
    if (mode === 'match_digits') expect((await read(body.id)).status).toMatch(/pending|denied/)
    await ended(body.id, 'denied')
    const late = await check(body.id, '123456')
    expect([late.status, late.body.code]).toEqual([409, 'verification_finished'])
    expect(await eventsOf(stack, readId('ver', body.id)!)).toContain('denied')
    expect((await stack.phones.calls(to))[0]?.said.join(' ')).toMatch(/Thank you for telling us/)
  })

  it('a wrong key is asked for again twice, each spends a try, and the third ends the call', async () => {
    const to = freshPhone()
    const { body } = await start(to, { call_mode: 'match_digits' })
    const wrong = body.match_digits === '11' ? '22' : '11'
    await answerPhone(stack, to)
    for (const left of [4, 3, 2]) {
      await pressAndListen(stack, to, wrong)
      expect((await read(body.id)).tries_left).toBe(left)
      if (left > 2) await stack.phones.listeningCall(to)
    }
    await until('the call has ended', async () => (await stack.phones.calls(to))[0]?.status === 'completed')
    expect(await read(body.id)).toMatchObject({ status: 'pending', tries_left: 2 })
  })
})

/** The six digits that a call read out three times, however its words group them. */
function codeIn(said: string): string {
  const digits = said.replaceAll(/\D/g, '')
  const code = digits.slice(0, 6)
  expect(digits.startsWith(code.repeat(3))).toBe(true)
  return code
}
