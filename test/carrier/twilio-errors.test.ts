import { readFileSync, writeFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REASON_WORDS, type Words } from '#carrier/reason-words.ts'
import type { ErrorClass, ErrorRow } from '#carrier/text-errors.ts'
import { CARRIER_ERRORS, meaningOf, outcomeOf } from '#carrier/twilio-errors.ts'
import { DELIVERY_REASONS, type DeliveryReason } from '#core/delivery.ts'

const DOCS = new URL('../../docs/carrier-errors.md', import.meta.url)

/** Every number of ../shared/twilio.md 1.6 and 1.7 and of experience.md section 3, judged by hand a second time. */
const EXPECTED: [DeliveryReason, ErrorClass, number[]][] = [
  ['no_such_number', 'permanent', [21211, 21217, 21401, 13223, 13224, 30005]],
  ['landline', 'permanent', [21614, 30006, 60205, 21635]],
  ['switched_off', 'transient', [30003]],
  ['blocked_by_carrier', 'permanent', [30004, 21216, 13225]],
  ['blocked_by_carrier', 'operator', [30007, 30018, 30032, 30034, 21612]],
  ['opted_out', 'permanent', [21610]],
  ['country_blocked', 'permanent', [21408, 21215, 13227, 32205]],
  ['fraud_blocked', 'permanent', [30450, 60410]],
  ['unknown_failure', 'transient', [30008]],
  ['carrier_down', 'transient', [30017, 30410, 30001]],
  ['carrier_down', 'expired', [30036]],
  ['carrier_down', 'retryable', [20429, 20503, 21730, 21611, 14107, 30022, 30023, 63038, 10004, 22005]],
  ['carrier_down', 'unknown', [20500]],
  ['carrier_down', 'operator', [20003, 20005, 20008, 10001, 30002]],
  ['unknown_failure', 'permanent', [21214, 21220]],
  ['unknown_failure', 'operator', [20001, 20422, 21602, 21603, 21604, 21605, 21609, 21617, 21619]],
  ['unknown_failure', 'operator', [21201, 21205, 21213, 90007, 21608, 21219, 30024, 30035]],
  ['unknown_failure', 'operator', [21606, 21210, 21212, 21601, 21703, 21704, 21705]],
  ['unknown_failure', 'operator', [11200, 11205, 11206, 11215, 11750, 12100, 12200, 12300, 15003]],
  ['unknown_failure', 'operator', [60200, 60202, 60203, 60212, 60606]],
  ['unknown_failure', 'unknown', [60600, 60601, 60607, 60608]],
]
const ONE_BY_ONE = EXPECTED.flatMap(([reason, kind, codes]) => codes.map((code) => ({ code, reason, kind })))
const STOPS_SENDING = new Set([20003, 20005, 20008, 10001, 30002])

describe('the error table', () => {
  it.each(ONE_BY_ONE)('$code is $reason, $kind', ({ code, reason, kind }) => {
    expect(meaningOf(code)).toMatchObject({ reason, class: kind })
    expect(meaningOf(code).stopsSending === true).toBe(STOPS_SENDING.has(code))
  })

  it('knows at least seventy numbers, each once, and none that is not judged above', () => {
    const codes = CARRIER_ERRORS.flatMap((row) => row.codes)
    expect(codes.length).toBeGreaterThanOrEqual(70)
    expect(new Set(codes).size).toBe(codes.length)
    expect(new Set(codes)).toEqual(new Set(ONE_BY_ONE.map(({ code }) => code)))
  })

  it.each([null, 0, 99_999])('is honest about the number %s that it does not know', (code) => {
    expect(meaningOf(code)).toMatchObject({ reason: 'unknown_failure', class: 'operator' })
    expect(meaningOf(code).cause).toMatch(/do not know/)
  })

  it('is what docs/carrier-errors.md shows (UPDATE_DOCS=1 writes it)', () => {
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(DOCS, renderDocs())
    expect(readFileSync(DOCS, 'utf8')).toBe(renderDocs())
  })
})

describe('the sentences', () => {
  const all: [string, Words][] = [
    ...DELIVERY_REASONS.map((reason): [string, Words] => [reason, REASON_WORDS[reason]]),
    ...CARRIER_ERRORS.map((row): [string, Words] => [row.codes.join(' '), row]),
    ['unknown', meaningOf(null)],
  ]

  it.each(all)('of %s are all there, and use none of the words that patients should not meet', (_, words) => {
    const sentences = [words.headline, words.cause, words.tellPatient, words.staffCan]
    for (const sentence of sentences) {
      expect(sentence.trim().length).toBeGreaterThan(8)
      expect(sentence).not.toMatch(/\b(OTP|2FA|MFA|invalid|please|sorry|you failed|you forgot)\b/i)
    }
    expect(words.headline).not.toMatch(/\.$/)
    for (const sentence of sentences.slice(1)) expect(sentence).toMatch(/[.]$/)
  })

  it.each(all)('of %s can be read by a ten-year-old where they are for the patient', (_, { tellPatient }) => {
    expect(readingGrade(tellPatient)).toBeLessThanOrEqual(5)
    expect(tellPatient).not.toMatch(/carrier|sender|server|filter|account/i)
  })
})

