import { isEnded, type Call } from './call.ts'
import { sendCallback } from './callbacks.ts'
import { writeDate } from './sid.ts'
import type { Network } from './network.ts'

/** The events a caller can ask for; every end of a call is `completed`. */
export type CallEvent = 'initiated' | 'ringing' | 'answered' | 'completed'

/** What the phone network would answer by SIP, per end. */
const SIP_CODES: Record<string, string> = {
  completed: '200',
  busy: '486',
  'no-answer': '487',
  failed: '404',
  canceled: '487',
}

/** Writes the fields that every request about a call carries, webhooks for TwiML included. */
export function writeCallForm(accountSid: string, call: Call): Record<string, string> {
  const form: Record<string, string> = {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    CallSid: call.sid,
    CallStatus: call.status,
    Called: call.to,
    Caller: call.from,
    Direction: 'outbound-api',
    From: call.from,
    To: call.to,
  }
  if (call.answeredBy && call.detection.kind === 'before') form['AnsweredBy'] = call.answeredBy
  return form
}

/** Reports a change of a call to its caller, if they asked for that event. */
export function reportCall(network: Network, call: Call, event: CallEvent): void {
  network.watchers.changed()
  if (!call.events.has(event)) return
  const form = writeCallForm(network.accountSid, call)
  form['CallStatus'] = event === 'initiated' ? 'initiated' : call.status
  form['CallbackSource'] = 'call-progress-events'
  form['SequenceNumber'] = String(call.sequence++)
  form['Timestamp'] = writeDate(network.clock.now())
  if (isEnded(call)) addEnd(form, call)
  sendCallback(network, call, { form, title: `call ${form['CallStatus']}`, last: isEnded(call) })
}

function addEnd(form: Record<string, string>, call: Call): void {
  form['CallDuration'] = String(call.duration)
  form['Duration'] = String(Math.ceil(call.duration / 60))
  form['SipResponseCode'] = SIP_CODES[call.status] ?? '200'
}

/** Tells the caller who answered, where that was asked beside the call. */
export function reportDetection(network: Network, call: Call, tookMs: number): void {
  if (call.detection.kind !== 'beside' || !call.detection.callback) return
  const form = {
    AccountSid: network.accountSid,
    CallSid: call.sid,
    AnsweredBy: call.answeredBy ?? 'unknown',
    MachineDetectionDuration: String(tookMs),
  }
  void network.webhooks.send({ ...call.detection.callback, form, phone: call.to, title: 'answered by' })
}
