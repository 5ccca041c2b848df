import { afterEach, describe, expect, it } from 'vitest'
import { KeypadError, openKeypad } from '#client/keypad.ts'
import type { Keypad, KeypadOptions } from '#client/keypad.ts'
import { problem, startFlaky } from './flaky-server.ts'
import type { Turn } from './flaky-server.ts'

const TOKEN = 'kp_sk_not-to-be-seen-anywhere'
const OK = { status: 200, body: { served: 'all' } }
const FORGETFUL = { status: 502, headers: { 'content-type': 'text/html' }, raw: '<h1>Bad gateway</h1>' }
const sms = { to: '+31612345678', channel: 'sms' } as const

let server: Awaited<ReturnType<typeof startFlaky>>
afterEach(() => server?.close())

async function meet(turns: Turn[], options: Partial<KeypadOptions> = {}): Promise<Keypad> {
  server = await startFlaky(...turns)
  return openKeypad({ url: server.url, token: TOKEN, ...options })
}

const failureOf = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(KeypadError)
  return error as KeypadError
}

describe('a call is tried again', () => {
  const passing: [string, Turn][] = [
    ['a connection that breaks', 'cut'],
    ['an answer that breaks off', 'half'],
    ['a gateway without its server', FORGETFUL],
    ['a Keypad that is away', problem(503, 'unavailable', { retry_after: 0 })],
    ['a flood that is over soon', problem(429, 'rate_limited', { retry_after: 1 })],
    ['a proxy that counts', { status: 429, headers: { 'content-type': 'text/plain', 'retry-after': '1' } }],
    ['its own first try that still runs', problem(409, 'idempotency_in_flight', { retry_after: 0 })],
  ]
  it.each(passing)('after %s', async (_name, turn) => {
    const keypad = await meet([turn, OK])
    expect(await keypad.readCountries()).toMatchObject({ ok: true, data: { served: 'all' } })
    expect(server.seen).toHaveLength(2)
  })

  it('twice by default, then a broken connection throws, and a problem is the answer', async () => {
    expect(await failureOf((await meet(['cut'])).readCountries())).toMatchObject({ failure: 'unreachable' })
    expect(server.seen).toHaveLength(3)
    await server.close()
    expect(await failureOf((await meet([FORGETFUL])).readCountries())).toMatchObject({
      failure: 'unreadable',
      status: 502,
    })
    expect(server.seen).toHaveLength(3)
    await server.close()
    const away = await (await meet([problem(503, 'unavailable')])).readCountries()
    expect(away).toMatchObject({
      ok: false,
      status: 503,
      problem: { code: 'unavailable' },
      requestId: 'req_1',
    })
    expect(server.seen).toHaveLength(3)
  })

  it('as often as told', async () => {
    await failureOf((await meet(['cut'], { retries: 0 })).readCountries())
    expect(server.seen).toHaveLength(1)
  })

  it('after longer and longer pauses, never the same', async () => {
    const keypad = await meet(['cut'], { retries: 3 })
    await failureOf(keypad.readCountries())
    const gaps = server.seen.slice(1).map(({ at }, index) => at - server.seen[index]!.at)
    gaps.forEach((gap, index) => {
      expect(gap).toBeGreaterThan(95 * 3 ** index)
      expect(gap).toBeLessThan(310 * 3 ** index + 200)
    })
  })

  it('not before the server said', async () => {
    await (await meet([problem(429, 'rate_limited', { retry_after: 2 }), OK])).readCountries()
    expect(server.seen[1]!.at - server.seen[0]!.at).toBeGreaterThan(2_000)
  })

  const lasting: [string, Turn][] = [
    ['a wait that is for the person', problem(429, 'rate_limited', { retry_after: 30 })],
    [
      'a limit of sends, which the same key would meet again',
      problem(429, 'send_too_soon', { retry_after: 1 }),
    ],
    ['a wrong code', problem(422, 'code_incorrect', { tries_left: 4 })],
    ['a mistake of the server', problem(500, 'internal')],
  ]
  it.each(lasting)('not after %s', async (_name, turn) => {
    expect(await (await meet([turn, OK])).startVerification(sms)).toMatchObject({ ok: false })
    expect(server.seen).toHaveLength(1)
  })

  it('PUT and DELETE too, but not PATCH, which has no key', async () => {
    const keypad = await meet(['cut', OK, 'cut', { status: 204 }, 'cut'])
    expect(await keypad.replaceCountries({ served: 'all' })).toMatchObject({ ok: true })
    expect(await keypad.dropOwnPendingPhone()).toMatchObject({ ok: true, status: 204, data: null })
    await failureOf(keypad.changeAccount('acc_1', { factor_override: 'default' }))
    expect(server.seen).toHaveLength(5)
  })
})

