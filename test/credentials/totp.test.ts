import { createHmac } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawQr, findTotpStep, makeTotpSecret, writeOtpauthUrl } from '#credentials/totp.ts'

/** RFC 6238 appendix B, SHA-1: the secret is the ASCII text 12345678901234567890. Its codes have eight digits. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const RFC_VECTORS: [seconds: number, code: string][] = [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
]
const NOW_MS = 1_790_000_010_000
const NOW_STEP = Math.floor(NOW_MS / 30_000)

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** An authenticator app of our own, so that the library is not its own judge. */
function generate(secret: string, step: number): string {
  const bits = Array.from(secret, (character) => BASE32.indexOf(character).toString(2).padStart(5, '0')).join(
    '',
  )
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', key).update(counter).digest()
  const number = digest.readUInt32BE(digest[19]! & 15) & 0x7fff_ffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** A secret whose codes around now all differ, so that an offset is accepted for itself only. */
function makeUnambiguousSecret(): string {
  for (;;) {
    const secret = makeTotpSecret()
    const codes = Array.from({ length: 25 }, (_, index) => generate(secret, NOW_STEP - 12 + index))
    if (new Set(codes).size === codes.length) return secret
  }
}

describe('secrets', () => {
  test('are 160 random bits in base32, no two alike', () => {
    const secrets = Array.from({ length: 2_000 }, makeTotpSecret)
    expect(secrets.every((secret) => /^[A-Z2-7]{32}$/.test(secret))).toBe(true)
    expect(new Set(secrets).size).toBe(2_000)
    expect(new Set(secrets.join('')).size).toBe(32)
  })
})

describe('a code', () => {
  test.each(RFC_VECTORS)('of RFC 6238 at %d seconds is accepted as %s', (seconds, code) => {
    const step = Math.floor(seconds / 30)
    expect(findTotpStep(RFC_SECRET, code.slice(2), seconds * 1_000, null)).toBe(step)
    expect(generate(RFC_SECRET, step)).toBe(code.slice(2))
  })

  test('is accepted at -300 to 300 seconds exactly if it is at most one step away', () => {
    const secret = makeUnambiguousSecret()
    const places = fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: 0, max: 29_999 }))
    fc.assert(
      fc.property(places, ([offsetSeconds, withinMs]) => {
        const nowMs = NOW_STEP * 30_000 + withinMs
        const step = Math.floor((nowMs + offsetSeconds * 1_000) / 30_000)
        const found = findTotpStep(secret, generate(secret, step), nowMs, null)
        expect(found).toBe(Math.abs(step - NOW_STEP) <= 1 ? step : null)
      }),
      { numRuns: 2_000 },
    )
  })

  test('is refused for the step that was accepted last, and for those before it', () => {
    const secret = makeUnambiguousSecret()
    const find = (step: number, last: number | null) =>
      findTotpStep(secret, generate(secret, step), NOW_MS, last)
    for (const step of [NOW_STEP - 1, NOW_STEP, NOW_STEP + 1]) {
      expect(find(step, null)).toBe(step)
      expect(find(step, step - 1)).toBe(step)
      expect(find(step, step)).toBeNull()
      expect(find(step, step + 1)).toBeNull()
    }
  })

  test('of two steps at once counts for the later one, so that it is never taken twice', () => {
    // One step in a million has the code of the step before; this is the first of this secret.
    const step = 910_738
    const code = generate(RFC_SECRET, step)
    expect(generate(RFC_SECRET, step - 1)).toBe(code)
    const found = findTotpStep(RFC_SECRET, code, step * 30_000, null)
    expect(found).toBe(step)
    expect(findTotpStep(RFC_SECRET, code, step * 30_000, found)).toBeNull()
  })

  test('of another secret, or with one digit wrong, is refused', () => {
    const secret = makeUnambiguousSecret()
    const codes = new Set([-1, 0, 1].map((offset) => generate(secret, NOW_STEP + offset)))
    for (let digit = 0; digit < 1_000; digit++) {
      const offered = String(digit * 997).padStart(6, '0')
      const found = findTotpStep(secret, offered, NOW_MS, null)
      expect(found === null).toBe(!codes.has(offered))
    }
  })
})

