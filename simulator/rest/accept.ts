import { refuse } from './refusals.ts'
import { ruleOf } from '#simulator/fates.ts'
import type { Response } from 'express'
import type { Network } from '#simulator/network.ts'
import type { Handset } from '#simulator/world.ts'

/** How long a connection without an answer is held before it breaks. */
const HOLD_MS = 60_000

/** Judges by the phone's fate whether a text or call is refused at once. Null: it is accepted. */
export function judgeFate(handset: Handset, kind: 'text' | 'call'): number | null {
  const rule = ruleOf(handset.fate)
  if (rule.answer === 'error_500') return 20500
  if (rule.answer === 'error_429') return 20429
  if (kind === 'text' && handset.optedOut) return 21610
  return (kind === 'text' ? rule.refusesText : rule.refusesCall) ?? null
}

/** An accepted text or call: its answer as it stands now, and how its life goes on by itself or all at once. */
export type Accepted = { json: unknown; handset: Handset; start: () => void; rush: () => Promise<void> }

/** Answers a create request the way the phone's fate has it, and lets the accepted text or call live. */
export async function answerAccepted(network: Network, res: Response, accepted: Accepted): Promise<void> {
  const { answer } = ruleOf(accepted.handset.fate)
  if (answer === 'late') await accepted.rush()
  else accepted.start()
  network.watchers.changed()
  if (answer === 'reset') res.socket?.resetAndDestroy()
  else if (answer === 'hang') hold(network, res)
  else res.status(201).json(accepted.json)
}

function hold(network: Network, res: Response): void {
  const cancel = network.clock.after(HOLD_MS, () => res.destroy())
  network.held.add(res)
  res.once('close', () => {
    cancel()
    network.held.delete(res)
  })
}

/** Refuses a create request; nothing was accepted. */
export function answerRefused(network: Network, res: Response, code: number): void {
  network.watchers.changed()
  refuse(res, code)
}
