import type { Channel } from '#core/verification.ts'

/** A delivery that waits to be taken: what a wake-up call needs to know of it. Lower priority numbers go first. */
export type Due = { id: string; channel: Channel; priority: number }
