/**
 * security.md ASVS 6.3.8, SND-9: before the password is right nobody learns who is known, locked or unproven, by the
 * answer or by its time.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openLab } from '#test/api/me/me-lab.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { openWire } from '#test/fuzz/wire.ts'
import { aucOf, medianOf } from './samples.ts'

/** Samples of all classes together; each is a password that is hashed. */
const SAMPLES = 2_000
/** 0.5 is a coin. */
const HIGHEST_AUC = 0.55
/** So many requests in a row ask for the same name: what one sets off must not slow the next one down. */
const BURST = 4
const WRONG = 'five-loud-herons'

const CLASSES = ['unknown', 'known', 'locked', 'unproven', 'without-password']

let stack: Stack

beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  const lab = openLab(stack)
  await lab.addPerson({ username: 'known' })
  const locked = await lab.addPerson({ username: 'locked' })
  await stack.database.query(`update accounts set locked_until = now() + interval '1 day' where id = $1`, [
    locked.accountId,
  ])
  const unproven = { username: 'unproven', password: 'four-quiet-herons', phone: freshPhone() }
  await stack.call('POST', '/v1/registrations', unproven)
  const without = { username: 'without-password', display_name: 'Mara', user_type: 'patient' }
  await stack.call('POST', '/v1/accounts', without)
  await lab.close()
})
afterAll(() => stack?.close())

it('gets the same answer, byte by byte', async () => {
  const [{ names } = { names: 0 }] = await stack.database.query<{ names: number }>(
    'select count(*)::int as names from credentials',
  )
  expect(names).toBe(CLASSES.length - 1)
  for (const token of [stack.tenant.secretKey, stack.tenant.publishableKey]) {
    const answers = new Set<string>()
    for (const username of CLASSES) {
      const { status, headers, body } = await stack.call(
        'POST',
        '/v1/logins',
        { username, password: WRONG },
        { token },
      )
      const kept = [...headers].filter(([name]) => !['request-id', 'date'].includes(name))
      answers.add(JSON.stringify([status, kept, { ...body, instance: '' }]))
    }
    expect(answers.size, [...answers].join('\n')).toBe(1)
    expect([...answers][0]).toContain('credentials_incorrect')
  }
})

it('gets it in the same time', async () => {
  await measure(CLASSES, 80)
  const times = await measure(CLASSES, SAMPLES)
  for (const one of CLASSES.slice(1)) {
    const auc = aucOf(times[one] ?? [], times['unknown'] ?? [])
    // A loaded machine can spoil a round, an oracle spoils both.
    const again = auc <= HIGHEST_AUC ? null : await measure(['unknown', one], SAMPLES / 2)
    const second = again ? aucOf(again[one] ?? [], again['unknown'] ?? []) : auc
    const medians = ['unknown', one].map((name) => medianOf(times[name] ?? []).toFixed(2)).join(' and ')
    expect(
      second,
      `${one}: ${auc.toFixed(3)}, then ${second.toFixed(3)}; medians ${medians} ms`,
    ).toBeLessThanOrEqual(HIGHEST_AUC)
  }
}, 120_000)

/** Times logins of all classes in turn. */
async function measure(classes: string[], samples: number): Promise<Record<string, number[]>> {
  const wire = openWire(stack.urls[0]!, 1)
  const headers = { authorization: `Bearer ${stack.tenant.secretKey}`, 'content-type': 'application/json' }
  const times = Object.fromEntries(classes.map((name) => [name, [] as number[]]))
  for (let burst = 0; burst < samples / BURST; burst++) {
    const username = classes[burst % classes.length] ?? ''
    const body = Buffer.from(JSON.stringify({ username, password: WRONG }))
    for (let turn = 0; turn < BURST; turn++) {
      const startedAt = performance.now()
      const answer = await wire.send({ method: 'POST', path: '/v1/logins', headers, body, chunked: false })
      times[username]?.push(performance.now() - startedAt)
      expect(answer.status).toBe(401)
    }
  }
  wire.close()
  return times
}
