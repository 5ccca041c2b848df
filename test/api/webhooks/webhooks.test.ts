import { afterAll, beforeAll, expect, it } from 'vitest'
import { WEBHOOK_KINDS } from '#core/webhook.ts'
import { addedWebhook, webhookPage } from '#core/webhook-contract.ts'
import { logIn } from '#test/api/people/people-lab.ts'
import { makeClient } from '#test/harness/http-client.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { findUrlFault } from '#api/webhooks/webhook-url.ts'

const url = 'https://portal.example.org/keypad'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ workers: 0 })
})
afterAll(() => stack?.close())

const add = (body: object = {}) => stack.call('POST', '/v1/webhooks', { url, ...body })

it('shows its secret once, and keeps it sealed', async () => {
  const { status, body } = await add({ kinds: ['locked', 'locked'] })
  expect(status).toBe(201)
  const { secret, ...rest } = addedWebhook.parse(body)
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(rest).toMatchObject({ id: expect.stringMatching(/^whk_/), url, kinds: ['locked'] })
  const listed = await stack.call('GET', '/v1/webhooks')
  expect(webhookPage.parse(listed.body).data[0]).toEqual(rest)
  expect(JSON.stringify(listed.body)).not.toContain('whsec_')
  const rows = await stack.database.query('select * from webhook_endpoints')
  expect(JSON.stringify(rows)).not.toContain(secret.slice(6))
})

it('hears of everything unless told otherwise, and leaves an event when it comes and goes', async () => {
  const { body } = await add()
  expect(body['kinds']).toEqual([...WEBHOOK_KINDS])
  expect((await stack.call('DELETE', `/v1/webhooks/${body.id}`)).status).toBe(204)
  expect((await stack.call('DELETE', `/v1/webhooks/${body.id}`)).status).toBe(404)
  const events = await stack.database.query(
    `select kind, data from events where data->>'webhook' = $1 order by id`,
    [body.id],
  )
  expect(events).toMatchObject([
    { kind: 'webhook_added', data: { host: 'portal.example.org' } },
    { kind: 'webhook_removed' },
  ])
})

it.each([
  {},
  { url: 'ftp://portal.example.org' },
  { url: 'portal.example.org' },
  { url: 'https://name:word@portal.example.org' },
  { url: 'https://169.254.169.254/latest' },
  { url: 'https://[fe80::1]/' },
  { url: 'https://10.0.0.1/' },
  { url, kinds: [] },
  { url, kinds: ['looked_up'] },
  { url, secret: 'whsec_mine' },
])('is refused for %j', async (body) => {
  const { status, body: answer } = await stack.call('POST', '/v1/webhooks', body)
  expect([status, answer.code]).toEqual([400, 'request_invalid'])
})

it('is https, and not this machine, in production', () => {
  for (const bad of [
    'http://portal.example.org',
    'https://127.0.0.1',
    'https://localhost',
    'https://2130706433/',
  ])
    expect(findUrlFault(bad, true)).not.toBe(null)
  expect(findUrlFault(url, true)).toBe(null)
  expect(findUrlFault('http://127.0.0.1:4000/hear', false)).toBe(null)
})

it('is for owners, admins and keys that may, of the same tenant', async () => {
  const { body } = await add()
  const paths: [string, string][] = [
    ['GET', '/v1/webhooks'],
    ['GET', `/v1/webhooks/${body.id}/messages`],
  ]
  for (const role of [null, 'viewer', 'agent', 'lead', 'approver', 'auditor', 'admin', 'owner']) {
    const { token } = await logIn(stack, role)
    const isAllowed = role === 'admin' || role === 'owner'
    for (const [method, path] of paths)
      expect([role, (await stack.call(method, path, undefined, { token })).status]).toEqual([
        role,
        isAllowed ? 200 : 403,
      ])
  }
  const foreign = makeClient(stack.urls, (await stack.addTenant()).secretKey)
  expect((await foreign('GET', '/v1/webhooks')).body['data']).toEqual([])
  const message = `/v1/webhooks/${body.id}/messages/${body.id.replace('whk', 'msg')}/send`
  for (const [method, path] of [['DELETE', `/v1/webhooks/${body.id}`], paths[1]!, ['POST', message]] as const)
    expect((await foreign(method, path)).status).toBe(404)
  expect((await stack.call('POST', message)).status).toBe(404)
  expect((await stack.call('GET', `/v1/webhooks/${body.id}/messages`)).body['data']).toEqual([])
})
