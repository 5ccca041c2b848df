/**
 * `postgres.json` in the data folder: where the cluster is and how to enter it. It moves with the folder.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { replaceFile } from './durable-file.ts'

/**
 * `home` is a path, relative to the data folder where it lies inside. `port`: of the last start, 0 before the first.
 * `made`: the cluster and its database were once complete, so if they are missing now, they are lost.
 */
export type ClusterNote = { home: string; password: string; port: number; made: boolean }

/** Reads the note of this data folder, or writes the first one. Root's clusters go below `systemDir`. */
export function readOrMakeNote(dataDir: string, systemDir: string): ClusterNote {
  const kept = readNote(dataDir)
  if (kept) return kept
  const isRoot = process.getuid?.() === 0
  const home = isRoot ? join(systemDir, randomBytes(8).toString('hex')) : 'postgres'
  const note = { home, password: randomBytes(24).toString('base64url'), port: 0, made: false }
  writeNote(dataDir, note)
  return note
}

/** Replaces the note of this data folder. */
export function writeNote(dataDir: string, note: ClusterNote): void {
  replaceFile(join(dataDir, 'postgres.json'), `${JSON.stringify(note, null, 2)}\n`)
}

function readNote(dataDir: string): ClusterNote | null {
  const path = join(dataDir, 'postgres.json')
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ClusterNote
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new Error(`The file ${path}, which says where the database is, cannot be read.`, { cause: error })
  }
}
