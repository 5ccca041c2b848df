import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DELIVERY_REASONS } from '#core/delivery.ts'
import { EVENT_KINDS } from '#core/event-kinds.ts'
import { MAX_JUDGED_EVENTS } from '#core/support-facts.ts'
import type { SupportEvent, SupportFacts } from '#core/support-facts.ts'
import { judgeVerdict } from '#core/verdict.ts'
import { LOGIN_CODES, STATE_CODES } from '#core/verdict-codes.ts'
import type { Verdict, VerdictCode } from '#core/verdict-codes.ts'
import { wordsOf } from '#core/support-words.ts'

const NOW = Date.parse('2026-11-22T12:00:00.000Z')
const ago = (seconds: number) => new Date(NOW - seconds * 1_000).toISOString()

type Data = Record<string, unknown>
type Step = [kind: string, data?: Data | null, more?: Partial<SupportEvent> & { age?: number }]

/** Events in the order in which they happened, two seconds apart and the last a second ago; judged newest first. */
function story(...steps: Step[]): SupportEvent[] {
  return steps.toReversed().map(([kind, data = null, { age, ...more } = {}], place) => ({
    ...{ kind, data, at: ago(age ?? 1 + place * 2) },
    ...more,
  }))
}

const facts = (fields: Partial<SupportFacts>): SupportFacts => ({
  ...{ now: ago(0), lock: null, phone: { isProven: true, isPending: false, fault: null }, bypass: null },
  policy: { required: true, factors: ['sms', 'totp'], numberChange: 'safe' },
  factors: { totp: false, pin: false, recoveryCodes: 0 },
  ...{ resetWaiting: false, sending: { free: true, until: null }, events: [] },
  ...fields,
})

const STARTED: Step = ['login_started', { kind: 'login' }]
const ASKED: Step = ['verification_started']
const SENT: Step[] = [STARTED, ASKED, ['send_queued'], ['carrier_accepted']]
const ARRIVED: Step[] = [...SENT, ['delivered']]
const CALL = { channel: 'call' } as const
const CALLED: Step[] = [
  STARTED,
  ASKED,
  ['send_queued', null, CALL],
  ['carrier_accepted', null, CALL],
  ['call_answered', null, CALL],
]
const WRONG: Step = ['code_tried', { right: false }]
const wrongKey: Step[] = [
  ['key_pressed', { meant: 'wrong' }, CALL],
  ['code_tried', { right: false }, CALL],
]
const wrong = (factor: string): Step => ['factor_tried', { factor, right: false }]
const finished = (...amr: string[]): Step => ['login_finished', { amr: ['pwd', ...amr], enrollOnly: false }]
const pending = { isProven: false, isPending: true, fault: null }
const rule = (fields: Partial<SupportFacts['policy']>): Partial<SupportFacts> => ({
  policy: { required: true, factors: ['sms', 'totp'], numberChange: 'safe', ...fields },
})
const UNTIL = '2026-11-22T12:15:00.000Z'
const short = { reason: 'too_many_wrong', until: UNTIL } as const
const long = { reason: 'too_many_wrong_lately', until: null } as const

type Row = [
  what: string,
  steps: Step[],
  given: Partial<SupportFacts>,
  code: VerdictCode,
  params?: Verdict['params'],
]

const STATES: Row[] = [
  ['fifty wrong answers', [STARTED], { lock: long }, 'locked_for_support', {}],
  ['ten wrong answers', [STARTED], { lock: short }, 'locked_short', { until: UNTIL }],
  ['a lock without an end', [STARTED], { lock: { ...short, until: null } }, 'locked_for_support'],
  ['a lock and key 9', [...CALLED, ['denied']], { lock: short }, 'locked_short'],
  ['key 9', [...CALLED, ['key_pressed', { meant: 'denied' }, CALL], ['denied', null, CALL]], {}, 'denied'],
  ['key 9 and a bypass', [...CALLED, ['denied']], { bypass: 'code' }, 'denied'],
  ['key 9 in a change of number', [STARTED, finished('sms'), ASKED, ['denied', null, CALL]], {}, 'denied'],
  ['a bypass code', [...ARRIVED, ['bypass_issued', { kind: 'code' }]], { bypass: 'code' }, 'bypass_code'],
  ['an open bypass', [STARTED, ['bypass_issued', { kind: 'open' }]], { bypass: 'open' }, 'bypass_open'],
  ['a reset that waits', [STARTED, ['reset_requested']], { resetWaiting: true }, 'reset_waiting'],
]

