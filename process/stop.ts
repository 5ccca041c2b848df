/**
 * Ends a process in good order on SIGTERM, SIGINT, or a mistake that nobody caught.
 */
import type { Logger } from 'pino'

const LONGEST_MS = 10_000

/** Calls `close` once when the process is asked to end, then exits: 0 after a clean end, 1 after a mistake or a hang. */
export function stopOnSignals(log: Logger, close: () => Promise<void>): void {
  let isStopping = false
  const stop = (why: string, code: number): void => {
    if (isStopping) return
    isStopping = true
    log.info({ why }, 'stopping')
    setTimeout(() => process.exit(1), LONGEST_MS).unref()
    close().then(
      () => process.exit(code),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', () => stop('SIGTERM', 0))
  process.on('SIGINT', () => stop('SIGINT', 0))
  process.on('SIGHUP', () => stop('SIGHUP', 0))
  process.on('uncaughtException', (error: Error) => mistake(error))
  process.on('unhandledRejection', (error: unknown) => mistake(error))
  const mistake = (error: unknown): void => {
    const { name, stack } = error instanceof Error ? error : new Error('not an error')
    log.fatal(
      {
        error: name,
        stack: stack
          ?.split('\n')
          .filter((text) => /^\s+at /.test(text))
          .slice(0, 8),
      },
      'a mistake that nobody caught',
    )
    stop('mistake', 1)
  }
}
