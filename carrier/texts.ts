/**
 * Texts at Twilio: send one, find one whose answer was lost, read how far one has come.
 */
import type { Twilio } from 'twilio'
import type { SendOutcome } from '#core/delivery.ts'
import { findSince } from './listing.ts'
import { failureOfConnection } from './request-failure.ts'
import { textState, type CarrierState } from './statuses.ts'
import { outcomeOf } from './twilio-errors.ts'

/** One text. `validitySeconds`: after this the carrier drops it unsent; the rest of its code's life. */
export type TextToSend = { to: string; body: string; validitySeconds: number; statusCallback: string }

/** Who a text comes from: one number, or a messaging service that chooses. */
export type TextSender = { from: string } | { messagingServiceSid: string }

/** What a search in the carrier's list came to. `unknown`: it could not be searched, or not to its end. */
export type Found =
  | ({ found: true; carrierRef: string } & CarrierState)
  | { found: false }
  | { found: 'unknown' }

/** What to look for. `excludeRefs`: refs that other deliveries have already. */
export type TextSearch = { to: string; body: string; sinceAt: Date; excludeRefs?: readonly string[] }

const TEXT_REF = /^(SM|MM)[0-9a-f]{32}$/i
/** Twilio's range, in seconds: outside it answers 90007. */
const MAX_VALIDITY = 36_000
const PAGE_SIZE = 20

/** Posts one text, once. Never throws: what went wrong is in the outcome. */
export async function sendText(client: Twilio, sender: TextSender, text: TextToSend): Promise<SendOutcome> {
  const validityPeriod = Math.min(MAX_VALIDITY, Math.max(1, Math.floor(text.validitySeconds)))
  const { to, body, statusCallback } = text
  try {
    const sent = await client.messages.create({ ...sender, to, body, statusCallback, validityPeriod })
    return acceptedAs(sent.sid, TEXT_REF)
  } catch (error) {
    return outcomeOf(failureOfConnection(error))
  }
}

/** A success without a ref that looks like Twilio's is no proof of anything. */
export function acceptedAs(sid: unknown, shape: RegExp): SendOutcome {
  if (typeof sid === 'string' && shape.test(sid)) return { outcome: 'accepted', carrierRef: sid }
  return { outcome: 'unknown', answered: false, carrierCode: null }
}

/**
 * Looks for a text in the carrier's list by number, time and exact words. The list is not filtered by date: Twilio
 * filters by the date of sending, which a text that still waits has not got.
 */
export async function findText(client: Twilio, search: TextSearch): Promise<Found> {
  const others = new Set(search.excludeRefs)
  try {
    const page = await client.messages.page({ to: search.to, pageSize: PAGE_SIZE })
    const item = await findSince(
      page,
      search.sinceAt,
      (text) => text.body === search.body && !others.has(text.sid),
    )
    if (item === null || item === 'unknown') return { found: item === null ? false : 'unknown' }
    const state = textState(item.status, item.errorCode) ?? UNREADABLE
    return { found: true, carrierRef: item.sid, ...state }
  } catch {
    return { found: 'unknown' }
  }
}

/** A status that we do not know still proves that the carrier has it. */
export const UNREADABLE: CarrierState = { status: 'sending', reason: null, carrierCode: null }

/** Asks how far a text has come. Null: the carrier did not say. */
export async function readText(client: Twilio, carrierRef: string): Promise<CarrierState | null> {
  try {
    const text = await client.messages(carrierRef).fetch()
    return textState(text.status, text.errorCode)
  } catch {
    return null
  }
}
