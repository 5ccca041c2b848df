import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { installClient } from './install-client.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TSC = join(ROOT, 'node_modules/.bin/tsc')
const MAX_BYTES = 8 * 1_024
const run = promisify(execFile)

/** A Node 20, where this machine has one. */
const NODE_20 = ['/usr/bin/node', '/usr/local/bin/node', process.env['NODE_20'] ?? ''].find(
  (path) => existsSync(path) && execFileSync(path, ['--version'], { encoding: 'utf8' }).startsWith('v20.'),
)

let installed: ReturnType<typeof installClient>
beforeAll(() => void (installed = installClient()), 60_000)
afterAll(() => installed?.remove())

const scripts = () => readdirSync(join(installed.place, 'dist')).filter((name) => name.endsWith('.js'))
const read = (name: string) => readFileSync(join(installed.place, name), 'utf8')

describe('the package', () => {
  it('holds what runs, its types, a licence and a page, and nothing else', () => {
    const odd = installed.files.filter((name) => !/^dist\/[\w-]+\.(js|d\.ts)$/.test(name))
    expect(odd).toEqual(['README.md', 'dist/LICENSE', 'package.json'])
    expect(scripts()).toContain('keypad.js')
  })

  it(`is at most ${MAX_BYTES} bytes, gzipped but not minified`, () => {
    const all = scripts().map((name) => read(`dist/${name}`))
    expect(gzipSync(all.join('\n'), { level: 9 }).length).toBeLessThanOrEqual(MAX_BYTES)
  })

  it('needs nothing, and knows nothing of Node', () => {
    const imports = scripts().flatMap((name) => [...read(`dist/${name}`).matchAll(/from '([^']+)'/g)])
    const targets = imports.map(([, target = '']) => target)
    expect(targets.filter((target) => !existsSync(join(installed.place, 'dist', target)))).toEqual([])
    const { dependencies, peerDependencies } = JSON.parse(read('package.json')) as Record<string, unknown>
    expect([dependencies, peerDependencies]).toEqual([undefined, undefined])
  })

  it('says the version that it has', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string }
    expect(read('dist/keypad.js')).toContain(`keypad-client/${version}`)
  })

  it('has types that stand alone, in pages and in Node, and a switch over next that must be complete', () => {
    writeFileSync(join(installed.home, 'page.ts'), PAGE)
    writeFileSync(join(installed.home, 'package.json'), '{"type":"module"}')
    const strict = [
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      'false',
      '--target',
      'es2022',
      '--exactOptionalPropertyTypes',
    ]
    const compile = (...more: string[]) => {
      try {
        return execFileSync(TSC, [...strict, ...more, 'page.ts'], { cwd: installed.home, encoding: 'utf8' })
      } catch (error) {
        return (error as { stdout: string }).stdout
      }
    }
    const page = ['--types', '', '--lib', 'es2022,dom']
    expect(compile(...page, '--module', 'nodenext')).toBe('')
    expect(compile(...page, '--module', 'esnext', '--moduleResolution', 'bundler')).toBe('')
    const types = join(ROOT, 'node_modules/@types')
    expect(compile('--types', 'node', '--typeRoots', types, '--lib', 'es2022', '--module', 'nodenext')).toBe(
      '',
    )
    writeFileSync(join(installed.home, 'page.ts'), PAGE.replace("case 'enroll_pin':", ''))
    expect(compile(...page, '--module', 'nodenext')).toMatch(/enroll_pin.*not assignable to.*never/s)
  })
})

/** What a page does with a login; every `action` is handled. */
const PAGE = `
import { openKeypad } from '@keypad/client'
import type { Next } from '@keypad/client'
import { handset } from '@keypad/client/handset'
import { verifyWebhook } from '@keypad/client/webhooks'

export function titleOf(next: Next): string {
  switch (next.action) {
    case 'choose_profile': return next.profiles.map((profile) => profile.display_name).join()
    case 'send_code': return next.to_masked
    case 'choose_factor': return next.factors.map(({ factor, hint }) => factor + hint).join()
    case 'enter_code':
    case 'answer_call': return next.verification?.match_digits ?? next.resend_at ?? next.alternatives.join()
    case 'enter_totp':
    case 'enter_pin':
    case 'enter_recovery_code':
    case 'enter_bypass_code': return next.action
    case 'provide_phone': return next.skippable ? 'later' : next.reason
    case 'enroll_totp': return next.qr_svg
    case 'enroll_pin': return 'PIN'
    case 'contact_support': return next.help_code
    case 'done': return next.session?.assurance ?? ''
    default: return next satisfies never
  }
}

const keypad = openKeypad({ url: 'https://keypad.example.org', token: 'kp_pk_1' })
const answer = await keypad.startLogin({ username: 'a', password: 'b' })
if (answer.ok) titleOf(answer.data.next)
else if (answer.problem.code === 'credentials_incorrect') console.log(answer.problem.retry_after)
// @ts-expect-error There is no such field.
await keypad.startLogin({ username: 'a', pass_word: 'b' })
// @ts-expect-error A refusal has no data.
if (!answer.ok) console.log(answer.data)
const audit = await keypad.exportAudit()
if (audit.ok) for await (const entry of audit.data) console.log(entry.place)
console.log((await handset('http://localhost:4300', '+31612345678').waitForCode()).length)
const verdict = await verifyWebhook({ payload: '', headers: new Headers(), secret: '' })
console.log(verdict.ok ? verdict.event : verdict.fault)
`

describe.runIf(NODE_20)('in Node 20', () => {
  let stack: Stack
  beforeAll(async () => void (stack = await startStack()))
  afterAll(() => stack?.close())

  it('proves a phone, without a warning', async () => {
    const script = `
      import { openKeypad } from '@keypad/client'
      import { handset } from '@keypad/client/handset'
      import { verifyWebhook } from '@keypad/client/webhooks'
      const { URL_OF_KEYPAD: url, KEY: token, SIMULATOR: simulator, PHONE: to } = process.env
      const keypad = openKeypad({ url, token })
      const { data: { id } } = await keypad.startVerification({ to, channel: 'sms' })
      const code = await handset(simulator, to).waitForCode()
      const { data } = await keypad.checkCode(id, { code })
      const { fault } = await verifyWebhook({ payload: '', headers: {}, secret: 'whsec_' + btoa('x'.repeat(24)) })
      console.log(process.version, data.status, fault)`
    writeFileSync(join(installed.home, 'prove.mjs'), script)
    const env = {
      ...{ URL_OF_KEYPAD: stack.urls[0]!, KEY: stack.tenant.secretKey },
      ...{ SIMULATOR: stack.phones.baseUrl, PHONE: freshPhone() },
    }
    const { stdout, stderr } = await run(NODE_20!, ['prove.mjs'], { cwd: installed.home, env })
    expect(stdout).toMatch(/^v20\.\S+ approved headers_missing\n$/)
    expect(stderr).toBe('')
  })
})
