/**
 * Verifications, phones and countries: what these calls take and answer.
 */
import type { Answer, CallOptions, FromBrowser, WaitQuery } from './answer.ts'

export type Channel = 'sms' | 'call'
export type CallMode = 'spoken_code' | 'match_digits' | 'press_1'
export type Purpose = 'registration' | 'login' | 'phone_change' | 'other'
export type VerificationStatus = 'pending' | 'approved' | 'expired' | 'locked' | 'canceled' | 'denied'

export type DeliveryStatus =
  | 'queued'
  | 'sending'
  | 'unknown'
  | 'sent'
  | 'ringing'
  | 'answered'
  | 'delivered'
  | 'ended'
  | 'failed'
  | 'expired_unsent'

export type DeliveryReason =
  | 'landline'
  | 'switched_off'
  | 'no_such_number'
  | 'blocked_by_carrier'
  | 'opted_out'
  | 'country_blocked'
  | 'fraud_blocked'
  | 'busy'
  | 'no_answer'
  | 'voicemail'
  | 'hung_up'
  | 'carrier_down'
  | 'unknown_failure'

/** One text or call. */
export type Delivery = {
  id: string
  channel: Channel
  status: DeliveryStatus
  /** Why it ended as it did. */
  reason: DeliveryReason | null
  at: string
}

/** One attempt to prove a phone. */
export type Verification = {
  id: string
  status: VerificationStatus
  /** Grows whenever something in this answer changes. */
  version: number
  purpose: Purpose
  channel: Channel
  call_mode: CallMode | null
  to_masked: string
  country: string
  line_type: string
  expires_at: string
  /** When `sendAgain` is possible again; null: no more. */
  resend_at: string | null
  tries_left: number
  sends_left: number
  /** The two digits to show on the page of a `match_digits` call. */
  match_digits: string | null
  deliveries: Delivery[]
}

/** `client_secret` lets a page act on this one verification; it is shown only here. */
export type StartedVerification = Verification & { client_secret: string }

export type StartVerification = FromBrowser & {
  /** The number as a person types it. */
  to: string
  /** Whose national numbers are meant, ISO 3166. */
  country?: string | undefined
  channel: Channel
  call_mode?: CallMode | undefined
  purpose?: Purpose | undefined
  /** Your own id of the person; one code lives per subject and purpose. */
  subject_id?: string | undefined
  /** BCP 47. */
  locale?: string | undefined
  /** Who the text or call is from; the tenant's name by default. */
  brand?: string | undefined
}

export type TypedCode = FromBrowser & {
  /** As the person types it. */
  code: string
}
export type ChosenChannel = FromBrowser & { channel?: Channel | undefined; call_mode?: CallMode | undefined }
export type TypedPhone = FromBrowser & { phone: string; country?: string | undefined }

/** How it stands, why, and what the person can do next. */
export type Explanation = { sentence: string; cause: string; remedy: string }

export type PhoneCheck = {
  accepted: boolean
  reason: string | null
  line_type: string | null
  country: string | null
  formatted: string | null
  /** What to tell the person, in English. */
  sentence: string | null
}

export type ServedCountries = { served: 'all' | string[] }

export type VerificationCalls = {
  /** Sends a code to a phone, by text or call. */
  startVerification(body: StartVerification, options?: CallOptions): Promise<Answer<StartedVerification>>
  /** How a verification stands, now or as soon as it changes. */
  readVerification(id: string, query?: WaitQuery, options?: CallOptions): Promise<Answer<Verification>>
  /** Judges the code that a person typed. */
  checkCode(id: string, body: TypedCode, options?: CallOptions): Promise<Answer<Verification>>
  /** Sends the same code again. */
  sendAgain(id: string, body?: ChosenChannel, options?: CallOptions): Promise<Answer<Verification>>
  /** Ends a verification. */
  cancelVerification(id: string, body?: FromBrowser, options?: CallOptions): Promise<Answer<Verification>>
  /** Why a verification stands where it does. */
  explainVerification(id: string, options?: CallOptions): Promise<Answer<Explanation>>
  /** Whether a number could be proven, while it is typed. */
  checkPhone(body: TypedPhone, options?: CallOptions): Promise<Answer<PhoneCheck>>
  /** Which countries are served. */
  readCountries(options?: CallOptions): Promise<Answer<ServedCountries>>
  /** Chooses the countries that are served. */
  replaceCountries(body: ServedCountries, options?: CallOptions): Promise<Answer<ServedCountries>>
}
