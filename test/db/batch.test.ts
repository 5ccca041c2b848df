import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAX_TRIES } from '#core/limits.ts'
import { newUuid } from '#core/new-id.ts'
import { openLine } from '#db/batch.ts'
import { openDatabase } from '#db/client.ts'
import type { Database } from '#db/client.ts'
import { startVerification } from '#db/start-verification.ts'
import type { NewVerification } from '#db/start-verification.ts'
import { insertTenant } from '#db/tenants.ts'
import { checkCode } from '#db/verifications.ts'
import { makeDatabase } from '#test/harness/database.ts'
import type { TestDatabase } from '#test/harness/database.ts'
import { until } from '#test/harness/until.ts'

const ASKER = { actor: 'test', requestId: 'req_test' }
const [RIGHT, WRONG] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
const tenantId = newUuid()

let test: TestDatabase
let database: Database
beforeAll(async () => {
  test = await makeDatabase()
  database = openDatabase(test.url, 8)
  await insertTenant(database, { id: tenantId, name: 'Batch', country: 'NL', locale: 'nl-NL' })
})
afterAll(async () => {
  await database?.close()
  await test?.drop()
})

let made = 0
const freshMark = () => Buffer.from(String(made++).padStart(32, '0'))
const start = (v: Partial<NewVerification> = {}, counter?: { mark: Buffer; cap: number }) => {
  const phone = freshMark()
  const id = newUuid()
  const verification: NewVerification = {
    ...{ id, deliveryId: newUuid(), tenantId, subjectId: null, purpose: 'other', priority: 2 },
    ...{ accountId: null },
    ...{ phoneMarks: [phone], prefixMark: phone, phoneSealed: 'k1.x', toMasked: '+31', country: 'NL' },
    ...{ lineType: 'mobile', locale: 'nl-NL', brand: 'b', channel: 'sms', callMode: null },
    ...{ codeSealed: 'k1.y', codeMark: RIGHT, matchDigits: null, lifeSeconds: 600, resendSeconds: 30 },
    ...{ breakerSends: 100, breakerPercent: 30, ...v },
  }
  const limits = {
    ...{ windowSeconds: [86_400], windowMax: [3], counterMarks: counter ? [counter.mark] : [] },
    ...{ counterSeconds: counter ? [3_600] : [], counterCaps: counter ? [counter.cap] : [] },
  }
  return startVerification(database, verification, { limits, asker: ASKER }).then(({ outcome }) => ({
    id: verification.id,
    outcome,
  }))
}
const startMany = (count: number) => Promise.all(Array.from({ length: count }, () => start()))
const check = (id: string, code: Buffer) =>
  checkCode(database, { id, tenantId, marks: [code], maxTries: MAX_TRIES }, ASKER)
/** In how many transactions the events of a kind were written. */
const commits = async (kind: string, of: { id: string }[]): Promise<number> => {
  const [row] = await test.query<{ commits: number }>(
    `select count(distinct xmin::text)::int as commits from events where kind = $1 and verification_id = any ($2)`,
    [kind, of.map(({ id }) => id)],
  )
  return row!.commits
}

