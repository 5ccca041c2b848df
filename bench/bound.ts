/**
 * The lower bounds: the least that an Express service over the same database and queue could do, with none of the
 * product's checks, secrets, logs or answers. `POST /starts`: one statement that limits, inserts and writes the outbox,
 * then `queue.add`. `POST /checks/{id}`: one UPDATE.
 */
import { createPostgresBackend, createRedisBackend, withBackend } from 'bullmq'
import express from 'express'
import { Redis } from 'ioredis'
import pg from 'pg'
import { newUuid } from '#core/new-id.ts'

const { DATABASE_URL = '', REDIS_URL, PORT = '0', POOL = '16', TENANT = '' } = process.env

const START = {
  name: 'bound_start',
  text: `
    with reserved as (
      insert into bound.send_ledger as l (mark, sent_at) values ($3, array[now()])
      on conflict (mark) do update set sent_at = l.sent_at || now() where cardinality(l.sent_at) < 4
      returning mark
    ), started as (
      insert into bound.verifications (id, tenant_id, purpose, phone_mark, prefix_mark, phone_sealed, to_masked,
        country, line_type, locale, brand, channel, code_sealed, code_mark, expires_at, resend_at)
      select $1, $5, 'login', mark, mark, $4, $4, 'NL', 'mobile', 'nl-NL', 'Bound', 'sms', $6, $7,
        now() + interval '10 minutes', now() + interval '30 seconds' from reserved
      returning id, tenant_id, phone_mark, expires_at
    ), outbox as (
      insert into bound.deliveries (id, tenant_id, verification_id, phone_mark, channel, priority, due_at)
      select $2, tenant_id, id, phone_mark, 'sms', 1, now() from started
    )
    select expires_at from started`,
}
const CHECK = {
  name: 'bound_check',
  text: `
    update bound.verifications
    set tries = tries + 1, version = version + 1, status = case when code_mark = $3 then 'approved' else status end
    where id = $1 and tenant_id = $2 and status = 'pending' and tries < 5 and expires_at > now()
    returning status, tries`,
}

const pool = new pg.Pool({ connectionString: DATABASE_URL, max: Number(POOL) })
const queue = openQueue()
const app = express()
app.disable('x-powered-by')
app.disable('etag')
app.use(express.json())

app.post('/starts', async (request, response) => {
  const { to } = request.body as { to: string }
  const [id, deliveryId, mark, code] = [newUuid(), newUuid(), Buffer.from(to), '123456']
  const values = [id, deliveryId, mark, to, TENANT, code, Buffer.from(code)]
  const { rows } = await pool.query({ ...START, values })
  if (rows.length === 0) return void response.status(429).json({ code: 'sends_exhausted' })
  await queue.add('wake', { deliveryId }, { removeOnComplete: true, removeOnFail: true })
  response
    .status(201)
    .json({ id, status: 'pending', expires_at: (rows[0] as { expires_at: Date }).expires_at })
})

app.post('/checks/:id', async (request, response) => {
  const { code } = request.body as { code: string }
  const { rows } = await pool.query({ ...CHECK, values: [request.params.id, TENANT, Buffer.from(code)] })
  const [row] = rows as { status: string; tries: number }[]
  if (!row) response.status(404).json({ code: 'not_found' })
  else response.status(row.status === 'approved' ? 200 : 422).json(row)
})

app.get('/livez', (_request, response) => void response.json({ status: 'ok' }))
app.listen(Number(PORT), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))

function openQueue() {
  if (REDIS_URL) {
    const { Queue } = withBackend(createRedisBackend)
    const connection = new Redis(REDIS_URL, { maxRetriesPerRequest: null })
    return new Queue('bound', { connection, prefix: '{keypad-bound}' })
  }
  const { Queue } = withBackend(createPostgresBackend)
  const connection = { connectionString: DATABASE_URL, schema: 'queue', migrate: true, max: 2 }
  return new Queue('bound', { connection })
}
