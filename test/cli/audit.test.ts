import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeId } from '#core/ids.ts'
import { startScript } from '#test/harness/processes.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack?.close())

/** Runs `audit verify` and gives its exit code, its JSON lines and whatever it wrote. */
async function verify(...words: string[]) {
  const child = startScript('keypad.ts', { DATABASE_URL: stack.database.url }, ['audit', 'verify', ...words])
  const code = await child.ended
  const lines = child
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
  return {
    code,
    output: child.output(),
    answers: lines.map((line) => JSON.parse(line) as Record<string, unknown>),
  }
}
const countLoose = async () => {
  const [row] = await stack.database.query<{ all: number; loose: number }>(
    `select count(*)::int as all, (count(*) filter (where l.seq is null))::int as loose
     from events e left join event_links l on l.event_id = e.id`,
  )
  return row!
}

it('a worker links what happens, and the command says that it holds until somebody forges a row', async () => {
  const quiet = await stack.addTenant()
  await stack.call('POST', '/v1/verifications', { to: '+31612345678', channel: 'sms', subject_id: 's' })
  const { all } = await until('the text has arrived and everything is linked', async () => {
    const counts = await countLoose()
    return counts.all >= 4 && counts.loose === 0 && counts
  })
  const { tenantId } = stack.tenant
  const head = expect.stringMatching(/^[0-9a-f]{64}$/)
  const whole = { tenant_id: tenantId, intact: true, checked: all, unlinked: 0, head }
  const everybody = await verify()
  expect(everybody.answers).toEqual([
    whole,
    { tenant_id: writeId('ten', quiet.id), intact: true, checked: 0, unlinked: 0, head: null },
  ])
  expect(everybody.code).toBe(0)

  const anchor = String(everybody.answers[0]?.['head'])
  const known = await verify('--tenant', tenantId, '--expect', anchor)
  expect([known.code, known.answers]).toEqual([0, [{ ...whole, expected: 'found' }]])
  const unknown = await verify('--tenant', tenantId, '--expect', 'ab'.repeat(32))
  expect([unknown.code, unknown.answers]).toEqual([1, [{ ...whole, expected: 'missing' }]])

  const [forged] = await stack.database.query<{ id: string }>(
    `update events set kind = 'approved' where id = (select min(id) from events) returning id`,
  )
  const broken = await verify('--tenant', tenantId)
  expect([broken.code, broken.answers]).toEqual([
    1,
    [{ ...whole, intact: false, checked: 0, head: null, first_broken: forged?.id }],
  ])
})

it.each([
  [['--expect', 'ab'], /--expect must be a hash/],
  [['--expect', 'ab'.repeat(32)], /name it with --tenant/],
  [['--tenant', 'x'], /--tenant must be an id/],
])('%j is refused in readable words', async (words, message) => {
  const { code, output } = await verify(...words)
  expect([code, output]).toEqual([1, expect.stringMatching(message)])
})
