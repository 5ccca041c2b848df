/**
 * A refusal is an outcome: what it wrote, such as a spent try, stays.
 */
import { PROBLEMS, Problem } from '#core/problem.ts'
import type { Db } from '#db/client.ts'

/** Runs work in one transaction that commits also when the work ends in a refusal; a mistake undoes it. */
export async function commitRefusals<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  const outcome = await db.atomic(async (inside): Promise<{ value: T } | { refusal: Problem }> => {
    try {
      return { value: await work(inside) }
    } catch (error) {
      if (error instanceof Problem && PROBLEMS[error.code].status < 500) return { refusal: error }
      throw error
    }
  })
  if ('refusal' in outcome) throw outcome.refusal
  return outcome.value
}
