/**
 * What must happen after a backup was restored: the copy may hold codes that were used since.
 */
import type { Database } from '#db/client.ts'
import { endAllOpen } from '#db/sweeps.ts'

/** Ends every open verification, so that no restored code works again. People ask for a new one. */
export async function finishRestore(database: Database): Promise<unknown[]> {
  return [{ ended: await endAllOpen(database) }]
}
