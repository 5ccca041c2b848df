/**
 * docs/client.md: its files are written down as they stand, beside the installed client, and run against `npm start`.
 */
import { execFile } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { handset } from '#client/handset.ts'
import { installClient } from '#test/client/install-client.ts'
import { freePort } from '#test/harness/free-port.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { until } from '#test/harness/until.ts'
import { makeHome, readDemo, startHere } from '#test/start/all-in-one.ts'
import type { Home } from '#test/start/all-in-one.ts'

const run = promisify(execFile)
const page = readFileSync(fileURLToPath(new URL('../../docs/client.md', import.meta.url)), 'utf8')
const blocks = [...page.matchAll(/^```js\n\/\/ (\S+)\n(.*?)^```$/gms)]

let home: Home
let child: { stop(): Promise<unknown> }
let installed: ReturnType<typeof installClient>
let env: Record<string, string>
beforeAll(async () => {
  installed = installClient('express')
  for (const [, name = '', text = ''] of blocks) {
    const file = join(installed.home, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  home = await makeHome()
  child = await startHere(home)
  env = { KEYPAD_URL: home.url, KEYPAD_KEY: readDemo(home).demo.secret_key }
}, 120_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  await child?.stop()
  home?.remove()
  installed?.remove()
})

const post = (url: string, body: object, headers: Record<string, string> = {}) =>
  new Request(url, {
    ...{ method: 'POST', body: JSON.stringify(body) },
    headers: { 'content-type': 'application/json', ...headers },
  })
type Route = { POST(request: Request): Promise<Response> }
const load = (name: string) => import(pathToFileURL(join(installed.home, name)).href) as Promise<Route>

describe('the page about the SDK', () => {
  it('shows every file that is run here', () => {
    const names = blocks.map(([, name]) => name)
    expect(names).toEqual([
      ...[
        'prove.mjs',
        'plain.mjs',
        'server.mjs',
        'app/api/login/route.mjs',
        'app/api/login/answer/route.mjs',
      ],
      ...['by-call.mjs', 'hook.mjs'],
    ])
    expect(page.match(/^```js/gm)).toHaveLength(names.length)
  })

  it.each(['prove.mjs', 'plain.mjs'])('%s proves a phone', async (name) => {
    const { stdout } = await run(process.execPath, [name], { cwd: installed.home, env })
    expect(stdout).toMatch(/^A code is on its way to \+31 6 •••• ••7[89]\napproved\n$/)
  })

  it('by-call.mjs proves a phone by a call', async () => {
    const { stdout } = await run(process.execPath, ['by-call.mjs'], { cwd: installed.home, env })
    expect(stdout).toBe('approved\n')
  })

  it('server.mjs, with Express, proves the phone of a user', async () => {
    const port = await freePort()
    const server = execFile(process.execPath, ['server.mjs'], {
      cwd: installed.home,
      env: { ...env, PORT: `${port}` },
    })
    const ask = async (path: string, body: object) => {
      const response = await fetch(post(`http://127.0.0.1:${port}${path}`, body))
      return [response.status, await response.json()] as const
    }
    try {
      const refused = await until('Express answers', () =>
        ask('/phone', { user: '17', phone: '020 624 1111' }).catch(() => null),
      )
      expect(refused).toMatchObject([422, { code: 'phone_landline' }])
      const phone = freshPhone()
      expect(await ask('/phone', { user: '17', phone })).toMatchObject([
        200,
        { sent_to: expect.stringContaining('••') },
      ])
      const code = await handset(home.url, phone).waitForCode()
      const wrong = `${code.slice(1)}${(Number(code[0]) + 1) % 10}`
      if (wrong !== code)
        expect(await ask('/phone/code', { user: '17', code: wrong })).toMatchObject([422, { tries_left: 4 }])
      expect(await ask('/phone/code', { user: '17', code })).toEqual([200, { proven: true }])
      expect(await ask('/phone/code', { user: 'nobody', code })).toMatchObject([404, { code: 'not_found' }])
    } finally {
      server.kill()
    }
  })

  it('the route handlers of Next.js log somebody in', async () => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
    const [login, answer] = [
      await load('app/api/login/route.mjs'),
      await load('app/api/login/answer/route.mjs'),
    ]
    const patient = readDemo(home).demo.accounts.find((one) => one.user_type === 'patient' && one.phone)!
    const { username, password } = patient
    const url = 'http://portal.example.org/api/login'
    expect((await login.POST(post(url, { username, password: 'wrong' }))).status).toBe(401)
    const started = await login.POST(post(url, { username, password }))
    expect(await started.json()).toMatchObject({ next: { action: 'enter_code' } })
    const cookie = started.headers.get('set-cookie')!.split(';')[0]!
    const code = await handset(home.url, patient.phone!).waitForCode()
    expect((await answer.POST(post(url, { code }))).status).toBe(401)
    const done = await answer.POST(post(url, { code }, { cookie }))
    expect(await done.json()).toEqual({ next: { action: 'done' } })
    expect(done.headers.get('set-cookie')).toMatch(/^__Host-session=kp_ses_/)
  })

  it('hook.mjs takes a signed webhook, and no other', async () => {
    const key = randomBytes(24)
    vi.stubEnv('WEBHOOK_SECRET', `whsec_${key.toString('base64')}`)
    const { POST } = await load('hook.mjs')
    const [id, time, payload] = ['msg_1', `${Math.floor(Date.now() / 1_000)}`, '{"kind":"approved"}']
    const mac = createHmac('sha256', key).update(`${id}.${time}.${payload}`).digest('base64')
    const send = (signature: string) => {
      const headers = { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signature }
      return POST(new Request('http://portal.example.org/hook', { method: 'POST', body: payload, headers }))
    }
    expect((await send(`v1,${mac}`)).status).toBe(204)
    expect((await send(`v1,${'A'.repeat(43)}=`)).status).toBe(400)
  })
})
