/** How a verdict is put together. */
import type { Found } from './support-facts.ts'
import type { Verdict, VerdictCode } from './verdict-codes.ts'

/** Writes a verdict that rests on these events. */
export function say(code: VerdictCode, evidence: Found[], params: Verdict['params'] = {}): Verdict {
  return {
    code,
    evidence: [...new Set(evidence.map(({ index }) => index))].toSorted((a, b) => a - b),
    params,
  }
}
