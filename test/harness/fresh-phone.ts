let next = Math.floor(performance.now()) % 1_000

/** A Dutch mobile number that nothing in this run has used; 10,000 of them share a prefix. */
export function freshPhone(): string {
  return `+3161${String(1_000_000 + next++).slice(-7)}`
}
