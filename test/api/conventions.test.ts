import { connect } from 'node:net'
import { request as rawRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROBLEMS } from '#core/problem.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import type { Reply } from '#test/harness/http-client.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'

let stack: Stack
let started: Reply
beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  started = await stack.call('POST', '/v1/verifications', { to: freshPhone(), channel: 'sms' })
})
afterAll(() => stack?.close())

const expectProblem = (reply: Reply, status: number, code: keyof typeof PROBLEMS) => {
  expect([reply.status, reply.body.code]).toEqual([status, code])
  expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(reply.body).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) })
  expect(reply.body.type).toBe(`${stack.publicUrl}/docs/problems/${code}`)
  expect(reply.body.instance).toBe(`/requests/${reply.headers.get('request-id')}`)
  expect(reply.body['retryable']).toBe(PROBLEMS[code].retryable)
  expectHeaders(reply)
}
const expectHeaders = ({ headers }: { headers: Headers }) => {
  expect(headers.get('request-id')).toMatch(/^req_[0-9a-f]{32}$/)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-powered-by')).toBeNull()
}
const start = (body: unknown, raw?: string, headers: Record<string, string> = {}) =>
  stack.call('POST', '/v1/verifications', body, { ...(raw !== undefined && { raw }), headers })
const GOOD = { to: '+31612345678', channel: 'sms' }

it('a start answers everything that the contract names, and its times and ids are as it says', () => {
  expect(Object.keys(started.body).toSorted()).toEqual([
    ...['call_mode', 'channel', 'client_secret', 'country', 'deliveries', 'expires_at', 'id', 'line_type'],
    ...['match_digits', 'purpose', 'resend_at', 'sends_left', 'status', 'to_masked', 'tries_left', 'version'],
  ])
  expect(started.body.id).toMatch(/^ver_[0-9a-z]{26}$/)
  expect(started.body.deliveries[0]!.id).toMatch(/^dlv_[0-9a-z]{26}$/)
  for (const time of [started.body.expires_at, started.body.resend_at, started.body.deliveries[0]!.at])
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  expect(started.body).toMatchObject({ purpose: 'other', tries_left: 5, sends_left: 3, version: 1 })
  expectHeaders(started)
})

it('shows the client_secret only when it starts', async () => {
  const read = await stack.call('GET', `/v1/verifications/${started.body.id}`)
  expect(read.body.client_secret).toBeUndefined()
})

describe('bodies that are not as the contract asks are 400 with a pointer', () => {
  const cases: [string, unknown, string][] = [
    ['an unknown field', { ...GOOD, from: '+15550100' }, '/from'],
    ['an address to fetch', { ...GOOD, url: 'http://169.254.169.254/' }, '/url'],
    ['attempts', { ...GOOD, tries: 99 }, '/tries'],
    ['a missing field', { channel: 'sms' }, '/to'],
    ['an unknown channel', { ...GOOD, channel: 'fax' }, '/channel'],
    ['an unknown purpose', { ...GOOD, purpose: 'fun' }, '/purpose'],
    ['an unknown call mode', { ...GOOD, channel: 'call', call_mode: 'shout' }, '/call_mode'],
    ['a number for a text', { ...GOOD, to: 31612345678 }, '/to'],
    ['null for a text', { ...GOOD, to: null }, '/to'],
    ['an array for a text', { ...GOOD, to: ['+31612345678'] }, '/to'],
    ['an object for a text', { ...GOOD, subject_id: { $gt: '' } }, '/subject_id'],
    ['a country of three letters', { ...GOOD, country: 'NLD' }, '/country'],
    ['a country that is none', { ...GOOD, country: 'ZZ' }, '/country'],
    ['an empty subject', { ...GOOD, subject_id: '' }, '/subject_id'],
    ['a long subject', { ...GOOD, subject_id: 'x'.repeat(256) }, '/subject_id'],
    ['a long brand', { ...GOOD, brand: 'x'.repeat(41) }, '/brand'],
    ['an address that is none', { ...GOOD, client_ip: '1.2.3' }, '/client_ip'],
    ['several addresses', { ...GOOD, client_ip: '1.2.3.4, 5.6.7.8' }, '/client_ip'],
    ...['subject_id', 'locale', 'brand'].flatMap((field): [string, unknown, string][] => [
      [`NUL in ${field}`, { ...GOOD, [field]: 'a\u0000b' }, `/${field}`],
      [`a line break in ${field}`, { ...GOOD, [field]: 'a\r\nb' }, `/${field}`],
      [`an escape in ${field}`, { ...GOOD, [field]: '\u001b[31m' }, `/${field}`],
      [`half a character in ${field}`, { ...GOOD, [field]: '\ud800' }, `/${field}`],
    ]),
  ]
  it.each(cases)('%s', async (_what, body, pointer) => {
    const reply = await start(body)
    expectProblem(reply, 400, 'request_invalid')
    expect(reply.body.errors.map((error) => error.pointer)).toContain(pointer)
    expect(JSON.stringify(reply.body)).not.toMatch(/31612345678|169\.254/)
  })

  it.each([
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"+31612345678"'],
    ['a number', '1e999'],
    ['__proto__', '{"to":"+31612345678","channel":"sms","__proto__":{"isAdmin":true}}'],
    ['constructor', '{"to":"+31612345678","channel":"sms","constructor":{"prototype":{}}}'],
    ['half a body', '{"to":'],
    ['two bodies', '{}{}'],
    ['a comment', '{/**/}'],
    ['NaN', '{"to":NaN}'],
    ['a huge number', '{"to":1e400,"channel":"sms"}'],
    ['deep nesting', `${'['.repeat(7_000)}${']'.repeat(7_000)}`],
    ['nested objects', `${'{"a":'.repeat(2_500)}1${'}'.repeat(2_500)}`],
  ])('%s', async (_what, raw) => expectProblem(await start(undefined, raw), 400, 'request_invalid'))

  it('a body that says it is packed and is not', async () => {
    expectProblem(await start(undefined, '{}', { 'content-encoding': 'gzip' }), 400, 'request_invalid')
  })
})

