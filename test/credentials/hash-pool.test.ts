import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { HASH_COST, HashPoolBusy, hashText, isHashed, makePool } from '#credentials/hash-pool.ts'

/** Work that ends when it is told to, and says when it began. */
function makeWork() {
  const begun: number[] = []
  const ends: (() => void)[] = []
  const work = (index: number) => async () => {
    begun.push(index)
    await new Promise<void>((resolve) => ends.push(resolve))
    return index
  }
  return { begun, ends, work }
}

/** Lets everything that is already settled go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('the pool', () => {
  test('runs no more at once than it is wide, the others in the order of asking', async () => {
    const { begun, ends, work } = makeWork()
    const pool = makePool(2, 10)
    const results = Promise.all([0, 1, 2, 3, 4].map((index) => pool(work(index))))
    await settle()
    expect(begun).toEqual([0, 1])
    ends.shift()!()
    await settle()
    expect(begun).toEqual([0, 1, 2])
    while (ends.length > 0) {
      ends.shift()!()
      await settle()
      expect(ends.length).toBeLessThanOrEqual(2)
    }
    expect(begun).toEqual([0, 1, 2, 3, 4])
    expect(await results).toEqual([0, 1, 2, 3, 4])
  })

  test('lets nobody who comes late take the place of one who waits', async () => {
    const { begun, ends, work } = makeWork()
    const pool = makePool(1, 10)
    const first = pool(work(0))
    const second = pool(work(1))
    await settle()
    ends.shift()!()
    await first
    const late = pool(work(2))
    await settle()
    expect(begun).toEqual([0, 1])
    ends.shift()!()
    await settle()
    ends.shift()!()
    expect(await Promise.all([second, late])).toEqual([1, 2])
  })

  test('refuses at once what is more than may wait, and takes work again later', async () => {
    const { ends, work } = makeWork()
    const pool = makePool(1, 2)
    const taken = [0, 1, 2].map((index) => pool(work(index)))
    await expect(pool(work(3))).rejects.toBeInstanceOf(HashPoolBusy)
    for (const one of taken) {
      await settle()
      ends.shift()!()
      await one
    }
    expect(await pool(() => Promise.resolve('again'))).toBe('again')
  })

  test('goes on when work fails', async () => {
    const pool = makePool(1, 1)
    const failing = pool(() => Promise.reject(new Error('planted')))
    const next = pool(() => Promise.resolve('next'))
    await expect(failing).rejects.toThrow('planted')
    expect(await next).toBe('next')
  })
})

describe('a storm of hashes', () => {
  test('is refused beyond those that run and 500 that wait; the rest are answered, and files are read meanwhile', async () => {
    const encoded = await hashText('of the storm')
    let answered = 0
    const storm = Array.from({ length: 520 }, async () => {
      const isRight = await isHashed(encoded, 'of the storm')
      answered++
      return isRight
    })
    const all = Promise.allSettled(storm)
    await readFile(fileURLToPath(import.meta.url))
    expect(answered).toBeLessThan(100)
    const outcomes = await all
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(refused.length).toBeGreaterThanOrEqual(520 - 500 - 4)
    expect(refused.length).toBeLessThanOrEqual(520 - 500 - 1)
    expect(refused.every((reason) => reason instanceof HashPoolBusy)).toBe(true)
    expect(outcomes.every((outcome) => outcome.status === 'rejected' || outcome.value)).toBe(true)
  })

  test('costs what OWASP asks at least: argon2id, 19 MiB, two passes', async () => {
    expect(await hashText('any')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(HASH_COST).toEqual({ memoryCost: 19 * 1_024, timeCost: 2, parallelism: 1 })
  })
})
