/**
 * How much of a number's send windows is used up (db/functions/10-reserve-send.sql), for whoever is asked why no text comes.
 */
import { LEDGER_WINDOWS } from '#core/send-limits.ts'
import type { Db } from './client.ts'

/**
 * `sends`: of the last day; `freeAt`: when the next one is possible, null: now; `dayFreeAt`: when it would be if the short
 * windows were cleared.
 */
export type SendWindows = { sends: number; lastAt: Date | null; freeAt: Date | null; dayFreeAt: Date | null }

const judged = (
  windows: string,
  max: string,
) => `greatest(keypad_judge_ledger($3::bytea[], ${windows}, ${max}),
  keypad_judge_ledger(array[keypad_subject_mark($1, keypad_account_subject($2))], ${windows}, ${max}))`

const READ = {
  name: 'read_send_windows',
  text: `select ${judged('$4::int[]', '$5::int[]')} as "freeAt", ${judged('$6::int[]', '$7::int[]')} as "dayFreeAt",
           l.sends, l."lastAt"
         from (select count(*)::int as sends, max(s) as "lastAt" from send_ledger x, unnest(x.sent_at) s
               where x.mark = any ($3::bytea[]) and s > clock_timestamp() - interval '1 day') l`,
}

/** Reads the windows of a number, by its marks, and of the account that it belongs to. */
export async function readSendWindows(
  db: Db,
  at: { tenantId: string; accountId: string },
  phoneMarks: Buffer[],
): Promise<SendWindows> {
  const { seconds, max } = LEDGER_WINDOWS
  const values = [at.tenantId, at.accountId, phoneMarks, seconds, max, seconds.slice(-1), max.slice(-1)]
  const [row] = await db.run<SendWindows>(READ, values)
  return row!
}
