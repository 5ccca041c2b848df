import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readKeyRing, seal } from '#core/key-ring.ts'
import { RESET_LIFETIME_MS } from '#core/limits.ts'
import { newUuid } from '#core/new-id.ts'
import { openDatabase } from '#db/client.ts'
import type { Database } from '#db/client.ts'
import { insertMail } from '#db/mails.ts'
import { startSmtpServer } from '#test/harness/smtp-server.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack, StackOptions } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

const LINK = 'https://portal.example.org/portal/reset?token=abc_DEF-123'

type Row = { status: string; posts: number; wiped: boolean; due: boolean }

/** A stack whose mails this test writes, as POST /v1/password-resets does. */
async function startLab(options: StackOptions = {}) {
  const stack = await startStack({ apis: 0, ...options })
  const database = openDatabase(stack.database.url, 2)
  const ask = (to: string, changes: { locale?: string; lifeSeconds?: number; key?: string } = {}) =>
    askFor(stack, database, { to, ...changes })
  const rowOf = async (id: string) =>
    (
      await stack.database.query<Row>(
        `select status, posts, to_sealed is null and link_sealed is null as wiped, due_at is not null as due
         from mails where id = $1`,
        [id],
      )
    )[0]!
  return {
    ...{ stack, ask, rowOf },
    end: (id: string) =>
      until('an end', async () => {
        const row = await rowOf(id)
        return row.due ? null : row
      }),
    /** The wait after a failed post is over at once. */
    hurry: (id: string) =>
      until('due again', async () => {
        const due = await stack.database.query(
          `update mails set due_at = clock_timestamp() where id = $1 and status = 'queued' and posts > 0 returning id`,
          [id],
        )
        return due.length > 0
      }),
    close: async () => {
      await database.close()
      await stack.close()
    },
  }
}

async function askFor(
  stack: Stack,
  database: Database,
  mail: { to: string; locale?: string; lifeSeconds?: number; key?: string },
): Promise<string> {
  const { to, locale = 'en-GB', lifeSeconds = RESET_LIFETIME_MS / 1_000, key } = mail
  const ring = readKeyRing(key ?? stack.env['KEYPAD_SECRETS']!)!
  const id = newUuid()
  const [toSealed, linkSealed] = [seal(ring, to, `mail ${id}`), seal(ring, LINK, `mail ${id}`)]
  const fixed = { kind: 'password_reset', brand: 'Riverside Clinic' } as const
  await insertMail(database, stack.tenant.id, { id, ...fixed, toSealed, linkSealed, locale, lifeSeconds })
  return id
}

type Lab = Awaited<ReturnType<typeof startLab>>
type Letter = { to: string; subject: string; text: string; html: string; at: string }

