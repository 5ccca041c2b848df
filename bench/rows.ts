/**
 * `node bench/rows.ts`: the same checks and starts over ten thousand and over ten million rows. BENCH_ROWS: another
 * number for the larger one. Needs about a gigabyte of disk per million rows.
 */
import { statfsSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { writeId } from '#core/ids.ts'
import { fill } from './fill.ts'
import { layGround } from './ground.ts'
import type { Ground } from './ground.ts'
import { now, post } from './post.ts'
import { endPrograms, startProgram } from './program.ts'
import { writeTable } from './report.ts'
import { median, takeSamples } from './rounds.ts'
import { phoneAt, verificationAt } from './samples.ts'

const SMALL = 10_000
const LARGE = Number(process.env['BENCH_ROWS'] ?? 10_000_000)
const REQUESTS = 1_000
const AT_ONCE = 4
const BATCH = 250_000
const BYTES_A_ROW = 1_000

/** Rows as they are when a verification is long over: ended, delivered, its number in the ledger. */
const PAST = `
  with old as (
    select g, (lpad(to_hex((extract(epoch from now() - interval '90 days') * 1000)::bigint + g), 12, '0')
      || '7' || substr(md5(g::text), 1, 3) || '8' || substr(md5(g::text), 4, 15))::uuid as id, sha256(int8send(g)) as mark
    from generate_series($2::bigint, $3::bigint) g
  ), v as (
    insert into verifications (id, tenant_id, purpose, phone_mark, prefix_mark, phone_sealed, to_masked, country,
      line_type, locale, brand, channel, status, created_at, expires_at, resend_at, ended_at)
    select id, $1, 'login', mark, mark, repeat('x', 60), '+31 6 •••• ••00', 'NL', 'mobile', 'nl-NL', 'Bench Clinic',
      'sms', 'approved', now() - interval '80 days', now() - interval '80 days', now(), now() from old
  ), l as (
    insert into send_ledger (mark, sent_at) select mark, array[now() - interval '80 days'] from old
  ), d as (
    insert into deliveries (id, tenant_id, verification_id, phone_mark, channel, priority, status)
    select id, $1, id, mark, 'sms', 1, 'delivered' from old
  )
  insert into events (tenant_id, kind, actor, verification_id) select $1, 'approved', 'client', id from old`

const free = statfsSync(tmpdir())
if (!process.env['DATABASE_URL'] && free.bavail * free.bsize < 2 * LARGE * BYTES_A_ROW) {
  console.log(
    `Not measured: ${LARGE} rows need about ${(2 * LARGE * BYTES_A_ROW) / 1e9} GB free in ${tmpdir()}.`,
  )
  process.exit(0)
}

const ground = await layGround()
try {
  const rows: string[][] = []
  let filled = 0
  for (const size of [SMALL, LARGE]) {
    await fillPast(ground, filled, size)
    filled = size
    rows.push([size.toLocaleString('en'), ...(await measure(ground)).map((ms) => ms.toFixed(2))])
    console.log(rows.at(-1)!.join(' '))
  }
  const ratios = [1, 2].map((column) => (Number(rows[1]![column]) / Number(rows[0]![column])).toFixed(2))
  console.log(
    writeTable(['Rows in each table', 'check p50 ms', 'start p50 ms'], [...rows, ['times', ...ratios]]),
  )
} finally {
  await endPrograms()
  await ground.clear()
}

async function fillPast(ground: Ground, from: number, to: number): Promise<void> {
  // The rows are in order as they are made, so that the foreign key need not look at each of them.
  await ground.pool.query('alter table deliveries drop constraint if exists deliveries_of_verification')
  for (let first = from; first < to; first += BATCH)
    await ground.pool.query(PAST, [ground.tenant.id, first, Math.min(to, first + BATCH) - 1])
  await ground.pool.query(`alter table deliveries add constraint deliveries_of_verification
    foreign key (verification_id, tenant_id) references verifications (id, tenant_id) on delete cascade not valid`)
  for (const table of ['verifications', 'deliveries', 'send_ledger', 'events'])
    await ground.pool.query(`vacuum analyze ${table}`)
}

/** The medians of checks and starts, ms, from a fresh process with a few requests at once. */
async function measure(ground: Ground): Promise<[check: number, start: number]> {
  const api = await startProgram('api/main.ts', envOf(ground), '/readyz')
  const first = takeSamples(2 * REQUESTS)
  await fill(ground, 'ours', { first, count: 2 * REQUESTS })
  const check = (n: number) => {
    const { id, code } = verificationAt(n)
    return { path: `/v1/verifications/${writeId('ver', id)}/checks`, body: JSON.stringify({ code }) }
  }
  const start = (n: number) => ({
    path: '/v1/verifications',
    body: JSON.stringify({ to: phoneAt(n), channel: 'sms', purpose: 'login' }),
  })
  const at = { url: api.url, token: ground.tenant.token }
  await timeAll(at, check, first)
  const checkMs = await timeAll(at, check, first + REQUESTS)
  await timeAll(at, start, takeSamples(REQUESTS))
  const startMs = await timeAll(at, start, takeSamples(REQUESTS))
  await api.stop()
  return [checkMs, startMs]
}

async function timeAll(
  at: { url: string; token: string },
  make: (n: number) => { path: string; body: string },
  first: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const took: number[] = []
  let next = first
  const line = async (): Promise<void> => {
    while (next < first + REQUESTS) {
      const asked = make(next++)
      const beganAt = now()
      const status = await post(agent, { ...at, ...asked })
      took.push(now() - beganAt)
      if (status !== '200' && status !== '201') throw new Error(`not the answer to be measured: ${status}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, line))
  agent.destroy()
  return median(took)
}

function envOf(ground: Ground): Record<string, string> {
  return {
    ...{ DATABASE_URL: ground.url, KEYPAD_SECRETS: ground.secrets, KEYPAD_TEST_LIMITS: 'open' },
    ...(ground.redisUrl ? { REDIS_URL: ground.redisUrl } : {}),
  }
}
