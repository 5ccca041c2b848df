/**
 * Long polls. However many wait, one query per tick asks for all of them: a NOTIFY in every commit would cost two
 * thirds of the commits (docs/decisions/005-long-poll.md).
 */

const TICK_MS = 100

export type Watcher = {
  /** Resolves when what is watched has moved past `since` or its time has come, after `waitMs`, or when `gone` fires. */
  waitFor(id: string, wait: { since: number; waitMs: number; gone: AbortSignal }): Promise<void>
  /** How many wait now. */
  waiting(): number
  /** Lets everybody go, so that the process can end. */
  close(): void
}

type Waiter = { since: number; letGo: () => void }

type Version = { id: string; version: number; overdue: boolean }

/** Opens a watcher over a question for the versions of many. It asks nothing while nobody waits. */
export function openWatcher(list: (ids: string[]) => Promise<Version[]>): Watcher {
  const waiters = new Map<string, Set<Waiter>>()
  let timer: NodeJS.Timeout | null = null
  let isClosed = false

  const tick = async (): Promise<void> => {
    const rows = await list([...waiters.keys()]).catch(() => [])
    for (const { id, version, overdue } of rows) {
      for (const waiter of waiters.get(id) ?? []) if (overdue || version > waiter.since) waiter.letGo()
    }
    timer = waiters.size > 0 && !isClosed ? setTimeout(() => void tick(), TICK_MS) : null
  }

  const add = (id: string, waiter: Waiter): void => {
    const beside = waiters.get(id)
    if (beside) beside.add(waiter)
    else waiters.set(id, new Set([waiter]))
    timer ??= setTimeout(() => void tick(), TICK_MS)
  }

  const remove = (id: string, waiter: Waiter): void => {
    const beside = waiters.get(id)
    beside?.delete(waiter)
    if (beside?.size === 0) waiters.delete(id)
  }

  const waitFor: Watcher['waitFor'] = (id, { since, waitMs, gone }) =>
    new Promise((resolve) => {
      if (isClosed || gone.aborted) return resolve()
      const letGo = (): void => {
        clearTimeout(limit)
        gone.removeEventListener('abort', letGo)
        remove(id, waiter)
        resolve()
      }
      const waiter = { since, letGo }
      const limit = setTimeout(letGo, waitMs)
      gone.addEventListener('abort', letGo)
      add(id, waiter)
    })

  return {
    waitFor,
    waiting: () => [...waiters.values()].reduce((sum, beside) => sum + beside.size, 0),
    close: () => {
      isClosed = true
      for (const beside of [...waiters.values()]) for (const waiter of [...beside]) waiter.letGo()
    },
  }
}
