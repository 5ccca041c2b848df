import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning } from './process-mark.ts'

/** Reads what a postmaster says about itself in its cluster. Null: there is none. Format: PostgreSQL's pidfile.h. */
export function readPidFile(cluster: string): { pid: number; ready: boolean } | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return null
  }
}

/**
 * Waits for a postmaster of an earlier start that is still shutting down; throws if it has not gone by the deadline
 * (ms since 1970). A file left by one that was killed is removed where its number now belongs to another program:
 * PostgreSQL itself would refuse to start then, for example after a reboot.
 */
export async function waitForPredecessor(cluster: string, deadline: number): Promise<void> {
  for (;;) {
    const found = readPidFile(cluster)
    if (!found || !isRunning(found.pid, null)) return
    if (!isPostmasterOf(found.pid, cluster)) return rmSync(join(cluster, 'postmaster.pid'), { force: true })
    if (Date.now() > deadline) throw new Error(sayStillRunning(found.pid, cluster))
    await sleep(50)
  }
}

function sayStillRunning(pid: number, cluster: string): string {
  return (
    `Another PostgreSQL (process ${pid}) still works on ${cluster}. Is this data folder a copy of one in use? ` +
    `If no Keypad runs on it, stop it with: kill -INT ${pid}`
  )
}

/** A postmaster works in its cluster. A container may hide from root where other users' processes work; then the name decides. */
function isPostmasterOf(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return true
  try {
    const [theirs, ours] = [statSync(`/proc/${pid}/cwd`), statSync(cluster)]
    return theirs.dev === ours.dev && theirs.ino === ours.ino
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
  }
}
