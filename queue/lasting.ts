/**
 * BullMQ remembers a first connection that failed, for ever; a worker then asks it again without drawing breath, and no
 * signal or timer gets a turn. So what BullMQ makes is put to use only once it is ready, and made anew until it is.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { atMost } from './at-most.ts'

/** A queue or worker of BullMQ, and what ends with it. */
export type Made<User> = { user: User; dispose(): void }

type Startable = {
  waitUntilReady(): Promise<unknown>
  close(): Promise<void>
  on(event: 'error', listener: (error: Error) => void): unknown
}

/** Something that becomes ready once, however long it takes. */
export type Lasting<User> = {
  /** Resolves when it is ready; never, when it was closed before. */
  ready: Promise<User>
  /** Ends it, waiting at most this long for what is under way. */
  close(limitMs: number): Promise<void>
}

const RETRY_MS = 1_000

/** Makes it, again and again, until it is ready or closed. */
export function makeLasting<User extends Startable>(make: () => Made<User>): Lasting<User> {
  const closing = new AbortController()
  let current: Made<User> | null = null
  const end = async (limitMs: number): Promise<void> => {
    const made = current
    current = null
    await atMost(limitMs, made?.user.close() ?? Promise.resolve()).catch(() => {})
    made?.dispose()
  }
  const start = async (started: (user: User) => void): Promise<void> => {
    while (!closing.signal.aborted) {
      current = make()
      const { user } = current
      user.on('error', () => {})
      const isReady = await user.waitUntilReady().then(
        () => true,
        () => false,
      )
      if (isReady) return started(user)
      await end(RETRY_MS)
      await wait(RETRY_MS, undefined, { signal: closing.signal }).catch(() => {})
    }
  }
  const ready = new Promise<User>((resolve) => void start(resolve))
  const close = async (limitMs: number): Promise<void> => {
    closing.abort()
    await end(limitMs)
  }
  return { ready, close }
}
