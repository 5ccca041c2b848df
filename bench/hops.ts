/**
 * Click to carrier: from the moment a start is asked for until the worker's post reaches the carrier.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { LoadResult, Task } from './load.ts'
import type { Helper } from './program.ts'
import { takeSamples } from './rounds.ts'

export type Hops = { perSecond: number; p50: number; p99: number; arrived: number; asked: number }

const LATEST_MS = 15_000

/** Starts at a steady pace and matches every request with its arrival. */
export async function measureHops(
  run: { load: Helper; carrier: Helper },
  target: { url: string; token: string },
  pace: { perSecond: number; seconds: number },
): Promise<Hops> {
  const { perSecond, seconds } = pace
  const first = takeSamples(perSecond * seconds)
  const task: Task = { ...target, path: '/v1/verifications', kind: 'pace', first, perSecond, seconds }
  await run.carrier.ask('forget')
  const result = await run.load.ask<LoadResult>(task)
  const arrivals = await collect(run.carrier, result.begun.length)
  const took = result.begun
    .map(([phone, begunAt]) => (arrivals.get(phone) ?? Number.NaN) - begunAt)
    .filter((ms) => !Number.isNaN(ms))
    .toSorted((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN
  const counts = { arrived: took.length, asked: result.begun.length }
  return { perSecond: result.perSecond, p50: at(0.5), p99: at(0.99), ...counts }
}

/** Waits until as many posts have arrived as were asked for, or long enough. */
async function collect(carrier: Helper, count: number): Promise<Map<string, number>> {
  const arrivals = new Map<string, number>()
  const deadline = performance.now() + LATEST_MS
  while (arrivals.size < count && performance.now() < deadline) {
    const told = await carrier.ask<{ arrivals: [string, number][] }>('arrivals')
    for (const [phone, atMs] of told.arrivals) arrivals.set(phone, atMs)
    await wait(100)
  }
  return arrivals
}
