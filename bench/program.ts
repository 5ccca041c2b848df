/**
 * The bench's child processes, and what the kernel knows of them (Linux).
 */
import { fork, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '#test/harness/free-port.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** Linux counts processor time in hundredths of a second on every machine that Node runs on. */
const TICK_MS = 10

/** Children must not outlive us, however we end. */
const children = new Set<ChildProcess>()
process.once('exit', () => children.forEach((child) => child.kill('SIGKILL')))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

/** Ends whatever still runs, so that a failed run leaves nothing behind. */
export async function endPrograms(): Promise<void> {
  await Promise.all([...children].map(stop))
}

function own(child: ChildProcess): ChildProcess {
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

export type Program = { url: string; pid: number; readyMs: number; readyCpuMs: number; stop(): Promise<void> }

/** Starts one of our programs and waits for its first answer at `probe`. Its log goes nowhere, as into a fast pipe. */
export async function startProgram(
  script: string,
  env: Record<string, string>,
  probe = '/livez',
): Promise<Program> {
  const port = await freePort()
  const { PATH = '', HOME = '' } = process.env
  const beganAt = performance.now()
  const child = own(
    spawn(process.execPath, [...extraFlags(), script], {
      cwd: ROOT,
      env: { PATH, HOME, ...env, PORT: `${port}` },
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  )
  const url = `http://127.0.0.1:${port}`
  while (!(await answers(url + probe))) {
    if (child.exitCode !== null) throw new Error(`${script} ended with ${child.exitCode}`)
    if (performance.now() - beganAt > 20_000) throw new Error(`${script} does not answer at ${probe}`)
    await wait(2)
  }
  const readyMs = performance.now() - beganAt
  return { url, pid: child.pid!, readyMs, readyCpuMs: cpuMs(child.pid!), stop: () => stop(child) }
}

/** For profiles: BENCH_NODE_FLAGS="--cpu-prof --cpu-prof-dir=/tmp/profiles". */
function extraFlags(): string[] {
  return (process.env['BENCH_NODE_FLAGS'] ?? '').split(' ').filter(Boolean)
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    async (response) => {
      await response.arrayBuffer()
      return response.ok
    },
    () => false,
  )
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 12_000)
  await gone
  clearTimeout(late)
}

export type Helper = { ask<T>(task: unknown): Promise<T>; stop(): Promise<void> }

/** Starts a helper that is asked over IPC. `hello`: the first thing it tells, for one that tells something by itself. */
export async function startHelper<T>(script: string, isSpeaking: boolean): Promise<Helper & { hello: T }> {
  const child = own(
    fork(`${ROOT}bench/${script}`, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
  )
  const told = async (): Promise<unknown> => ((await once(child, 'message')) as [unknown])[0]
  const hello = isSpeaking ? await told() : null
  return {
    hello: hello as T,
    ask: async <A>(task: unknown) => {
      const answer = told()
      child.send(task as object)
      return (await answer) as A
    },
    stop: () => stop(child),
  }
}

/** Processor time that a process has used so far, all threads, ms. */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name comes second, in brackets, and may hold spaces: proc_pid_stat(5).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

/** Resident memory of a process, MB of 10^6 bytes. */
export function residentMb(pid: number): number {
  const kib = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return (Number(kib) * 1_024) / 1e6
}
