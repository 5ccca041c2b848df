import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'

/** True where the tests of what only root can do and see can run. */
export const IS_ROOT = process.getuid?.() === 0

/** The user that the tests become to see what others than root see; `nobody` almost everywhere. */
export const NOBODY = { uid: 65534, gid: 65534 }

if (!IS_ROOT) {
  console.warn(
    `This is user ${process.getuid?.()}: what only root can do is not tested here, CI does it as root.`,
  )
}

/** Makes an empty folder of this mode for one test file. */
export function makeScratch(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'keypad-embedded-'))
  chmodSync(folder, mode)
  return folder
}

/** Names the cluster of a data folder. */
export function clusterOf(dataDir: string): string {
  const { home } = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as { home: string }
  return join(resolve(dataDir, home), 'cluster')
}

/** Removes a data folder and its cluster, wherever that is. */
export function removeData(dataDir: string): void {
  if (existsSync(join(dataDir, 'postgres.json'))) {
    rmSync(join(clusterOf(dataDir), '..'), { recursive: true, force: true })
  }
  rmSync(dataDir, { recursive: true, force: true })
}

/** Reads the process id of the PostgreSQL of a data folder. Null: it runs no more. */
export function postmasterOf(dataDir: string): number | null {
  try {
    return Number(readFileSync(join(clusterOf(dataDir), 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return null
  }
}

/** Waits until it holds, and fails after the deadline. */
export async function until(what: string, holds: () => boolean, deadlineMs = 10_000): Promise<void> {
  const deadline = Date.now() + deadlineMs
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`After ${deadlineMs} ms still not: ${what}`)
    await sleep(20)
  }
}

/** Runs one statement and returns its rows. */
export async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}