describe('an Idempotency-Key', () => {
  it('goes with every POST, the same in all its tries and another for every call', async () => {
    const keypad = await meet(['cut', OK])
    await keypad.startVerification(sms)
    await keypad.startVerification(sms)
    const [first, again, other] = server.seen.map(({ headers }) => headers['idempotency-key'])
    expect(first).toMatch(/^[0-9a-f]{32}$/)
    expect([again === first, other === first]).toEqual([true, false])
    expect(server.seen.map(({ body }) => body)).toEqual(Array.from(server.seen, () => JSON.stringify(sms)))
  })

  it('is the caller’s where there is one, and goes with nothing but POSTs', async () => {
    const keypad = await meet([OK])
    await keypad.cancelVerification('ver_1', {}, { idempotencyKey: 'order 7' })
    await keypad.readCountries({ idempotencyKey: 'order 7' })
    expect(server.seen.map(({ headers }) => headers['idempotency-key'])).toEqual(['order 7', undefined])
  })
})

describe('a request', () => {
  it('says who asks, and in Node by which program', async () => {
    await (await meet([OK])).as('kp_ses_other').readMe()
    expect(server.seen[0]?.headers).toMatchObject({
      authorization: 'Bearer kp_ses_other',
      'user-agent': 'keypad-client/0.1.0',
    })
  })

  it('writes ids as words of the path, so that none leads elsewhere', async () => {
    const keypad = await meet([OK])
    for (const id of ['../me', '..', '.', '', 'a/b?c#d', 'é']) await keypad.readAccount(id)
    expect(server.seen.map(({ url }) => url.replace('/v1/accounts/', ''))).toEqual([
      ...['..%2Fme', '-', '-', '-', 'a%2Fb%3Fc%23d', '%C3%A9'],
    ])
  })

  it('writes queries, without what is not given', async () => {
    const keypad = await meet([OK])
    await keypad.listAccounts({ limit: 5, cursor: undefined })
    await keypad.searchAccounts({ q: '+31 6 & more' })
    await keypad.listAccounts()
    expect(server.seen.map(({ url }) => url)).toEqual([
      ...['/v1/accounts?limit=5', '/v1/support/accounts?q=%2B31+6+%26+more', '/v1/accounts'],
    ])
  })

  it('goes below the path of the url', async () => {
    server = await startFlaky(OK)
    await openKeypad({ url: `${server.url}/keypad/`, token: TOKEN }).readCountries()
    expect(server.seen[0]?.url).toBe('/keypad/v1/countries')
  })
})

describe('an answer', () => {
  it('is a refusal even when something in between refused', async () => {
    const html = { status: 413, headers: { 'content-type': 'text/html' }, raw: '<h1>Too large</h1>' }
    const answer = await (await meet([html])).readCountries()
    expect(answer).toMatchObject({
      ok: false,
      status: 413,
      problem: { code: 'unreadable', status: 413, retryable: false },
    })
  })

  it('that is not Keypad’s is told apart', async () => {
    const portal = { status: 200, headers: { 'content-type': 'text/html' }, raw: '<h1>Free wifi</h1>' }
    expect(await failureOf((await meet([portal])).readCountries())).toMatchObject({
      failure: 'unreadable',
      status: 200,
    })
    expect(server.seen).toHaveLength(1)
    await server.close()
    const elsewhere = { status: 308, headers: { location: 'https://example.org/' } }
    expect(await failureOf((await meet([elsewhere])).readCountries())).toMatchObject({
      failure: 'redirected',
    })
    expect(server.seen).toHaveLength(1)
  })

  it('without a Request-Id has none', async () => {
    const bare = { ...OK, headers: { 'request-id': '' } }
    expect(await (await meet([bare])).readCountries()).toMatchObject({ ok: true })
  })

  it('in lines that break off throws while it is read', async () => {
    server = await startFlaky(OK)
    const pieces = ['{"place":1}\n{"pla', null]
    const body = new ReadableStream<Uint8Array>({
      pull: (control) => {
        const piece = pieces.shift()
        if (typeof piece === 'string') control.enqueue(new TextEncoder().encode(piece))
        else control.error(new Error('cut'))
      },
    })
    const fetch = async () => new Response(body, { headers: { 'content-type': 'application/x-ndjson' } })
    const answer = await openKeypad({ url: server.url, token: TOKEN, fetch }).exportAudit()
    const places: number[] = []
    const read = async () => {
      if (answer.ok) for await (const { place } of answer.data) places.push(place)
    }
    expect(await failureOf(read())).toMatchObject({ failure: 'unreachable', call: 'exportAudit' })
    expect(places).toEqual([1])
  })
})

