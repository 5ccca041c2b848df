/**
 * The carrier as the worker knows it: Twilio behind functions that answer with outcomes and never throw. Importing
 * this file loads the client (200 ms, 30 MB), so the API takes signature.ts, twiml.ts and receipts.ts without it.
 */
import twilio from 'twilio'
import type { SendOutcome } from '#core/delivery.ts'
import { cancelCall, findCall, placeCall, readCall, type CallSearch, type CallToPlace } from './calls.ts'
import { lookUpLineType, type LineType } from './line-type.ts'
import { CarrierRequestClient } from './request-client.ts'
import type { CarrierState } from './statuses.ts'
import {
  findText,
  readText,
  sendText,
  type Found,
  type TextSearch,
  type TextSender,
  type TextToSend,
} from './texts.ts'

/** Everything the product asks of a carrier. */
export type Carrier = {
  sendText: (text: TextToSend) => Promise<SendOutcome>
  placeCall: (call: CallToPlace) => Promise<SendOutcome>
  cancelCall: (carrierRef: string) => Promise<boolean>
  findText: (search: TextSearch) => Promise<Found>
  findCall: (search: CallSearch) => Promise<Found>
  readText: (carrierRef: string) => Promise<CarrierState | null>
  readCall: (carrierRef: string) => Promise<CarrierState | null>
  lookUpLineType: (phone: string) => Promise<LineType>
}

/** The account and the sender. A messaging service goes before `from` for texts; calls always need `from`. */
export type CarrierSettings = {
  accountSid: string
  authToken: string
  from?: string | undefined
  messagingServiceSid?: string | undefined
  baseUrl?: string | undefined
  timeLimitMs?: number | undefined
}

/** Makes the carrier for a worker. One per process: it holds the open connections. */
export function createCarrier(settings: CarrierSettings): Carrier {
  const client = twilio(settings.accountSid, settings.authToken, {
    httpClient: new CarrierRequestClient({ baseUrl: settings.baseUrl, timeLimitMs: settings.timeLimitMs }),
    // Empty words, since the library would otherwise take TWILIO_EDGE, TWILIO_REGION and TWILIO_LOG_LEVEL.
    edge: '',
    region: '',
    logLevel: 'none',
  })
  const sender = senderOf(settings)
  const from = settings.from ?? null
  return {
    sendText: (text) => sendText(client, sender, text),
    placeCall: (call) => placeCall(client, from, call),
    cancelCall: (carrierRef) => cancelCall(client, carrierRef),
    findText: (search) => findText(client, search),
    findCall: (search) => findCall(client, search),
    readText: (carrierRef) => readText(client, carrierRef),
    readCall: (carrierRef) => readCall(client, carrierRef),
    lookUpLineType: (phone) => lookUpLineType(client, phone),
  }
}

function senderOf({ from, messagingServiceSid }: CarrierSettings): TextSender {
  if (messagingServiceSid !== undefined) return { messagingServiceSid }
  if (from !== undefined) return { from }
  throw new Error('a carrier needs a number or a messaging service to send from')
}
