/**
 * Reads Twilio's callbacks: how far a text or call has come, which key was pressed, who picked up.
 */
import { callForm, keyForm, machineForm, readOnce, textForm, type Form } from './receipt-fields.ts'
import { callState, isMachine, textState, type CarrierState } from './statuses.ts'

/** Whom a callback is about. The caller compares `accountSid` with its own. */
type ReceiptHead = { carrierRef: string; accountSid: string }

/** A status callback. `ignored`: well-formed, but a status that changes nothing here. */
export type Receipt =
  | { kind: 'malformed' }
  | ({ kind: 'ignored' } & ReceiptHead)
  | ({ kind: 'state' } & ReceiptHead & CarrierState)

/**
 * An answer to a question by key. `digits` null: no key was pressed. `machine`: an answering machine or a fax is at
 * the other end. `callIsOver`: reported after the end of the call, so it confirms nothing.
 */
export type KeyReceipt =
  | { kind: 'malformed' }
  | ({
      kind: 'keys'
      digits: string | null
      answeredBy: string | null
      machine: boolean
      callIsOver: boolean
    } & ReceiptHead)

/** Who picked up, where the call asked for it. `machine`: hang up; a code is never told to a voicemail. */
export type MachineReceipt =
  | { kind: 'malformed' }
  | ({ kind: 'machine'; answeredBy: string; machine: boolean } & ReceiptHead)

/** Reads a message status callback. */
export function readTextReceipt(form: Form): Receipt {
  const read = readOnce(textForm, form)
  if (read === null) return { kind: 'malformed' }
  const head = { carrierRef: read.MessageSid, accountSid: read.AccountSid }
  const state = textState(read.MessageStatus, toCode(read.ErrorCode))
  return state === null ? { kind: 'ignored', ...head } : { kind: 'state', ...head, ...state }
}

/** Reads a call status callback. SIP numbers are left alone: they tell of the last hop, not of the phone. */
export function readCallReceipt(form: Form): Receipt {
  const read = readOnce(callForm, form)
  if (read === null) return { kind: 'malformed' }
  const head = { carrierRef: read.CallSid, accountSid: read.AccountSid }
  const state = callState(read.CallStatus, toCode(read.ErrorCode), read.AnsweredBy ?? null)
  return state === null ? { kind: 'ignored', ...head } : { kind: 'state', ...head, ...state }
}

/** Reads what a `<Gather>` reports. A missing or empty `Digits` is "no key pressed". */
export function readKeyReceipt(form: Form): KeyReceipt {
  const read = readOnce(keyForm, form)
  if (read === null) return { kind: 'malformed' }
  const answeredBy = read.AnsweredBy || null
  return {
    kind: 'keys',
    carrierRef: read.CallSid,
    accountSid: read.AccountSid,
    digits: read.Digits || null,
    answeredBy,
    machine: isMachine(answeredBy),
    callIsOver: read.CallStatus !== undefined && read.CallStatus !== 'in-progress',
  }
}

/** Reads a report of machine detection that ran beside the call. */
export function readMachineReceipt(form: Form): MachineReceipt {
  const read = readOnce(machineForm, form)
  if (read === null || !read.AnsweredBy) return { kind: 'malformed' }
  const head = { carrierRef: read.CallSid, accountSid: read.AccountSid }
  return { kind: 'machine', ...head, answeredBy: read.AnsweredBy, machine: isMachine(read.AnsweredBy) }
}

function toCode(code: string | undefined): number | null {
  return code ? Number(code) : null
}
