/**
 * The folder in which PostgreSQL keeps its data, made once.
 */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { asAccount } from './account.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { makeOpenFolder } from './open-folder.ts'

/** The superuser and the only database of an embedded cluster. */
export const CLUSTER_USER = 'keypad'

/** Where a cluster is, with which binaries and as whom it runs. */
export type ClusterPlace = { home: string; account: Account | null; binaries: Binaries }

/** The environment of PostgreSQL's programs: nothing of ours, which holds secrets and perhaps PG… settings. */
export const POSTGRES_ENV = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

const DRAFT = 'cluster.draft-'

/** Names the folder of a cluster within its home. */
export function clusterIn(home: string): string {
  return join(home, 'cluster')
}

/**
 * Makes an empty cluster that only this password opens. It is made and synced under another name, so that an
 * interrupted first start leaves nothing that looks complete.
 */
export function makeCluster(place: ClusterPlace, password: string): void {
  const passwordFile = prepareHome(place, password)
  removeDrafts(place.home)
  // The initdb of a start that was killed may still be at work: it must not have the same name.
  const draft = join(place.home, `${DRAFT}${randomBytes(4).toString('hex')}`)
  try {
    runInitdb(place, draft, passwordFile)
  } finally {
    rmSync(passwordFile)
  }
  renameSync(draft, clusterIn(place.home))
}

function removeDrafts(home: string): void {
  for (const name of readdirSync(home).filter((name) => name.startsWith(DRAFT))) {
    rmSync(join(home, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Root writes into the home only before it is handed over: later its new owner could have put a link in the way. */
function prepareHome({ home, account }: ClusterPlace, password: string): string {
  makeOpenFolder(dirname(home))
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const passwordFile = join(home, 'password')
  rmSync(passwordFile, { force: true })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' })
  if (account) {
    lchownSync(passwordFile, account.uid, account.gid)
    lchownSync(home, account.uid, account.gid)
  }
  return passwordFile
}

function runInitdb({ account, binaries }: ClusterPlace, folder: string, passwordFile: string): void {
  const parameters = ['-D', folder, '-U', CLUSTER_USER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  // The builtin provider sorts alike on every machine, whatever its C library.
  parameters.push('--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8')
  const { status, error, stderr } = spawnSync(join(binaries.folder, 'bin', 'initdb'), parameters, {
    ...asAccount(account),
    cwd: '/',
    env: POSTGRES_ENV,
    encoding: 'utf8',
  })
  if (status !== 0)
    throw new Error(`PostgreSQL could not make its data folder: ${error?.message ?? stderr.trim()}`)
}

/** Throws, in words for the operator, unless these binaries can read this cluster. */
export function checkClusterVersion({ home, binaries }: ClusterPlace): void {
  const made = readFileSync(join(clusterIn(home), 'PG_VERSION'), 'utf8').trim()
  const major = binaries.version.split('.')[0]
  if (made === major) return
  throw new Error(
    `The data in ${home} were made by PostgreSQL ${made} and the installed one is ${major}. ` +
      'Install the earlier version of Keypad and move the data with pg_dump.',
  )
}

/** Says whether a complete cluster is there. */
export function hasCluster(home: string): boolean {
  return existsSync(join(clusterIn(home), 'PG_VERSION'))
}