describe('other refusals of a body', () => {
  it('over 16 KB is 413', async () => {
    expectProblem(await start({ ...GOOD, brand: 'x'.repeat(17_000) }), 413, 'body_too_large')
    const full = JSON.stringify(GOOD).padEnd(16_384)
    expect((await start(undefined, full)).status).toBe(201)
    expectProblem(await start(undefined, `${full} `), 413, 'body_too_large')
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    '',
    'application/json; charset=latin1',
    'application/jsonp',
  ])('content type %j is 415', async (type) => {
    expectProblem(
      await start(undefined, JSON.stringify(GOOD), { 'content-type': type }),
      415,
      'content_type_unsupported',
    )
  })

  it('an unknown packing is 415', async () => {
    expectProblem(
      await start(undefined, '{}', { 'content-encoding': 'rot13' }),
      415,
      'content_type_unsupported',
    )
  })

  it('an empty one is {}', async () => {
    const path = `/v1/verifications/${started.body.id}/sends`
    for (const raw of [undefined, '', '{}'])
      expect(
        (await stack.call('POST', path, undefined, { ...(raw !== undefined && { raw }) })).body.code,
      ).toBe('send_too_soon')
    expectProblem(await start(undefined, ''), 400, 'request_invalid')
  })
})

describe('addresses and methods', () => {
  it.each([
    ['PUT', '/v1/verifications', 'POST'],
    ['GET', '/v1/verifications', 'POST'],
    ['HEAD', '/v1/verifications', 'POST'],
    ['OPTIONS', '/v1/verifications', 'POST'],
    ['PATCH', '/v1/verifications/ver_x', 'GET'],
    ['DELETE', '/v1/verifications/ver_x', 'GET'],
    ['OPTIONS', '/v1/verifications/ver_x', 'GET'],
    ['GET', '/v1/verifications/ver_x/checks', 'POST'],
    ['DELETE', '/v1/countries', 'GET, PUT'],
    ['POST', '/livez', 'GET'],
    ['DELETE', '/readyz', 'GET'],
    ['PUT', '/metrics', 'GET'],
  ])('%s %s is 405 and told what it takes', async (method, path, allow) => {
    const reply = await stack.call(method, path)
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, allow])
    expectHeaders(reply)
  })

  it('TRACE and made-up methods do nothing', async () => {
    for (const method of ['TRACE', 'PROPFIND', 'PURGE'])
      expect((await raw('/v1/verifications', method)).status).toBe(405)
    expect(await bare('BREW /v1/verifications HTTP/1.1\r\nHost: x\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 .*\r\nRequest-Id: req_[0-9a-f]{32}\r\nCache-Control: no-store/s,
    )
    expect(
      await bare(
        'POST /v1/verifications HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}',
      ),
    ).toMatch(/^HTTP\/1\.1 400 /)
  })

  const good = () => `/v1/verifications/${started.body.id}`
  it.each<[string, () => string]>([
    ['a double slash', () => `/${good()}`],
    ['a double slash inside', () => good().replace('/ver_', '//ver_')],
    ['a slash at the end', () => `${good()}/`],
    ['capitals', () => good().replace('/v1/verifications', '/V1/Verifications')],
    ['capitals in the id', () => good().replace(/ver_.*/, (id) => id.toUpperCase())],
    ['an encoded letter', () => good().replace('verifications', 'verification%73')],
    ['an encoded id', () => good().replace('ver_', 'ver%5F')],
    ['an encoded slash', () => good().replace('/ver_', '%2Fver_')],
    ['a broken escape', () => `${good()}%ZZ`],
    ['an encoded NUL', () => `${good()}%00`],
    ['dots', () => `/v1/x/..${good().slice(3)}`],
    ['encoded dots', () => `/v1/x/%2e%2e${good().slice(3)}`],
    ['a semicolon', () => `${good()};a=b`],
    ['a backslash', () => good().replace('/ver_', '\\ver_')],
    ['something behind', () => `${good()}.json`],
    ['nothing there', () => '/v1/nothing'],
    ['the root of the API', () => '/v1'],
    ['an id that is too long', () => `${good()}0`],
  ])('%s names nothing', async (_what, path) => {
    for (const method of ['GET', 'HEAD']) {
      const reply = await raw(path(), method)
      expect([reply.status, reply.headers['cache-control']]).toEqual([404, 'no-store'])
      expect(reply.headers['request-id']).toMatch(/^req_/)
    }
    expect((await raw(path(), 'POST')).status).toBeOneOf([404, 405])
  })

  it('HEAD of what is there answers like GET, without the body', async () => {
    const reply = await raw(good(), 'HEAD')
    expect([reply.status, reply.text]).toEqual([200, ''])
  })

  it('probes carry an id, too', async () => {
    for (const path of ['/livez', '/readyz', '/metrics']) {
      const reply = await stack.call('GET', path)
      expect(reply.status).toBe(200)
      expectHeaders(reply)
    }
  })
})

/** A request whose path goes out as it is written. */
function raw(
  path: string,
  method: string,
): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
  const { hostname: host, port } = new URL(stack.publicUrl)
  const headers = { authorization: `Bearer ${stack.tenant.secretKey}` }
  return new Promise((resolve, reject) => {
    const sent = rawRequest({ host, port, path, method, headers }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

function bare(text: string): Promise<string> {
  const { hostname, port } = new URL(stack.publicUrl)
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}
