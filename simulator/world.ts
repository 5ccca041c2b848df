import { dropOldest, makeBoundedList, type BoundedList } from './bounded-list.ts'
import { findTestNumber } from './test-numbers.ts'
import type { Call } from './call.ts'
import type { Fate } from './fates.ts'
import type { Message } from './message.ts'
import type { Form } from './signature.ts'

/** One phone. Its fate holds until changed; `optedOut` is what STOP sets and START clears. */
export type Handset = {
  phone: string
  fate: Fate
  /** Simulated ms until texts arrive or calls are answered; null: as the fate has it. */
  delayMs: number | null
  /** Simulated ms that texts and calls wait in the carrier's queue first. */
  queueMs: number
  optedOut: boolean
  /** Oldest first. */
  messages: Message[]
  calls: Call[]
  replies: { text: string; at: number }[]
  firstSeenAt: number
  lastSeenAt: number
}

/** What reached the REST API. */
type LoggedRequest = { method: string; path: string; form: Form; at: number }

/** One line of the carrier log on the handsets page. */
export type LogEntry = {
  /** Counts up; keeps an entry the same while newer ones come. */
  number: number
  at: number
  kind: 'request' | 'callback' | 'fault'
  phone: string | null
  title: string
  result: string
  ok: boolean
  tookMs: number | null
  tries: number
  target: string
  form: Form
  signature: string | null
}

/** An e-mail as it arrived. */
export type Mail = { to: string; subject: string; text: string; html: string; at: number }

/** Everything the simulator remembers. All of it in memory, all of it bounded. */
export type World = {
  messages: Map<string, Message>
  calls: Map<string, Call>
  handsets: Map<string, Handset>
  requests: BoundedList<LoggedRequest>
  log: BoundedList<LogEntry>
  mailboxes: Map<string, Mail[]>
}

/** How much is kept before the oldest is dropped. */
export const CAPS = {
  messages: 50_000,
  calls: 10_000,
  handsets: 50_000,
  perHandset: 1_000,
  requests: 10_000,
  log: 500,
  mailboxes: 1_000,
  perMailbox: 100,
}

/** Makes an empty world. */
export function makeWorld(): World {
  return {
    messages: new Map(),
    calls: new Map(),
    handsets: new Map(),
    requests: makeBoundedList(CAPS.requests),
    log: makeBoundedList(CAPS.log),
    mailboxes: new Map(),
  }
}

/** Finds the phone of a number, or makes one with the number's published fate. */
export function handsetOf(world: World, phone: string): Handset {
  const known = world.handsets.get(phone)
  if (known) return known
  const now = Date.now()
  const handset: Handset = {
    phone,
    fate: findTestNumber(phone)?.fate ?? 'delivered',
    delayMs: null,
    queueMs: 0,
    optedOut: false,
    messages: [],
    calls: [],
    replies: [],
    firstSeenAt: now,
    lastSeenAt: now,
  }
  world.handsets.set(phone, handset)
  dropOldest(world.handsets, CAPS.handsets)
  return handset
}

/** Stores an accepted text, and drops the oldest where there are too many. */
export function keepMessage(world: World, handset: Handset, message: Message): void {
  world.messages.set(message.sid, message)
  handset.messages.push(message)
  handset.lastSeenAt = message.createdAt
  if (handset.messages.length > CAPS.perHandset) {
    const oldest = handset.messages.shift()
    if (oldest) world.messages.delete(oldest.sid)
  }
  for (const dropped of dropOldest(world.messages, CAPS.messages)) {
    forgetFirst(world.handsets.get(dropped.to)?.messages, dropped)
  }
}

/** Stores an accepted call, and drops the oldest where there are too many. */
export function keepCall(world: World, handset: Handset, call: Call): void {
  world.calls.set(call.sid, call)
  handset.calls.push(call)
  handset.lastSeenAt = call.createdAt
  if (handset.calls.length > CAPS.perHandset) {
    const oldest = handset.calls.shift()
    if (oldest) world.calls.delete(oldest.sid)
  }
  for (const dropped of dropOldest(world.calls, CAPS.calls)) {
    forgetFirst(world.handsets.get(dropped.to)?.calls, dropped)
  }
}

/** The oldest of all is the first of its own phone, too. */
function forgetFirst<T>(list: T[] | undefined, dropped: T): void {
  if (list?.[0] === dropped) list.shift()
}

/** Stores an e-mail under its address, in lower case. */
export function keepMail(world: World, mail: Mail): void {
  const address = mail.to.trim().toLowerCase()
  const box = world.mailboxes.get(address) ?? []
  box.push(mail)
  if (box.length > CAPS.perMailbox) box.shift()
  world.mailboxes.set(address, box)
  dropOldest(world.mailboxes, CAPS.mailboxes)
}