const PASSWORDS: Row[] = [
  ['one wrong password', [['login_refused']], {}, 'wrong_password', { count: 1 }],
  [
    'wrong passwords since a login',
    [STARTED, finished('sms'), ['login_refused'], ['looked_up'], ['login_refused']],
    {},
    'wrong_password',
    { count: 2 },
  ],
  ['a new password after it', [['login_refused'], ['password_reset']], {}, 'password_changed'],
]

const SENDS: Row[] = [
  [
    'a number at its limit',
    [STARTED],
    { sending: { free: false, until: UNTIL } },
    'send_limit',
    { until: UNTIL },
  ],
  ['a limit of unknown length', [STARTED], { sending: { free: false, until: null } }, 'send_limit', {}],
  ['a pause of a prefix', [STARTED, ['sends_paused']], {}, 'sends_paused'],
  ['a lifted limit', [STARTED, ['unblocked', { limit: 'number' }]], {}, 'send_limit_lifted'],
  ['a text in the queue', [STARTED, ASKED, ['send_queued']], {}, 'waiting_to_be_sent'],
  ['a queue that stands', [STARTED, ASKED, ['send_queued', null, { age: 90 }]], {}, 'stuck_before_sending'],
  ['a text that was too late', [STARTED, ASKED, ['send_queued'], ['send_expired']], {}, 'sent_too_late'],
  ['a text on its way', SENT, {}, 'on_its_way'],
  ['a silent network', [STARTED, ASKED, ['carrier_accepted', null, { age: 300 }]], {}, 'not_confirmed'],
  ['a carrier that broke off', [STARTED, ASKED, ['send_unknown']], {}, 'not_confirmed'],
  [
    'a carrier that broke off a call',
    [STARTED, ASKED, ['send_unknown', null, CALL]],
    {},
    'call_not_reported',
  ],
  ['a text that nobody typed', ARRIVED, {}, 'delivered_not_typed', { at: ago(1) }],
  ['a code that ran out unread', [...ARRIVED, ['expired']], {}, 'code_expired'],
  ['a code that ran out unheard of', [...SENT, ['expired']], {}, 'code_expired_unconfirmed'],
  [
    'a phone that was off until it ran out',
    [...SENT, ['send_failed', { reason: 'switched_off' }], ['expired']],
    {},
    'switched_off',
  ],
  ['a code that was given up', [...ARRIVED, ['canceled']], {}, 'code_canceled'],
  [
    'a code that gave way to a newer one',
    [...ARRIVED, ['canceled', { cause: 'superseded' }], ASKED, ['send_queued']],
    {},
    'waiting_to_be_sent',
  ],
  ['a failure without a reason', [...SENT, ['send_failed']], {}, 'unknown_failure'],
  ['a failure with a new reason', [...SENT, ['send_failed', { reason: 'comet' }]], {}, 'unknown_failure'],
  [
    'a failure and a second text',
    [...SENT, ['send_failed', { reason: 'switched_off' }], ['send_queued'], ['delivered']],
    {},
    'delivered_not_typed',
  ],
  [
    'a test message after a failure',
    [
      ...SENT,
      ['send_failed', { reason: 'switched_off' }],
      ['test_message_sent'],
      ['delivered', { notice: 'test_message' }],
    ],
    {},
    'switched_off',
  ],
]

const REASONS: Row[] = DELIVERY_REASONS.map((reason) => [
  `a send that failed: ${reason}`,
  [...SENT, ['send_failed', { reason: 'unknown_failure' }, { deliveryReason: reason }]],
  {},
  reason,
])

