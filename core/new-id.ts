/**
 * New ids. The one place in core that is not pure: it reads the clock and node:crypto, so that no caller can get the
 * random part wrong (docs/decisions/004-where-randomness-lives.md).
 */
import { makeUuid } from './ids.ts'
import { takeRandom } from './random.ts'

/** A new UUID v7. */
export function newUuid(): string {
  return makeUuid(Date.now(), takeRandom(10))
}
