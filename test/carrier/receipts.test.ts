import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Form } from '#carrier/receipt-fields.ts'
import {
  readCallReceipt,
  readKeyReceipt,
  readMachineReceipt,
  readTextReceipt,
  type Receipt,
} from '#carrier/receipts.ts'
import { isSettled, mayAdvance, type DeliveryStatus } from '#core/delivery.ts'

const ACCOUNT = `AC${'0a'.repeat(16)}`
const TEXT = `SM${'1b'.repeat(16)}`
const CALL = `CA${'2c'.repeat(16)}`
const text = {
  MessageSid: TEXT,
  SmsSid: TEXT,
  AccountSid: ACCOUNT,
  To: '+12025550123',
  ApiVersion: '2010-04-01',
}
const call = { CallSid: CALL, AccountSid: ACCOUNT, CallStatus: 'in-progress', To: '+12025550123' }

describe('a message status callback', () => {
  it.each([
    ['accepted', 'sending'],
    ['scheduled', 'sending'],
    ['queued', 'sending'],
    ['sending', 'sending'],
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'delivered'],
  ])('%s means %s', (MessageStatus, status) => {
    expect(readTextReceipt({ ...text, MessageStatus })).toEqual({
      kind: 'state',
      carrierRef: TEXT,
      accountSid: ACCOUNT,
      status,
      reason: null,
      carrierCode: null,
    })
  })

  it.each([
    ['undelivered', '30003', 'switched_off', 30003],
    ['undelivered', '30006', 'landline', 30006],
    ['failed', '30007', 'blocked_by_carrier', 30007],
    ['failed', '30450', 'fraud_blocked', 30450],
    ['failed', '99999', 'unknown_failure', 99999],
    ['failed', '', 'unknown_failure', null],
    ['canceled', undefined, 'unknown_failure', null],
  ])('%s with code %s failed because of %s', (MessageStatus, ErrorCode, reason, carrierCode) => {
    const form = { ...text, MessageStatus, ...(ErrorCode === undefined ? {} : { ErrorCode }) }
    expect(readTextReceipt(form)).toMatchObject({ kind: 'state', status: 'failed', reason, carrierCode })
  })

  it.each(['partially_delivered', 'received', 'something_new', 'constructor'])(
    '%s changes nothing',
    (MessageStatus) => {
      expect(readTextReceipt({ ...text, MessageStatus })).toEqual({
        kind: 'ignored',
        carrierRef: TEXT,
        accountSid: ACCOUNT,
      })
    },
  )

  it('may carry fields that we do not know', () => {
    expect(
      readTextReceipt({ ...text, MessageStatus: 'sent', RawDlrDoneDate: '2611221303', New: 'é' }).kind,
    ).toBe('state')
  })

  it.each<[string, Form]>([
    ['no ref', { AccountSid: ACCOUNT, MessageStatus: 'sent' }],
    ['no account', { MessageSid: TEXT, MessageStatus: 'sent' }],
    ['no status', text],
    ['a ref of a call', { ...text, MessageSid: CALL, MessageStatus: 'sent' }],
    ['a ref that runs on', { ...text, MessageSid: `${TEXT}MessageStatus`, MessageStatus: 'sent' }],
    ['a line break in a field', { ...text, MessageStatus: 'sent\n' }],
    ['a doubled field', { ...text, MessageStatus: ['sent', 'delivered'] }],
    ['a doubled field that we do not know', { ...text, MessageStatus: 'sent', New: ['1', '2'] }],
    ['an object', { ...text, MessageStatus: { $ne: 'sent' } }],
    ['an error that is no number', { ...text, MessageStatus: 'failed', ErrorCode: '30003x' }],
    ['nothing', {}],
  ])('with %s is malformed', (_, form) => {
    expect(readTextReceipt(form)).toEqual({ kind: 'malformed' })
  })
})

describe('a call status callback', () => {
  it.each([
    ['queued', 'sent', null],
    ['initiated', 'sent', null],
    ['ringing', 'ringing', null],
    ['in-progress', 'answered', null],
    ['completed', 'ended', null],
    ['busy', 'failed', 'busy'],
    ['no-answer', 'failed', 'no_answer'],
    ['failed', 'failed', 'unknown_failure'],
    ['canceled', 'failed', 'unknown_failure'],
  ])('%s means %s', (CallStatus, status, reason) => {
    const form = { ...call, CallStatus, SipResponseCode: '404', SequenceNumber: '2', CallDuration: '12' }
    expect(readCallReceipt(form)).toMatchObject({ kind: 'state', carrierRef: CALL, status, reason })
  })

  it.each([
    ['machine_start', 'voicemail'],
    ['machine_end_beep', 'voicemail'],
    ['fax', 'voicemail'],
    ['human', null],
    ['unknown', null],
  ])('that ended with %s at the other end has the reason %s', (AnsweredBy, reason) => {
    const receipt = readCallReceipt({ ...call, CallStatus: 'completed', AnsweredBy })
    expect(receipt).toMatchObject({ status: 'ended', reason })
  })

  it('takes the reason from a code when the carrier gives one', () => {
    const receipt = readCallReceipt({ ...call, CallStatus: 'failed', ErrorCode: '13227' })
    expect(receipt).toMatchObject({ reason: 'country_blocked', carrierCode: 13227 })
  })

  it('with a status that we do not know changes nothing', () => {
    expect(readCallReceipt({ ...call, CallStatus: 'parked' })).toMatchObject({ kind: 'ignored' })
  })
})

