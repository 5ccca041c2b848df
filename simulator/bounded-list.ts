/** A list that forgets its oldest entries, so that no traffic can fill the memory. */
export type BoundedList<T> = {
  push: (entry: T) => void
  /** Oldest first. */
  list: () => T[]
  clear: () => void
}

/** Makes a list that keeps the last `limit` entries; trimming in halves keeps `push` cheap. */
export function makeBoundedList<T>(limit: number): BoundedList<T> {
  let entries: T[] = []
  return {
    push(entry) {
      entries.push(entry)
      if (entries.length >= limit * 2) entries = entries.slice(-limit)
    },
    list: () => entries.slice(-limit),
    clear: () => {
      entries = []
    },
  }
}

/** Drops the oldest entries of a map until it holds at most `limit`; returns what was dropped. */
export function dropOldest<T>(map: Map<string, T>, limit: number): T[] {
  const dropped: T[] = []
  for (const [key, value] of map) {
    if (map.size <= limit) break
    map.delete(key)
    dropped.push(value)
  }
  return dropped
}
