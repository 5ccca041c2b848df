/**
 * Makes a process start fast and stand small: half of a start goes into compiling, half of its memory is what is left
 * over from that (docs/performance.md).
 */
import { enableCompileCache, flushCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const FOLDER = fileURLToPath(new URL('../node_modules/.cache/keypad', import.meta.url))
/** How an operator chooses the size of the nursery: as a flag of node or in NODE_OPTIONS. */
const NURSERY_FLAG = /--(max|min)[-_]semi[-_]space[-_]size/
/** An API is no faster with more. A small one makes a worker take things for old too soon: then long pauses come often. */
const NURSERY_MB = { api: 8, worker: 16 }
/** Long enough for the first probes to be answered, so that their code is kept too. */
const SETTLED_MS = 1_000

/**
 * Starts this process anew with a small nursery for new objects: V8 lets it grow to twice 64 MB on a machine with much
 * memory, and takes its size only from the command line. Pid, files, words and environment stay, and no child is made.
 * To be called before anything large is imported. Where it may not be, the process goes on as it is.
 */
export function limitNursery(door: 'api' | 'worker'): void {
  if (!mayStartAnew()) return
  const [, ...script] = process.argv
  const words = [
    process.execPath,
    `--max-semi-space-size=${NURSERY_MB[door]}`,
    ...process.execArgv,
    ...script,
  ]
  process.execve?.(process.execPath, words, process.env)
}

/** Not when the operator chose a size, which is also how it happens only once; nor under a parent whose IPC would be lost. */
function mayStartAnew(): boolean {
  const chosen = [...process.execArgv, process.env['NODE_OPTIONS'] ?? ''].some((flag) =>
    NURSERY_FLAG.test(flag),
  )
  const isForbidden =
    process.platform === 'win32' || ('permission' in process && !process.permission.has('child'))
  return !chosen && !process.connected && !isForbidden
}

/**
 * Keeps compiled code beside the libraries, where only whoever may change these can write; without the right to write
 * there, nothing is kept. Works for what is imported after it.
 */
export function keepCompiledCode(): void {
  enableCompileCache(FOLDER)
}

/** Soon after a start: writes the compiled code down, and once gives back the memory that only the start needed. */
export function settleSoon(): void {
  setTimeout(() => {
    flushCompileCache()
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as (how: object) => void
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  }, SETTLED_MS).unref()
}
