import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '#test/harness/free-port.ts'
import type { ChildProcess } from '#test/harness/processes.ts'
import { answers, clientOf, launch, makeHome, readCode, readDemo, startHere } from './all-in-one.ts'
import type { Home } from './all-in-one.ts'

const PHONE = '+31612345678'

describe('npm start on a machine with nothing but Node', () => {
  let home: Home
  let running: Awaited<ReturnType<typeof startHere>>
  beforeAll(async () => {
    home = await makeHome()
    running = await startHere(home)
  })
  afterAll(async () => {
    await running?.stop()
    home?.remove()
  })

  it('answers soon after its first start', () => {
    console.log(`first start to first answer: ${Math.round(running.answeredMs)} ms`)
    // 10 s is the promise for a quiet machine; this one runs other tests beside.
    expect(running.answeredMs).toBeLessThan(30_000)
  })

  it('says in plain words where docs, phones and keys are', () => {
    const said = running.output()
    expect(said).toContain(`Keypad is running at ${home.url}`)
    expect(said).toContain(`${home.url}/docs`)
    expect(said).toContain(`${home.url}/handsets`)
    expect(said).toContain(`${home.dataDir}/demo.json`)
    expect(said).not.toContain(readDemo(home).demo.secret_key)
  })

  it('leaves the keys of two tenants in a file for its owner alone', () => {
    const { demo, mode } = readDemo(home)
    expect(mode).toBe(0o600)
    const tenant = {
      tenant_id: expect.stringMatching(/^ten_/),
      secret_key: expect.stringMatching(/^kp_sk_/),
      publishable_key: expect.stringMatching(/^kp_pk_/),
    }
    expect(demo).toMatchObject({
      ...tenant,
      base_url: home.url,
      database_url: expect.stringMatching(/^postgres:\/\//),
      organizations: expect.any(Array),
      accounts: expect.any(Array),
      other_tenant: tenant,
    })
    expect(demo.other_tenant.tenant_id).not.toBe(demo.tenant_id)
  })

  it('is ready, and its pages open', async () => {
    for (const path of ['/readyz', '/docs', '/handsets', '/openapi.json'])
      expect([path, (await fetch(home.url + path)).status]).toEqual([path, 200])
  })

  it('proves a phone by text', async () => {
    const call = clientOf(home)
    const started = await call('POST', '/v1/verifications', { to: PHONE, channel: 'sms' })
    expect(started.status).toBe(201)
    const code = await readCode(home, PHONE)
    const checked = await call('POST', `/v1/verifications/${started.body.id}/checks`, { code })
    expect(checked).toMatchObject({ status: 200, body: { status: 'approved' } })
  })

  it('refuses a second start on its port in plain words and goes on', async () => {
    const second = await makeHome()
    const child = launch({ dataDir: second.dataDir, port: home.port })
    expect(await child.ended).toBe(1)
    expect(child.output()).toMatch(new RegExp(`port ${home.port} is in use.*left alone.*Set PORT`))
    expect(child.output()).not.toMatch(/\n\s+at /)
    expect(await answers(home)).toBe(true)
    second.remove()
  })

  it('refuses a second start on its data folder in plain words and goes on', async () => {
    const { demo } = readDemo(home)
    const child = launch({ dataDir: home.dataDir, port: await freePort() })
    expect(await child.ended).toBe(1)
    expect(child.output()).toContain(`Keypad already runs on the data folder ${home.dataDir}`)
    expect(child.output()).toContain(`${running.pid}`)
    expect(child.output()).not.toMatch(/\n\s+at /)
    expect(await answers(home)).toBe(true)
    expect(readDemo(home).demo).toEqual(demo)
    const call = clientOf(home)
    expect((await call('POST', '/v1/phone-checks', { phone: PHONE })).status).toBe(200)
  })

  it('refuses wrong settings with a list that names them and keeps their values to itself', async () => {
    const wrong = { PORT: 'sesame', KEYPAD_POOL: 'open' }
    const child = launch(home, wrong)
    expect(await child.ended).toBe(1)
    expect(child.output()).toMatch(/These settings are wrong:\n {2}- PORT: .*\n {2}- KEYPAD_POOL: /)
    for (const value of Object.values(wrong)) expect(child.output()).not.toContain(value)
  })
})

describe('npm start again', () => {
  let home: Home
  let running: ChildProcess | null = null
  beforeAll(async () => {
    home = await makeHome()
  })
  afterEach(async () => {
    await running?.stop()
  })
  afterAll(() => home?.remove())

  it('ends with 0 on SIGTERM and Ctrl-C, survives a kill -9, and keeps keys and verifications', async () => {
    running = await startHere(home)
    const { demo } = readDemo(home)
    const call = clientOf(home)
    const started = await call('POST', '/v1/verifications', { to: PHONE, channel: 'sms' })
    const path = `/v1/verifications/${started.body.id}`
    const code = await readCode(home, PHONE)
    for (const signal of ['SIGTERM', 'SIGKILL', 'SIGINT'] as const) {
      running.kill(signal)
      expect([signal, await running.ended]).toEqual([signal, signal === 'SIGKILL' ? signal : 0])
      expect(await answers(home)).toBe(false)
      running = await startHere(home)
      expect(readDemo(home).demo).toEqual(demo)
      expect(await call('GET', path)).toMatchObject({ status: 200, body: { status: 'pending' } })
    }
    const checked = await call('POST', `${path}/checks`, { code })
    expect(checked).toMatchObject({ status: 200, body: { status: 'approved' } })
  })
})
