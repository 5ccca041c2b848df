import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readId } from '#core/ids.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { callbackUrls, postForm, sign } from '#test/harness/sign-callback.ts'
import type { Form } from '#test/harness/sign-callback.ts'
import { ACCOUNT } from '#test/harness/simulator.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'

let stack: Stack
beforeAll(async () => {
  // No worker: the carrier's side of these calls is played by hand.
  stack = await startStack({ workers: 0 })
})
afterAll(() => stack?.close())

const REF = `CA${'12ab'.repeat(8)}`
const HEAD = { AccountSid: ACCOUNT.sid, CallSid: REF, CallStatus: 'in-progress', ApiVersion: '2010-04-01' }

/** A match-digits call that was answered ten seconds ago. */
const answeredCall = async (mode = 'match_digits') => {
  const started = await stack.call('POST', '/v1/verifications', {
    ...{ to: freshPhone(), channel: 'call', call_mode: mode },
  })
  const { body } = started
  const delivery = readId('dlv', body.deliveries[0]!.id)!
  await stack.database.query(
    `update deliveries set status = 'answered', carrier_ref = $2, due_at = null, posts = 1,
       sending_at = now() - interval '20 s', answered_at = now() - interval '10 s' where id = $1`,
    [delivery, REF],
  )
  const wrong = body.match_digits === '11' ? '22' : '11'
  return { id: body.id, delivery, digits: body.match_digits!, wrong, urls: callbackUrls(stack, delivery) }
}
type AnsweredCall = Awaited<ReturnType<typeof answeredCall>>

const read = async (id: string) => (await stack.call('GET', `/v1/verifications/${id}`)).body
const rowsOf = (call: AnsweredCall) =>
  stack.database.query(
    `select to_jsonb(v) as v, (select json_agg(d) from deliveries d where d.verification_id = v.id) as d,
       (select count(*) from events e where e.verification_id = v.id) as events from verifications v where id = $1`,
    [readId('ver', call.id)],
  )
const endCall = (call: AnsweredCall) =>
  stack.database.query(`update deliveries set status = 'ended' where id = $1`, [call.delivery])

let call: AnsweredCall
beforeEach(async () => {
  call = await answeredCall()
})

it('a signed right key confirms, once, however often it is played again', async () => {
  const form = { ...HEAD, Digits: call.digits, Msg: 'Gather End', SomethingNew: 'from Twilio' }
  const first = await postForm(call.urls.keys(0), form)
  expect([first.status, first.text]).toEqual([200, expect.stringContaining('Thank you')])
  const before = await rowsOf(call)
  for (let count = 0; count < 100; count++)
    expect((await postForm(call.urls.keys(0), form)).text).not.toContain('<Gather')
  expect(await rowsOf(call)).toEqual(before)
  expect((await read(call.id)).status).toBe('approved')
})

