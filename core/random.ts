/**
 * Random bytes from node:crypto, fetched a page at a time: asking for twelve bytes costs as much as asking for four
 * thousand. No byte is given out twice, and none stays behind.
 */
import { randomFillSync } from 'node:crypto'

const page = Buffer.alloc(4_096)
let used = page.length

/** Takes fresh random bytes, at most 4,096. */
export function takeRandom(count: number): Buffer {
  if (used + count > page.length) {
    randomFillSync(page)
    used = 0
  }
  const taken = Buffer.from(page.subarray(used, used + count))
  page.fill(0, used, used + count)
  used += count
  return taken
}