describe('without a mail server', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await startLab()
  })
  afterAll(() => lab.close())

  const mailbox = async (address: string): Promise<Letter[]> =>
    (await fetch(`${lab.stack.phones.baseUrl}/mailboxes/${address}/messages`)).json() as Promise<Letter[]>

  it('a mail is in the mailbox of the simulator within two seconds, in its language, and wiped here', async () => {
    const startedAt = Date.now()
    const id = await lab.ask('ann@example.org', { locale: 'nl-NL' })
    const letter = await until('a mail', async () => (await mailbox('ann@example.org'))[0])
    expect(Date.parse(letter.at) - startedAt).toBeLessThan(2_000)
    expect(letter.subject).toBe('Kies een nieuw wachtwoord')
    expect(letter.text).toContain(`${LINK}\n`)
    expect(letter.text).toContain('één keer en 15 minuten lang')
    expect(letter.html).toContain(`<a href="${LINK}">`)
    expect(await lab.end(id)).toEqual({ status: 'sent', posts: 1, wiped: true, due: false })
  })

  it('two workers send each mail once', async () => {
    await lab.stack.addWorker()
    const ids = await Promise.all(Array.from({ length: 40 }, (_, at) => lab.ask(`twice${at}@example.org`)))
    await Promise.all(ids.map((id) => lab.end(id)))
    const boxes = await Promise.all(ids.map((_, at) => mailbox(`twice${at}@example.org`)))
    expect(boxes.map(({ length }) => length)).toEqual(ids.map(() => 1))
  })

  it('a mail whose link has less than a minute left is wiped and not sent', async () => {
    const id = await lab.ask('late@example.org', { lifeSeconds: 59 })
    expect(await lab.end(id)).toEqual({ status: 'failed', posts: 0, wiped: true, due: false })
    expect(await mailbox('late@example.org')).toEqual([])
  })

  it('a mail that a dead worker left behind is wiped and never posted again', async () => {
    const id = newUuid()
    await lab.stack.database.query(
      `insert into mails (id, tenant_id, kind, to_sealed, link_sealed, locale, brand, status, posts, due_at, expires_at)
       values ($1, $2, 'password_reset', 'x', 'x', 'en-GB', 'B', 'sending', 1, clock_timestamp(), clock_timestamp() + interval '9 min')`,
      [id, lab.stack.tenant.id],
    )
    expect(await lab.end(id)).toEqual({ status: 'failed', posts: 1, wiped: true, due: false })
  })

  it('a mail sealed under a key that has left the ring ends', async () => {
    const key = `k1:${Buffer.alloc(32, 'another key of the ring').toString('base64')}`
    const id = await lab.ask('sealed@example.org', { key })
    expect(await lab.end(id)).toEqual({ status: 'failed', posts: 1, wiped: true, due: false })
  })
})

describe('with a mail server', () => {
  let lab: Lab
  let server: Awaited<ReturnType<typeof startSmtpServer>>
  beforeAll(async () => {
    server = await startSmtpServer()
    lab = await startLab({ env: { SMTP_URL: server.url, SMTP_FROM: 'keypad@clinic.example.org' } })
  })
  afterAll(async () => {
    await lab.close()
    await server.stop()
  })

  it('a mail that was surely not taken goes out again, twice at most', async () => {
    server.fates.push(450, 451, 450)
    const id = await lab.ask('busy@example.org')
    await lab.hurry(id)
    await until('a second post', async () => (await lab.rowOf(id)).posts === 2)
    await lab.hurry(id)
    expect(await lab.end(id)).toEqual({ status: 'failed', posts: 3, wiped: true, due: false })
    expect(server.received).toEqual([])
  })

  it('and arrives when the server is well again', async () => {
    server.fates.push({ after: 452 })
    const id = await lab.ask('again@example.org')
    await lab.hurry(id)
    expect(await lab.end(id)).toMatchObject({ status: 'sent', posts: 2 })
    expect(server.received.map(({ to }) => to)).toEqual(['again@example.org'])
  })

  it('a mail that may have been taken is never posted again', async () => {
    server.fates.push('broken_after')
    const id = await lab.ask('perhaps@example.org')
    expect(await lab.end(id)).toEqual({ status: 'failed', posts: 1, wiped: true, due: false })
  })

  it('a mail that is refused ends at once', async () => {
    server.fates.push(550)
    const id = await lab.ask('nobody@example.org')
    expect(await lab.end(id)).toEqual({ status: 'failed', posts: 1, wiped: true, due: false })
  })
})

it('neither address nor link is ever in the log, not even in what a mail server says', async () => {
  const server = await startSmtpServer([550, 450])
  const lab = await startLab({ processes: true, env: { SMTP_URL: server.url, LOG_LEVEL: 'trace' } })
  try {
    await lab.end(await lab.ask('nobody@example.org'))
    await lab.hurry(await lab.ask('nobody@example.org'))
    await until('taken', () => server.received[0])
    const output = lab.stack.children.worker[0]!.output()
    expect(output).toContain('EENVELOPE 550')
    expect(output).not.toMatch(/nobody|example\.org|token|abc_DEF/)
  } finally {
    await lab.close()
    await server.stop()
  }
})
