/** Undoes a scheduled act; harmless when it already happened. */
export type Cancel = () => void

/** The simulator's time: all its waits pass through here, so that tests can run fast and a stop leaves nothing behind. */
export type Clock = {
  /** Real ms since 1970. */
  now: () => number
  /** Simulated ms as real ms. */
  toReal: (ms: number) => number
  /** Real ms as simulated ms. */
  toSimulated: (ms: number) => number
  /** Runs `act` after `ms` of simulated time. */
  after: (ms: number, act: () => void) => Cancel
  pending: () => number
  cancelAll: () => void
}

/** Makes a clock that runs `speed` times as fast as the wall; its timers never keep the process alive. */
export function makeClock(speed: number): Clock {
  const timers = new Set<NodeJS.Timeout>()
  const drop = (timer: NodeJS.Timeout) => {
    clearTimeout(timer)
    timers.delete(timer)
  }
  return {
    now: () => Date.now(),
    toReal: (ms) => ms / speed,
    toSimulated: (ms) => ms * speed,
    after(ms, act) {
      const timer = setTimeout(() => {
        timers.delete(timer)
        act()
      }, ms / speed).unref()
      timers.add(timer)
      return () => drop(timer)
    },
    pending: () => timers.size,
    cancelAll: () => {
      for (const timer of timers) drop(timer)
    },
  }
}
