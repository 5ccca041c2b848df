/**
 * What the carrier's Lookup said of a number, remembered for a while; the number itself is only marked.
 */
import type { Db } from './client.ts'

const FIND = {
  name: 'find_lookup',
  text: `select line_type from lookups where phone_mark = any($1) and looked_up_at > now() - make_interval(secs => $2)
         order by looked_up_at desc limit 1`,
}
const KEEP = {
  name: 'keep_lookup',
  text: `insert into lookups (phone_mark, line_type) values ($1, $2)
         on conflict (phone_mark) do update set line_type = excluded.line_type, looked_up_at = now()`,
}

/** The remembered line type. Null: nothing is remembered, or it is too old. */
export async function findLookup(db: Db, phoneMarks: Buffer[], keptSeconds: number): Promise<string | null> {
  const [row] = await db.run<{ line_type: string }>(FIND, [phoneMarks, keptSeconds])
  return row?.line_type ?? null
}

/** Remembers a line type. */
export async function keepLookup(db: Db, phoneMark: Buffer, lineType: string): Promise<void> {
  await db.run(KEEP, [phoneMark, lineType])
}
