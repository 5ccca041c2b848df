import { ruleOf, type Fate } from './fates.ts'
import type { Network } from './network.ts'
import type { Form } from './signature.ts'

/** Where status callbacks go. */
export type CallbackTarget = { url: string; method: 'GET' | 'POST' }

/** What a text or call carries so that its callbacks keep their order. */
export type Outbox = {
  to: string
  fate: Fate
  callback: CallbackTarget | null
  /** The callbacks sent so far; the next one waits for it. */
  sent: Promise<unknown>
  /** Callbacks held back until the end, for the fate that turns them round. */
  held: (() => Promise<unknown>)[]
}

/** One status callback: its fields, what the log calls it, and whether it is the last of its text or call. */
export type Callback = { form: Form; title: string; last: boolean }

/** Sends one status callback in its turn, as the fate has it: once, five times, or backwards at the end. */
export function sendCallback(network: Network, outbox: Outbox, { form, title, last }: Callback): void {
  if (!outbox.callback) return
  const hook = { ...outbox.callback, form, title, phone: outbox.to }
  const { callbacks } = ruleOf(outbox.fate)
  const copies = callbacks === 'five_times' ? 5 : 1
  const post = () => Promise.all(Array.from({ length: copies }, () => network.webhooks.send(hook)))
  if (callbacks !== 'reversed') {
    outbox.sent = outbox.sent.then(post)
    return
  }
  outbox.held.unshift(post)
  if (!last) return
  for (const held of outbox.held.splice(0)) outbox.sent = outbox.sent.then(held)
}
