/**
 * What a language of the support pages must have. A missing sentence does not compile.
 */
import type { DeliveryReason } from './delivery.ts'
import type { EventKind } from './event-kinds.ts'
import type { LoginCode, StateCode } from './verdict-codes.ts'

/**
 * Four plain sentences, `{name}` for what differs: what is, why, what to tell the patient, and what staff can do, which
 * names the act as its button does.
 */
export type Sentences = readonly [headline: string, cause: string, tellPatient: string, remedy: string]

/** A step of the timeline; without the last two there is nothing to say or do about it. */
export type Entry = readonly [sentence: string, cause: string] | Sentences

/** Where one kind of event stands for several things; `kind.variant`. */
export type EntryVariant =
  | 'code_tried.right'
  | 'code_tried.right_key'
  | 'code_tried.wrong_key'
  | 'key_pressed.denied'
  | 'key_pressed.wrong'
  | 'key_pressed.too_many_wrong'
  | 'key_pressed.say_code'
  | 'key_pressed.confirmed'
  | 'canceled.superseded'
  | 'canceled.account'
  | 'locked.short'
  | 'locked.for_support'
  | 'login_started.registration'
  | 'login_started.step_up'
  | 'login_finished.to_set_up'
  | 'factor_tried.right'
  | 'bypass_issued.open'
  | 'policy_changed.required'
  | 'unblocked.number'
  | 'send_queued.call'
  | 'carrier_accepted.call'
  | 'notice_sent'
  | 'notice_delivered'

export type SendEntry = Extract<
  EventKind | EntryVariant,
  | `verification_${string}`
  | `send${string}`
  | `carrier_${string}`
  | `call_${string}`
  | `key_${string}`
  | `code_${string}`
  | `canceled${string}`
  | `locked${string}`
  | `notice_${string}`
  | 'delivered'
  | 'approved'
  | 'denied'
  | 'expired'
>
export type PeopleEntry = Exclude<EventKind | EntryVariant, SendEntry>

/** What fills a place in a sentence where a code stands for it, and what where nothing is known. */
export type Names = Record<
  | ('sms' | 'call' | 'key' | 'totp' | 'pin' | 'recovery_code' | 'bypass' | 'password' | 'phone')
  | ('unknown_way' | 'unknown_time' | 'unknown_until' | 'unknown_number' | 'unknown_rest'),
  string
>

/** Pieces that sentences are put together from. */
export type Phrases = {
  /** Between the last two of a list. */
  or: string
  /** After a judged answer: which try it was. */
  whichTry: string
  /** After a cause: the rule that held at that moment. */
  required: string
  notRequired: string
  /** Where there is nothing to tell or to do. */
  nothingToTell: string
  nothingToDo: string
}

export type SupportLanguage = {
  states: Record<StateCode, Sentences>
  logins: Record<LoginCode, Sentences>
  reasons: Record<DeliveryReason, Sentences>
  sends: Record<SendEntry, Entry>
  people: Record<PeopleEntry, Entry>
  /** An event that these tables do not know. */
  unknownEntry: Sentences
  names: Names
  phrases: Phrases
}
