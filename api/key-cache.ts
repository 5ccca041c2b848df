/**
 * API keys as every process remembers them for a few seconds, so that a request costs no query for its key and a
 * revoked key is refused everywhere within five seconds (security.md SES-4).
 */
import { hash } from 'node:crypto'
import type { Db } from '#db/client.ts'
import { findLiveKey } from '#db/keys.ts'
import type { LiveKey } from '#db/keys.ts'

const REMEMBERED_MS = 4_000
const MAX_REMEMBERED = 10_000

export type KeyCache = {
  /** The live key of a token. Null: there is none. */
  find(token: string): Promise<LiveKey | null>
  /** Forgets a key's tenant, after its settings changed here. */
  forget(): void
}

type Entry = { until: number; found: Promise<LiveKey | null> }

/** Opens a cache over the database. A look-up that fails is not remembered. */
export function openKeyCache(db: Db): KeyCache {
  const entries = new Map<string, Entry>()
  const find = async (token: string): Promise<LiveKey | null> => {
    const name = hash('sha256', token, 'base64')
    const known = entries.get(name)
    if (known && known.until > performance.now()) return known.found
    // The oldest goes first, so that made-up keys cannot push out all at once.
    if (entries.size >= MAX_REMEMBERED) entries.delete(entries.keys().next().value ?? '')
    const found = findLiveKey(db, Buffer.from(name, 'base64'))
    entries.set(name, { until: performance.now() + REMEMBERED_MS, found })
    return found.catch((error: unknown) => {
      entries.delete(name)
      throw error
    })
  }
  return { find, forget: () => entries.clear() }
}
