/**
 * security.md SES-6: a route answers to its own methods and to its own spelling. Whatever else is asked, with whatever
 * token, is never a success.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openLab } from '#test/api/me/me-lab.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { openWire, runAll } from '#test/fuzz/wire.ts'
import type { WireAnswer } from '#test/fuzz/wire.ts'
import { fill, readRoutes } from './routes.ts'
import type { Ids, Route } from './routes.ts'

const VERBS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'QUERY',
  'PROPFIND',
  'REPORT',
]

/** Each gives another spelling of an address; null: this one has none. */
const SPELLINGS: Record<string, (path: string) => string | null> = {
  'double slash in front': (path) => `/${path}`,
  'double slash inside': (path) => path.replace('/v1/', '/v1//'),
  'double slash before the end': (path) => path.replace(/\/(?=[^/]*$)/, '//'),
  'slash at the end': (path) => `${path}/`,
  'encoded slash at the end': (path) => `${path}%2f`,
  'encoded slash inside': (path) => path.replace(/\/(?=[^/]*$)/, '%2F'),
  'dot segment': (path) => path.replace('/v1/', '/v1/./'),
  'encoded dot segment': (path) => path.replace('/v1/', '/v1/%2e/'),
  'parent segment': (path) => path.replace('/v1/', '/v1/x/../'),
  'encoded parent segment': (path) => path.replace('/v1/', '/v1/x/%2e%2e/'),
  'parent of the root': (path) => `/..${path}`,
  'upper case version': (path) => path.replace('/v1/', '/V1/'),
  'upper case word': (path) => path.replace(/[a-z-]+(?=[^a-z]*$)/, (word) => word.toUpperCase()),
  'upper case id': (path) => upperId(path),
  'path parameter': (path) => `${path};x=y`,
  'path parameter inside': (path) => path.replace('/v1/', '/v1;x=y/'),
  'encoded question mark': (path) => `${path}%3fx=y`,
  'encoded letter of a word': (path) => path.replace('/v1/', '/%76%31/'),
  'encoded letter of an id': (path) => path.replace(/_0/, '_%30'),
  'encoded underscore of an id': (path) => (path.includes('_0') ? path.replace('_0', '%5f0') : null),
  'space at the end': (path) => `${path}%20`,
  'zero byte at the end': (path) => `${path}%00`,
  'back slash': (path) => path.replace('/v1/', '/v1\\'),
  'format at the end': (path) => `${path}.json`,
  'full-width letter': (path) => path.replace('/v1/', '/%EF%BD%961/'),
}

function upperId(path: string): string | null {
  const upper = path.replace(/_[0-9a-z]{26}/, (id) => id.toUpperCase())
  return upper === path ? null : upper
}

let stack: Stack
let routes: Route[]
let ids: Ids
let tokens: Record<string, string>

beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  const lab = openLab(stack)
  routes = await readRoutes(stack)
  const person = await lab.addPerson()
  const enrolling = await lab.logIn(person, { enrollOnly: true })
  const { username } = person
  const { body: login } = await stack.call('POST', '/v1/logins', { username, password: 'four-quiet-herons' })
  const { body: organization } = await stack.call('POST', '/v1/organizations', { name: 'One', country: 'GB' })
  const { body: started } = await stack.call('POST', '/v1/verifications', {
    to: '+31612345678',
    channel: 'sms',
  })
  const rest = { accounts: person.account, organizations: organization.id, sessions: person.sessionId }
  ids = {
    verifications: started.id,
    logins: login.id,
    ...rest,
    org_id: organization.id,
    user_type: 'patient',
  }
  const secrets = { login: login.client_secret, verification: started.client_secret }
  const sessions = { session: person.token, enrolling: enrolling.token }
  tokens = { key: stack.tenant.secretKey, page: stack.tenant.publishableKey, ...secrets, ...sessions }
  await lab.close()
})
afterAll(() => stack?.close())

type Odd = { name: string; method: string; path: string; token: string; body: unknown }

/** Sends them all and gives those that succeeded, and those that broke. */
async function sendAll(odd: Odd[], isFine: (answer: WireAnswer) => boolean): Promise<string[]> {
  const wire = openWire(stack.urls[0]!, 6)
  const wrong: string[] = []
  await runAll(odd, 6, async ({ name, method, path, token, body }) => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    }
    const bytes = body === undefined ? null : Buffer.from(JSON.stringify(body))
    const answer = await wire.send({ method, path, headers, body: bytes, chunked: false })
    if (!isFine(answer)) wrong.push(`${answer.status} ${name}`)
  })
  wire.close()
  return wrong.toSorted()
}

it('another method is 405, with the list of those that are there, whoever asks', async () => {
  const byTemplate = Map.groupBy(routes, ({ template }) => template)
  const odd = [...byTemplate].flatMap(([template, there]) => {
    const methods = new Set(there.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))
    const others = VERBS.filter((verb) => !methods.has(verb))
    return Object.entries(tokens).flatMap(([who, token]) =>
      others.map((method) => {
        const body = ['GET', 'HEAD', 'TRACE', 'OPTIONS'].includes(method) ? undefined : there[0]?.body
        return { name: `${who}: ${method} ${template}`, method, path: fill(template, ids), token, body }
      }),
    )
  })
  expect(odd.length).toBeGreaterThan(2_000)
  const isRefused = ({ status, headers }: WireAnswer) => status === 405 && headers.allow !== undefined
  expect(await sendAll(odd, isRefused)).toEqual([])
}, 60_000)

it('HEAD is let in where GET is, and nowhere else', async () => {
  const reads = routes.filter(({ method }) => method === 'GET')
  for (const [who, token] of Object.entries(tokens)) {
    for (const { template, name } of reads) {
      const path = fill(template, ids)
      const get = await stack.call('GET', path, undefined, { token })
      const head = await stack.call('HEAD', path, undefined, { token })
      expect([head.status, head.body['text']], `${who}: ${name}`).toEqual([get.status, ''])
    }
  }
}, 60_000)

it('another spelling of an address is no success, whoever asks', async () => {
  const odd = routes.flatMap(({ method, template, name, body }) =>
    Object.entries(SPELLINGS).flatMap(([spelling, respell]) => {
      const path = fill(template, ids)
      const other = respell(path)
      if (other === null || other === path) return []
      return Object.entries(tokens).map(([who, token]) => ({
        ...{ name: `${who}: ${name}, ${spelling}`, method, path: other, token, body },
      }))
    }),
  )
  expect(odd.length).toBeGreaterThan(5_000)
  expect(await sendAll(odd, ({ status }) => status >= 400 && status < 500)).toEqual([])
}, 60_000)
