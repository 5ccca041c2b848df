/**
 * security.md TEN-2, TEN-3: two tenants with the same names, subjects and phones. Every id and token of one, on every
 * route of the other, answers like an id that nobody has, and changes nothing.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeId } from '#core/ids.ts'
import type { IdPrefix } from '#core/ids.ts'
import { newUuid } from '#core/new-id.ts'
import { openLab } from '#test/api/me/me-lab.ts'
import type { Lab } from '#test/api/me/me-lab.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { fill, readRoutes } from './routes.ts'
import type { Ids, Route } from './routes.ts'
import { makeTwin, PHONE, snapshot, SUBJECT, USERNAME } from './twins.ts'
import type { Twin } from './twins.ts'

let stack: Stack
let lab: Lab
let mine: Twin
let theirs: Twin
let routes: Route[]
let before: Record<string, string>

beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  lab = openLab(stack)
  routes = await readRoutes(stack)
  theirs = await makeTwin(stack, lab, stack.tenant)
  mine = await makeTwin(stack, lab, await stack.addTenant())
  before = await snapshot(stack, theirs.tenantId)
})
afterAll(async () => {
  await lab?.close()
  await stack?.close()
})

/** Who may not call a route at all is told so with an own id too; everybody else gets the 404 of an id that nobody has. */
function statusFor(who: string, { template }: Route): number {
  const [, , word = ''] = template.split('/')
  const isPeople = ['accounts', 'organizations', 'policies', 'webhooks'].includes(word)
  const statuses: Record<string, number> = {
    key: word === 'me' ? 403 : 404,
    page: 403,
    owner: isPeople || word === 'support' || word === 'me' ? 404 : 403,
    patient: word === 'me' ? 404 : 403,
    enrolling: 403,
    login: word === 'logins' || word === 'verifications' ? 404 : 401,
    verification: word === 'logins' || word === 'verifications' ? 404 : 401,
  }
  return statuses[who] ?? 0
}

const UNKNOWN: Ids = Object.fromEntries(
  Object.entries({ accounts: 'acc', organizations: 'org', org_id: 'org', logins: 'lgn' })
    .concat(
      Object.entries({ verifications: 'ver', sessions: 'ses', 'factor-resets': 'rst', webhooks: 'whk' }),
    )
    .map(([word, prefix]) => [word, writeId(prefix as IdPrefix, newUuid())]),
)

describe('what another tenant has', () => {
  it('answers like nothing on every route, whoever asks', async () => {
    const withIds = routes.filter(({ template }) => /\{(id|org_id)\}/.test(template))
    expect(withIds.length).toBeGreaterThan(30)
    for (const route of withIds) {
      for (const [who, token] of Object.entries(mine.tokens)) {
        const status = statusFor(who, route)
        const foreign = await ask(route, theirs.ids, token)
        expect(foreign.status, `${who}: ${route.name}`).toBe(status)
        const unknown = await ask(route, { ...UNKNOWN, user_type: 'patient' }, token)
        expect(foreign, `${who}: ${route.name}`).toEqual(unknown)
      }
    }
  })

  it('is not linked to what is ours, whichever of two ids is foreign', async () => {
    for (const route of routes.filter(({ template }) => template.includes('{org_id}'))) {
      for (const who of ['key', 'owner']) {
        const token = mine.tokens[who] ?? ''
        const ours = { ...mine.ids, org_id: theirs.ids['org_id'] ?? '' }
        const mixed = { ...theirs.ids, org_id: mine.ids['org_id'] ?? '' }
        expect((await ask(route, ours, token)).status, route.name).toBe(404)
        expect((await ask(route, mixed, token)).status, route.name).toBe(404)
      }
    }
  })

  it('cannot be named in a body', async () => {
    const org = theirs.ids['organizations']
    const account = { username: 'other', display_name: 'Other', user_type: 'patient' }
    const register = { username: 'another', password: 'four-quiet-herons', phone: '+31612340009' }
    const bodies: [string, string, unknown, number][] = [
      ['key', '/v1/accounts', { ...account, organization_ids: [org] }, 404],
      ['owner', '/v1/accounts', { ...account, organization_ids: [mine.ids['organizations'], org] }, 404],
      ['key', '/v1/registrations', { ...register, organization_id: org }, 404],
      ['page', '/v1/registrations', { ...register, organization_id: org }, 404],
      [
        'key',
        '/v1/password-resets/confirm',
        { token: theirs.resetToken, new_password: 'slow-copper-lanterns' },
        410,
      ],
      [
        'page',
        '/v1/password-resets/confirm',
        { token: theirs.resetToken, new_password: 'slow-copper-lanterns' },
        410,
      ],
    ]
    for (const [who, path, body, status] of bodies) {
      const reply = await stack.call('POST', path, body, { token: mine.tokens[who] ?? '' })
      expect(reply.status, `${who}: ${path}`).toBe(status)
    }
    for (const who of ['patient', 'enrolling', 'owner']) {
      const asked = { token: theirs.tokens[who] }
      const { body } = await stack.call('POST', '/v1/sessions/introspect', asked, {
        token: mine.tokens['key'] ?? '',
      })
      expect([body['active'], body.account]).toEqual([false, null])
    }
  })

  it('is not chosen as a profile, and not opened by what opens ours', async () => {
    const token = mine.tokens['key'] ?? ''
    const second = { username: USERNAME, display_name: 'Anna Berg', user_type: 'patient' }
    await stack.call('POST', '/v1/accounts', second, { token })
    const started = await stack.call(
      'POST',
      '/v1/logins',
      { username: USERNAME, password: 'four-quiet-herons' },
      { token },
    )
    expect(started.body.next.action).toBe('choose_profile')
    const ids = started.body.next.profiles.map(({ id }) => id)
    expect(ids).not.toContain(theirs.ids['accounts'])
    const path = `/v1/logins/${started.body.id}/profile`
    const body = { account_id: theirs.ids['accounts'] }
    for (const secret of [token, started.body.client_secret])
      expect((await stack.call('POST', path, body, { token: secret })).status).toBe(404)
  })

  it('is in no list and in no search', async () => {
    const foreign = Object.values(theirs.ids).filter((id) => /_[0-9a-z]{26}$/.test(id))
    const asked = [...foreign, SUBJECT, USERNAME, PHONE, theirs.helpCode, 'Canal Street Clinic']
    const searches = asked.map((q) => `/v1/support/accounts?q=${encodeURIComponent(q)}`)
    const lists = routes.filter(({ method, template }) => method === 'GET' && !template.includes('{'))
    const cursors = lists.map(({ template }) => `${template}?cursor=${theirs.ids['accounts']}`)
    for (const path of [...searches, ...lists.map(({ template }) => template), ...cursors]) {
      for (const token of Object.values(mine.tokens)) {
        const { body } = await stack.call('GET', path, undefined, { token })
        const text = JSON.stringify(body)
        expect(
          foreign.filter((id) => text.includes(id) && !body.instance),
          path,
        ).toEqual([])
      }
    }
  })

  it('is as it was', async () => {
    expect(Object.keys(before).length).toBeGreaterThan(20)
    expect(await snapshot(stack, theirs.tenantId)).toEqual(before)
  })
})

/** Asks, and gives what the answer says without what names this one request. */
async function ask({ method, template, body }: Route, ids: Ids, token: string) {
  const reply = await stack.call(method, fill(template, ids), body, { token })
  return { status: reply.status, body: { ...reply.body, instance: '' } }
}
