import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { mark, markUnder, readKeyRing } from '#core/key-ring.ts'
import type { KeyRing } from '#core/key-ring.ts'
import { isHashed } from '#credentials/hash-pool.ts'
import { hashSecret, isOutdated, isSecret } from '#credentials/hash-secret.ts'

const entry = (id: string) => `${id}:${randomBytes(32).toString('base64')}`
const makeRing = (...entries: string[]): KeyRing => readKeyRing(entries.join(','))!

const K1 = entry('k1')
const K2 = entry('k2')
const ring = makeRing(K1)
const rotated = makeRing(K2, K1)

describe('a stored password or PIN', () => {
  test('verifies, and only what was hashed does', async () => {
    const stored = await hashSecret(ring, 'correct horse battery')
    expect(await isSecret(ring, stored, 'correct horse battery')).toBe(true)
    for (const wrong of ['', 'correct horse batter', 'Correct horse battery', 'correct horse battery '])
      expect(await isSecret(ring, stored, wrong)).toBe(false)
  })

  test('differs between two people with the same PIN', async () => {
    const [one, other] = await Promise.all([hashSecret(ring, '285071'), hashSecret(ring, '285071')])
    expect(one).not.toBe(other)
    expect(one.split('$').slice(4)).not.toEqual(other.split('$').slice(4))
  })

  test('is argon2id behind the id of its key, and holds neither the secret nor its mark', async () => {
    const stored = await hashSecret(ring, '285071')
    expect(stored).toMatch(/^k1\.\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(stored).not.toContain('285071')
  })

  test('is of no use without the key ring: the bare PIN does not verify, nor does another ring of the same id', async () => {
    const stored = await hashSecret(ring, '285071')
    expect(await isHashed(stored.slice(3), '285071')).toBe(false)
    expect(await isSecret(makeRing(entry('k1')), stored, '285071')).toBe(false)
  })

  test('may be typed with composed letters or with their parts', async () => {
    const stored = await hashSecret(ring, 'cafe\u0301 na\u00efve')
    expect(await isSecret(ring, stored, 'caf\u00e9 nai\u0308ve')).toBe(true)
  })
})

describe('keys that are rotated', () => {
  test('still verify what older ones hashed, and call it outdated', async () => {
    const stored = await hashSecret(ring, 'correct horse battery')
    expect(await isSecret(rotated, stored, 'correct horse battery')).toBe(true)
    expect(await isSecret(rotated, stored, 'wrong horse battery')).toBe(false)
    expect([isOutdated(ring, stored), isOutdated(rotated, stored)]).toEqual([false, true])
    expect(await hashSecret(rotated, 'correct horse battery')).toMatch(/^k2\./)
  })

  test('verify nothing once they have left the ring', async () => {
    const stored = await hashSecret(ring, 'correct horse battery')
    expect(await isSecret(makeRing(K2), stored, 'correct horse battery')).toBe(false)
    expect(markUnder(makeRing(K2), 'k1', 'password', 'any')).toBeNull()
  })

  test('mark the same under their name as when they were the newest', () => {
    expect(markUnder(rotated, 'k1', 'password', 'any')).toEqual(mark(ring, 'password', 'any'))
    expect(markUnder(rotated, 'k2', 'password', 'any')).toEqual(mark(rotated, 'password', 'any'))
  })

  test('and a hash of a lower cost is outdated too', async () => {
    const stored = await hashSecret(ring, 'correct horse battery')
    expect(isOutdated(ring, stored.replace('m=19456', 'm=9728'))).toBe(true)
  })
})

describe('somebody unknown', () => {
  test('is refused whatever is offered', async () => {
    for (const offered of ['', 'password', 'correct horse battery'])
      expect(await isSecret(ring, null, offered)).toBe(false)
  })

  test('takes about as long as somebody known', async () => {
    const stored = await hashSecret(ring, 'correct horse battery')
    const known: number[] = []
    const unknown: number[] = []
    for (let round = 0; round < 25; round++) {
      known.push(await time(() => isSecret(ring, stored, 'wrong')))
      unknown.push(await time(() => isSecret(ring, null, 'wrong')))
    }
    const ratio = median(unknown) / median(known)
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  })

  async function time(work: () => Promise<unknown>): Promise<number> {
    const start = performance.now()
    await work()
    return performance.now() - start
  }

  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
})