const CODES: Row[] = [
  ['a wrong code', [...SENT, WRONG], {}, 'code_wrong', { count: 1, max: 5 }],
  [
    'wrong codes on a phone that gets them',
    [...ARRIVED, WRONG, WRONG, WRONG],
    {},
    'code_wrong_delivered',
    { count: 3, max: 5 },
  ],
  [
    'wrong codes and another text',
    [...ARRIVED, WRONG, ['send_queued'], ['delivered']],
    {},
    'code_wrong_delivered',
    { count: 1, max: 5 },
  ],
  ['wrong codes that ran out', [...ARRIVED, WRONG, ['expired']], {}, 'code_wrong_delivered'],
  [
    'five wrong codes',
    [...ARRIVED, WRONG, WRONG, WRONG, WRONG, WRONG, ['locked']],
    {},
    'code_used_up',
    { max: 5 },
  ],
  [
    'wrong codes of an older text',
    [...ARRIVED, WRONG, WRONG, ['canceled', { cause: 'superseded' }], ASKED, ['delivered'], WRONG],
    {},
    'code_wrong_delivered',
    { count: 1, max: 5 },
  ],
  [
    'a pause that is over',
    [...ARRIVED, WRONG, ['locked', { reason: 'too_many_wrong', until: ago(5) }]],
    {},
    'lock_over',
  ],
  [
    'a pause that staff ended',
    [...ARRIVED, WRONG, ['locked', { reason: 'too_many_wrong' }], ['unblocked', { limit: 'account' }]],
    {},
    'unblocked',
  ],
  [
    'a wrong code of an app',
    [STARTED, wrong('totp'), wrong('totp')],
    {},
    'app_code_wrong',
    { count: 2, max: 5, way: 'totp' },
  ],
  ['a wrong PIN', [STARTED, wrong('pin')], {}, 'pin_wrong'],
  [
    'a wrong recovery code',
    [STARTED, wrong('totp'), wrong('recovery_code')],
    {},
    'recovery_code_wrong',
    { count: 1, max: 5, way: 'recovery_code' },
  ],
  ['a wrong bypass code', [STARTED, wrong('bypass')], {}, 'bypass_code_wrong'],
  [
    'five wrong PINs',
    [STARTED, ...Array.from({ length: 5 }, () => wrong('pin'))],
    {},
    'way_used_up',
    { count: 5, max: 5, way: 'pin' },
  ],
]

const CALLS: Row[] = [
  ['a phone that rings', CALLED.slice(0, 4), {}, 'phone_rings'],
  [
    'a call without an end',
    [STARTED, ASKED, ['carrier_accepted', null, { ...CALL, age: 400 }]],
    {},
    'call_not_reported',
  ],
  ['a call that runs', CALLED, {}, 'call_running'],
  ['a voicemail', [...CALLED, ['call_ended', { reason: 'voicemail' }, CALL]], {}, 'voicemail'],
  ['a line that was hung up', [...CALLED, ['call_ended', { reason: 'hung_up' }, CALL]], {}, 'hung_up'],
  ['a call that ended without a key', [...CALLED, ['call_ended', null, CALL]], {}, 'hung_up'],
  ['a busy line', [...CALLED.slice(0, 4), ['send_failed', { reason: 'busy' }, CALL]], {}, 'busy'],
  [
    'nobody at home',
    [...CALLED.slice(0, 4), ['send_failed', { reason: 'no_answer' }, CALL]],
    {},
    'no_answer',
  ],
  [
    'a wrong key',
    [...CALLED, ...wrongKey, ['call_ended', null, CALL]],
    {},
    'key_wrong',
    { count: 1, max: 5 },
  ],
  [
    'three wrong keys',
    [
      ...CALLED,
      ...wrongKey,
      ...wrongKey,
      ['key_pressed', { meant: 'too_many_wrong' }, CALL],
      ['code_tried', { right: false }, CALL],
    ],
    {},
    'keys_used_up',
  ],
  ['an early key', [...CALLED, ['key_pressed', { meant: 'early' }, CALL]], {}, 'key_early'],
  ['a late key', [...CALLED, ['key_pressed', { meant: 'over' }, CALL]], {}, 'key_too_late'],
  [
    'a code that was only heard',
    [...CALLED, ['key_pressed', { meant: 'say_code' }, CALL], ['call_ended', null, CALL]],
    {},
    'code_read_out',
  ],
]

