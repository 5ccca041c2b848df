/**
 * The log: JSON lines on standard output, without anybody's data.
 */
import pino from 'pino'
import type { Logger } from 'pino'

/** Opens the log of a process. */
export function openLog(level: string, name: 'api' | 'worker' | 'keypad'): Logger {
  return pino({ level, name, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime })
}
