/**
 * People whose logins race each other over two processes.
 */
import { expect } from 'vitest'
import { readId } from '#core/ids.ts'
import { codeOfApp } from '#test/harness/app-codes.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import type { Reply } from '#test/harness/http-client.ts'
import { follow, setRule } from '#test/harness/people.ts'
import type { Browser } from '#test/harness/people.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'

/** Two API processes, and user types that are named after the ways they may log in. */
export async function startRace(): Promise<Stack> {
  const stack = await startStack({ apis: 2, processes: true, speed: 5 })
  for (const factor of ['totp', 'pin', 'sms', 'call'])
    await setRule(stack, `by_${factor}`, { required: true, factors: [factor] })
  await setRule(stack, 'by_any', { required: true, factors: ['sms', 'call', 'totp'] })
  return stack
}

/** Makes many at once. */
export const many = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)))

/** How often each outcome came. A machine that is busy with other tests may be too slow for all: a 503 was not looked at. */
export function tally(replies: Reply[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { status, body } of replies) {
    const word = status === 200 ? (body.status === 'done' ? 'done' : body.next.action) : body.code
    if (word !== 'unavailable') counts[word] = (counts[word] ?? 0) + 1
  }
  return counts
}

let people = 0
/** Somebody of the portal's own users: their logins cost no password. */
export async function makeSubject(stack: Stack, user_type: string) {
  const subject_id = `racer-${++people}`
  const begin = async (): Promise<Browser> => {
    const started = await stack.call('POST', '/v1/logins', { subject_id, password_checked: true, user_type })
    expect(started.status).toBe(201)
    return follow(stack, started.body)
  }
  return { begin, first: await begin() }
}

/** Somebody whose app is set up. */
export async function makeAppUser(stack: Stack) {
  const { begin, first } = await makeSubject(stack, 'by_totp')
  const done = await first.answer(codeOfApp(first.next.secret, -1))
  const { token, account } = done.body.next.session as unknown as { token: string; account: { id: string } }
  return { begin, token, secret: first.next.secret, accountId: account.id }
}

/** Somebody whose phone is proven. */
export async function makePhoneUser(stack: Stack, user_type: string) {
  const { begin, first } = await makeSubject(stack, user_type)
  const phone = freshPhone()
  await first.post('phone', { phone })
  const done = await first.answer(await stack.phones.codeOf(phone))
  await stack.phones.forget()
  const { token, account } = done.body.next.session as unknown as { token: string; account: { id: string } }
  return { begin, phone, token, accountId: account.id }
}

/** How many events of each kind an account has, its verifications' included. */
export const eventsOf = async (stack: Stack, accountId: string): Promise<Record<string, number>> => {
  const rows = await stack.database.query<{ kind: string; n: number }>(
    `select e.kind, count(*)::int as n from events e left join verifications v on v.id = e.verification_id
     where $1 in (e.account_id, v.account_id) group by 1`,
    [readId('acc', accountId)],
  )
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]))
}
/** How many sessions an account ever had. */
export const sessionsOf = async (stack: Stack, accountId: string): Promise<number> => {
  const [row] = await stack.database.query<{ n: number }>(
    'select count(*)::int as n from sessions where account_id = $1',
    [readId('acc', accountId)],
  )
  return row!.n
}
