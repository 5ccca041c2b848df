import { constants, fstatSync, openSync, renameSync, statSync } from 'node:fs'

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // A folder for sockets may be missing or not ours to write in, and nobody needs one.
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  wal_compression: 'on',
  fsync: 'on',
  synchronous_commit: 'on',
  // Compiling a statement costs more than any of our short ones takes.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Failed statements and the details of errors hold phones and codes; the log must not.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
}

const LOG_BYTES_MAX = 5_000_000

/** Lists how an embedded PostgreSQL is run on a small machine, as its command line has it: there nothing else overrides it. */
export function listSettings(port: number): string[] {
  const settings = Object.entries({ ...SETTINGS, port: String(port) })
  return settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Opens the log to add to it, and begins a new one when it has grown large; one earlier log is kept. */
export function openLog(logFile: string): { handle: number; size: number } {
  const grown = statSync(logFile, { throwIfNoEntry: false })
  if (grown && grown.size > LOG_BYTES_MAX) renameSync(logFile, `${logFile}.1`)
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW
  const handle = openSync(logFile, flags, 0o600)
  return { handle, size: fstatSync(handle).size }
}
