/**
 * Everything that the product leaves behind, as text to be searched.
 */
import { Redis } from 'ioredis'
import type { Stack } from '#test/harness/stack.ts'

/** Every row of every table of every schema that is not PostgreSQL's own, the queue's too. */
export async function dumpDatabase({ database }: Stack): Promise<string> {
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const dumps = tables.map(async ({ name }) => {
    const rows = await database.query<{ row: string }>(`select t::text as row from ${name} t`)
    return [name, ...rows.map(({ row }) => row)].join('\n')
  })
  return (await Promise.all(dumps)).join('\n')
}

/** Every key of a Redis with everything in it. */
export async function dumpRedis(url: string): Promise<string> {
  const redis = new Redis(url)
  const lines: string[] = []
  for await (const keys of redis.scanStream({ count: 500 })) {
    for (const key of keys as string[]) lines.push(`${key} ${JSON.stringify(await readKey(redis, key))}`)
  }
  redis.disconnect()
  return lines.join('\n')
}

/** How each type of value is read whole. */
const READERS: Record<string, [string, ...string[]]> = {
  string: ['GET'],
  hash: ['HGETALL'],
  list: ['LRANGE', '0', '-1'],
  set: ['SMEMBERS'],
  zset: ['ZRANGE', '0', '-1', 'WITHSCORES'],
  stream: ['XRANGE', '-', '+'],
}

async function readKey(redis: Redis, key: string): Promise<unknown> {
  const reader = READERS[await redis.type(key)]
  if (!reader) return null
  const [command, ...range] = reader
  return redis.call(command, key, ...range)
}
