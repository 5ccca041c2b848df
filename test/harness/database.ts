/**
 * A database for one test file, copied from the migrated template.
 */
import pg from 'pg'
import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'

export type TestDatabase = {
  url: string
  /** Runs SQL as the owner, beside the product. */
  query<Row extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>
  drop(): Promise<void>
}

/** Makes it; drop it when the file is done. `template`: the migrated one of another server than the run's. */
export async function makeDatabase(template = inject('postgresUrl')): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(template, `create database ${name} template keypad`)
  const url = template.replace(/\/keypad$/, `/${name}`)
  const pool = new pg.Pool({ connectionString: url, max: 4 })
  pool.on('error', () => {})
  return {
    url,
    query: async <Row extends object>(text: string, values: unknown[] = []) =>
      (await pool.query<Row & pg.QueryResultRow>(text, values)).rows,
    drop: async () => {
      await pool.end()
      await onServer(template, `drop database ${name} with (force)`)
    },
  }
}

async function onServer(template: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: template.replace(/\/keypad$/, '/postgres') })
  await client.connect()
  await client.query(text)
  await client.end()
}
