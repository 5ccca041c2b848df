/**
 * security.md PII-1, PII-2, COD-6, COD-8: marked numbers go through every flow, the mishaps too; then everything that
 * was left behind is searched for them, for their codes, and for every secret.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FATE_NAMES } from '#simulator/fates.ts'
import { ACCOUNT } from '#test/harness/simulator.ts'
import { BACKENDS, startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import type { Asked, Reply } from '#test/harness/http-client.ts'
import { until } from '#test/harness/until.ts'
import { codeNeedles, findIn, numberNeedles, secretNeedles } from './needles.ts'
import { dumpDatabase, dumpRedis } from './sinks.ts'

/** Fates that only take long. */
const FATES = FATE_NAMES.filter((fate) => fate !== 'slow')
const CODE = /^\d{6}/

describe.each(BACKENDS)('nothing tells of anybody, queue on %s', (backend) => {
  let stack: Stack
  const numbers: string[] = []
  const answers: string[] = []
  const clientSecrets: string[] = []
  const sinks: Record<string, string> = {}
  /** A number of its own for every flow. */
  const canary = (): string => {
    const phone = `+316283${74_100 + numbers.length}`
    numbers.push(phone)
    return phone
  }
  const ask = async (method: string, path: string, body?: unknown, asked?: Asked): Promise<Reply> => {
    const reply = await stack.call(method, path, body, asked)
    const { client_secret: secret, ...rest } = reply.body
    if (typeof secret === 'string') clientSecrets.push(secret)
    answers.push(JSON.stringify([reply.status, [...reply.headers], rest]))
    return reply
  }
  const start = async (to: string, more: object = { channel: 'sms' }): Promise<string> =>
    `/v1/verifications/${(await ask('POST', '/v1/verifications', { to, ...more })).body.id}`
  const snap = async (when: string): Promise<void> => {
    sinks[`database ${when}`] = await dumpDatabase(stack)
    if (backend === 'redis') sinks[`redis ${when}`] = await dumpRedis(stack.env['REDIS_URL']!)
  }

  beforeAll(async () => {
    stack = await startStack({ backend, processes: true, env: { LOG_LEVEL: 'trace' } })
  })
  afterAll(() => stack?.close())

  it('texts, calls and wrong codes run their course', async () => {
    const [texted, called, matched] = [canary(), canary(), canary()]
    const text = await start(texted)
    const code = await stack.phones.codeOf(texted)
    for (const wrong of ['abc', code === '000000' ? '111111' : '000000'])
      await ask('POST', `${text}/checks`, { code: wrong })
    expect((await ask('POST', `${text}/checks`, { code })).body.status).toBe('approved')
    await start(called, { channel: 'call' })
    const spoken = await stack.phones.listeningCall(called)
    await ask('GET', '/livez')
    await stack.phones.press(spoken.sid, '5')
    const match = await start(matched, { channel: 'call', call_mode: 'match_digits' })
    const ringing = await stack.phones.listeningCall(matched)
    const { match_digits: digits } = (await ask('GET', match)).body
    await stack.phones.press(ringing.sid, digits!)
    const locked = await start(canary())
    for (let tries = 0; tries < 6; tries++) await ask('POST', `${locked}/checks`, { code: `00000${tries}` })
  })

  it('phones fail in every way', async () => {
    for (const fate of FATES) {
      for (const channel of ['sms', 'call']) {
        const to = canary()
        await stack.phones.setFate(to, fate)
        await start(to, { channel, purpose: 'registration', subject_id: `${fate} ${channel}` })
      }
    }
  })

  it('requests quote what they should not', async () => {
    const [to, odd] = [canary(), canary()]
    const id = await start(to)
    const token = stack.tenant.publishableKey
    const bodies = [
      { to, [to]: 1 },
      { to: [to] },
      { to, channel: to },
      { to, channel: 'sms', locale: `${to}\n` },
      to,
    ]
    for (const body of bodies) await ask('POST', '/v1/verifications', body)
    const forged = `x\r\n{"level":30,"msg":"forged"}\u001b[2K`
    for (const field of ['to', 'subject_id', 'brand', 'locale', 'client_ip', forged])
      await ask('POST', '/v1/verifications', { to, channel: 'sms', [field]: forged })
    for (const path of [
      `/v1/verifications/${to}`,
      `${id}?wait=${to}`,
      `/${to}`,
      `/v1/phone-checks/${to}?to=${to}`,
    ])
      await ask('GET', path)
    await ask('POST', '/v1/verifications', undefined, { raw: `{"to":"${to}",` })
    await ask('POST', `${id}/checks`, { code: to })
    await ask('POST', '/v1/phone-checks', { phone: `${odd}1` }, { token })
    await ask(
      'POST',
      '/v1/phone-checks',
      { phone: odd },
      { token, headers: { 'idempotency-key': odd, referer: odd } },
    )
    await ask('POST', '/v1/verifications', { to: odd, channel: 'sms' }, { token: `kp_sk_${odd.slice(1)}` })
    const form = new URLSearchParams({
      To: to,
      Digits: await stack.phones.codeOf(to),
      AccountSid: ACCOUNT.sid,
    })
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': 'x' }
    for (const kind of ['texts', 'calls', 'keys'])
      await ask('POST', `/hooks/twilio/${kind}/dlv_x?nonce=${odd}`, undefined, {
        raw: form.toString(),
        headers,
      })
  })

  it('the database throws, a row cannot be read, and the worker dies', async () => {
    const to = canary()
    const rename = (from: string, into: string) =>
      stack.database.query(`alter function ${from} rename to ${into}`)
    await rename('keypad_start_verification', 'gone_for_a_while')
    const failed = await ask('POST', '/v1/verifications', { to, channel: 'sms' })
    await rename('gone_for_a_while', 'keypad_start_verification')
    expect(failed.status).toBeGreaterThanOrEqual(500)
    stack.children.worker[0]!.kill('SIGKILL')
    const waiting = [canary(), canary(), canary()]
    for (const phone of waiting) await start(phone)
    await snap('while texts wait')
    await stack.database.query(
      `update verifications set code_sealed = 'k1.broken' where to_masked like '%' || right($1, 2) and status = 'pending'`,
      [waiting[0]],
    )
    await stack.addWorker()
    await stack.phones.codeOf(waiting[1]!)
    await until('every delivery has gone as far as it goes', async () => {
      const [open] = await stack.database.query<{ count: string }>(
        `select count(*) from deliveries where status in ('queued', 'sending')`,
      )
      return open!.count === '0'
    })
  })

  it('and nothing that was left behind names a number, a code or a secret', async () => {
    await snap('at the end')
    const metrics = await fetch(`${stack.urls[0]}/metrics`)
    sinks['metrics'] = (await metrics.text()).replaceAll(/ [\d.e+-]+$/gm, '')
    sinks['answers'] = answers.join('\n')
    const children = [...stack.children.api, ...stack.children.worker]
    sinks['output'] = children.map((child) => child.output()).join('\n')
    const codes = new Set<string>()
    for (const phone of numbers)
      for (const { body } of await stack.phones.texts(phone)) codes.add(CODE.exec(body)![0])
    const ringBytes = Buffer.from(stack.env['KEYPAD_SECRETS']!.split(':')[1]!, 'base64')
    const secrets = [
      ACCOUNT.token,
      `${ACCOUNT.sid}:${ACCOUNT.token}`,
      ringBytes,
      stack.tenant.secretKey,
      stack.tenant.publishableKey,
    ]
    const needles = [
      ...numbers.flatMap((phone) => numberNeedles(phone, phone.slice(3))),
      ...[...codes].flatMap(codeNeedles),
      ...[...secrets, ...clientSecrets].flatMap(secretNeedles),
    ]
    expect(codes.size).toBeGreaterThan(15)
    expect(clientSecrets.length).toBeGreaterThan(40)
    for (const sink of Object.values(sinks)) expect(sink.length).toBeGreaterThan(500)
    const found = Object.entries(sinks).flatMap(([name, sink]) =>
      findIn(sink, needles).map((hit) => `${name}: ${hit}`),
    )
    expect(found).toEqual([])
  })

  it('and no field forged a line of the log', () => {
    const lines = sinks['output']!.split('\n').filter((line) => line !== '')
    expect(lines.length).toBeGreaterThan(100)
    expect(lines.filter((line) => !/^\{"level":\d\d,"time":"[^"]+","pid":\d+,.*\}$/.test(line))).toEqual([])
  })

  it('would have found them', () => {
    const [phone, code] = ['+31628374100', '418052']
    const shapes = [
      phone,
      '31628374100',
      '0628374100',
      Buffer.from(`to ${phone}`).toString('base64'),
      Buffer.from(phone).toString('hex'),
    ]
    for (const shape of shapes)
      expect(findIn(`{"x":"${shape}"}`, numberNeedles(phone, phone.slice(3)))).toHaveLength(1)
    for (const shape of [
      code,
      '418 052',
      Buffer.from(code).toString('hex'),
      Buffer.from(code).toString('base64'),
    ])
      expect(findIn(`{"x":"${shape}"}`, codeNeedles(code)).length).toBeGreaterThan(0)
    const secret = Buffer.from('0123456789abcdef0123456789abcdef')
    for (const shape of ['hex', 'base64', 'base64url'] as const)
      expect(findIn(`x ${secret.toString(shape)}`, secretNeedles(secret))).toHaveLength(1)
  })
})