describe('forgeries are refused with 403 and change nothing', () => {
  const right = () => ({ ...HEAD, Digits: call.digits })
  const other = (url: string) => url.replace('http://', 'https://')
  const cases: [string, () => Promise<{ status: number }>][] = [
    ['no signature', () => postForm(call.urls.keys(0), right(), null)],
    ['an empty signature', () => postForm(call.urls.keys(0), right(), '')],
    ['a made-up signature', () => postForm(call.urls.keys(0), right(), 'RSOYDt4T1cUTdK1PDd93/VVr8B8=')],
    [
      'another token',
      () => postForm(call.urls.keys(0), right(), sign(call.urls.keys(0), right(), 'x'.repeat(32))),
    ],
    ['the empty token', () => postForm(call.urls.keys(0), right(), sign(call.urls.keys(0), right(), ''))],
    [
      'a signature over another scheme',
      () => postForm(call.urls.keys(0), right(), sign(other(call.urls.keys(0)), right())),
    ],
    [
      'a signature over another form',
      () => postForm(call.urls.keys(0), right(), sign(call.urls.keys(0), { ...right(), Digits: '0' })),
    ],
    [
      'a signature over another round',
      () => postForm(call.urls.keys(1), right(), sign(call.urls.keys(0), right())),
    ],
    [
      'a wrong nonce',
      () => postForm(call.urls.keys(0).replace(/nonce=[\w-]{43}/, `nonce=${'A'.repeat(43)}`), right()),
    ],
    ['no nonce', () => postForm(call.urls.keys(0).replace(/nonce=[\w-]{43}&/, ''), right())],
    ['two nonces', () => postForm(`${call.urls.keys(0)}&${call.urls.keys(0).split('?')[1]}`, right())],
    [
      'the nonce of another delivery',
      async () => {
        const theirs = await answeredCall()
        const nonce = /nonce=([\w-]+)/.exec(theirs.urls.keys(0))![1]!
        return postForm(call.urls.keys(0).replace(/nonce=[\w-]+/, `nonce=${nonce}`), right())
      },
    ],
    ['another account', () => postForm(call.urls.keys(0), { ...right(), AccountSid: `AC${'f'.repeat(32)}` })],
    ['no account', () => postForm(call.urls.keys(0), { CallSid: REF, Digits: call.digits })],
    ['doubled digits', () => postForm(call.urls.keys(0), { ...right(), Digits: [call.digits, call.wrong] })],
    ['a doubled unknown field', () => postForm(call.urls.keys(0), { ...right(), Extra: ['a', 'b'] })],
    ['digits that are none', () => postForm(call.urls.keys(0), { ...right(), Digits: `${call.digits} ` })],
    ['a call id that is none', () => postForm(call.urls.keys(0), { ...right(), CallSid: 'CA1' })],
    ['no round', () => postForm(call.urls.keys(0).replace(/&round=0/, ''), right())],
    [
      'a delivery that does not exist',
      () => {
        const url = callbackUrls(stack, '01890000-0000-7000-8000-000000000000').keys(0)
        return postForm(url, right())
      },
    ],
    [
      'a status callback of another account',
      () => postForm(call.urls.call, { ...HEAD, CallStatus: 'completed', AccountSid: `AC${'0'.repeat(32)}` }),
    ],
    ['a status that is no word', () => postForm(call.urls.call, { ...HEAD, CallStatus: 'Completed!' })],
  ]
  it.each(cases)('%s', async (_what, forge) => {
    const before = await rowsOf(call)
    expect((await forge()).status).toBe(403)
    expect(await rowsOf(call)).toEqual(before)
    await endCall(call)
  })

  it('a JSON body, too, and methods that Twilio does not use', async () => {
    const url = call.urls.keys(0)
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH'])
      expect((await fetch(url, { method })).status).toBe(403)
    const headers = { 'content-type': 'application/json', 'x-twilio-signature': sign(url, {}) }
    const json = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ ...HEAD, Digits: call.digits }),
    })
    expect(json.status).toBe(403)
    expect((await read(call.id)).status).toBe('pending')
  })

  it('more fields than Twilio ever sends, or a longer form, are no mistake of ours', async () => {
    const many = Array.from({ length: 250 }, (_, index) => `f${index}=1`).join('&')
    expect((await postForm(call.urls.keys(0), many, 'x')).status).toBe(413)
    expect((await postForm(call.urls.keys(0), `Digits=${'1'.repeat(17_000)}`, 'x')).status).toBe(413)
  })
})

it('a gather without digits is "no key pressed" and spends nothing', async () => {
  for (const form of [HEAD, { ...HEAD, Digits: '' }]) {
    const { status, text } = await postForm(call.urls.keys(0), form)
    expect([status, text]).toEqual([200, expect.stringMatching(/did not hear a key.*<Hangup/s)])
  }
  expect(await read(call.id)).toMatchObject({ status: 'pending', tries_left: 5 })
})

it.each([
  ['a machine', { AnsweredBy: 'machine_start' }, false],
  ['a machine after its beep', { AnsweredBy: 'machine_end_beep' }, false],
  ['a fax', { AnsweredBy: 'fax' }, false],
  ['a person', { AnsweredBy: 'human' }, true],
  ['nobody knows who', { AnsweredBy: 'unknown' }, true],
  ['a call that is over', { CallStatus: 'completed' }, false],
  ['another call', { CallSid: `CA${'9'.repeat(32)}` }, false],
])('the right key of %s', async (_who, fields, confirms) => {
  const { status } = await postForm(call.urls.keys(0), { ...HEAD, Digits: call.digits, ...fields })
  expect([status, (await read(call.id)).status]).toEqual([200, confirms ? 'approved' : 'pending'])
  expect((await read(call.id)).tries_left).toBe(confirms ? 4 : 5)
})

