/**
 * A stack whose database holds the demo, as a first start left it in a data folder.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareDemo } from '#cli/demo.ts'
import type { Demo } from '#cli/demo.ts'
import { openDatabase } from '#db/client.ts'
import { makeClient } from '#test/harness/http-client.ts'
import { startScript } from '#test/harness/processes.ts'
import { startStack } from '#test/harness/stack.ts'

export const TYPES = ['patient', 'doctor', 'employee', 'manager']
export const DEFAULTS = {
  ...{ required: false, factors: ['sms'], ask_factor: false, default_call_mode: 'press_1' },
  ...{ number_change: 'safe', reset_approval: 'none', bypass: 'code' },
}

export type Policy = { user_type: string; country: string | null }
export type DemoStage = Awaited<ReturnType<typeof startDemo>>

/** A data folder with this key ring. */
export function makeDataDir(secrets: string): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'keypad-demo-'))
  writeFileSync(join(dataDir, 'secrets'), secrets, { mode: 0o600 })
  return dataDir
}

/** Starts it; `call` asks with the secret key of the demo tenant. */
export async function startDemo() {
  // Slow enough that a call still listens when its keys begin to count.
  const stack = await startStack({ speed: 5 })
  const dataDir = makeDataDir(stack.env['KEYPAD_SECRETS']!)
  const database = openDatabase(stack.database.url, 2)
  const start = () =>
    prepareDemo(database, { dataDir, baseUrl: stack.publicUrl, databaseUrl: stack.database.url })
  const demo: Demo = await start()
  const call = makeClient(stack.urls, demo.secret_key)
  return {
    ...{ stack, dataDir, database, demo, call, start },
    logIn: ({ username, password }: { username: string; password: string }) =>
      call('POST', '/v1/logins', { username, password }),
    listPolicies: async () => (await call('GET', '/v1/policies?limit=100')).body['data'] as Policy[],
    ofType: (type: string) =>
      demo.accounts.find(({ user_type, role }) => user_type === type && role === null)!,
    ofRole: (name: string) => demo.accounts.find(({ role }) => role === name)!,
    jans: () => demo.accounts.filter(({ username }) => username.startsWith('jan.')),
    /** Runs `demo NAME` as a process of its own. */
    setUp: async (name: string, env: Record<string, string> = {}) => {
      const words = ['demo', ...name.split(' ').filter(Boolean)]
      const child = startScript('keypad.ts', { KEYPAD_DATA_DIR: dataDir, ...env }, words)
      return { code: await child.ended, output: child.output() }
    },
    close: async () => {
      await database.close()
      await stack.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
