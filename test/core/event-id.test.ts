import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeEventId } from '#core/event-id.ts'

describe('the id of an event', () => {
  it('is `evt_` with 13 characters, for every number that PostgreSQL can give', () => {
    const number = fc.bigInt({ min: -(1n << 63n), max: (1n << 63n) - 1n })
    fc.assert(fc.property(number, (n) => /^evt_[0-9a-hjkmnp-tv-z]{13}$/.test(writeEventId(n))))
    expect(writeEventId(0n)).toBe('evt_8000000000000')
    expect(writeEventId('33')).toBe('evt_8000000000011')
  })

  it('sorts as the numbers do, and names each number otherwise', () => {
    const number = fc.bigInt({ min: -(1n << 63n), max: (1n << 63n) - 1n })
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [first, second] = [writeEventId(a), writeEventId(b)]
        return a < b ? first < second : a > b ? first > second : first === second
      }),
    )
  })
})
