import { makeSid, writeDate } from './sid.ts'
import type { CallbackTarget, Outbox } from './callbacks.ts'
import type { Cancel } from './clock.ts'
import type { Handset } from './world.ts'

/** Twilio's states of a call. */
export type CallStatus =
  | 'queued'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'no-answer'
  | 'failed'
  | 'canceled'

/** Where the next TwiML document comes from. */
export type TwimlSource =
  | { kind: 'inline'; twiml: string }
  | { kind: 'url'; url: string; method: 'GET' | 'POST'; form: Record<string, string> }

/** An open Gather: what was pressed so far, and when it is enough. */
export type Collector = {
  digits: string
  numDigits: number
  finishOnKey: string
  finished: boolean
  finishedBy: string
}

/** What a create request asks for, already judged. Times in s. */
export type CallOrder = {
  from: string
  source: TwimlSource
  fallback: TwimlSource | null
  callback: CallbackTarget | null
  events: Set<string>
  ringSeconds: number
  limitSeconds: number
  detection: Detection
}

/** Whether the caller asked who answers: before the TwiML runs (perhaps only after the beep), or beside it. */
export type Detection =
  | { kind: 'none' }
  | { kind: 'before'; untilBeep: boolean }
  | { kind: 'beside'; untilBeep: boolean; callback: CallbackTarget | null }

/** One `<Say>` as the callee heard it; `language` is its tag, null where the document names none. */
export type Said = { text: string; at: number; language: string | null }

/** One call. Times are real ms since 1970. */
export type Call = Outbox &
  CallOrder & {
    sid: string
    status: CallStatus
    createdAt: number
    updatedAt: number
    answeredAt: number | null
    endedAt: number | null
    /** Simulated seconds. */
    duration: number
    sequence: number
    answeredBy: string | null
    said: Said[]
    pressed: string
    /** What a machine recorded after its beep. */
    recorded: string[]
    beeped: boolean
    error: { code: number; text: string } | null
    collector: Collector | null
    /** Everything that is still to happen to this call by the clock. */
    cancels: Cancel[]
    /** Ends the pause that the interpreter is in. */
    wake: (() => void) | null
    /** A document that an update put in place of the running one. */
    redirect: TwimlSource | null
  }

/** Makes an accepted call to a handset; its fate is that of this moment. */
export function makeCall(handset: Handset, order: CallOrder): Call {
  const now = Date.now()
  return {
    ...order,
    ...QUEUED,
    sid: makeSid('CA'),
    to: handset.phone,
    fate: handset.fate,
    createdAt: now,
    updatedAt: now,
    said: [],
    recorded: [],
    cancels: [],
    sent: Promise.resolve(),
    held: [],
  }
}

const QUEUED = {
  status: 'queued',
  answeredAt: null,
  endedAt: null,
  duration: 0,
  sequence: 0,
  answeredBy: null,
  pressed: '',
  beeped: false,
  error: null,
  collector: null,
  wake: null,
  redirect: null,
} satisfies Partial<Call>

/** Tells whether somebody is on the line. */
export function isLive(call: Call): boolean {
  return call.status === 'in-progress'
}

/** Tells whether a call has come to its end. */
export function isEnded(call: Call): boolean {
  return call.endedAt !== null
}

/** What Twilio's calls have and simulated ones never do. */
const UNUSED = {
  caller_name: null,
  forwarded_from: null,
  group_sid: null,
  parent_call_sid: null,
  phone_number_sid: null,
  price: null,
  price_unit: 'USD',
  trunk_sid: null,
}

/** Writes a call as Twilio's REST API shows it. */
export function writeCall(accountSid: string, call: Call): Record<string, unknown> {
  const base = `/2010-04-01/Accounts/${accountSid}/Calls/${call.sid}`
  return {
    ...UNUSED,
    account_sid: accountSid,
    answered_by: call.answeredBy,
    api_version: '2010-04-01',
    date_created: writeDate(call.createdAt),
    date_updated: writeDate(call.updatedAt),
    direction: 'outbound-api',
    duration: isEnded(call) ? String(call.duration) : null,
    end_time: writeDate(call.endedAt),
    from: call.from,
    from_formatted: call.from,
    queue_time: String((call.answeredAt ?? call.updatedAt) - call.createdAt),
    sid: call.sid,
    start_time: writeDate(call.answeredAt),
    status: call.status,
    subresource_uris: { events: `${base}/Events.json` },
    to: call.to,
    to_formatted: call.to,
    uri: `${base}.json`,
  }
}
