import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { countRows, startMany, tell, untilSettled } from './many.ts'

const VERIFICATIONS = 400
const CHECKS_EACH = 25
const WRONG_EACH = 2
const PARALLEL = 32

type Proof = { id: string; code: string }
type Try = Proof & { isRight: boolean }
type Told = Try & { status: number }

/** Ends one of the product's connections 20 times a second, one that works rather than one that idles. Gives what stops it. */
function endBackends(stack: Stack): () => number {
  let ended = 0
  const timer = setInterval(() => {
    void stack.database
      .query<{ ended: number }>(
        `select count(pg_terminate_backend(pid))::int as ended from (
           select pid from pg_stat_activity
           where datname = current_database() and application_name = 'keypad'
           order by state = 'active' desc, random() limit 1) b`,
      )
      .then(([row]) => (ended += row!.ended))
      .catch(() => {})
  }, 50)
  return () => {
    clearInterval(timer)
    return ended
  }
}

/** Verifications whose texts have come, with their codes. */
async function collectProofs(stack: Stack): Promise<Proof[]> {
  const started = await startMany(stack, { count: VERIFICATIONS, parallel: 10 })
  await untilSettled(stack, 60_000)
  expect(started.filter(({ status }) => status !== 201)).toEqual([])
  expect(await countRows(stack)).toEqual({ delivered: VERIFICATIONS })
  const proofs: Proof[] = []
  for (const { id, phone } of started) proofs.push({ id, code: await stack.phones.codeOf(phone) })
  return proofs
}

/** As many tries for each, in an order that mixes everything, the wrong ones somewhat earlier. */
function planTries(proofs: Proof[]): Try[] {
  const tries = Array.from({ length: CHECKS_EACH }, (_, turn) =>
    proofs.map((proof) => ({ ...proof, isRight: turn >= WRONG_EACH })),
  )
  const order = new Map(tries.flat().map((one) => [one, Math.random() + (one.isRight ? 0 : 0.5)]))
  return tries.flat().toSorted((a, b) => order.get(a)! - order.get(b)!)
}

async function tryAll(stack: Stack, tries: Try[]): Promise<Told[]> {
  const told: Told[] = []
  const run = async (): Promise<void> => {
    for (let next = tries.pop(); next; next = tries.pop()) {
      const code = next.isRight ? next.code : next.code === '000000' ? '111111' : '000000'
      // With a key the check is a transaction of several statements, which can be cut off between two of them.
      const headers: Record<string, string> = Math.random() < 0.5 ? {} : { 'idempotency-key': randomUUID() }
      const { status } = await stack.call(
        'POST',
        `/v1/verifications/${next.id}/checks`,
        { code },
        { headers },
      )
      told.push({ ...next, status })
    }
  }
  await Promise.all(Array.from({ length: PARALLEL }, run))
  return told
}

const countBy = (told: Told[]): Record<string, number> =>
  told.reduce<Record<string, number>>(
    (sums, { status }) => ({ ...sums, [status]: (sums[status] ?? 0) + 1 }),
    {},
  )

async function isReady(port: number): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${port}/readyz`)).ok
}

describe('PostgreSQL backends that are ended 20 times a second', () => {
  it('cost no process and no false answer during 10,000 checks', { timeout: 150_000 }, async () => {
    const stack = await startStack({ processes: true, apis: 2, speed: 100 })
    try {
      const tries = planTries(await collectProofs(stack))
      const stop = endBackends(stack)
      const told = await tryAll(stack, tries).finally(stop)
      const ended = stop()
      const from = performance.now()
      const doors = [...stack.children.api, ...stack.children.worker]
      for (const { port } of doors) await until('ready again', () => isReady(port), 10_000)
      tell('backends ended', {
        ended,
        answers: countBy(told),
        readyAfterMs: Math.round(performance.now() - from),
      })
      expect(Object.keys(countBy(told)).filter((status) => !/200|409|422|503/.test(status))).toEqual([])
      expect(told.filter(({ isRight, status }) => !isRight && status === 200)).toEqual([])
      const approvals = told.filter(({ status }) => status === 200).map(({ id }) => id)
      expect(new Set(approvals).size).toBe(approvals.length)
      for (const door of doors) expect(await isReady(door.port)).toBe(true)
      await expectEventsToAgree(stack)
      expect(await countRows(stack)).toEqual({ delivered: VERIFICATIONS })
    } finally {
      await stack.close()
    }
  })
})

/** One event per approval and per evaluated try, whatever was cut off in between. */
async function expectEventsToAgree(stack: Stack): Promise<void> {
  const wrong = await stack.database.query(
    `select v.id from verifications v
     where v.tries <> (select count(*) from events e where e.verification_id = v.id and e.kind = 'code_tried')
        or (v.status = 'approved')::int <> (
          select count(*) from events e where e.verification_id = v.id and e.kind = 'approved')`,
  )
  expect(wrong).toEqual([])
}
