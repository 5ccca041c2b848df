/**
 * What every operation works with, built once from the configuration.
 */
import type { Logger } from 'pino'
import type { Config } from '#config.ts'
import type { Database, Db } from '#db/client.ts'
import type { LiveKey } from '#db/keys.ts'
import type { LiveSession } from '#db/sessions.ts'
import type { Tenant } from '#db/tenants.ts'
import type { WakeUps } from '#queue/wake-up.ts'
import type { Check } from '#process/health.ts'
import type { FloodLimit } from './flood-limit.ts'
import type { KeyCache } from './key-cache.ts'
import type { RefusedLogins } from './logins/refused-logins.ts'
import type { TenantCache } from './tenant-cache.ts'
import type { Metrics } from './metrics.ts'
import type { Watcher } from './watcher.ts'

export type ApiContext = {
  config: Config
  database: Database
  wakeUps: WakeUps
  keys: KeyCache
  tenants: TenantCache
  floods: FloodLimit
  watcher: Watcher
  loginWatcher: Watcher
  refusedLogins: RefusedLogins
  metrics: Metrics
  checkQueue: () => Promise<Check>
  log: Logger
}

/** Who is asking: a key, whoever holds the `client_secret` of one verification or login, or a logged-in person. */
export type Caller = { tenantId: string; tenant: Tenant } & (
  | { kind: 'secret' | 'publishable'; key: LiveKey['key'] }
  | { kind: 'client'; holds: string }
  | { kind: 'session'; session: LiveSession }
)

/** One request, checked: what an operation gets to see. `db` is the pool, or the transaction of an Idempotency-Key. */
export type Call<Body, Query> = {
  db: Db
  caller: Caller
  /** The UUID in the address, where the address has an id. */
  id: string
  /** The other parameters of the address, as they came. */
  params: Readonly<Record<string, string>>
  body: Body
  query: Query
  requestId: string
  /** The person's: what a back end says in `client_ip`, or where a page's own request came from. Null: not told. */
  address: string | null
  /** Fires when a reader has hung up. */
  gone: AbortSignal
  /** Does something after the answer's transaction has committed. */
  afterCommit(work: () => void): void
}

/** What an operation answers; `lines`: as NDJSON, one value per line. */
export type Answer = { status: number; body?: unknown; lines?: AsyncIterable<unknown> }
