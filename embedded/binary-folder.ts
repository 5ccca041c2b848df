/**
 * Handling of a folder of PostgreSQL binaries as npm packs it: real files only, the links listed in a file beside them.
 */
import {
  chmodSync,
  constants,
  cpSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { makeOpenFolder } from './open-folder.ts'

type Link = { source: string; target: string }

/** Makes the library links that npm cannot pack and that its install script would have made. False: not allowed to. */
export function linkLibraries(folder: string): boolean {
  for (const { source, target } of readLinks(folder)) {
    const place = join(folder, relative('native', target))
    if (lstatSync(place, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(basename(source), place)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false
      // EEXIST: another start made it in the meantime.
      if (code !== 'EEXIST') throw error
    }
  }
  return true
}

function readLinks(folder: string): Link[] {
  try {
    return JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as Link[]
  } catch {
    // Windows' package has no links and no list.
    return []
  }
}

/** Copies what running needs, readable by everyone; the copy has its name only once it is complete. */
export function copyBinaries(from: string, to: string): void {
  makeOpenFolder(dirname(to))
  const draft = mkdtempSync(`${to}.draft-`)
  cpSync(from, draft, {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    filter: (path) => !/\.a$|[\\/](pkgconfig|pgxs)$/.test(path),
  })
  openForAll(draft)
  linkLibraries(draft)
  moveInPlace(draft, to)
}

function openForAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory() || (entry.isFile() && basename(entry.parentPath) === 'bin'))
      chmodSync(path, 0o755)
    else if (entry.isFile()) chmodSync(path, 0o644)
  }
}

/** Of two starts that copy at the same time the first one's copy stays. */
function moveInPlace(draft: string, to: string): void {
  try {
    renameSync(draft, to)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
  }
}
