import { randomInt } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDate } from '#core/pin-dates.ts'
import { judgePin, readPin } from '#core/pin.ts'

/** Weak PINs by why they are. Another rule may catch one first: what counts is that none is accepted. */
const WEAK = {
  counting:
    '123456 234567 345678 456789 567890 678901 789012 890123 901234 012345 654321 543210 432109 321098 210987 109876 ' +
    '098765 987654 876543 765432 1234567 12345678 123456789 1234567890 0987654321 123450 123458 912345 543219 ' +
    '135791 246802 024680 975310 864208 111222 123789 789123 456123 321987 123321 12344321',
  repeating:
    '000000 111111 222222 333333 444444 555555 666666 777777 888888 999999 0000000 11111111 111112 211111 999990 ' +
    '112211 122122 121212 131313 232323 696969 474747 090909 010101 4747474 123123 456456 147147 789789 520520 ' +
    '12341234 123412341234 123123123 9876598765 111000 000111 112112 991991 700700 007007 1212121212',
  interleaved:
    '112233 332211 445566 667788 998877 010203 102030 121314 192837 918273 142536 162738 908070 11223344',
  mirrored: '472274 835538 904409 286682 571175 4729274 83577538 619916 250052 738837',
  dates:
    '010190 311299 290200 150684 240575 120345 051288 311285 251270 070707 130588 181165 090943 211210 040404 ' +
    '062490 122584 841231 690720 990101 120684 198405 200112 051984 112001 198400 197312 202013 192077 ' +
    '881984 421999 771920 661965 532029 5121984 1251984 1984512 1984052 24051984 31121999 05241984 12252001 19840524 ' +
    '19991231 20010911 19842405 29022000 01011920 19841987 20012003 01012029',
  keypad:
    '147258 258036 159357 357159 147369 369147 741852 963852 852963 789456 123654 147852 258369 369258 ' +
    '321654 753159 951357 159753 147896 123698 145236 236541 258963 147123 789632 852147 580852 147258369 ' +
    '963741 741963 456852 852456 123580 1478963 12369874',
  common:
    '314159 271828 161803 141421 173205 112358 867530 8675309 5201314 420420 420666 137913 134679 971397 ' +
    '124578 235689 258025 131420 142857 100000 200000 123465 123457 246135 101010 110110 911911 786110 007123 ' +
    '3141592 31415926 2718281 299792458 102938 135246 365365',
  words: '72779673 732738 793789 666539 372466 362867 539723 466453 432584 45683968 786637 935566',
}
const STRONG = [
  '285071',
  '604927',
  '918264',
  '730581',
  '471906',
  '506382',
  '9402817',
  '38201746',
  '271906458301',
]

const OWN = { phone: '+31612345670' }
const sentenceOf = (pin: string, own = {}) => {
  const verdict = judgePin(pin, own)
  return verdict.accepted ? 'accepted' : verdict.sentence
}

describe('a weak PIN', () => {
  const all = [...new Set(Object.values(WEAK).flatMap((list) => list.split(' ')))]

  test('is known in at least 200 examples', () => {
    expect(all.length).toBeGreaterThanOrEqual(200)
  })

  test.each(Object.entries(WEAK))('is refused: %s', (_, list) => {
    expect(list.split(' ').filter((pin) => judgePin(pin, {}).accepted)).toEqual([])
  })

  test('is refused in any spelling', () => {
    for (const pin of all) {
      const arabic = Array.from(pin, (digit) => String.fromCodePoint(0x660 + Number(digit))).join('')
      expect(judgePin(arabic, {})).toEqual(judgePin(pin, {}))
      expect(judgePin(`${pin.slice(0, 3)} ${pin.slice(3)}`, {})).toMatchObject({ reason: 'weak' })
    }
  })

  test.each([
    ['234567', 'in order'],
    ['474747', 'Repeated'],
    ['472274', 'both directions'],
    ['240575', 'date'],
    ['159357', 'keypad'],
    ['314159', 'Many people'],
    ['732738', 'Many people'],
  ])('%s is told why: %s', (pin, why) => {
    expect(sentenceOf(pin)).toContain(why)
  })

  test('gets one sentence that a person can act on, without the PIN', () => {
    for (const pin of all) {
      expect(sentenceOf(pin)).toMatch(/^[A-Z][^.]{20,140}\.( [A-Z][^.]{10,80}\.)?$/)
      expect(sentenceOf(pin)).not.toContain(pin)
    }
  })
})

