import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SCRIPT = fileURLToPath(new URL('./limited.ts', import.meta.url))
const SIZE = '--max-semi-space-size=8'

type Told = { pid: number; flags: string[]; words: string[]; colour: string | null; heard: string }

/** Runs a script that limits its nursery, and gives what it tells of itself. */
async function run(flags: string[], env: Record<string, string> = {}) {
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [...flags, SCRIPT, 'a b', 'c'], { env: { PATH, ...env } })
  child.stdin.end('hello')
  const exit = once(child, 'exit')
  const [written, complaint] = await Promise.all([text(child.stdout), text(child.stderr)])
  const [code] = (await exit) as [number | null]
  return { pid: child.pid, code, complaint, told: JSON.parse(written) as Told }
}

describe('a process with a small nursery', () => {
  it('is the same process, with its words, flags, environment, streams and exit code, and warns of nothing', async () => {
    const { pid, code, complaint, told } = await run(['--enable-source-maps'], { COLOUR: 'blue' })
    const flags = [SIZE, '--enable-source-maps']
    expect(told).toEqual({ pid, flags, words: ['a b', 'c'], colour: 'blue', heard: 'hello' })
    expect([code, complaint]).toEqual([7, ''])
  })

  it.each([
    ['a flag', ['--max-semi-space-size=4'], {}],
    ['NODE_OPTIONS', [], { NODE_OPTIONS: '--max_semi_space_size=4' }],
  ])('keeps the size that the operator chose with %s', async (_, flags, env) => {
    expect((await run(flags, env)).told.flags).toEqual(flags)
  })

  it('goes on as it is where it may not start another program', async () => {
    const flags = ['--permission', '--allow-fs-read=*']
    const { code, complaint, told } = await run(flags)
    expect([code, complaint, told.flags]).toEqual([7, '', flags])
  })

  it('goes on as it is under a parent that talks to it', async () => {
    const child = fork(SCRIPT, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    const [told] = (await once(child, 'message')) as [Told]
    expect(told.flags).toEqual([])
  })
})
