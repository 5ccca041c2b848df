import * as fc from 'fast-check'
import metadata from 'libphonenumber-js/metadata.max.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { isCountry } from '#core/countries.ts'
import { PHONE_SENTENCES, readPhone } from '#core/phone.ts'
import type { PhoneReading } from '#core/phone.ts'
import { UNASSIGNED, UNREADABLE, WRONG_LENGTHS } from '#test/corpus/phones-faulty.ts'
import { PLANNED_PHONES } from '#test/corpus/phones.ts'
import { ACCEPTED_PHONES, ODD_SPELLINGS, PHONE_SPELLINGS } from '#test/corpus/spellings.ts'

const verdictOf = (reading: PhoneReading) => (reading.accepted ? reading.lineType : reading.reason)
const phoneOf = (reading: PhoneReading) => (reading.accepted ? reading.phone : reading.reason)

describe('the corpus', () => {
  test('covers at least 400 numbers of 100 countries, each once', () => {
    expect(new Set(PLANNED_PHONES.map(({ phone }) => phone)).size).toBe(PLANNED_PHONES.length)
    expect(PLANNED_PHONES.length).toBeGreaterThanOrEqual(400)
    expect(new Set(PLANNED_PHONES.map(({ country }) => country)).size).toBeGreaterThanOrEqual(100)
  })

  test.each(['mobile', 'unknown', 'phone_landline', 'phone_premium', 'phone_voip', 'phone_not_textable'])(
    'is judged as its numbering plans say: %s',
    (verdict) => {
      const planned = PLANNED_PHONES.filter((row) => row.verdict === verdict)
      expect(planned.length).toBeGreaterThan(10)
      const judged = planned.map(({ phone }) => {
        const reading = readPhone(phone)
        return { phone, country: reading.country, verdict: verdictOf(reading) }
      })
      expect(judged).toEqual(planned)
    },
  )

  test.each([
    ['unreadable', UNREADABLE],
    ['unassigned', UNASSIGNED],
    ['of the wrong length', WRONG_LENGTHS],
  ])('names what is wrong with numbers that are %s', (_, rows) => {
    const judged = rows.map(([typed, country]) => [typed, country, verdictOf(readPhone(typed, country))])
    expect(judged).toEqual(rows)
  })
})

describe('spellings', () => {
  test('more than 500 spellings of mobiles all over the world are read as the one number meant', () => {
    expect(PHONE_SPELLINGS.length).toBeGreaterThan(500)
    const spellings = [...PHONE_SPELLINGS, ...ODD_SPELLINGS]
    const read = spellings.map(({ typed, country }) => ({
      typed,
      country,
      phone: phoneOf(readPhone(typed, country)),
    }))
    expect(read).toEqual(spellings)
  })

  test('whatever stands between the digits, and in whatever script they are, the number stays the same', () => {
    const between = fc.constantFrom('', '', ' ', '-', '.', '/', ' (', ') ', '\u00a0', '\u200e', '–', '　')
    const zero = fc.constantFrom(0x30, 0x660, 0x6f0, 0x966, 0xff10, 0x116da, 0x1d7ce)
    const phone = fc.constantFrom(...ACCEPTED_PHONES)
    const start = fc.constantFrom('+', '＋', '00', ' (+')
    fc.assert(
      fc.property(phone, start, zero, fc.array(between, { minLength: 15, maxLength: 15 }), (e164, ...how) => {
        const [first, zeroAt, gaps] = how
        // A zero alone between brackets is the trunk zero and means something, so these gaps are kept from it.
        const digits = Array.from(e164.slice(1), (digit, index) => {
          const gap = digit === '0' || e164[index] === '0' ? '' : gaps[index]
          return gap + String.fromCodePoint(zeroAt + Number(digit))
        })
        expect(phoneOf(readPhone(first + digits.join('')))).toBe(e164)
      }),
      { numRuns: 2_000 },
    )
  })

  test('a chosen country never changes what an international spelling means', () => {
    const country = fc.constantFrom(...Object.keys(metadata.countries).filter(isCountry))
    fc.assert(
      fc.property(fc.constantFrom(...ACCEPTED_PHONES), country, (phone, chosen) => {
        expect(readPhone(phone, chosen)).toEqual(readPhone(phone))
      }),
      { numRuns: 1_000 },
    )
  })

  test('no text at all makes it throw, and what it accepts is E.164', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[+0-9() .-]{0,20}$/))
    fc.assert(
      fc.property(
        text,
        fc.option(fc.constantFrom('NL', 'US', 'AR', 'KR'), { nil: undefined }),
        (typed, country) => {
          const reading = readPhone(typed, country)
          const wellFormed = /^(phone_[a-z_]+|\+[1-9]\d{6,14})$/
          expect(phoneOf(reading)).toMatch(wellFormed)
          // What was accepted once is read as itself ever after.
          expect(reading.accepted ? readPhone(reading.phone) : reading).toEqual(reading)
        },
      ),
      { numRuns: 3_000 },
    )
  })
})

