/**
 * One running PostgreSQL that ends when we do, however we end.
 */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { asAccount } from './account.ts'
import { clusterIn, POSTGRES_ENV } from './cluster.ts'
import type { ClusterPlace } from './cluster.ts'
import { listSettings, openLog } from './postmaster-settings.ts'
import { readPidFile } from './predecessor.ts'

/** `whenReady`: null once it takes connections, else what its log says about why it ended. */
export type Postmaster = { whenReady: Promise<string | null>; stop: () => Promise<void> }

/**
 * Leaves a guard behind and becomes PostgreSQL, with the same process id. The guard waits on a pipe that only we hold
 * the other end of: a line lets it go, but an end without one means that we were killed, and then it stops PostgreSQL.
 * It is made first, so that there is no moment without it, and orphaned, so that PostgreSQL has no strange child.
 */
const GUARDED = '( (read -r line <&3 || kill -INT "$$") >/dev/null 2>&1 & ); exec "$@" 3<&-'

const FAST_STOP_MS = 10_000
// A crash recovery replays at most max_wal_size (1 GB), on a slow disk in a minute or so.
const READY_MS = 180_000

/** Starts PostgreSQL on this port in a session of its own, where the terminal's Ctrl-C does not reach it before we do. */
export function launchPostmaster(place: ClusterPlace, port: number, logFile: string): Postmaster {
  const log = openLog(logFile)
  const program = [join(place.binaries.folder, 'bin', 'postgres'), '-D', clusterIn(place.home)]
  const child = spawn('/bin/sh', ['-c', GUARDED, 'sh', ...program, ...listSettings(port)], {
    ...asAccount(place.account),
    cwd: '/',
    env: POSTGRES_ENV,
    detached: true,
    stdio: ['ignore', log.handle, log.handle, 'pipe'],
  })
  closeSync(log.handle)
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve()).once('error', () => resolve())
  })
  letGo(child, exited)
  const sayWhy = () => readFileSync(logFile).subarray(log.size).toString().trim() || 'it gave no reason'
  const whenReady = waitUntilReady(child, place).then((ready) => (ready ? null : sayWhy()))
  return { whenReady, stop: () => stopPostmaster(child, exited) }
}

/** PostgreSQL must not keep us alive (without us, the guard does the rest), nor the guard outlive it. */
function letGo(child: ChildProcess, exited: Promise<void>): void {
  const pipe = child.stdio[3] as Socket
  pipe.on('error', () => undefined)
  pipe.unref()
  child.unref()
  void exited.then(() => pipe.end('\n'))
}

/** False: it ended instead, or took too long and is being stopped. */
async function waitUntilReady(child: ChildProcess, { home }: ClusterPlace): Promise<boolean> {
  const deadline = Date.now() + READY_MS
  while (isAlive(child) && Date.now() < deadline) {
    const found = readPidFile(clusterIn(home))
    if (found?.ready && found.pid === child.pid) return true
    await sleep(10)
  }
  child.kill('SIGINT')
  return false
}

/** A fast shutdown (open transactions are rolled back); after 10 s an immediate one, from which the next start recovers. */
async function stopPostmaster(child: ChildProcess, exited: Promise<void>): Promise<void> {
  if (!isAlive(child)) return
  child.ref()
  child.kill('SIGINT')
  const patience = setTimeout(() => child.kill('SIGQUIT'), FAST_STOP_MS)
  await exited
  clearTimeout(patience)
}

function isAlive(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null
}
