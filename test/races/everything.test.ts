import { afterAll, beforeAll, expect, it } from 'vitest'
import { readId } from '#core/ids.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { callbackUrls, postForm } from '#test/harness/sign-callback.ts'
import { ACCOUNT } from '#test/harness/simulator.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ apis: 2, workers: 0 })
})
afterAll(() => stack?.close())

const REF = `CA${'77'.repeat(16)}`
const HEAD = { AccountSid: ACCOUNT.sid, CallSid: REF }

/** A call that was answered, and whose next resend is possible at once. */
const startCall = async (subject: string) => {
  const { body } = await stack.call('POST', '/v1/verifications', {
    ...{
      to: freshPhone(),
      channel: 'call',
      call_mode: 'match_digits',
      subject_id: subject,
      purpose: 'login',
    },
  })
  const delivery = readId('dlv', body.deliveries[0]!.id)!
  await stack.database.query(
    `update deliveries set status = 'answered', carrier_ref = $2, due_at = null, answered_at = now() - interval '9 s' where id = $1`,
    [delivery, REF],
  )
  await stack.database.query('update verifications set resend_at = now() where id = $1', [
    readId('ver', body.id),
  ])
  return { id: body.id, digits: body.match_digits!, urls: callbackUrls(stack, delivery) }
}

it('whatever happens to one verification at once, nothing breaks, and it ends once or not at all', async () => {
  for (let round = 0; round < 12; round++) {
    const { id, digits, urls } = await startCall(`subject-${round}`)
    const path = `/v1/verifications/${id}`
    const acts: (() => Promise<{ status: number }>)[] = [
      ...Array.from(
        { length: 6 },
        (_, n) => () => stack.call('POST', `${path}/checks`, { code: `00000${n}` }),
      ),
      ...Array.from({ length: 4 }, () => () => postForm(urls.keys(0), { ...HEAD, Digits: digits })),
      () => postForm(urls.keys(0), { ...HEAD, Digits: '9' }),
      () => postForm(urls.keys(0), { ...HEAD, Digits: '88' }),
      ...['ringing', 'in-progress', 'completed', 'completed'].map(
        (CallStatus) => () => postForm(urls.call, { ...HEAD, CallStatus, CallDuration: '9' }),
      ),
      ...Array.from({ length: 3 }, () => () => stack.call('POST', `${path}/sends`, { channel: 'sms' })),
      () => stack.call('POST', `${path}/cancel`),
      () => stack.call('GET', path),
      () => stack.call('GET', `${path}/why`),
      () =>
        stack.call('POST', '/v1/verifications', {
          ...{ to: freshPhone(), channel: 'sms', subject_id: `subject-${round}`, purpose: 'login' },
        }),
    ]
    const order = acts.map((act, index) => ({ act, at: (index * (2 * round + 1)) % 29 }))
    const answers = await Promise.all(order.toSorted((a, b) => a.at - b.at).map(({ act }) => act()))
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    const { body } = await stack.call('GET', path)
    const ends = await stack.database.query<{ kind: string }>(
      `select kind from events where verification_id = $1 and kind in ('approved', 'locked', 'canceled', 'denied', 'expired')`,
      [readId('ver', id)],
    )
    expect(ends.map(({ kind }) => kind)).toEqual(body.status === 'pending' ? [] : [body.status])
    const tried = await stack.database.query(
      `select from events where verification_id = $1 and kind = 'code_tried'`,
      [readId('ver', id)],
    )
    expect(tried.length).toBe(5 - body.tries_left)
    const [live] = await stack.database.query(
      `select count(*)::int as n from verifications where subject_id = $1 and status = 'pending'`,
      [`subject-${round}`],
    )
    expect(live).toEqual({ n: 1 })
  }
})
