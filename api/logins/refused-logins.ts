/**
 * Wrong passwords, noted with the accounts that the name would have opened: some time after the answer and many at once,
 * so that neither this answer nor the next one takes longer because somebody has that name.
 */
import type { Logger } from 'pino'
import { insertRefusedLogins } from '#db/events.ts'
import type { RefusedLogin } from '#db/events.ts'
import type { Database } from '#db/client.ts'

const WAIT_MS = 200

export type RefusedLogins = {
  note(refused: RefusedLogin): void
  /** Writes what waits: before what would be read as later, and at the end. */
  flush(): Promise<void>
}

/** Opens the list of what has yet to be written. */
export function openRefusedLogins(database: Database, log: Logger): RefusedLogins {
  let waiting: RefusedLogin[] = []
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return
    const refused = waiting
    waiting = []
    await insertRefusedLogins(database, refused).catch(() => log.warn('refused logins were not noted'))
  }
  const note = (refused: RefusedLogin): void => {
    if (waiting.length === 0) setTimeout(() => void flush(), WAIT_MS).unref()
    waiting.push(refused)
  }
  return { note, flush }
}
