/**
 * The linker: runs in every worker and gives new events their place in their tenant's chain, in one worker at a time. A
 * loop of its own, since a slow carrier may hold a sweep up.
 */
import { findLinkPlace, linkEvents } from '#db/event-links.ts'
import type { LinkPlace } from '#db/event-links.ts'
import type { WorkerContext } from './context.ts'

const TICK_MS = 1_000

export type Linker = { close(): Promise<void> }

/** Starts linking. Errors are logged and the next tick tries again. Closing waits for the batch that is under way. */
export function startLinker({ database, log }: WorkerContext): Linker {
  let place: LinkPlace | null = null
  let isClosed = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const link = async (): Promise<void> => {
    place ??= await findLinkPlace(database)
    place = await linkEvents(database, place, () => !isClosed)
  }
  const start = (): void => {
    running = link()
      .catch((error: unknown) =>
        log.warn({ error: (error as Error).name }, 'events could not be linked and will be tried again'),
      )
      .then(() => {
        if (!isClosed) timer = setTimeout(start, TICK_MS)
      })
  }
  start()
  return {
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      await running
    },
  }
}
