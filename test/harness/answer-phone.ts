/**
 * The person who picks up: waits until a call asks, and answers it as people do.
 */
import type { Stack } from './stack.ts'
import type { PhoneCall } from './simulator.ts'
import { until } from './until.ts'

/** The newest call to a phone once it listens and its first two seconds are over, so that keys count. */
export async function answerPhone(stack: Stack, phone: string): Promise<PhoneCall> {
  const { sid } = await stack.phones.listeningCall(phone)
  await until('the first two seconds are over', async () => {
    const [row] = await stack.database.query<{ ready: boolean }>(
      `select answered_at < clock_timestamp() - interval '2.05 s' as ready from deliveries where carrier_ref = $1`,
      [sid],
    )
    return row?.ready
  })
  return listenTo(stack, phone)
}

/** The call when it asks for a key again. */
export function listenTo(stack: Stack, phone: string): Promise<PhoneCall> {
  return stack.phones.listeningCall(phone)
}

/** Presses, and waits until the call has gone on to say something new, or has ended. */
export async function pressAndListen(stack: Stack, phone: string, keys: string): Promise<PhoneCall> {
  const before = (await stack.phones.calls(phone))[0]!
  await stack.phones.press(before.sid, keys)
  return until(`the call goes on after ${keys}`, async () => {
    const now = (await stack.phones.calls(phone))[0]!
    return now.said.length > before.said.length || now.status === 'completed' ? now : null
  })
}

/** The kinds of the events of a verification, oldest first. */
export async function eventsOf(stack: Stack, verificationUuid: string): Promise<string[]> {
  const rows = await stack.database.query<{ kind: string }>(
    'select kind from events where verification_id = $1 order by id',
    [verificationUuid],
  )
  return rows.map(({ kind }) => kind)
}
