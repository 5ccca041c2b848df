/**
 * Child processes of the product, to be killed at will.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { until } from './until.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export type ChildProcess = {
  pid: number
  port: number
  /** Everything it wrote so far. */
  output(): string
  kill(signal: NodeJS.Signals): void
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>
  stop(): Promise<number | NodeJS.Signals>
}

/** Starts a door in a process of its own and waits until it is live. */
export async function spawnProcess(
  door: 'api' | 'worker',
  env: Record<string, string>,
): Promise<ChildProcess> {
  const child = startScript(`${door}/main.ts`, env)
  const url = `http://127.0.0.1:${env['PORT']}/livez`
  const isLive = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
  let end: number | NodeJS.Signals | null = null
  void child.ended.then((how) => (end = how))
  await until(
    `${door} is live`,
    async () => {
      if (end !== null) throw new Error(`${door} ended (${end}): ${child.output()}`)
      return isLive()
    },
    60_000,
  )
  return child
}

/** Runs one of the product's scripts with exactly this environment besides PATH and HOME. */
export function startScript(script: string, env: Record<string, string>, words: string[] = []): ChildProcess {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [script, ...words], { cwd: ROOT, env: { PATH, HOME, ...env } })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<number | NodeJS.Signals>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal ?? -1)),
  )
  const stop = async (): Promise<number | NodeJS.Signals> => {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
    return ended.finally(() => clearTimeout(late))
  }
  const kill = (signal: NodeJS.Signals): void => void child.kill(signal)
  return { pid: child.pid!, port: Number(env['PORT'] ?? 0), output: () => output, kill, ended, stop }
}
