import type { Db } from './client.ts'

/** The database's clock, by which everything is judged. */
export async function readClock(db: Db): Promise<Date> {
  const [row] = await db.run<{ now: Date }>(
    { name: 'read_clock', text: 'select clock_timestamp() as now' },
    [],
  )
  return row!.now
}
