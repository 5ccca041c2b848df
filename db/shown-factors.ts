/**
 * Factors that are shown in a session that is running already: those that were just set up in it.
 */
import type { Db } from './client.ts'

const NOTE = {
  name: 'note_shown_factor',
  text: `update sessions set factor_at = clock_timestamp(), amr = $3, assurance = 'two_factor'
         where tenant_id = $1 and id = $2`,
}

/** Notes that a second factor was shown just now; `amr` is what the session then has in all. */
export async function noteShownFactor(
  db: Db,
  at: { tenantId: string; sessionId: string },
  amr: readonly string[],
): Promise<void> {
  await db.run(NOTE, [at.tenantId, at.sessionId, amr])
}
