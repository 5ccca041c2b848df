import { spawn } from 'node:child_process'
import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A script of ours in its own process; it ends when its input ends, and surely with the test. */
export type Child = {
  pid: number
  nextLine: () => Promise<string>
  send: (line: string) => void
  kill: () => Promise<void>
  finish: () => Promise<void>
}

/** Starts a script of this folder, or of another checkout. */
export function startChild(script: string, parameters: string[], options: SpawnOptions = {}): Child {
  const path = script.startsWith('/') ? script : join(import.meta.dirname, script)
  const child = spawn(process.execPath, [path, ...parameters], {
    ...options,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
  return {
    pid: child.pid!,
    nextLine: async () => {
      const { value, done } = await lines.next()
      if (done) throw new Error(`${script} ended without an answer.`)
      return value
    },
    send: (line) => void child.stdin!.write(`${line}\n`),
    kill: () => endBy(child, exited, () => child.kill('SIGKILL')),
    finish: () => endBy(child, exited, () => child.stdin!.end()),
  }
}

async function endBy(child: ChildProcess, exited: Promise<void>, end: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  end()
  await exited
}
