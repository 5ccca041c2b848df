/**
 * Makes a process start fast and stand small: half of a start goes into compiling, half of its memory is what is left
 * over from that (docs/performance.md).
 */
import { enableCompileCache, flushCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const FOLDER = fileURLToPath(new URL('../node_modules/.cache/keypad', import.meta.url))
/** Long enough for the first probes to be answered, so that their code is kept too. */
const SETTLED_MS = 1_000

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
