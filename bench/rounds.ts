/**
 * The comparison itself: the bound and ours by turns under the same load, and medians of the rounds.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { fill } from './fill.ts'
import type { Ground } from './ground.ts'
import type { LoadResult, Task } from './load.ts'
import { cpuMs } from './program.ts'
import type { Helper, Program } from './program.ts'

export type Side = { perSecond: number; cpuUs: number; p50: number; p99: number }
export type Comparison = { bound: Side; ours: Side; ratio: number }

type Field = { ground: Ground; load: Helper; bound: Program; ours: Program; rounds: number; seconds: number }

/** Checks that one round cannot use up. */
const CHECKS_A_SECOND = 20_000
const TOOK: Record<string, number[]> = { start: [201], check: [200, 422] }

/** Counts samples over all rounds, so that no number or id is used twice. */
let next = 1

/** Takes the next `count` samples. */
export function takeSamples(count: number): number {
  next += count
  return next - count
}

/** Measures starts or checks: a warm-up and `rounds` rounds of each side, by turns. */
export async function compare(field: Field, kind: 'start' | 'check'): Promise<Comparison> {
  const sides = { bound: [] as Side[], ours: [] as Side[] }
  for (let round = 0; round <= field.rounds; round++) {
    for (const whose of ['bound', 'ours'] as const) {
      const side = await measure(field, kind, whose)
      if (round > 0) sides[whose].push(side)
    }
  }
  const [bound, ours] = [medianSide(sides.bound), medianSide(sides.ours)]
  const ratio = median(sides.ours.map((side, index) => side.perSecond / sides.bound[index]!.perSecond))
  return { bound, ours, ratio }
}

async function measure(field: Field, kind: 'start' | 'check', whose: 'bound' | 'ours'): Promise<Side> {
  const { ground, load, seconds } = field
  const program = field[whose]
  const count = kind === 'check' ? Math.ceil((seconds * CHECKS_A_SECOND) / 2) : seconds * CHECKS_A_SECOND
  const first = takeSamples(count)
  if (kind === 'check') await fill(ground, whose, { first, count })
  await wait(300)
  const cpuBefore = cpuMs(program.pid)
  const task: Task = { ...targetOf(kind, whose, program), token: ground.tenant.token, kind, seconds, first }
  const result = await load.ask<LoadResult>(task)
  refuseOthers(result, TOOK[kind]!)
  const cpuUs = ((cpuMs(program.pid) - cpuBefore) * 1_000) / result.answers
  return { perSecond: result.perSecond, cpuUs, p50: result.p50, p99: result.p99 }
}

function targetOf(kind: 'start' | 'check', whose: 'bound' | 'ours', { url }: Program) {
  const paths = {
    bound: { start: '/starts', check: '/checks/{uuid}' },
    ours: { start: '/v1/verifications', check: '/v1/verifications/{ver}/checks' },
  }
  return { url, path: paths[whose][kind] }
}

/** A fast refusal would look like speed. */
function refuseOthers({ statuses }: LoadResult, allowed: number[]): void {
  const others = Object.keys(statuses).filter((status) => !allowed.includes(Number(status)))
  if (others.length > 0 || allowed.some((status) => !statuses[status]))
    throw new Error(`not the answers that were to be measured: ${JSON.stringify(statuses)}`)
}

function medianSide(sides: Side[]): Side {
  const of = (field: keyof Side) => median(sides.map((side) => side[field]))
  return { perSecond: of('perSecond'), cpuUs: of('cpuUs'), p50: of('p50'), p99: of('p99') }
}

/** The middle value; the higher of two. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
