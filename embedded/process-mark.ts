import { readFileSync } from 'node:fs'

/**
 * Reads what tells a process from a later one with the same id: the boot and the clock tick it started at.
 * Null: it is gone or a zombie, or this is not Linux, where nothing tells them apart.
 */
export function readProcessMark(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name comes second, in brackets, and may itself hold spaces and brackets: see proc_pid_stat(5).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return null
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}/${fields[19]}`
  } catch {
    return null
  }
}

/** Says whether the process that once had this id and mark still runs. Without a mark, any process with this id counts. */
export function isRunning(pid: number, mark: string | null): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  if (mark === null || process.platform !== 'linux') return true
  return readProcessMark(pid) === mark
}
