/**
 * The phones and mailboxes of Keypad's simulator, for tests: what arrived there, and the fingers that press keys.
 */
import { pause } from './time-limit.ts'

/** A text that reached the phone. */
export type TextMessage = { sid: string; from: string; body: string; at: string }
/** `said`: what was heard so far. */
export type PhoneCall = { sid: string; status: string; said: string[]; waiting_for_digits: boolean }
export type Mail = { subject: string; text: string; html: string; at: string }
/** For how long at most; 10 000 by default. */
export type WaitFor = { timeoutMs?: number | undefined; signal?: AbortSignal | undefined }

export type Handset = {
  /** Newest first. */
  messages(): Promise<TextMessage[]>
  /** Newest first. */
  calls(): Promise<PhoneCall[]>
  /** The code of the newest text with a code that this handset has not given out yet; waits for one. */
  waitForCode(wait?: WaitFor): Promise<string>
  /** The newest call once it waits for keys. */
  waitForCall(wait?: WaitFor): Promise<PhoneCall>
  /** Presses keys in the newest call, once it waits for them and is old enough for keys to count. */
  press(digits: string, wait?: WaitFor): Promise<void>
  /** Hangs up, or declines what rings. */
  hangUp(): Promise<void>
  /** What becomes of everything that is sent here from now on, such as `switched_off`; docs/simulator.md. */
  setFate(fate: string, delayMs?: number): Promise<void>
}

export type Mailbox = {
  /** Newest first. */
  messages(): Promise<Mail[]>
  /** The newest mail that this mailbox has not given out yet; waits for one. */
  waitForMail(wait?: WaitFor): Promise<Mail>
}

const POLL_MS = 100
const LONGEST_MS = 10_000
/** Keys in a call's first two seconds do not count: nobody has heard the question by then. */
const DEAF_MS = 2_200

/** Takes up the phone with a number, such as `+44 7400 123456`; `url` is Keypad's, which the simulator is part of. */
export function handset(url: string, number: string): Handset {
  const ask = openSimulator(url)
  const path = `/handsets/${encodeURIComponent(number.replace(/[^\d+]/g, ''))}`
  const given = new Set<string>()
  const answeredAt = new Map<string, number>()
  const messages = () => ask<TextMessage[]>('GET', `${path}/messages`)
  const calls = () => ask<PhoneCall[]>('GET', `${path}/calls`)
  const waitForCall = (wait?: WaitFor) =>
    until('call that waits for keys', wait, () => findListening(calls, answeredAt))
  return {
    ...{ messages, calls, waitForCall },
    waitForCode: (wait) => until('text with a code', wait, async () => takeCode(await messages(), given)),
    press: async (digits, wait) => {
      const { sid } = await waitForCall(wait)
      await pause(Math.max(0, (answeredAt.get(sid) ?? 0) + DEAF_MS - Date.now()), wait?.signal)
      await waitForCall(wait)
      await ask('POST', `/calls/${sid}/digits`, { digits })
    },
    hangUp: async () => {
      const [newest] = await calls()
      if (newest) await ask('POST', `/calls/${newest.sid}/hangup`)
    },
    setFate: (fate, delayMs) => ask('PUT', path, { fate, delay_ms: delayMs }),
  }
}

/** Opens the mailbox of an address. */
export function mailbox(url: string, address: string): Mailbox {
  const ask = openSimulator(url)
  let given = ''
  const messages = () => ask<Mail[]>('GET', `/mailboxes/${encodeURIComponent(address)}/messages`)
  const takeMail = async () => {
    const [newest] = await messages()
    const name = newest && newest.at + newest.subject
    if (!name || name === given) return undefined
    given = name
    return newest
  }
  return { messages, waitForMail: (wait) => until('mail', wait, takeMail) }
}

async function findListening(calls: () => Promise<PhoneCall[]>, answeredAt: Map<string, number>) {
  const [newest] = await calls()
  if (newest?.status === 'in-progress' && !answeredAt.has(newest.sid)) answeredAt.set(newest.sid, Date.now())
  return newest?.waiting_for_digits ? newest : undefined
}

function takeCode(messages: TextMessage[], given: Set<string>): string | undefined {
  const found = messages.find(({ sid, body }) => !given.has(sid) && codeIn(body) !== undefined)
  if (found) for (const { sid } of messages) given.add(sid)
  return found && codeIn(found.body)
}

function codeIn(body: string): string | undefined {
  return /^\d{6}(?!\d)/.exec(body)?.[0]
}

async function until<Found>(
  what: string,
  { timeoutMs = 10_000, signal }: WaitFor = {},
  find: () => Promise<Found | undefined>,
): Promise<Found> {
  const endAt = Date.now() + timeoutMs
  for (;;) {
    const found = await find()
    if (found !== undefined) return found
    if (Date.now() > endAt) throw new Error(`No ${what} came within ${timeoutMs} ms`)
    await pause(POLL_MS, signal)
  }
}

function openSimulator(url: string) {
  const base = `${url.replace(/\/+$/, '').replace(/\/simulator$/, '')}/simulator`
  return async <Told>(method: string, path: string, body?: unknown): Promise<Told> => {
    const content = body
      ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
      : {}
    const response = await fetch(base + path, { method, ...content, signal: AbortSignal.timeout(LONGEST_MS) })
    const text = await response.text()
    if (!response.ok) throw new Error(`The simulator refused (${response.status}): ${text.slice(0, 200)}`)
    return (text === '' ? undefined : JSON.parse(text)) as Told
  }
}
