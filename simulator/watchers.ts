/** Those who look at the handsets page live. */
export type Watchers = {
  /** Calls `see` after something changed, at most ten times a second, and `end` at the end; the result ends it. */
  watch: (see: () => void, end: () => void) => () => void
  changed: () => void
  count: () => number
  close: () => void
}

const GATHER_MS = 100

/** Makes the list of watchers. With nobody watching, a change costs nothing. */
export function makeWatchers(): Watchers {
  const all = new Map<() => void, () => void>()
  let waiting: NodeJS.Timeout | null = null
  const tell = () => {
    waiting = null
    for (const see of all.keys()) see()
  }
  return {
    watch(see, end) {
      all.set(see, end)
      return () => all.delete(see)
    },
    changed() {
      if (all.size > 0) waiting ??= setTimeout(tell, GATHER_MS).unref()
    },
    count: () => all.size,
    close() {
      if (waiting) clearTimeout(waiting)
      for (const end of all.values()) end()
      all.clear()
    },
  }
}