it('a key after the call has ended confirms nothing, nor does one after the code went out again', async () => {
  await postForm(call.urls.call, { ...HEAD, CallStatus: 'completed', CallDuration: '20' })
  await postForm(call.urls.keys(0), { ...HEAD, Digits: call.digits })
  expect((await read(call.id)).status).toBe('pending')
  const resent = await answeredCall()
  await stack.database.query('update verifications set resend_at = now() where id = $1', [
    readId('ver', resent.id),
  ])
  expect((await stack.call('POST', `/v1/verifications/${resent.id}/sends`, { channel: 'sms' })).status).toBe(
    202,
  )
  const { text } = await postForm(resent.urls.keys(0), { ...HEAD, Digits: resent.digits })
  expect([(await read(resent.id)).status, text.includes('<Gather')]).toEqual(['pending', false])
  await postForm(resent.urls.keys(0), { ...HEAD, Digits: '9' })
  expect((await read(resent.id)).status).toBe('denied')
})

it('the third wrong key is the last that this call may give, even the right one then', async () => {
  for (const round of [0, 1, 2]) await postForm(call.urls.keys(round), { ...HEAD, Digits: call.wrong })
  await postForm(call.urls.keys(3), { ...HEAD, Digits: call.digits })
  expect(await read(call.id)).toMatchObject({ status: 'pending', tries_left: 2 })
})

it('thirty orders of callbacks without the right key confirm nothing', async () => {
  const one = await answeredCall()
  const states = [
    'initiated',
    'ringing',
    'in-progress',
    'completed',
    'busy',
    'no-answer',
    'failed',
    'canceled',
  ]
  const events: ((to: AnsweredCall) => Promise<unknown>)[] = [
    ...states.map(
      (CallStatus) => (to: AnsweredCall) =>
        postForm(to.urls.call, { ...HEAD, CallStatus, CallDuration: '60' }),
    ),
    (to) => postForm(to.urls.call, { ...HEAD, CallStatus: 'completed', AnsweredBy: 'human' }),
    (to) => postForm(to.urls.keys(0), HEAD),
    (to) => postForm(to.urls.keys(0), { ...HEAD, Digits: to.wrong }),
    (to) => postForm(to.urls.keys(1), { ...HEAD, Digits: `${to.digits}1` }),
    (to) => postForm(to.urls.keys(7), { ...HEAD, Digits: to.digits }),
    (to) => postForm(to.urls.keys(0), { ...HEAD, Digits: to.digits, AnsweredBy: 'machine_start' }),
    (to) => postForm(to.urls.keys(0), { ...HEAD, Digits: to.digits, CallSid: `CA${'9'.repeat(32)}` }),
    (to) => postForm(to.urls.keys(0), { ...HEAD, Digits: to.digits }, 'forged'),
    (to) =>
      postForm(to.urls.text, { ...HEAD, MessageSid: `SM${'1'.repeat(32)}`, MessageStatus: 'delivered' }),
  ]
  await endCall(one)
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(events, { minLength: 5 }), async (order) => {
      const to = await answeredCall()
      for (const event of order) await event(to)
      const { status } = await read(to.id)
      await endCall(to)
      return status === 'pending'
    }),
    { numRuns: 30 },
  )
})

it('no way to cut a signed body anew confirms', async () => {
  const one = await answeredCall()
  const signature = sign(one.urls.keys(0), { ...HEAD, Digits: one.wrong, Extra: `Digits${one.digits}` })
  const fields: [string, string][] = Object.entries({
    ...HEAD,
    Digits: one.wrong,
    Extra: `Digits${one.digits}`,
  })
  const joined = fields
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.join(''))
    .join('')
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 1, max: joined.length - 1 }), { minLength: 3, maxLength: 11 }),
      async (cuts) => {
        const points = [0, ...cuts.toSorted((a, b) => a - b), joined.length]
        const pieces = points.slice(1).map((end, index) => joined.slice(points[index], end))
        const form: Form = {}
        for (let at = 0; at < pieces.length; at += 2) form[pieces[at]!] = pieces[at + 1] ?? ''
        await postForm(one.urls.keys(0), form, signature)
        return (await read(one.id)).status === 'pending'
      },
    ),
    { numRuns: 150 },
  )
  expect((await read(one.id)).tries_left).toBeGreaterThanOrEqual(4)
})
