import { randomBytes, randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeUuid, readId, writeId } from '#core/ids.ts'

const time = fc.integer({ min: 0, max: 2 ** 48 - 1 })
const random = fc.uint8Array({ minLength: 10, maxLength: 10 })
const uuid = fc.tuple(time, random).map(([nowMs, bytes]) => makeUuid(nowMs, bytes))

describe('makeUuid', () => {
  test('makes version 7, variant 10, with the time in front', () => {
    fc.assert(
      fc.property(time, random, (nowMs, bytes) => {
        const made = makeUuid(nowMs, bytes)
        expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect(Number.parseInt(made.slice(0, 13).replace('-', ''), 16)).toBe(nowMs)
      }),
    )
  })

  test('gives 74 random bits their place: 50,000 ids of one millisecond differ', () => {
    const made = new Set(Array.from({ length: 50_000 }, () => makeUuid(1_763_812_800_000, randomBytes(10))))
    expect(made.size).toBe(50_000)
  })

  test('takes every random bit that version and variant leave free', () => {
    expect(makeUuid(0, new Uint8Array(10).fill(0xff))).toBe('00000000-0000-7fff-bfff-ffffffffffff')
    expect(makeUuid(0, new Uint8Array(10))).toBe('00000000-0000-7000-8000-000000000000')
  })
})

describe('ids', () => {
  test('are read back as the UUID that they were written from', () => {
    fc.assert(
      fc.property(uuid, (value) => {
        const id = writeId('ver', value)
        expect(id).toMatch(/^ver_[0-9a-hjkmnp-tv-z]{26}$/)
        expect(readId('ver', id)).toBe(value)
      }),
    )
  })

  test('sort by the time of their making, as text', () => {
    fc.assert(
      fc.property(time, time, random, random, (one, other, ...bytes) => {
        fc.pre(one < other)
        const [earlier, later] = [makeUuid(one, bytes[0]), makeUuid(other, bytes[1])]
        expect(earlier < later).toBe(true)
        expect(writeId('evt', earlier) < writeId('evt', later)).toBe(true)
      }),
    )
  })

  test('of another kind are not read', () => {
    const id = writeId('ver', makeUuid(1, randomBytes(10)))
    expect(readId('dlv', id)).toBeNull()
    expect(readId('ver', id.replace('ver_', 'dlv_'))).toBeNull()
  })

  const good = writeId('ver', makeUuid(1_763_812_800_000, new Uint8Array(10).fill(0x5a)))
  test.each([
    ['empty', ''],
    ['the prefix alone', 'ver_'],
    ['without a prefix', good.slice(4)],
    ['one character short', good.slice(0, -1)],
    ['one character long', `${good}0`],
    ['in capitals', good.toUpperCase()],
    ['with capitals after the prefix', `ver_${good.slice(4).toUpperCase()}`],
    ['with a look-alike letter', `${good.slice(0, -1)}o`],
    ['with a letter outside the alphabet', `${good.slice(0, -1)}u`],
    ['with a space', `${good.slice(0, -1)} `],
    ['with a line end', `${good.slice(0, -1)}\n`],
    ['with a character of two units', `${good.slice(0, -2)}😀`],
    ['more than 128 bits', `ver_8${good.slice(5)}`],
    ['the largest text', `ver_${'z'.repeat(26)}`],
    ['a bare UUID', randomUUID()],
    ['a UUID behind the prefix', `ver_${randomUUID()}`],
    ['all zeros, no version 7', `ver_${'0'.repeat(26)}`],
  ])('malformed (%s) are null', (_, id) => {
    expect(readId('ver', id)).toBeNull()
  })

  test('of UUIDs that are not version 7 are not read', () => {
    expect(readId('ver', writeId('ver', randomUUID()))).toBeNull()
  })

  test('are canonical: changing any character gives another UUID or none, so one UUID has one text', () => {
    const alphabet = fc.stringMatching(/^[0-9a-zA-CX-Z_ -]$/)
    fc.assert(
      fc.property(uuid, fc.nat({ max: 29 }), alphabet, (value, place, character) => {
        const id = writeId('ver', value)
        const changed = id.slice(0, place) + character + id.slice(place + 1)
        fc.pre(changed !== id)
        expect(readId('ver', changed)).not.toBe(value)
      }),
    )
  })

  test('that can be read are exactly what writing gives', () => {
    // The eleventh and fourteenth characters carry version and variant.
    const shape = /^ver_[0-7][0-9a-hjkmnp-tv-z]{9}[ef][0-9a-hjkmnp-tv-z]{2}[89abrstv][0-9a-hjkmnp-tv-z]{12}$/
    fc.assert(
      fc.property(fc.stringMatching(shape), (id) => {
        expect(writeId('ver', readId('ver', id)!)).toBe(id)
      }),
    )
  })
})
