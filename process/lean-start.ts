/**
 * Makes a process start fast and stand small: half of a start goes into compiling, half of its memory is what is left
 * over from that (docs/performance.md).
 */
import { enableCompileCache, flushCompileCache } from 'node:module'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const FOLDER = fileURLToPath(new URL('../node_modules/.cache/keypad', import.meta.url))
/** Long enough for the first probes to be answered, so that their code is kept too. */
const SETTLED_MS = 1_000
/** Shares of time that the event loop works, and how often they are looked at. */
const BUSY = 0.2
const IDLE = 0.05
const LOOK_MS = 1_000
const LOOKS_TO_REST = 6

/**
 * Keeps compiled code beside the libraries, where only whoever may change these can write; without the right to write
 * there, nothing is kept. Works for what is imported after it.
 */
export function keepCompiledCode(): void {
  enableCompileCache(FOLDER)
}

/** Soon after a start: writes the compiled code down, and gives back the memory that only the start needed. */
export function settleSoon(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (how: object) => void
  const giveBack = (flavor: Flavor): void => collect({ type: 'major', execution: 'sync', flavor })
  setTimeout(() => {
    flushCompileCache()
    giveBack('last-resort')
    collectAfterLoads(giveBack)
  }, SETTLED_MS).unref()
}

/** `last-resort` also throws away what V8 has learned to run fast. */
type Flavor = 'regular' | 'last-resort'

/** A load leaves memory behind that V8 keeps for the next one. Once it is over some is given back, later all. */
function collectAfterLoads(giveBack: (flavor: Flavor) => void): void {
  let last = performance.eventLoopUtilization()
  let wasBusy = false
  let idleLooks = 0
  setInterval(() => {
    const { utilization } = performance.eventLoopUtilization(last)
    last = performance.eventLoopUtilization()
    wasBusy ||= utilization > BUSY
    idleLooks = utilization < IDLE ? idleLooks + 1 : 0
    if (!wasBusy || idleLooks === 0) return
    if (idleLooks === 1) giveBack('regular')
    if (idleLooks < LOOKS_TO_REST) return
    giveBack('last-resort')
    wasBusy = false
  }, LOOK_MS).unref()
}
