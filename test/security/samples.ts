/**
 * What two samples of times say about each other.
 */

/** How well a sample tells two classes apart: the area under the curve, by ranks; 0.5 to 1. */
export function aucOf(one: readonly number[], two: readonly number[]): number {
  const all = [...one.map((time) => ({ time, of: 1 })), ...two.map((time) => ({ time, of: 0 }))]
  all.sort((a, b) => a.time - b.time)
  const ranks = all.reduce((sum, { of }, index) => sum + of * (index + 1), 0)
  const auc = (ranks - (one.length * (one.length + 1)) / 2) / (one.length * two.length)
  return Math.max(auc, 1 - auc)
}

/** The middle one. */
export function medianOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}