describe('a line', () => {
  /** A line over a database of promises that the test settles itself. */
  const openSlow = () => {
    const sent: {
      items: number[]
      mayWait: boolean
      done(rows: string[]): void
      fail(error: Error): void
    }[] = []
    const line = openLine<number, string>({
      send: (items, mayWait) => new Promise((done, fail) => void sent.push({ items, mayWait, done, fail })),
      isTaken: (row) => row === 'taken',
      isUndone: (error) => (error as Error).message === 'undone',
    })
    const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    return { sent, line, turn }
  }

  it('sends at once where nothing is under way, and together what comes meanwhile, in order', async () => {
    const { sent, line, turn } = openSlow()
    const answers: Promise<string>[] = []
    for (const item of [1, 2, 3, 4]) {
      answers.push(line(item))
      await turn()
    }
    answers.push(...[5, 6, 7].map(line))
    await turn()
    expect(sent.map(({ items }) => items)).toEqual([[1], [2], [3], [4]])
    // Only the first found the line empty, so it alone may wait for a lock.
    expect(sent.map(({ mayWait }) => mayWait)).toEqual([true, false, false, false])
    sent[1]!.done(['two'])
    await turn()
    expect(sent[4]!.items).toEqual([5, 6, 7])
    sent[4]!.done(['five', 'six', 'seven'])
    for (const [index, word] of [
      [0, 'one'],
      [2, 'three'],
      [3, 'four'],
    ] as const)
      sent[index]!.done([word])
    expect(await Promise.all(answers)).toEqual(['one', 'two', 'three', 'four', 'five', 'six', 'seven'])
  })

  it('sends what is taken once more, alone and waiting, and lets the others go on', async () => {
    const { sent, line, turn } = openSlow()
    const [first, second] = [line(1), line(2)]
    await turn()
    sent[0]!.done(['taken', 'two'])
    expect(await second).toBe('two')
    expect(sent[1]).toMatchObject({ items: [1], mayWait: true })
    const answers = [line(3), line(4)]
    await turn()
    sent[2]!.done(['three', 'four'])
    expect(await Promise.all(answers)).toEqual(['three', 'four'])
    sent[1]!.done(['one'])
    expect(await first).toBe('one')
  })

  it('sends each alone after a failure that undid all, and tells everybody of any other', async () => {
    const { sent, line, turn } = openSlow()
    const undone = Promise.allSettled([line(1), line(2)])
    await turn()
    sent[0]!.fail(new Error('undone'))
    await turn()
    expect(sent.slice(1).map(({ items }) => items)).toEqual([[1], [2]])
    sent[1]!.fail(new Error('undone'))
    sent[2]!.done(['two'])
    expect((await undone).map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    const lost = Promise.allSettled([line(3), line(4)])
    await turn()
    sent[3]!.fail(new Error('connection lost'))
    expect((await lost).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(sent).toHaveLength(4)
  })
})

describe('many at once', () => {
  it('go in few commits, and each gets its own answer', async () => {
    const started = await startMany(60)
    expect(await commits('verification_started', started)).toBeLessThan(10)
    const checks = started.map(({ id }, index) => check(id, index % 3 ? WRONG : RIGHT))
    const outcomes = (await Promise.all(checks)).map((checked) => checked?.outcome)
    expect(outcomes).toEqual(started.map((_, index) => (index % 3 ? 'code_incorrect' : 'approved')))
    expect(await commits('code_tried', started)).toBeLessThan(10)
  })

  it('of one verification: five tries are judged, whatever they come with', async () => {
    const { id } = await start()
    const others = await startMany(3)
    const tries = Array.from({ length: 40 }, () => check(id, WRONG))
    const rest = await Promise.all(others.map((other) => check(other.id, RIGHT)))
    const told = (await Promise.all(tries)).map((checked) => checked?.outcome)
    expect(told.filter((outcome) => outcome === 'code_incorrect')).toHaveLength(5)
    expect(told.filter((outcome) => outcome === 'verification_locked')).toHaveLength(35)
    expect(rest.map((checked) => checked?.outcome)).toEqual(['approved', 'approved', 'approved'])
  })

  it('do not wait for one whose verification somebody else holds', async () => {
    const held = await start()
    const others = await startMany(4)
    const all = await database.transaction(async (db) => {
      await db.run({ name: 'hold', text: 'select id from verifications where id = $1 for update' }, [held.id])
      const waiting = check(held.id, RIGHT)
      const rest = await Promise.all(others.map(({ id }) => check(id, RIGHT)))
      expect(rest.map((checked) => checked?.outcome)).toEqual(others.map(() => 'approved'))
      await until('it waits', async () => {
        const rows = await test.query(`select 1 from pg_stat_activity where wait_event_type = 'Lock'`)
        return rows.length === 1
      })
      return { waiting }
    })
    expect((await all.waiting)?.outcome).toBe('approved')
  })

  it('of which some are refused: the others start', async () => {
    const [counter, phone] = [{ mark: freshMark(), cap: 10 }, freshMark()]
    const call: Partial<NewVerification> = {
      ...{ channel: 'call', callMode: 'spoken_code', phoneMarks: [phone] },
    }
    const all = await Promise.all([
      ...Array.from({ length: 20 }, () => start({}, counter)),
      ...Array.from({ length: 5 }, () => start(call)),
      ...Array.from({ length: 5 }, () => start()),
    ])
    const tally = Object.groupBy(all, ({ outcome }) => outcome)
    // Four fifths of a cap are open to numbers that are not proven (security.md SND-7).
    expect(tally['started']).toHaveLength(8 + 1 + 5)
    expect(tally['sends_exhausted']).toHaveLength(12)
    expect(tally['call_in_progress']).toHaveLength(4)
  })

  it('of which one cannot be: the others are, each by itself', async () => {
    const taken = await start()
    const all = await Promise.allSettled([start(), start({ id: taken.id }), start()])
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    const rows = await test.query('select 1 from events where verification_id = $1', [taken.id])
    expect(rows).toHaveLength(2)
  })
})