describe('a report of keys', () => {
  const nothing = {
    kind: 'keys',
    carrierRef: CALL,
    accountSid: ACCOUNT,
    digits: null,
    answeredBy: null,
    machine: false,
    callIsOver: false,
  }

  it('tells which keys were pressed', () => {
    expect(readKeyReceipt({ ...call, Digits: '47' })).toEqual({ ...nothing, digits: '47' })
  })

  it('without keys says that none was pressed', () => {
    expect(readKeyReceipt(call)).toEqual(nothing)
    expect(readKeyReceipt({ ...call, Digits: '' })).toEqual(nothing)
  })

  it('tells a machine from a person', () => {
    expect(readKeyReceipt({ ...call, Digits: '1', AnsweredBy: 'machine_start' })).toMatchObject({
      machine: true,
    })
    expect(readKeyReceipt({ ...call, Digits: '1', AnsweredBy: 'unknown' })).toMatchObject({ machine: false })
  })

  it('after the end of the call says so', () => {
    expect(readKeyReceipt({ ...call, CallStatus: 'completed', Digits: '1' })).toMatchObject({
      callIsOver: true,
    })
  })

  it.each<[string, Form]>([
    ['keys that run on into the next field', { ...call, Digits: '1From+1202' }],
    ['too many keys', { ...call, Digits: '12345678901' }],
    ['doubled keys', { ...call, Digits: ['5', '1'] }],
    ['a letter', { ...call, Digits: 'A' }],
    ['digits of another script', { ...call, Digits: '١' }],
    ['a made-up listener', { ...call, AnsweredBy: 'humanDigits1' }],
    ['no call', { AccountSid: ACCOUNT, Digits: '1' }],
  ])('with %s is malformed', (_, form) => {
    expect(readKeyReceipt(form)).toEqual({ kind: 'malformed' })
  })

  it('re-cut at any other place never presses 1', () => {
    const fields = { ...call, Digits: '5' }
    const signed = Object.keys(fields)
      .sort()
      .map((key) => key + fields[key as keyof typeof fields])
      .join('')
    fc.assert(
      fc.property(fc.array(fc.nat(signed.length), { minLength: 1, maxLength: 9 }), (places) => {
        const cuts = [0, ...places.sort((a, b) => a - b), signed.length]
        const parts = cuts.slice(1).map((end, index) => signed.slice(cuts[index]!, end))
        const form: Record<string, string> = {}
        for (let index = 0; index < parts.length; index += 2) form[parts[index]!] = parts[index + 1] ?? ''
        const receipt = readKeyReceipt(form)
        return receipt.kind === 'malformed' || receipt.digits === null || receipt.digits === '5'
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a report of machine detection', () => {
  it.each([
    ['machine_start', true],
    ['fax', true],
    ['human', false],
    ['unknown', false],
  ])('that says %s is a machine: %s', (AnsweredBy, machine) => {
    const form = { CallSid: CALL, AccountSid: ACCOUNT, AnsweredBy, MachineDetectionDuration: '2400' }
    const head = { carrierRef: CALL, accountSid: ACCOUNT }
    expect(readMachineReceipt(form)).toEqual({ kind: 'machine', ...head, answeredBy: AnsweredBy, machine })
  })

  it.each([undefined, '', 'robot'])('that says %s is malformed', (AnsweredBy) => {
    expect(readMachineReceipt({ CallSid: CALL, AccountSid: ACCOUNT, AnsweredBy })).toEqual({
      kind: 'malformed',
    })
  })
})

describe('statuses in any order', () => {
  const words = ['queued', 'sending', 'sent', 'delivered', 'failed']

  it('end with the first end that was reported, in all 120 orders and with every report doubled', () => {
    const orders = permutationsOf(words)
    expect(orders).toHaveLength(120)
    for (const order of orders) {
      const first = order.find((word) => word === 'delivered' || word === 'failed')
      expect(endOf([...order, ...order])).toBe(first)
      expect(endOf(order.flatMap((word) => [word, word]))).toBe(first)
    }
  })

  it.each(['delivered', 'failed'])('all end as %s when that is the only end', (end) => {
    const ends = permutationsOf(['queued', 'sending', 'sent', end]).map((order) =>
      endOf([...order, ...order]),
    )
    expect(new Set(ends)).toEqual(new Set([end]))
    expect(isSettled(endOf([end]))).toBe(true)
  })
})

function endOf(words: string[]): DeliveryStatus {
  return words.reduce<DeliveryStatus>((current, MessageStatus) => {
    const receipt: Receipt = readTextReceipt({ ...text, MessageStatus })
    if (receipt.kind !== 'state') return current
    return mayAdvance(current, receipt.status) ? receipt.status : current
  }, 'sending')
}

function permutationsOf(words: string[]): string[][] {
  if (words.length < 2) return [words]
  return words.flatMap((word) =>
    permutationsOf(words.filter((other) => other !== word)).map((rest) => [word, ...rest]),
  )
}
