import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FAILURES_TOLD, FAILURES_TOLD_LATELY, MAX_FAILURES_IN_ROW, NOTICE_LIFETIME_MS } from '#core/limits.ts'
import { countAccountTry } from '#db/people.ts'
import { deleteOld } from '#db/retention.ts'
import { openNoticeLab } from '#test/harness/notice-lab.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'

let stack: Stack
let lab: ReturnType<typeof openNoticeLab>
beforeAll(async () => {
  stack = await startStack({ apis: 0, workers: 0 })
  lab = openNoticeLab(stack)
})
afterAll(async () => {
  await lab?.database.close()
  await stack?.close()
})

const fail = async (accountId: string, times: number) => {
  const at = { tenantId: lab.tenantId, accountId, isRight: false }
  for (let time = 0; time < times; time++)
    await countAccountTry(lab.database, at, { actor: 'client', requestId: 'req_1' })
}
const ageFailures = (accountId: string, days: number) =>
  stack.database.query(
    `update accounts set locked_until = null, failures_in_row = 0, failed_at = array(
       select f - make_interval(days => $2) from unnest(failed_at) f) where id = $1`,
    [accountId, days],
  )

describe('a notice', () => {
  it('is one row, one delivery that is due, and one event', async () => {
    const to = await lab.addAccount()
    const delivery = await lab.tell(to, 'factor_added')
    const rows = await stack.database.query(
      `select d.id, d.channel, d.status, d.verification_id, d.due_at <= clock_timestamp() as due, n.kind
       from deliveries d join notices n on n.id = d.notice_id where n.account_id = $1`,
      [to.accountId],
    )
    const fixed = { channel: 'sms', status: 'queued', verification_id: null, due: true, kind: 'factor_added' }
    expect(rows).toEqual([{ id: delivery, ...fixed }])
    const events = await stack.database.query(
      `select kind, delivery_id, data from events where account_id = $1`,
      [to.accountId],
    )
    expect(events).toEqual([
      { kind: 'notice_queued', delivery_id: delivery, data: { notice: 'factor_added' } },
    ])
  })

  it('of one kind goes to a number once a day, whoever asks and however often', async () => {
    const to = await lab.addAccount()
    const told = await Promise.all(Array.from({ length: 8 }, () => lab.tell(to, 'factor_removed')))
    expect(told.filter((id) => id !== null)).toHaveLength(1)
    expect(await lab.kindsOf(to.accountId)).toEqual(['factor_removed'])
    expect(await lab.tell(to, 'factor_added')).not.toBeNull()
    expect(await lab.tell({ ...to, phone: '+31612345678' }, 'factor_removed')).not.toBeNull()
    await stack.database.query(`update notices set day = day - 1 where account_id = $1`, [to.accountId])
    expect(await lab.tell(to, 'factor_removed')).not.toBeNull()
  })

  it('that only tests goes out as often as it is asked for', async () => {
    const to = await lab.addAccount()
    const told = [await lab.tell(to, 'test_message'), await lab.tell(to, 'test_message')]
    expect([...told.filter((id) => id !== null), ...(await lab.kindsOf(to.accountId))]).toHaveLength(4)
  })

  it('counts in no limit on sends', async () => {
    const counted = () =>
      stack.database.query(`select * from send_ledger union all select null, null from send_counters`)
    const before = await counted()
    await lab.tell(await lab.addAccount(), 'password_changed')
    expect(await counted()).toEqual(before)
  })

  it('is worth sending for as long as the code says', async () => {
    const { accountId, phone } = await lab.addAccount()
    await lab.tell({ accountId, phone }, 'bypass_used')
    const [row] = await stack.database.query<{ life: string }>(
      `select round(keypad_notice_life(n)) as life from notices n where account_id = $1`,
      [accountId],
    )
    expect(Number(row!.life) * 1_000).toBe(NOTICE_LIFETIME_MS)
  })

  it('leaves with its delivery after 30 days, and so does what is left of a mail', async () => {
    const to = await lab.addAccount()
    await lab.tell(to, 'number_changed')
    const old = (days: number) => `keypad_first_uuid(clock_timestamp() - interval '${days} days')`
    const copied = (days: number) => `insert into notices select (jsonb_populate_record(n,
      jsonb_build_object('id', ${old(days)}, 'day', n.day - ${days}))).* from notices n where account_id = $1 and day = current_date`
    await stack.database.query(copied(31), [to.accountId])
    await stack.database.query(copied(29), [to.accountId])
    for (const days of [29, 31]) {
      await stack.database.query(
        `insert into deliveries (id, tenant_id, notice_id, phone_mark, channel, priority)
         values (${old(days)}, $1, (select min(id::text)::uuid from notices where account_id = $2 and day = current_date - ${days}), '', 'sms', 2)`,
        [lab.tenantId, to.accountId],
      )
      await stack.database.query(
        `insert into mails (id, tenant_id, kind, locale, brand, status, expires_at)
         values (${old(days)}, $1, 'password_reset', 'en-GB', 'B', 'sent', now())`,
        [lab.tenantId],
      )
    }
    await deleteOld(lab.database, 100)
    const left = await stack.database.query(
      `select (select count(*)::int from notices where account_id = $1) as notices,
         (select count(*)::int from deliveries where phone_mark = '') as deliveries, (select count(*)::int from mails) as mails`,
      [to.accountId],
    )
    expect(left).toEqual([{ notices: 2, deliveries: 1, mails: 1 }])
  })
})

describe('wrong answers', () => {
  it('are told at the third in a row and at a lock, once a day each', async () => {
    const { accountId } = await lab.addAccount()
    await fail(accountId, FAILURES_TOLD - 1)
    expect(await lab.kindsOf(accountId)).toEqual([])
    await fail(accountId, 1)
    expect(await lab.kindsOf(accountId)).toEqual(['many_wrong_codes'])
    await fail(accountId, MAX_FAILURES_IN_ROW - FAILURES_TOLD - 1)
    expect(await lab.kindsOf(accountId)).toEqual(['many_wrong_codes'])
    await fail(accountId, 1)
    expect(await lab.kindsOf(accountId)).toEqual(['many_wrong_codes', 'locked'])
    await fail(accountId, MAX_FAILURES_IN_ROW)
    expect(await lab.kindsOf(accountId)).toEqual(['many_wrong_codes', 'locked'])
  })

  it('are told before only support can help', async () => {
    const { accountId } = await lab.addAccount()
    await fail(accountId, FAILURES_TOLD_LATELY - 1)
    expect(await lab.kindsOf(accountId)).not.toContain('locked_for_long')
    await fail(accountId, 1)
    expect(await lab.kindsOf(accountId)).toContain('locked_for_long')
  })

  it('of longer than thirty days ago do not count', async () => {
    const { accountId } = await lab.addAccount()
    await fail(accountId, FAILURES_TOLD_LATELY - 2)
    await ageFailures(accountId, 31)
    await fail(accountId, 2)
    expect(await lab.kindsOf(accountId)).not.toContain('locked_for_long')
  })

  it('of somebody without a proven number are told to nobody', async () => {
    const { accountId } = await lab.addAccount()
    await stack.database.query(`update accounts set phone_sealed = null, phone_mark = null where id = $1`, [
      accountId,
    ])
    await fail(accountId, MAX_FAILURES_IN_ROW)
    expect(await lab.kindsOf(accountId)).toEqual([])
  })
})
