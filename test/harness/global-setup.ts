/**
 * One real PostgreSQL for the whole run: the embedded one, so that the suite needs nothing but Node and npm. Each test
 * file gets a database of its own, copied from a migrated template.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#db/client.ts'
import { migrate } from '#db/migrate.ts'
import { startEmbeddedPostgres } from '#embedded/postgres.ts'
import { startRedis } from './redis.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
    /** Empty: neither a reachable Redis nor a redis-server binary was found. */
    redisUrl: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'keypad-test-'))
  const systemDir = mkdtempSync(join(tmpdir(), 'keypad-system-'))
  // As root PostgreSQL runs under a user of its own, who must be able to enter.
  chmodSync(systemDir, 0o755)
  const [postgres, redis] = await Promise.all([
    startEmbeddedPostgres({ dataDir, systemDir, log: () => {} }),
    startRedis(),
  ])
  const template = openDatabase(postgres.url, 1)
  await migrate(template)
  await template.close()
  project.provide('postgresUrl', postgres.url)
  project.provide('redisUrl', redis?.url ?? '')
  return async () => {
    await redis?.stop()
    await postgres.stop()
    for (const folder of [dataDir, systemDir]) rmSync(folder, { recursive: true, force: true })
  }
}
