/**
 * Whatever staff do in whatever order, under whichever of their profiles: nobody acts on themselves, and nobody decides
 * what they asked for. Judged by what the database holds afterwards, not by what the answers said.
 */
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readId } from '#core/ids.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { ACTS, openActs, setRule } from './acts-lab.ts'
import type { Acts, Staff } from './acts-lab.ts'

const RUNS = 25
const MOVES = 30
const PEOPLE = ['lead', 'approver', 'admin', 'owner', 'lead'] as const

let stack: Stack
let acts: Acts
const staff: Staff[] = []
const accounts: string[] = []
beforeAll(async () => {
  stack = await startStack({ workers: 0, apis: 2 })
  acts = openActs(stack)
  for (const type of ['employee', 'patient'])
    await setRule(stack, type, { required: true, factors: ['totp', 'sms'], reset_approval: 'second_person' })
  for (const role of PEOPLE) await addStaff(role)
  for (let count = 0; count < 2; count++) accounts.push((await acts.lab.addPerson({ totp: true })).account)
})
afterAll(async () => {
  await acts?.close()
  await stack?.close()
})

/** Somebody with a role, who has two profiles that may do the same. */
async function addStaff(role: string): Promise<void> {
  const first = await acts.staff(role)
  const second = await acts.addProfile(first, { role, user_type: 'employee' })
  staff.push(first, { id: second, token: await sessionOf(second) })
  accounts.push(first.id, second)
}

async function sessionOf(account: string): Promise<string> {
  const at = { tenantId: stack.tenant.id, accountId: readId('acc', account)! }
  return (await acts.lab.logIn(at, { amr: ['pwd'] })).token
}

type Move = { who: number; to: number; act: number }
const move = fc.record({ who: fc.nat(), to: fc.nat(), act: fc.nat(ACTS.length + 2) })

it('holds in random sequences', async () => {
  const run = async (moves: Move[]) => {
    const resets: string[] = []
    for (const made of moves) await play(made, resets)
    expect(await findBroken()).toEqual([])
  }
  await fc.assert(fc.asyncProperty(fc.array(move, { minLength: MOVES, maxLength: MOVES }), run), {
    numRuns: RUNS,
  })
  const [done] = await stack.database.query<{ acts: number; decided: number; refused: number }>(
    `select (select count(*)::int from bypasses) as acts,
       (select count(*)::int from factor_resets where decided_by is not null) as decided`,
  )
  // Otherwise the sequences would show nothing.
  expect(done?.acts).toBeGreaterThan(10)
  expect(done?.decided).toBeGreaterThan(5)
}, 120_000)

async function play({ who, to, act }: Move, resets: string[]): Promise<void> {
  const by = staff[who % staff.length]!
  // A reset ends the sessions of whoever is helped; they log in again.
  const asker = { id: by.id, token: by.token }
  const [name, body] = ACTS[act] ?? []
  const reset = resets[to % Math.max(1, resets.length)]
  if (name === undefined)
    return void (reset && (await acts.decide(asker, reset, act % 2 ? 'approve' : 'reject')))
  const { status, body: answer } = await acts.act(asker, accounts[to % accounts.length]!, name, body)
  if (status === 401) by.token = await sessionOf(by.id)
  if (name === 'factor-resets' && status === 202) resets.push(answer.id)
}

/** Acts of somebody on an account of their own, and decisions of somebody on a request of their own. */
function findBroken(): Promise<object[]> {
  const person = (id: string) => `(select coalesce(a.credential_id, a.id) from accounts a where a.id = ${id})`
  const actor = (id: string) => person(`(select n.id from names n where n.name = ${id})`)
  const names = [...new Set([...staff.map(({ id }) => id), ...accounts])]
  return stack.database.query(
    `with names as (select * from unnest($1::text[], $2::uuid[]) as n (name, id))
     select e.kind from events e where e.data ? 'reason' and ${actor('e.actor')} = ${person('e.account_id')}
     union all
     select 'issued' from bypasses b where ${actor('b.issued_by')} = ${person('b.account_id')}
     union all
     select r.status from factor_resets r
     where ${actor('r.requested_by')} = ${person('r.account_id')} or ${actor('r.decided_by')} = ${person('r.account_id')}
       or ${actor('r.decided_by')} = ${actor('r.requested_by')}`,
    [names, names.map((name) => readId('acc', name))],
  )
}
