/**
 * The log: JSON lines on standard output, without anybody's data.
 */
import pino from 'pino'
import type { Logger } from 'pino'

/** Opens the log of a process. */
export function openLog(level: string, name: 'api' | 'worker' | 'keypad'): Logger {
  const options = { level, name, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }
  return pino(options, gatherLines())
}

/** The lines of one turn of the event loop are written together: one write each is an eighth of the API's processor time. */
function gatherLines(): { write(line: string): void } {
  const output = pino.destination(1)
  let lines = ''
  const flush = (): void => {
    const text = lines
    lines = ''
    if (text !== '') output.write(text)
  }
  process.once('exit', flush)
  return {
    write: (line) => {
      if (lines === '') setImmediate(flush)
      lines += line
    },
  }
}