describe('any other PIN', () => {
  test.each(STRONG)('%s is accepted', (pin) => {
    expect(judgePin(pin, OWN)).toEqual({ accepted: true, pin })
  })

  test('is accepted: of six digits under 1 % are refused, and under 11 % more as dates', () => {
    // Not every 7th: 7 divides 1,001, and so every PIN of the kind 123123.
    const every17th = Array.from({ length: 58_824 }, (_, index) => String(index * 17).padStart(6, '0'))
    const refused = every17th.filter((pin) => !judgePin(pin, {}).accepted)
    const share = (pins: string[]) => pins.length / every17th.length
    expect(share(refused.filter((pin) => !isDate(pin)))).toBeLessThan(0.01)
    expect(share(refused.filter(isDate))).toBeLessThan(0.11)
  })

  test('of eight digits is refused one time in 200 at most', () => {
    const refused = Array.from({ length: 20_000 }, () => String(randomInt(1e8)).padStart(8, '0')).filter(
      (pin) => !judgePin(pin, {}).accepted,
    )
    expect(refused.length / 20_000).toBeLessThan(0.005)
  })

  test.each(['310290', '300290', '320190', '001190', '20000230', '31061984', '01011919', '01012030'])(
    '%s is no date',
    (pin) => {
      expect(isDate(pin)).toBe(false)
    },
  )
})

describe('the own phone number', () => {
  test.each([
    ['345670', 'tail'],
    ['2345670', 'longer tail'],
    ['061234', 'head as dialled at home'],
    ['0612345670', 'whole as dialled at home'],
    ['316123', 'head as written abroad'],
    ['003161', 'head as dialled abroad'],
    ['612345', 'middle'],
    ['99345670', 'tail with something before'],
    ['34567088', 'tail with something behind'],
  ])('is no PIN: %s, its %s', (pin) => {
    expect(judgePin(pin, OWN)).toMatchObject({ accepted: false, reason: 'weak' })
  })

  test('is no PIN of its owner only', () => {
    const own = { phone: '+12025550123' }
    expect(sentenceOf('025550', own)).toContain('phone number')
    expect(judgePin('025550', OWN)).toEqual({ accepted: true, pin: '025550' })
  })

  test.each([null, undefined, '', '+31'])('may be missing: %s', (phone) => {
    expect(judgePin('285071', phone === undefined ? {} : { phone })).toEqual({
      accepted: true,
      pin: '285071',
    })
  })
})

describe('a typed PIN', () => {
  test.each([
    ['285071', '285071'],
    [' 28 50 71 ', '285071'],
    ['285-071', '285071'],
    ['٢٨٥٠٧١', '285071'],
    ['२८५०७१', '285071'],
    ['２８５０７１', '285071'],
    ['271906458301', '271906458301'],
    ['2719 0645 8301', '271906458301'],
  ])('"%s" is read as %s', (typed, pin) => {
    expect(readPin(typed)).toBe(pin)
    expect(judgePin(typed, {})).toEqual({ accepted: true, pin })
  })

  test.each([
    '',
    '28507',
    '2719064583012',
    '28507a',
    '28507.1',
    '+285071',
    '285071\0',
    '①②③④⑤⑥',
    '1e6',
    '二八五〇七一',
  ])('"%s" is malformed', (typed) => {
    expect(judgePin(typed, {})).toEqual({
      accepted: false,
      reason: 'malformed',
      sentence: 'A PIN has 6 to 12 digits and nothing else.',
    })
  })

  test('is accepted as 6 to 12 ASCII digits or not at all, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (typed, phone) => {
        const verdict = judgePin(typed, { phone })
        expect(verdict.accepted ? verdict.pin : '000000').toMatch(/^[0-9]{6,12}$/)
      }),
    )
  })
})
