/**
 * `npm start` as a stranger meets it: one process with nothing set but a port and a folder.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Demo } from '#cli/demo.ts'
import { freePort } from '#test/harness/free-port.ts'
import { makeClient } from '#test/harness/http-client.ts'
import { startScript } from '#test/harness/processes.ts'
import type { ChildProcess } from '#test/harness/processes.ts'
import type { Text } from '#test/harness/simulator.ts'
import { until } from '#test/harness/until.ts'

export type Home = { dataDir: string; port: number; url: string; remove(): void }

/** A new data folder and a free port. */
export async function makeHome(): Promise<Home> {
  const dataDir = mkdtempSync(join(tmpdir(), 'keypad-start-'))
  const port = await freePort()
  return { dataDir, port, url: `http://localhost:${port}`, remove: () => removeHome(dataDir) }
}

/** Root's clusters lie outside of the data folder; postgres.json says where. */
function removeHome(dataDir: string): void {
  try {
    const { home } = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as { home: string }
    if (home.startsWith('/')) rmSync(home, { recursive: true, force: true })
  } catch {
    // Nothing was made.
  }
  rmSync(dataDir, { recursive: true, force: true })
}

/** Runs main.ts without waiting for anything. */
export function launch({ dataDir, port }: Pick<Home, 'dataDir' | 'port'>, env: Record<string, string> = {}) {
  return startScript('main.ts', { KEYPAD_DATA_DIR: dataDir, PORT: `${port}`, LOG_LEVEL: 'warn', ...env })
}

/** Runs main.ts until it says that it runs. `answeredMs`: from launch to the first answer to a request. */
export async function startHere(home: Home): Promise<ChildProcess & { answeredMs: number }> {
  const startedAt = performance.now()
  const child = launch(home)
  let end: number | NodeJS.Signals | null = null
  void child.ended.then((how) => (end = how))
  const isThere = async (): Promise<boolean> => {
    if (end !== null) throw new Error(`it ended (${end}): ${child.output()}`)
    return answers(home)
  }
  await until('the first answer', isThere, 60_000)
  const answeredMs = performance.now() - startedAt
  await until('the welcome', () => child.output().includes('Keypad is running'))
  return { ...child, answeredMs }
}

/** Whether something answers there. */
export async function answers({ url }: Pick<Home, 'url'>): Promise<boolean> {
  return fetch(`${url}/livez`).then(
    ({ ok }) => ok,
    () => false,
  )
}

/** The demo as its owner reads it, and how private its file is. */
export function readDemo({ dataDir }: Home): { demo: Demo; mode: number } {
  const file = join(dataDir, 'demo.json')
  return { demo: JSON.parse(readFileSync(file, 'utf8')) as Demo, mode: statSync(file).mode & 0o777 }
}

/** Requests with the demo's secret key. */
export function clientOf(home: Home) {
  return makeClient([home.url], readDemo(home).demo.secret_key)
}

/** The code of the newest text on a handset. */
export async function readCode({ url }: Pick<Home, 'url'>, phone: string): Promise<string> {
  const ask = async () =>
    (await (await fetch(`${url}/simulator/handsets/${phone}/messages`)).json()) as Text[]
  return (await until(`a text on ${phone}`, async () => (await ask())[0])).body.slice(0, 6)
}
