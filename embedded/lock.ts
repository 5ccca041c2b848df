/**
 * One Keypad per data folder.
 *
 * The lock is a row of generations, `lock.1`, `lock.2` …; the newest counts. Taking it or giving it back makes the next
 * one, and only then are older ones removed, so that of any number of starters that see the same dead holder exactly
 * one gets the next generation. Each is a symbolic link whose target is the holder's note: the only file that the
 * system makes exclusively and complete in one step. The links lead nowhere on purpose.
 */
import { existsSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning, readProcessMark } from './process-mark.ts'

/** Who has a data folder, for the person who tried to start a second Keypad on it. */
type Holder = { pid: number; port: number; url: string }
type Note = { pid: number; mark: string | null; port: number }
type Grant = { release: () => void; heldBy?: never }
type Refusal = { heldBy: Holder; sentence: string }

const FREE = 'free'

/**
 * Takes the data folder for this process, making the folder (0700) if need be; the port is what a refused starter is told.
 * A holder that died, even by kill -9, does not count. `release` may be called more than once, also while exiting.
 */
export function lockDataDir(dataDir: string, { port }: { port: number }): Grant | Refusal {
  prepareFolder(dataDir)
  const note: Note = { pid: process.pid, mark: readProcessMark(process.pid), port }
  for (;;) {
    const newest = listGenerations(dataDir).at(-1) ?? 0
    const holder = readNote(dataDir, newest)
    if (holder && isRunning(holder.pid, holder.mark)) return refuse(dataDir, holder)
    const mine = newest + 1
    if (makeGeneration(dataDir, mine, JSON.stringify(note))) return { release: () => release(dataDir, mine) }
  }
}

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    readdirSync(dataDir)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EACCES' && code !== 'EROFS') throw error
    throw new Error(
      `The data folder ${dataDir} cannot be used: it belongs to another user or is read-only.`,
      {
        cause: error,
      },
    )
  }
}

function refuse(dataDir: string, { pid, port }: Note): Refusal {
  const url = `http://localhost:${port}`
  const sentence = `Keypad already runs on the data folder ${dataDir}: process ${pid}, ${url}. It was left alone.`
  return { heldBy: { pid, port, url }, sentence }
}

/** False: another starter was faster. */
function makeGeneration(dataDir: string, generation: number, note: string): boolean {
  try {
    symlinkSync(note, fileOf(dataDir, generation))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  const generations = listGenerations(dataDir)
  // Whoever looked too long ago may have remade a generation that is over.
  const late = generations.at(-1) !== generation
  for (const other of late ? [generation] : generations.slice(0, -1)) {
    rmSync(fileOf(dataDir, other), { force: true })
  }
  return !late
}

/** Quiet where the folder is gone: it is called while exiting, when nobody is left to mind. */
function release(dataDir: string, generation: number): void {
  if (!existsSync(dataDir)) return
  if (listGenerations(dataDir).at(-1) === generation) makeGeneration(dataDir, generation + 1, FREE)
}

/** Null: free, or not a note of ours. */
function readNote(dataDir: string, generation: number): Note | null {
  try {
    return JSON.parse(readlinkSync(fileOf(dataDir, generation))) as Note
  } catch {
    return null
  }
}

function listGenerations(dataDir: string): number[] {
  const names = readdirSync(dataDir, { encoding: 'utf8' }).filter((name) => /^lock\.\d+$/.test(name))
  return names.map((name) => Number(name.slice(5))).sort((a, b) => a - b)
}

function fileOf(dataDir: string, generation: number): string {
  return join(dataDir, `lock.${generation}`)
}
