/**
 * The connection to PostgreSQL. This file alone knows the driver (docs/decisions/003-drizzle-and-pg.md).
 */
import pg from 'pg'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { openLine } from './batch.ts'
import { drizzle } from './drizzle.ts'

/** A prepared statement: PostgreSQL plans it once per connection, under its name. */
export type Statement = { name: string; text: string }

/** A row of many: `taken` says that its item would have had to wait for somebody else, so nothing was done for it. */
type OneOf = { outcome: 'taken' | (string & {}) | null }

/** Something that statements run on: the pool, or one transaction. */
export type Db = {
  /** Runs a prepared statement in one round trip and gives its rows. */
  run<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]>
  /**
   * Runs a statement that takes many items, as JSON, and whether it may wait for locks; gives this item's row. The pool
   * sends items together that are asked for at the same time (db/batch.ts), a transaction sends each by itself.
   */
  runOneOf<Row extends OneOf>(statement: Statement, item: object): Promise<Row>
  /** Runs work whose failure is expected: it is undone alone, so that a transaction around it can go on. */
  tryOut<T>(work: () => Promise<T>): Promise<T>
  /** Runs work in one transaction: its own, or the one that is running already. */
  atomic<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** The query builder, for what is not on a hot path. */
  orm: NodePgDatabase
}

/** The pool: what a process opens at its start and closes at its end. */
export type Database = Db & {
  /** Runs `work` in one transaction; it commits when `work` resolves. */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Time limits that keep a stuck database from holding requests: 2 s for a lock or a connection, 5 s for a statement. */
const TIME_LIMITS =
  '-c lock_timeout=2000 -c statement_timeout=5000 -c idle_in_transaction_session_timeout=10000'
/**
 * Every statement finds its rows by an index, whatever the table's size was when it was planned: a plan made while a
 * table is small would read all of it, and a connection keeps its plans while the table grows.
 */
const PLANS = '-c enable_seqscan=off -c plan_cache_mode=force_generic_plan -c jit=off'

/**
 * A connection whose backend dies while nobody listens to it would end the process. Both drivers of ours leave such
 * moments: a transaction between two statements, and BullMQ's own client before it listens. Whoever uses the connection
 * next is told by a failed statement.
 */
const { emit } = pg.Client.prototype
pg.Client.prototype.emit = function quietly(
  this: pg.Client,
  name: string | symbol,
  ...words: unknown[]
): boolean {
  if (name === 'error' && this.listenerCount('error') === 0) return false
  return emit.call(this, name, ...words)
}

/** Opens a pool of at most `max` connections. Nothing connects before the first statement. */
export function openDatabase(url: string, max: number): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    options: `${TIME_LIMITS} ${PLANS}`,
    application_name: 'keypad',
    keepAlive: true,
  })
  // A backend that dies while its connection is idle is reported here; the pool has dropped it by then.
  pool.on('error', () => {})
  const statements = over(pool, retryDeadlock)
  return {
    ...statements,
    runOneOf: openLines(statements.run),
    tryOut: (work) => work(),
    atomic: (work) => inTransaction(pool, work),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  }
}

type Attempt = <T>(query: () => Promise<T>) => Promise<T>

function over(client: pg.Pool | pg.PoolClient, attempt: Attempt): Pick<Db, 'orm' | 'run'> {
  return {
    orm: drizzle(client),
    run: async <Row>({ name, text }: Statement, values: readonly unknown[]) => {
      const result = await attempt(() => client.query({ name, text, values: values as unknown[] }))
      return result.rows as Row[]
    },
  }
}

/** One line for each statement that takes many items. */
function openLines(run: Db['run']): Db['runOneOf'] {
  const lines = new Map<string, (item: object) => Promise<OneOf>>()
  const open = (statement: Statement) => {
    const send = (items: object[], mayWait: boolean) =>
      run<OneOf>(statement, [JSON.stringify(items), mayWait])
    return openLine({ send, isTaken: ({ outcome }) => outcome === 'taken', isUndone })
  }
  return async <Row extends OneOf>(statement: Statement, item: object) => {
    const line = lines.get(statement.name) ?? open(statement)
    lines.set(statement.name, line)
    return (await line(item)) as Row
  }
}

/** PostgreSQL undoes a statement before it tells of an error; what ends the connection too may come after a commit. */
function isUndone(error: unknown): boolean {
  return sqlStateOf(error) !== null && (error as { severity?: string }).severity === 'ERROR'
}

/** A statement that lost a deadlock was undone as a whole, so it may run again; not so inside a transaction. */
async function retryDeadlock<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query()
  } catch (error) {
    if (sqlStateOf(error) !== '40P01') throw error
    return query()
  }
}

async function inTransaction<T>(pool: pg.Pool, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const statements = over(client, (query) => query())
    const runOneOf = async <Row extends OneOf>(statement: Statement, item: object) =>
      (await statements.run<Row>(statement, [JSON.stringify([item]), true]))[0]!
    const db: Db = {
      ...{ ...statements, runOneOf, tryOut: (part) => withSavepoint(client, part) },
      atomic: (part) => part(db),
    }
    const result = await work(db)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure))
    throw error
  } finally {
    client.release(broken)
  }
}

async function withSavepoint<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('savepoint tried')
  try {
    const result = await work()
    await client.query('release savepoint tried')
    return result
  } catch (error) {
    await client.query('rollback to savepoint tried')
    throw error
  }
}

/** The SQLSTATE of an error that PostgreSQL gave, or null for any other error. */
export function sqlStateOf(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null
}

/** Makes the statement that calls a function of db/functions with its parameters by name. */
export function callOf(name: string, parameters: readonly string[]): Statement {
  const list = parameters.map((parameter, index) => `${parameter} => $${index + 1}`)
  return { name, text: `select * from ${name}(${list.join(', ')})` }
}

/** Bytes as an item of a statement that takes many carries them. */
export function writeBytes(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`
}
