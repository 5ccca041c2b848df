import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NOTICE_KINDS } from '#core/notice.ts'
import { countAccountTry } from '#db/people.ts'
import { openNoticeLab } from '#test/harness/notice-lab.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

type Row = { status: string; reason: string | null; posts: number }
const ENDS = /^(delivered|failed|expired_unsent)$/

/** What became of a delivery, once that is settled. */
const endOf = (stack: Stack, delivery: string | null) =>
  until(
    'an end',
    async () => {
      const text = `select status, reason, posts from deliveries where id = $1`
      const [row] = await stack.database.query<Row>(text, [delivery])
      return row && ENDS.test(row.status) ? row : null
    },
    60_000,
  )
const textOn = (stack: Stack, phone: string) =>
  until(`a text on ${phone}`, async () => (await stack.phones.texts(phone))[0])
const postsTo = async (stack: Stack, phone: string) =>
  (await stack.phones.posted('Messages')).filter(({ form }) => form['To'] === phone)

describe('a notice', () => {
  let stack: Stack
  let lab: ReturnType<typeof openNoticeLab>
  beforeAll(async () => {
    stack = await startStack({ speed: 30 })
    lab = openNoticeLab(stack)
  })
  afterAll(async () => {
    await lab?.database.close()
    await stack?.close()
  })

  it('of every kind arrives as one text without a code', async () => {
    const tellOf = async (kind: (typeof NOTICE_KINDS)[number]) => {
      const to = await lab.addAccount()
      const delivery = await lab.tell(to, kind)
      expect((await textOn(stack, to.phone)).body).toMatch(/^Riverside Clinic: [^\d@#]+$/)
      expect(await endOf(stack, delivery)).toEqual({ status: 'delivered', reason: null, posts: 1 })
    }
    await Promise.all(NOTICE_KINDS.map(tellOf))
  })

  it('is told by the database itself in the language of the person, and the sweeper wakes it', async () => {
    const { accountId, phone } = await lab.addAccount('nl')
    const at = { tenantId: lab.tenantId, accountId, isRight: false }
    for (let time = 0; time < 3; time++)
      await countAccountTry(lab.database, at, { actor: 'client', requestId: 'req_1' })
    expect((await textOn(stack, phone)).body).toBe(
      'Riverside Clinic: Er zijn voor uw account enkele keren verkeerde codes ingevoerd. Was u dat niet? Wijzig uw wachtwoord.',
    )
  })

  it('leaves events of the account, and is dropped by the carrier after four hours', async () => {
    const to = await lab.addAccount()
    await endOf(stack, await lab.tell(to, 'factor_added'))
    const text = `select kind from events where account_id = $1 order by id`
    const events = await stack.database.query<{ kind: string }>(text, [to.accountId])
    expect(events.map(({ kind }) => kind)).toEqual(['notice_queued', 'carrier_accepted', 'delivered'])
    const posted = await postsTo(stack, to.phone)
    expect(posted).toHaveLength(1)
    expect(Number(posted[0]!.form['ValidityPeriod'])).toBeGreaterThan(14_000)
    expect(Number(posted[0]!.form['ValidityPeriod'])).toBeLessThanOrEqual(14_400)
  })

  it('that is older than four hours is not sent', async () => {
    const to = await lab.addAccount()
    const delivery = await lab.database.transaction(async (db) => {
      const id = await lab.tell(to, 'bypass_used', db)
      const text = `update notices set created_at = created_at - interval '4 hours' where account_id = $1`
      await db.run({ name: 'age_notice', text }, [to.accountId])
      return id
    })
    expect(await endOf(stack, delivery)).toMatchObject({ status: 'expired_unsent' })
    expect(await postsTo(stack, to.phone)).toEqual([])
  })

  it.each([
    ['callback_before_answer', { status: 'delivered', reason: null, posts: 1 }],
    ['carrier_429', { status: 'failed', reason: 'carrier_down', posts: 3 }],
    ['carrier_500', { status: 'failed', reason: 'carrier_down', posts: 1 }],
    ['switched_off', { status: 'failed', reason: 'switched_off', posts: 1 }],
  ])('to a phone with the fate %s comes to its end', async (fate, end) => {
    const to = await lab.addAccount()
    await stack.phones.setFate(to.phone, fate)
    expect(await endOf(stack, await lab.tell(to, 'number_changed'))).toEqual(end)
    expect(await postsTo(stack, to.phone)).toHaveLength(end.posts)
  })

  it('of a discreet tenant names nobody', async () => {
    await stack.database.query(`update tenants set discreet = true`)
    const to = await lab.addAccount()
    await lab.tell(to, 'locked')
    expect((await textOn(stack, to.phone)).body).not.toContain('Riverside')
    await stack.database.query(`update tenants set discreet = false`)
  })
})

it('two people on one phone, told the same while every answer and callback is lost, get one text each', async () => {
  const stack = await startStack({ apis: 0, speed: 30 })
  const lab = openNoticeLab(stack)
  try {
    const one = await lab.addAccount()
    const other = await lab.addAccount(null, one.phone)
    await stack.phones.setFate(one.phone, 'accept_then_reset')
    for (const to of [one, other])
      expect(await endOf(stack, await lab.tell(to, 'factor_removed'))).toMatchObject({
        status: 'delivered',
        posts: 1,
      })
    expect(await stack.phones.texts(one.phone)).toHaveLength(2)
    const refs = await stack.database.query(`select distinct carrier_ref from deliveries`)
    expect(refs).toHaveLength(2)
  } finally {
    await lab.database.close()
    await stack.close()
  }
})
