/**
 * The bench's tables, as Markdown, so that they can stand in docs/performance.md as they are.
 */
import type { Hops } from './hops.ts'
import type { Comparison, Side } from './rounds.ts'

/** Writes a table. */
export function writeTable(head: string[], rows: string[][]): string {
  const lines = [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Two rows: the lower bound, and ours beside it with the share that it reaches. */
export function writeComparison(name: string, { bound, ours, ratio }: Comparison): string[][] {
  return [
    [`${name}: lower bound`, ...writeSide(bound), ''],
    [`${name}: Keypad`, ...writeSide(ours), ratio.toFixed(2)],
  ]
}

function writeSide({ perSecond, cpuUs, p50, p99 }: Side): string[] {
  return [perSecond.toFixed(0), cpuUs.toFixed(0), p50.toFixed(0), p99.toFixed(0)]
}

/** One row of click to carrier. */
export function writeHops(name: string, { perSecond, p50, p99, arrived, asked }: Hops): string[] {
  return [name, perSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1), `${arrived} of ${asked}`]
}
