/**
 * Long polls, one after another, until something moves.
 */
import type { Answer, CallOptions, WaitQuery } from './answer.ts'
import { pause } from './time-limit.ts'

/** As long as Keypad waits at most. */
const WAIT_SECONDS = 25
/** A poll that comes back at once has met something that does not let it wait. */
const LEAST_MS = 1_000

/** Asks until `version` is greater than `since`, or until the answer is a refusal. */
export async function waitUntilMoved<Seen extends { version: number }>(
  read: (query: WaitQuery) => Promise<Answer<Seen>>,
  { since, signal }: CallOptions & { since: number },
): Promise<Answer<Seen>> {
  for (;;) {
    const startedAt = Date.now()
    const answer = await read({ wait: WAIT_SECONDS, since })
    if (!answer.ok || answer.data.version > since) return answer
    const leftMs = startedAt + LEAST_MS - Date.now()
    if (leftMs > 0) await pause(leftMs, signal)
  }
}