describe('a malformed code', () => {
  const secret = makeUnambiguousSecret()
  const right = generate(secret, NOW_STEP)
  const find = (code: unknown) => findTotpStep(secret, code, NOW_MS, null)

  test('is not accepted though the right digits are in it', () => {
    expect(find(right)).toBe(NOW_STEP)
    const spaced = `${right.slice(0, 3)} ${right.slice(3)}`
    const arabic = Array.from(right, (digit) => String.fromCodePoint(0x660 + Number(digit))).join('')
    const wide = Array.from(right, (digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')
    const others: unknown[] = [
      [right],
      Number(right),
      new String(right),
      { toString: () => right },
      `${right}\n`,
      ` ${right}`,
      `${right}\0`,
      `0${right}`,
      `${right}0`,
      right.slice(1),
      right.slice(0, 1),
      spaced,
      arabic,
      wide,
      Buffer.from(right),
    ]
    expect(others.map(find)).toEqual(others.map(() => null))
  })

  test('is never accepted, of 5,000 kinds', () => {
    const digits = fc.stringMatching(/^[0-9]{0,12}$/).filter((text) => text.length !== 6)
    const garbled = fc
      .tuple(fc.nat({ max: 6 }), fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }))
      .map(([place, text]) => right.slice(0, place) + text + right.slice(place))
    const anything = fc.anything().filter((value) => !(typeof value === 'string' && /^[0-9]{6}$/.test(value)))
    const malformed = fc.oneof(
      digits,
      garbled,
      anything,
      fc.array(fc.constant(right)),
      fc.double(),
      fc.bigInt(),
    )
    fc.assert(
      fc.property(malformed, (code) => find(code) === null),
      { numRuns: 5_000 },
    )
  })
})

describe('the address for the app', () => {
  const secret = makeTotpSecret()

  test('names issuer, person, secret and the settings that every app supports', () => {
    const url = new URL(writeOtpauthUrl({ secret, issuer: 'Clinic North', label: 'anna.berg' }))
    expect([url.protocol, url.host, url.pathname]).toEqual(['otpauth:', 'totp', '/Clinic%20North:anna.berg'])
    expect(Object.fromEntries(url.searchParams)).toEqual({
      issuer: 'Clinic North',
      secret,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    })
  })

  test('stays whole with any name in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        const text = writeOtpauthUrl({ secret, issuer: name, label: name })
        expect(text).toMatch(/^[\x21-\x7e]+$/)
        const url = new URL(text)
        expect(url.searchParams.getAll('secret')).toEqual([secret])
        expect(url.pathname.slice(1).split(':').length).toBe(2)
      }),
    )
  })
})

describe('the QR code', () => {
  const url = writeOtpauthUrl({ secret: makeTotpSecret(), issuer: 'Clinic <North>', label: '"anna"&co' })
  const svg = drawQr(url)

  test('is an image with a view box, dark on light, that runs nothing', () => {
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 (\d+) \1" role="img" aria-label="QR code"/,
    )
    expect(svg).toContain('fill="#fff"')
    expect(svg).toContain('fill="#000"')
    expect(svg).not.toMatch(/script|href|style=|\son\w+=|foreignObject|otpauth/i)
    expect(svg.match(/<\/?\w+/g)).toEqual(['<svg', '<rect', '<path', '</svg'])
  })

  test('has a quiet zone of four modules and its three finder patterns', () => {
    const size = Number(/viewBox="0 0 (\d+)/.exec(svg)![1])
    const dark = new Set(Array.from(svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g), ([, x, y]) => `${x} ${y}`))
    const places = [...dark].flatMap((place) => place.split(' ').map(Number))
    expect([Math.min(...places), Math.max(...places)]).toEqual([4, size - 5])
    for (const [left, top] of [
      [4, 4],
      [size - 11, 4],
      [4, size - 11],
    ] as const) {
      const row = Array.from({ length: 7 }, (_, x) => dark.has(`${left + x} ${top + 3}`))
      expect(row).toEqual([true, false, true, true, true, false, true])
    }
  })

  test('can be drawn for the longest names', () => {
    const long = writeOtpauthUrl({
      secret: makeTotpSecret(),
      issuer: 'é'.repeat(60),
      label: '漢'.repeat(100),
    })
    expect(drawQr(long)).toContain('<path')
  })
})
