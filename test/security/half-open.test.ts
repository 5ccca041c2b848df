/**
 * security.md SES-1, SES-6: what is not a whole session opens only what the contract lists for it, whatever the route,
 * the verb and the spelling of the address.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLab } from '#test/api/me/me-lab.ts'
import type { Lab } from '#test/api/me/me-lab.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { fill, openCodes, readRoutes } from './routes.ts'
import type { Ids, Route } from './routes.ts'

/** What each may call. Everything else is 401, 403 or 404, before anything is read of the body. */
const LOGIN = [
  'GET',
  'POST /profile',
  'POST /code',
  'POST /factor',
  'POST /answer',
  'POST /phone',
  'POST /skip',
]
  .concat(['POST /pin', 'POST /back', 'GET /why'])
  .map((route) => at('/v1/logins/{id}', route))
const VERIFICATION = ['GET', 'POST /checks', 'POST /sends', 'POST /cancel', 'GET /why'].map((route) =>
  at('/v1/verifications/{id}', route),
)
const ENROLLING = ['GET', 'POST /phone', 'POST /phone/checks', 'POST /phone/sends', 'DELETE /phone/pending']
  .concat(['POST /totp', 'POST /totp/confirm', 'PUT /pin'])
  .map((route) => at('/v1/me', route))
const PERSON = [
  'POST /step-up',
  'POST /totp/disable',
  'POST /recovery-codes',
  'PUT /password',
  'GET /sessions',
]
  .concat(['DELETE /sessions/{id}'])
  .map((route) => at('/v1/me', route))
  .concat(ENROLLING)
const PUBLISHABLE = ['POST /phone-checks', 'POST /registrations', 'POST /logins', 'POST /password-resets']
  .concat(['POST /password-resets/confirm'])
  .map((route) => at('/v1', route))

const SHUT = new Set(['key_invalid', 'not_allowed', 'enroll_first', 'not_found'])

function at(base: string, route: string): string {
  const [method, rest = ''] = route.split(' ')
  return `${method} ${base}${rest}`
}

let stack: Stack
let lab: Lab
let routes: Route[]
let ids: Ids
let codeOf: (verification: string) => Promise<string>
let person: Awaited<ReturnType<Lab['addPerson']>>
let verification: { id: string; secret: string }

beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  lab = openLab(stack)
  codeOf = openCodes(stack)
  routes = await readRoutes(stack)
  person = await lab.addPerson()
  const { body: organization } = await stack.call('POST', '/v1/organizations', { name: 'One', country: 'GB' })
  const { body: started } = await stack.call('POST', '/v1/verifications', {
    to: '+31612345678',
    channel: 'sms',
  })
  verification = { id: started.id, secret: started.client_secret }
  const login = await startLogin()
  const rest = { accounts: person.account, organizations: organization.id, sessions: person.sessionId }
  ids = {
    verifications: started.id,
    logins: login.id,
    ...rest,
    org_id: organization.id,
    user_type: 'patient',
  }
})
afterAll(async () => {
  await lab?.close()
  await stack?.close()
})

async function startLogin() {
  const { username } = person
  return (await stack.call('POST', '/v1/logins', { username, password: 'four-quiet-herons' })).body
}

/** Asks every route once; `tokenOf` gives a token for each, so that what one does spoils nothing for the next. */
async function askAll(tokenOf: () => Promise<string> | string, own: Ids = {}) {
  const answers = new Map<string, { status: number; code: string }>()
  for (const { name, method, template, body } of routes) {
    const token = await tokenOf()
    const reply = await stack.call(method, fill(template, { ...ids, ...own }), body, { token })
    answers.set(name, { status: reply.status, code: reply.body.code ?? '' })
  }
  return answers
}

function judge(answers: Awaited<ReturnType<typeof askAll>>, allowed: readonly string[]) {
  const opened = [...answers].filter(([, { code }]) => !SHUT.has(code)).map(([name]) => name)
  expect(opened.toSorted()).toEqual([...allowed].toSorted())
  for (const [name, { status }] of answers)
    if (!allowed.includes(name)) expect(status, name).toBeOneOf([401, 403, 404])
}

describe('of all routes', () => {
  it('a login’s secret opens that login, and no other', async () => {
    const { id, client_secret } = await startLogin()
    judge(await askAll(() => client_secret, { logins: id }), LOGIN)
    judge(await askAll(() => client_secret), [])
  })

  it('the secret of a login that is over only tells how it ended', async () => {
    const { id, client_secret: token, next } = await startLogin()
    const code = await codeOf(next.verification?.id ?? '')
    const done = await stack.call('POST', `/v1/logins/${id}/answer`, { code }, { token })
    expect(done.body.next.action).toBe('done')
    const answers = await askAll(() => token, { logins: id })
    judge(answers, LOGIN)
    const told = [...answers].filter(([, { status }]) => status < 300).map(([name]) => name)
    expect(told).toEqual(['GET /v1/logins/{id}', 'GET /v1/logins/{id}/why'])
    await stack.database.query(`update sessions set auth_at = auth_at - interval '61 seconds'`)
    const late = await stack.call('GET', `/v1/logins/${id}`, undefined, { token })
    expect(late.body.next.session).toBeNull()
  })

  it('a verification’s secret opens that verification', async () => {
    judge(await askAll(() => verification.secret), VERIFICATION)
    const other = await stack.call('POST', '/v1/verifications', { to: '+31612345679', channel: 'sms' })
    judge(await askAll(() => other.body.client_secret), [])
  })

  it('a session that may only enrol opens what it needs for that', async () => {
    judge(await askAll(async () => (await lab.logIn(person, { enrollOnly: true })).token), ENROLLING)
  })

  it('a patient’s session opens what is their own', async () => {
    const patient = await lab.addPerson()
    const own: Ids = { accounts: patient.account }
    const tokenOf = async () => {
      const { token, sessionId } = await lab.logIn(patient)
      own['sessions'] = sessionId
      return token
    }
    judge(await askAll(tokenOf, own), PERSON)
  })

  it('a publishable key begins registrations and logins, checks phones, and goes no further', async () => {
    judge(await askAll(() => stack.tenant.publishableKey, { logins: (await startLogin()).id }), PUBLISHABLE)
  })

  it('an ended session, one that is too old and no token at all open nothing', async () => {
    const { token, sessionId } = await lab.logIn(person)
    await stack.call('DELETE', `/v1/me/sessions/${sessionId}`, undefined, { token })
    const old = await lab.logIn(person)
    const idle = await lab.logIn(person)
    const age = (id: string, what: string) =>
      stack.database.query(`update sessions set ${what} where id = $1`, [id])
    await age(old.id, `expires_at = now()`)
    await age(idle.id, `used_at = now() - interval '1 day'`)
    for (const dead of [token, old.token, idle.token, 'kp_ses_made-up-token', 'x'.repeat(43)]) {
      const answers = await askAll(() => dead)
      expect([...new Set([...answers.values()].map(({ status }) => status))]).toEqual([401])
    }
  })

  it('another tenant’s key opens none that has an id of ours', async () => {
    const { secretKey } = await stack.addTenant()
    const answers = await askAll(() => secretKey)
    for (const [name, { status }] of answers)
      if (name.includes('{id}')) expect(status, name).toBe(name.includes('/v1/me/') ? 403 : 404)
  })
})
