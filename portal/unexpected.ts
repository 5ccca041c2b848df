/**
 * Refusals that no form can answer: a key that does not work, a Keypad in trouble. They become the page for what went
 * wrong.
 */
import type { Problem } from '#client/keypad.ts'

/** A refusal nobody here expected. Holds its code only. */
export class UnexpectedProblem extends Error {
  constructor({ code }: Problem) {
    super(`Keypad refused: ${code}`)
    this.name = 'UnexpectedProblem'
  }
}

const OUR_FAULT: ReadonlySet<string> = new Set(['key_invalid', 'not_allowed', 'unreadable'])

/** Throws where the person can do nothing about a refusal. */
export function refuseUnexpected(problem: Problem): void {
  if (problem.status >= 500 || OUR_FAULT.has(problem.code)) throw new UnexpectedProblem(problem)
}
