/**
 * Waiting that can be ended: by a time limit, and by the signal of whoever asked.
 */

export type TimeLimit = {
  signal: AbortSignal
  /** Whether it was the time limit that ended it. */
  isOver: () => boolean
  /** Takes the time limit away, but still ends with the asker's signal. */
  lift: () => void
  /** To be called when nothing waits any more. */
  close: () => void
}

/** Starts a time limit that also ends when `signal` does. */
export function openTimeLimit(ms: number, signal: AbortSignal | undefined): TimeLimit {
  const control = new AbortController()
  let over = false
  const timer = setTimeout(() => {
    over = true
    control.abort()
  }, ms)
  const end = () => control.abort(signal?.reason)
  if (signal?.aborted) end()
  signal?.addEventListener('abort', end, { once: true })
  const lift = () => clearTimeout(timer)
  const close = () => {
    lift()
    signal?.removeEventListener('abort', end)
  }
  return { signal: control.signal, isOver: () => over, lift, close }
}

/** Resolves after `ms`; rejects with the signal's reason when that ends first. */
export function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const limit = openTimeLimit(ms, signal)
    const settle = () => {
      limit.close()
      if (limit.isOver()) resolve()
      else reject(signal?.reason)
    }
    if (limit.signal.aborted) settle()
    else limit.signal.addEventListener('abort', settle, { once: true })
  })
}
