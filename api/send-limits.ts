/**
 * The limits that one send is judged by, made ready for the statement: every counted key as a mark.
 */
import { mark } from '#core/key-ring.ts'
import { LEDGER_WINDOWS, listWindows } from '#core/send-limits.ts'
import type { SendLimits } from '#db/send-rules.ts'
import type { ApiContext } from './context.ts'

/** Prepares the limits of one send. `address`: the person's, where the portal told it or the browser itself calls. */
export function prepareLimits(
  context: ApiContext,
  send: { tenantId: string; country: string; address: string | null },
): SendLimits {
  const windows = listWindows(context.config.caps, send)
  return {
    windowSeconds: LEDGER_WINDOWS.seconds,
    windowMax: LEDGER_WINDOWS.max,
    counterMarks: windows.map(({ key }) => mark(context.config.ring, 'counter', key)),
    counterSeconds: windows.map(({ seconds }) => seconds),
    counterCaps: windows.map(({ cap }) => cap),
  }
}