describe('time', () => {
  it('is limited for each try', async () => {
    const keypad = await meet(['hang'], { timeoutMs: 60, retries: 1 })
    expect(await failureOf(keypad.readCountries())).toMatchObject({ failure: 'timeout' })
    expect(server.seen).toHaveLength(2)
    expect(await failureOf(keypad.readCountries({ timeoutMs: 20 }))).toMatchObject({ failure: 'timeout' })
  })

  it('of a long poll is what the server may wait, and the limit besides', async () => {
    const keypad = await meet(['hang'], { timeoutMs: 50, retries: 0 })
    const startedAt = performance.now()
    await failureOf(keypad.readLogin('lgn_1', { wait: 1, since: 1 }))
    expect(performance.now() - startedAt).toBeGreaterThan(1_040)
  })

  it('ends with the caller’s signal: before, during and between tries', async () => {
    const why = new Error('the page is gone')
    const keypad = await meet(['hang', problem(429, 'rate_limited', { retry_after: 5 })])
    await expect(keypad.readCountries({ signal: AbortSignal.abort(why) })).rejects.toBe(why)
    expect(server.seen).toHaveLength(0)
    for (const when of ['during', 'between']) {
      const control = new AbortController()
      const call = keypad.readCountries({ signal: control.signal })
      setTimeout(() => control.abort(why), 60)
      await expect(call, when).rejects.toBe(why)
    }
    expect(server.seen).toHaveLength(2)
  })

  it('of a wait has no end, and a server that does not wait is not asked all the time', async () => {
    const login = (version: number) => ({ status: 200, body: { id: 'lgn_1', version } })
    const keypad = await meet([login(3), login(3), login(4)])
    expect(await keypad.waitForLogin('lgn_1', { since: 3 })).toMatchObject({ ok: true, data: { version: 4 } })
    expect(server.seen.map(({ url }) => url)).toEqual(Array(3).fill('/v1/logins/lgn_1?wait=25&since=3'))
    expect(server.seen[2]!.at - server.seen[0]!.at).toBeGreaterThan(1_900)
    await server.close()
    const refusing = await meet([problem(404, 'not_found')])
    expect(await refusing.waitForLogin('lgn_1', { since: 3 })).toMatchObject({ ok: false, status: 404 })
  })
})

describe('a secret', () => {
  const shown = (error: unknown) => `${String(error)} ${(error as Error).stack} ${JSON.stringify(error)}`

  it('is in no error', async () => {
    const keypad = await meet(['cut'], { retries: 0 })
    const broken = await failureOf(keypad.answerLogin('lgn_1', { code: '418052' }))
    expect(shown(broken)).not.toMatch(/kp_sk|418052|127\.0\.0\.1/)
    expect(broken.message).toBe('answerLogin: Keypad cannot be reached (UND_ERR_SOCKET)')
    for (const token of ['', `${TOKEN}\n`, `${TOKEN}é`])
      expect(shown(catchOf(() => openKeypad({ url: server.url, token })))).not.toContain(TOKEN)
    expect(shown(catchOf(() => keypad.as(`${TOKEN} `)))).toMatch(/TypeError: token must be/)
    for (const url of [
      '',
      'localhost:4300',
      'ftp://x.org',
      `https://me:${TOKEN}@x.org`,
      'https://x.org/?a=b',
    ])
      expect(shown(catchOf(() => openKeypad({ url, token: TOKEN })))).toMatch(
        /^TypeError: url must be(?!.*kp_sk)/s,
      )
  })

  it('is not seen by whoever prints the client', async () => {
    const keypad = await meet([OK])
    const { inspect } = await import('node:util')
    expect(inspect(keypad, { depth: 9, showHidden: true }) + JSON.stringify(keypad)).not.toContain(TOKEN)
  })
})

function catchOf(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    return error
  }
}
