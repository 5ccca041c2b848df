import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDatabase } from '#test/harness/database.ts'
import type { TestDatabase } from '#test/harness/database.ts'
import { startScript } from '#test/harness/processes.ts'

let database: TestDatabase
const folder = mkdtempSync(join(tmpdir(), 'keypad-cli-'))
beforeAll(async () => {
  database = await makeDatabase()
})
afterAll(async () => {
  await database?.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs one command line and gives its end and its lines. */
async function run(words: string, env: Record<string, string> = { DATABASE_URL: database.url }) {
  const child = startScript(
    'keypad.ts',
    { KEYPAD_DATA_DIR: folder, ...env },
    words.split(' ').map((word) => word.replaceAll('_', ' ').replaceAll('~', '_')),
  )
  const code = await child.ended
  const lines = child.output().split('\n').filter(Boolean)
  return {
    code,
    output: child.output(),
    lines,
    answers: () => lines.map((line) => JSON.parse(line) as Record<string, string>),
  }
}
/** Ids hold underscores, which stand for spaces in a command line here. */
const id = (text: string | undefined) => text!.replaceAll('_', '~')

describe('a new portal from nothing', () => {
  it('migrates, makes a tenant and its keys, lists and revokes them, one JSON line each', async () => {
    expect((await run('migrate')).answers()).toEqual([{ migrated: true }])
    const [tenant] = (await run('tenant create --name Riverside_Clinic --country nl')).answers()
    expect(tenant).toEqual({ tenant_id: expect.stringMatching(/^ten_[0-9a-z]{26}$/) })
    const tenantId = id(tenant!['tenant_id'])
    const [secret] = (await run(`key create --tenant ${tenantId} --scopes verify,admin`)).answers()
    expect(secret).toEqual({
      key_id: expect.stringMatching(/^key_[0-9a-z]{26}$/),
      secret_key: expect.stringMatching(/^kp_sk_[\w-]{43}$/),
    })
    const [publishable] = (
      await run(
        `key create --tenant ${tenantId} --publishable --origins https://a.example,https://b.example:8443`,
      )
    ).answers()
    expect(publishable).toEqual({
      key_id: expect.any(String),
      publishable_key: expect.stringMatching(/^kp_pk_[\w-]{43}$/),
    })
    const listed = await run('key list')
    expect(listed.answers()).toMatchObject([
      {
        key_id: secret!['key_id'],
        tenant_id: tenant!['tenant_id'],
        kind: 'secret',
        scopes: ['verify', 'admin'],
        revoked_at: null,
      },
      {
        key_id: publishable!['key_id'],
        kind: 'publishable',
        origins: ['https://a.example', 'https://b.example:8443'],
      },
    ])
    for (const key of [secret!['secret_key']!, publishable!['publishable_key']!])
      expect(listed.output).not.toContain(key.slice(6))
    const dump = await database.query<{ text: string }>('select k::text as text from api_keys k')
    for (const { text } of dump) expect(text).not.toContain(secret!['secret_key']!.slice(6))
    expect((await run(`key revoke --key ${id(secret!['key_id'])}`)).answers()).toEqual([
      { key_id: secret!['key_id'], revoked: true },
    ])
    expect((await run(`key revoke ${id(publishable!['key_id'])}`)).answers()).toMatchObject([
      { revoked: true },
    ])
    expect((await run(`key revoke ${id(publishable!['key_id'])}`)).code).toBe(1)
    const after = (await run(`key list --tenant ${tenantId}`)).answers()
    expect(after.every((key) => key['revoked_at'] !== null)).toBe(true)
    expect((await run('tenant list')).answers()).toMatchObject([
      { name: 'Riverside Clinic', country: 'NL', locale: 'nl-NL' },
    ])
  })
})

describe('mistakes are told in readable words, with exit code 1', () => {
  it.each([
    ['nonsense', /There is no command/],
    ['tenant create --country NL', /--name is missing/],
    ['tenant create --name X --country Holland', /--country must be/],
    ['tenant create --name X --country NL --locale ../x', /--locale must be/],
    [
      'tenant update --tenant ten~01arz3ndektsv4rrffq69g5fav --host https://x',
      /--host must be|must be an id/,
    ],
    ['key create --tenant x --scopes verify', /--tenant must be an id/],
    ['key create --scopes verify', /--tenant is missing/],
    ['key create --tenant ten~06d00000000e00000000000000 --scopes verify', /no such tenant|must be an id/],
    ['key revoke', /--key is missing/],
    ['key list --verbose', /Unknown option/],
  ])('%s', async (words, message) => {
    const { code, output } = await run(words)
    expect(code).toBe(1)
    expect(output).toMatch(message)
    expect(output).not.toMatch(/\n\s+at |node:internal/)
  })

  it('scopes and origins that are none are refused', async () => {
    const [tenant] = (await run('tenant create --name Other --country GB')).answers()
    const tenantId = id(tenant!['tenant_id'])
    for (const words of [
      `--scopes verify,root`,
      `--scopes ,`,
      `--publishable --origins *`,
      `--publishable --origins null`,
      `--publishable`,
    ])
      expect((await run(`key create --tenant ${tenantId} ${words}`)).code).toBe(1)
  })

  it('a database that is away, empty or refuses is told without its password', async () => {
    const empty = database.url.replace(/\/[^/]+$/, '/postgres')
    const cases = [
      ['postgres://keypad:s3cret@127.0.0.1:9/keypad', /cannot be reached/],
      [empty, /run `npm run -s keypad -- migrate`/],
      ['nonsense://s3cret', /DATABASE_URL/],
    ] as const
    for (const [url, message] of cases) {
      const { code, output } = await run('tenant list', { DATABASE_URL: url })
      expect([code, output]).toEqual([1, expect.stringMatching(message)])
      expect(output).not.toContain('s3cret')
    }
  })

  it('without DATABASE_URL it says where it looked, or works on the database of demo.json', async () => {
    expect((await run('tenant list', {})).output).toMatch(/DATABASE_URL is missing, and no `npm start`/)
    writeFileSync(join(folder, 'demo.json'), JSON.stringify({ database_url: database.url }))
    expect((await run('tenant list', {})).code).toBe(0)
  })
})

describe('config check', () => {
  const production = {
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://verify.example.org',
    DATABASE_URL: 'postgres://keypad:s3cret@db/keypad',
    KEYPAD_SECRETS: `k1:${randomBytes(32).toString('base64')}`,
    TWILIO_ACCOUNT_SID: `AC${'0123456789abcdef'.repeat(2)}`,
    TWILIO_AUTH_TOKEN: 's3cret-token-0123456789abcdef0123456789',
    TWILIO_FROM: '+15005550006',
  }

  it('says ok to good ones, and to none at all in development', async () => {
    const withMail = { ...production, SMTP_URL: 'smtps://keypad:s3cret@mail.example.org' }
    expect((await run('config check', withMail)).answers()).toEqual([{ ok: true }])
    expect((await run('config check', {})).answers()).toEqual([{ ok: true }])
  })

  it('says that production without a mail server sends no links', async () => {
    const notes = ['SMTP_URL is not set: nobody can set a password anew by mail']
    expect((await run('config check', production)).answers()).toEqual([{ ok: true, notes }])
  })

  it('names what is wrong, never the value, and the doors refuse to start alike', async () => {
    const bad = {
      ...production,
      TWILIO_AUTH_TOKEN: 's3cret-short',
      KEYPAD_TEST_LIMITS: 'open',
      KEYPAD_SECRETS: 'k1:s3cret',
    }
    const checks = [
      startScript('keypad.ts', bad, ['config', 'check']),
      startScript('api/main.ts', bad),
      startScript('worker/main.ts', bad),
      startScript('main.ts', bad),
    ]
    for (const child of checks) {
      expect(await child.ended).toBe(1)
      expect(child.output()).toContain('TWILIO_AUTH_TOKEN')
      expect(child.output()).not.toMatch(/s3cret|\n\s+at /)
    }
  })
})
