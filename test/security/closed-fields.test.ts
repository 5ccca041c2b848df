/**
 * security.md NUM-7: what the product keeps about a person is reached by the routes made for it, never by one more field
 * in another body.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openLab } from '#test/api/me/me-lab.ts'
import type { Lab } from '#test/api/me/me-lab.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { fill, readRoutes } from './routes.ts'
import type { Route } from './routes.ts'
import { makeTwin, snapshot } from './twins.ts'
import type { Twin } from './twins.ts'

const FIELDS: Record<string, unknown> = {
  ...{ phone: '+31612345678', phone_sealed: 'x', pending_phone: '+31612345678', to: '+31612345678' },
  ...{ verified: true, phone_verified: true, phone_proven_at: '2026-11-22T09:30:00Z', proven: true },
  ...{ tenant_id: 'ten_01kapw8qbeff09m6sc7n75zr3h', tenantId: '00000000-0000-7000-8000-000000000000' },
  ...{ role: 'owner', scopes: ['admin'], user_type: 'doctor', account_id: 'acc_01kapw8qbeff09m6sc7n75zr3h' },
  ...{ attempts: 0, tries: 0, tries_left: 5, failures_in_row: 0, locked_until: null, status: 'approved' },
  ...{
    factor_override: 'exempt',
    enroll_only: false,
    amr: ['otp'],
    assurance: 'two_factor',
    secret: 'JBSWY3DP',
  },
  ...{
    credential_id: null,
    subject_id: 'patient-1',
    password_hash: 'x',
    confirmed: true,
    issued_by: 'nobody',
  },
}

/** Where a field is the operation's own; docs/reference.md lists them. */
const OWN: Record<string, string[]> = {
  'POST /v1/verifications': ['to', 'subject_id'],
  'POST /v1/phone-checks': ['phone'],
  'POST /v1/registrations': ['phone', 'user_type'],
  'POST /v1/logins/{id}/profile': ['account_id'],
  'POST /v1/logins/{id}/phone': ['phone'],
  'POST /v1/me/phone': ['phone'],
  'POST /v1/accounts': ['phone', 'role', 'user_type'],
  'POST /v1/policy-previews': ['user_type'],
  'PATCH /v1/accounts/{id}': ['factor_override'],
  'POST /v1/support/accounts/{id}/phone': ['phone'],
}

let stack: Stack
let lab: Lab
let twin: Twin
let routes: Route[]

beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  lab = openLab(stack)
  twin = await makeTwin(stack, lab, stack.tenant)
  routes = (await readRoutes(stack)).filter(({ body }) => body !== undefined)
})
afterAll(async () => {
  await lab?.close()
  await stack?.close()
})

it('is refused in every body where it is not named, and changes nothing', async () => {
  const before = await snapshot(stack, twin.tenantId)
  const taken: string[] = []
  for (const route of routes) {
    const token = twin.tokens[route.template.startsWith('/v1/me') ? 'patient' : 'key'] ?? ''
    for (const [field, value] of Object.entries(FIELDS)) {
      if (OWN[route.name]?.includes(field)) continue
      const body = { ...(route.body as object), [field]: value }
      const reply = await stack.call(route.method, fill(route.template, twin.ids), body, { token })
      const isNamed = reply.body.errors?.some(({ pointer }) => pointer === `/${field}`)
      const isFine = reply.status === 400 && reply.body.code === 'request_invalid'
      if (!isFine || (!isNamed && route.name !== 'POST /v1/logins'))
        taken.push(`${reply.status} ${route.name} ${field}`)
    }
  }
  expect(routes.length).toBeGreaterThan(35)
  expect(taken).toEqual([])
  expect(await snapshot(stack, twin.tenantId)).toEqual(before)
}, 60_000)

it('is passed over where a request has no body to read', async () => {
  const before = await snapshot(stack, twin.tenantId)
  const reads = (await readRoutes(stack)).filter(({ method }) => method === 'DELETE')
  for (const { method, template } of reads) {
    const token = twin.tokens['owner'] ?? ''
    const reply = await stack.call(
      method,
      fill(template, { ...twin.ids, sessions: 'x', accounts: 'x', webhooks: 'x' }),
      FIELDS,
      { token },
    )
    expect(reply.status, template).toBeOneOf([204, 400, 403, 404, 409])
  }
  expect(await snapshot(stack, twin.tenantId)).toEqual(before)
})
