/**
 * security.md SES-2: a session's token is 256 bits that nobody can tell from another's, and its login's secret is none.
 */
import { expect, it } from 'vitest'
import { makeClientSecret } from '#api/authenticate.ts'
import { makeSessionToken } from '#api/session-token.ts'
import { readKeyRing } from '#core/key-ring.ts'
import { newUuid } from '#core/new-id.ts'

const COUNT = 10_000
const ring = readKeyRing(`k1:${Buffer.alloc(32, 7).toString('base64')}`)!
const other = readKeyRing(`k1:${Buffer.alloc(32, 8).toString('base64')}`)!

it('ten thousand tokens are ten thousand, of 256 bits, each kept only as its hash', () => {
  const made = Array.from({ length: COUNT }, () => makeSessionToken(ring, newUuid()))
  expect(new Set(made.map(({ token }) => token)).size).toBe(COUNT)
  expect(new Set(made.map(({ tokenHash }) => tokenHash.toString('hex'))).size).toBe(COUNT)
  for (const { token, tokenHash } of made) {
    expect(token).toMatch(/^kp_ses_[\w-]{43}$/)
    expect(tokenHash).toHaveLength(32)
  }
})

it('no bit of them is more often one than zero', () => {
  const ones = Array.from({ length: 256 }, () => 0)
  for (let made = 0; made < COUNT; made++) {
    const { token } = makeSessionToken(ring, newUuid())
    const bytes = Buffer.from(token.slice(7), 'base64url')
    for (let bit = 0; bit < 256; bit++) ones[bit]! += ((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1
  }
  // Six standard deviations: one run in two million would fail by chance.
  for (const count of ones) expect(Math.abs(count - COUNT / 2)).toBeLessThan(6 * Math.sqrt(COUNT / 4))
})

it('the same id gives another token under another key, and another secret as a login', () => {
  const id = newUuid()
  const { token } = makeSessionToken(ring, id)
  expect(makeSessionToken(other, id).token).not.toBe(token)
  expect(makeClientSecret(ring, newUuid(), id).slice(-43)).not.toBe(token.slice(-43))
})