const OPEN: Row[] = [
  ['a login that waits', [STARTED], {}, 'login_open'],
  ['a login that was left', [['login_started', { kind: 'login' }, { age: 4_000 }]], {}, 'login_left'],
  [
    'a right code and nothing more',
    [...ARRIVED, ['code_tried', { right: true }], ['approved']],
    {},
    'one_step_left',
  ],
  [
    'a new number that waits',
    [...ARRIVED, ['approved']],
    { phone: { isProven: true, isPending: true, fault: null } },
    'number_to_confirm',
  ],
  [
    'a new number under strict',
    [STARTED],
    { ...rule({ numberChange: 'strict' }), phone: { isProven: true, isPending: true, fault: null } },
    'number_stopped',
  ],
  [
    'a landline under strict',
    [STARTED],
    { ...rule({ numberChange: 'strict' }), phone: { isProven: true, isPending: true, fault: 'landline' } },
    'number_landline',
  ],
  ['a number that was never proven', [STARTED], { phone: pending }, 'number_unproven'],
  ['a landline on file', [STARTED], { phone: { ...pending, fault: 'landline' } }, 'number_landline'],
  ['a number that fails', [STARTED], { phone: { ...pending, fault: 'failed' } }, 'number_failed'],
  ['no number', [STARTED], { phone: { isProven: false, isPending: false, fault: null } }, 'number_missing'],
  [
    'a first sign-in',
    [['registered'], ['login_started', { kind: 'registration' }]],
    { ...rule({ required: false }), phone: pending },
    'number_unproven',
  ],
  ['a rule that wants an app', [STARTED], { ...rule({ factors: ['totp'] }) }, 'app_to_set_up'],
  ['a rule that wants a PIN', [STARTED], { ...rule({ factors: ['pin'] }) }, 'pin_to_set_up'],
  [
    'a corrected number',
    [...SENT, ['send_failed', { reason: 'no_such_number' }], ['number_pending']],
    { phone: { ...pending } },
    'number_corrected',
  ],
  [
    'a bypass that nobody used',
    [...SENT, ['send_failed', { reason: 'switched_off' }], ['bypass_issued']],
    {},
    'bypass_ran_out',
  ],
  [
    'a reset that was approved',
    [STARTED, wrong('totp'), ['reset_approved'], ['canceled', { cause: 'account' }]],
    {},
    'reset_done',
  ],
  [
    'a reset that needed nobody',
    [STARTED, wrong('totp'), ['reset_requested', { status: 'done' }]],
    {},
    'reset_done',
  ],
  ['a reset that was sent back', [STARTED, wrong('totp'), ['reset_rejected']], {}, 'reset_refused'],
]

const INSIDE: Row[] = [
  ['a text', [...ARRIVED, ['approved'], finished('sms', 'mfa')], {}, 'signed_in', { at: ago(1), way: 'sms' }],
  ['a key', [...CALLED, finished('tel_press1', 'mfa')], {}, 'signed_in', { at: ago(1), way: 'key' }],
  ['an app', [STARTED, finished('otp', 'mfa')], {}, 'signed_in', { at: ago(1), way: 'totp' }],
  [
    'paper',
    [STARTED, ['recovery_code_used'], finished('otp', 'mfa')],
    {},
    'signed_in',
    { at: ago(1), way: 'recovery_code' },
  ],
  ['a password alone', [STARTED, finished()], {}, 'signed_in', { at: ago(1), way: 'password' }],
  [
    'a bypass',
    [
      STARTED,
      ['bypass_issued'],
      ['bypass_used'],
      ['login_finished', { amr: ['pwd', 'bypass'], enrollOnly: true }],
    ],
    {},
    'signed_in_to_set_up',
  ],
  [
    'a step-up that failed later',
    [STARTED, finished('sms'), ['login_started', { kind: 'step_up' }], WRONG],
    {},
    'signed_in',
    { at: ago(5), way: 'sms' },
  ],
  ['nothing at all', [], {}, 'never_tried'],
  [
    'an account that was only made',
    [['account_created'], ['membership_added'], ['looked_up']],
    {},
    'never_tried',
  ],
  [
    'records of other things only',
    Array.from({ length: MAX_JUDGED_EVENTS }, (): Step => ['looked_up']),
    {},
    'nothing_lately',
  ],
  ['a record that nobody knows', [['struck_by_lightning']], {}, 'unknown'],
  ['a verification of a portal', [ASKED, ['send_queued'], ['delivered']], {}, 'delivered_not_typed'],
  ['a verification that left no trace', [ASKED], {}, 'unknown'],
]

const ROWS = [...STATES, ...PASSWORDS, ...SENDS, ...REASONS, ...CODES, ...CALLS, ...OPEN, ...INSIDE]

describe('the verdict', () => {
  test.each(ROWS)('tells %s', (_what, steps, given, code, params) => {
    const verdict = judgeVerdict(facts({ ...given, events: story(...steps) }))
    expect(verdict.code).toBe(code)
    if (params) expect(verdict.params).toEqual(params)
  })

  test('comes from at least forty situations, and from every code that the events can tell', () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(40)
    const told = new Set(ROWS.map(([, , , code]) => code))
    // These answer a call of the API; no event is left of them.
    const refusals = new Set<string>([
      'send_too_soon',
      'call_in_progress',
      'factor_not_allowed',
      'nothing_left',
    ])
    const missing = [...STATE_CODES, ...LOGIN_CODES].filter((code) => !told.has(code) && !refusals.has(code))
    expect(missing).toEqual([])
  })

  test('rests on what decided and on the tries it counts, the newest first', () => {
    const events = story(...ARRIVED, WRONG, WRONG)
    expect(judgeVerdict(facts({ events })).evidence).toEqual([0, 1, 2])
    expect(judgeVerdict(facts({ events: story(...ARRIVED, finished('sms')) })).evidence).toEqual([0])
  })
})