/** The metadata's array of a plan: calling code first, possible lengths fourth, patterns by type twelfth, landlines first of these. */
type Plan = [string, string, string, number[], ...unknown[]]
type Pattern = [pattern: string, lengths?: number[]] | 0 | undefined
const PLANS = Object.entries(metadata.countries as unknown as Record<string, Plan>)
const patternsOf = (plan: Plan) => plan[11] as Pattern[]
const matches = (pattern: Pattern, national: string) =>
  Boolean(pattern && pattern[0]) && new RegExp(`^(?:${(pattern as [string])[0]})$`).test(national)

const LANDLINE = 0
const MOBILE = 1

/** Numbers made from a plan's own pattern; an empty pattern stands for the one of landlines. */
function makeNationals(plan: Plan, type: typeof LANDLINE | typeof MOBILE): string[] {
  const pattern = patternsOf(plan)[type]
  if (!pattern || !pattern[0]) return []
  const lengths = pattern[1] ?? plan[3]
  const made = fc.sample(fc.stringMatching(new RegExp(`^(?:${pattern[0]})$`)), { numRuns: 40, seed: 7 })
  return made.filter((national) => lengths.includes(national.length))
}

describe('landlines', () => {
  /** The plan gives the number to mobiles as well: with the same pattern (written as an empty one) or an overlapping one. */
  const mayBeMobile = (plan: Plan, national: string) => {
    const mobile = patternsOf(plan)[1]
    return mobile !== 0 && mobile !== undefined && (mobile[0] === '' || matches(mobile, national))
  }

  /** Accepted although the plan of the number's own country says landline and nothing else. */
  const acceptedWrongly = (plan: Plan, national: string) => {
    const reading = readPhone(`+${plan[0]}${national}`)
    if (!reading.accepted) return false
    const own = PLANS.find(([country]) => country === reading.country)![1]
    return reading.lineType === 'mobile' || !mayBeMobile(own, national)
  }

  test.each(PLANS)('of %s are never accepted where the numbering plan tells', (_, plan) => {
    expect(makeNationals(plan, LANDLINE).filter((national) => acceptedWrongly(plan, national))).toEqual([])
  })

  test('were made from nearly every country', () => {
    const withLandlines = PLANS.filter(([, plan]) => makeNationals(plan, LANDLINE).length > 0)
    expect(withLandlines.length).toBeGreaterThan(240)
  })

  test('of plans without mobiles are landlines too', () => {
    const plans = PLANS.filter(([, plan]) => !patternsOf(plan)[1])
    expect(plans.map(([country]) => country)).toEqual(['TA'])
    expect(readPhone('+290 8123')).toEqual({ accepted: false, reason: 'phone_landline', country: 'TA' })
  })
})

test('mobiles made from the pattern of every country are all accepted, so that nobody is locked out by mistake', () => {
  const made = PLANS.flatMap(([, plan]) =>
    makeNationals(plan, MOBILE).map((national) => `+${plan[0]}${national}`),
  )
  expect(made.length).toBeGreaterThan(5_000)
  expect(made.filter((phone) => phoneOf(readPhone(phone)) !== phone)).toEqual([])
})

describe('sentences', () => {
  test('hold no digits, blame nobody and end as sentences do', () => {
    for (const sentence of Object.values(PHONE_SENTENCES)) {
      expect(sentence).not.toMatch(/\d|please|invalid|error/i)
      expect(sentence).toMatch(/^[A-Z].*\.$/)
    }
  })

  test('differ from refusal to refusal', () => {
    expect(new Set(Object.values(PHONE_SENTENCES)).size).toBe(8)
  })
})

test('reading takes well under 100 µs', () => {
  const rounds = 5
  const started = process.hrtime.bigint()
  for (let round = 0; round < rounds; round++) for (const { phone } of PLANNED_PHONES) readPhone(phone)
  const micros = Number(process.hrtime.bigint() - started) / 1_000 / rounds / PLANNED_PHONES.length
  expect(micros).toBeLessThan(100)
})