describe('what a failed request came to', () => {
  const base = { status: null, code: null, neverSent: false, retryAfterMs: null }

  it.each([
    ['no connection', { neverSent: true }, { outcome: 'not_sent', retryAfterMs: null, carrierCode: null }],
    ['a time-out or reset', {}, { outcome: 'unknown', answered: false, carrierCode: null }],
    ['a 500', { status: 500, code: 20500 }, { outcome: 'unknown', answered: true, carrierCode: 20500 }],
    ['a 503', { status: 503, code: 20503 }, { outcome: 'unknown', answered: true, carrierCode: 20503 }],
    ['a redirect', { status: 302 }, { outcome: 'unknown', answered: false, carrierCode: null }],
    ['an unreadable 201', { status: 201 }, { outcome: 'unknown', answered: false, carrierCode: null }],
    ['a 408 of a proxy', { status: 408 }, { outcome: 'unknown', answered: false, carrierCode: null }],
    [
      'a 429',
      { status: 429, code: 20429, retryAfterMs: 2_000 },
      { outcome: 'not_sent', retryAfterMs: 2_000, carrierCode: 20429 },
    ],
    [
      'a full queue',
      { status: 400, code: 21611 },
      { outcome: 'not_sent', retryAfterMs: null, carrierCode: 21611 },
    ],
    [
      'refused credentials',
      { status: 401, code: 20003 },
      { outcome: 'not_sent', retryAfterMs: null, carrierCode: 20003 },
    ],
    [
      'a landline',
      { status: 400, code: 21614 },
      { outcome: 'refused', reason: 'landline', carrierCode: 21614 },
    ],
    [
      'an unknown 4xx',
      { status: 400, code: 55_555 },
      { outcome: 'refused', reason: 'unknown_failure', carrierCode: 55_555 },
    ],
    [
      'a 4xx without a code',
      { status: 404 },
      { outcome: 'refused', reason: 'unknown_failure', carrierCode: null },
    ],
  ])('%s is judged rightly', (_, failure, outcome) => {
    expect(outcomeOf({ ...base, ...failure })).toEqual(outcome)
  })

  it('allows another post only when the text was surely not taken', () => {
    const codes = [null, ...ONE_BY_ONE.map(({ code }) => code)]
    const status = fc.option(fc.integer({ min: 100, max: 599 }))
    fc.assert(
      fc.property(status, fc.constantFrom(...codes), fc.boolean(), (status, code, neverSent) => {
        const { outcome } = outcomeOf({ status, code, neverSent, retryAfterMs: null })
        const surelyNotTaken = status === null ? neverSent : status >= 400 && status < 500 && status !== 408
        return outcome === 'unknown' || surelyNotTaken
      }),
    )
  })
})

/** Flesch-Kincaid grade, with syllables counted as groups of vowels: school years needed to read it with ease. */
function readingGrade(text: string): number {
  const words = text.match(/[A-Za-z']+/g) ?? []
  const sentences = text.split(/[.;:!?]/).filter((part) => part.trim() !== '').length
  const syllables = words.map((word) => word.replace(/e$/, '').match(/[aeiouy]+/gi)?.length ?? 1)
  const perWord = syllables.reduce((sum, count) => sum + count, 0) / words.length
  return 0.39 * (words.length / sentences) + 11.8 * perWord - 15.59
}

function renderDocs(): string {
  const cells = (row: Words) => `${row.headline} | ${row.cause} | ${row.tellPatient} | ${row.staffCan}`
  const codesOf = (row: ErrorRow) => row.codes.join(', ') || 'any other'
  const carrierRows = [...CARRIER_ERRORS, meaningOf(null)].map(
    (row) =>
      `| ${codesOf(row)} | \`${row.reason}\` | ${row.class}${row.stopsSending ? ', stops all sending' : ''} | ${cells(row)} |`,
  )
  const reasonRows = DELIVERY_REASONS.map((reason) => `| \`${reason}\` | ${cells(REASON_WORDS[reason])} |`)
  return `# What do the carrier's error numbers mean?

Written by \`UPDATE_DOCS=1 npx vitest run test/carrier/twilio-errors.test.ts\` from \`carrier/*-errors.ts\` and
\`carrier/reason-words.ts\`; a test holds the two together. The meanings are Twilio's
(\`https://www.twilio.com/docs/api/errors/NUMBER\`), the judgement and the sentences are ours.

| class | what it means for the next send |
|---|---|
| permanent | this number cannot be reached this way; another send would fail as well |
| transient | taken, then failed; the person may ask again, nothing is sent again by itself |
| retryable | surely not taken; the worker posts again while the code lives, three posts at most |
| unknown | may have been taken; looked for in the carrier's list, never posted again |
| operator | our account, sender or request is at fault; somebody must act |
| expired | too late to be of use; the person needs a new code |

## Numbers

| numbers | reason | class | headline | cause | tell the patient | staff can |
|---|---|---|---|---|---|---|
${carrierRows.join('\n')}

## Reasons without a number

| reason | headline | cause | tell the patient | staff can |
|---|---|---|---|---|
${reasonRows.join('\n')}
`
}