const anyEvent: fc.Arbitrary<SupportEvent> = fc.record({
  kind: fc.oneof(fc.constantFrom(...EVENT_KINDS), fc.string()),
  at: fc.oneof(fc.integer({ min: 0, max: 10_000 }).map(ago), fc.constant('yesterday')),
  data: fc.oneof(
    fc.constant(null),
    fc.record(
      {
        right: fc.oneof(fc.boolean(), fc.anything()),
        factor: fc.constantFrom('totp', 'pin', 'recovery_code', 'bypass', 'phone', '__proto__'),
        meant: fc.constantFrom(
          'wrong',
          'too_many_wrong',
          'say_code',
          'over',
          'early',
          'denied',
          'constructor',
        ),
        kind: fc.constantFrom('login', 'registration', 'step_up', 'code', 'open'),
        reason: fc.oneof(fc.constantFrom(...DELIVERY_REASONS), fc.anything()),
        cause: fc.constantFrom('superseded', 'account'),
        amr: fc.anything(),
        enrollOnly: fc.boolean(),
        notice: fc.constantFrom('test_message', 'locked'),
      },
      { requiredKeys: [] },
    ),
  ),
  deliveryReason: fc.constantFrom(null, ...DELIVERY_REASONS),
  channel: fc.constantFrom(null, 'sms', 'call'),
})
const anyEvents = fc.array(anyEvent, { maxLength: 30 })
const anyFacts: fc.Arbitrary<Omit<SupportFacts, 'events'>> = fc.record({
  now: fc.constant(ago(0)),
  lock: fc.constantFrom(null, null, short, long),
  phone: fc.record({
    isProven: fc.boolean(),
    isPending: fc.boolean(),
    fault: fc.constantFrom(null, 'landline', 'failed'),
  }),
  policy: fc.record({
    required: fc.boolean(),
    factors: fc.subarray(['sms', 'call', 'totp', 'pin'] as const).map((list) => [...list]),
    numberChange: fc.constantFrom('safe', 'strict'),
  }),
  factors: fc.record({ totp: fc.boolean(), pin: fc.boolean(), recoveryCodes: fc.nat(10) }),
  bypass: fc.constantFrom(null, null, 'code', 'open'),
  resetWaiting: fc.boolean(),
  sending: fc.record({ free: fc.boolean(), until: fc.constantFrom(null, UNTIL) }),
})

describe('any list of events', () => {
  test('has a verdict with words, and evidence that is there', () => {
    fc.assert(
      fc.property(anyFacts, anyEvents, (given, events) => {
        const { code, evidence, params } = judgeVerdict({ ...given, events })
        for (const place of evidence) expect(events[place]).toBeDefined()
        expect(new Set(evidence).size).toBe(evidence.length)
        for (const locale of ['en-GB', 'nl-NL']) {
          const { headline } = wordsOf(locale, code, params)
          expect(headline).not.toMatch(/[{}]|undefined/)
          if (code !== 'unknown') expect(headline).not.toBe(wordsOf(locale, 'unknown').headline)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  test('gives way to a lock', () => {
    fc.assert(
      fc.property(anyFacts, anyEvents, (given, events) => {
        expect(judgeVerdict({ ...given, events, lock: short }).code).toBe('locked_short')
        expect(judgeVerdict({ ...given, events, lock: long }).code).toBe('locked_for_support')
      }),
    )
  })

  test('older than the newest login changes nothing of its verdict', () => {
    const begun = fc.constantFrom<Step>(STARTED, ['login_started', { kind: 'registration' }])
    fc.assert(
      fc.property(anyFacts, anyEvents, begun, anyEvents, (given, newer, start, older) => {
        const free = { ...given, lock: null, bypass: null, resetWaiting: false }
        const newest = [...newer, ...story(start)]
        const verdict = judgeVerdict({ ...free, events: newest })
        expect(judgeVerdict({ ...free, events: [...newest, ...older] })).toEqual(verdict)
      }),
      { numRuns: 2_000 },
    )
  })

  test('older than the newest login leaves its code alone whatever staff have opened', () => {
    fc.assert(
      fc.property(anyFacts, anyEvents, anyEvents, (given, newer, older) => {
        const newest = [...newer, ...story(STARTED)]
        const { code } = judgeVerdict({ ...given, events: newest })
        expect(judgeVerdict({ ...given, events: [...newest, ...older] }).code).toBe(code)
      }),
    )
  })
})
