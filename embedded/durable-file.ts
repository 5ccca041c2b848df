/**
 * Private files that are whole or absent: a reader, a second process and a power cut never meet half of one.
 */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fchownSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** Writes a file of mode 0600 over whatever had that name. */
export function replaceFile(path: string, text: string): void {
  const draft = writeDraft(path, text)
  renameSync(draft, path)
  syncFolder(dirname(path))
}

/** Writes a file of mode 0600 unless there is one; of two that try at once one wins. False: it was there already. */
export function makeFileOnce(path: string, text: string): boolean {
  const draft = writeDraft(path, text)
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft)
  }
  syncFolder(dirname(path))
  return true
}

function writeDraft(path: string, text: string): string {
  const draft = `${path}.${randomBytes(6).toString('hex')}.draft`
  const file = openSync(draft, 'wx', 0o600)
  try {
    keepOwner(file, dirname(path))
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return draft
}

/** One start as root must not lock the owner of the folder out of what is in it. */
function keepOwner(file: number, folder: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(folder)
  fchownSync(file, uid, gid)
}

/** The name too has to survive a power cut, and that is kept by the folder. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
