/**
 * A real PostgreSQL for whoever has nothing but Node and npm.
 */
import { mkdirSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findAccount } from './account.ts'
import { findBinaries, prepareBinaries } from './binaries.ts'
import { readOrMakeNote, writeNote } from './cluster-note.ts'
import type { ClusterNote } from './cluster-note.ts'
import { checkClusterVersion, CLUSTER_USER, clusterIn, hasCluster, makeCluster } from './cluster.ts'
import type { ClusterPlace } from './cluster.ts'
import { makeDatabase } from './database.ts'
import { findFreePort } from './free-port.ts'
import { launchPostmaster } from './postmaster.ts'
import type { Postmaster } from './postmaster.ts'
import { waitForPredecessor } from './predecessor.ts'

/** `log` gets a line of plain words now and then. `systemDir`: where root's clusters go, since nobody else may enter root's folders. */
export type EmbeddedOptions = { dataDir: string; log: (line: string) => void; systemDir?: string }

/** `stop` ends it cleanly, and may be called more than once. */
export type EmbeddedPostgres = { url: string; stop: () => Promise<void> }

const PREDECESSOR_MS = 15_000

/**
 * Starts the PostgreSQL of a data folder and makes it on the first start. The caller holds the folder's lock.
 * Throws an Error whose message tells the operator what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const began = Date.now()
  const dataDir = resolve(options.dataDir)
  const systemDir = options.systemDir ?? '/var/lib/keypad'
  refuseWindows()
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const note = readOrMakeNote(dataDir, systemDir)
  const place = findPlace(dataDir, systemDir, note)
  prepareCluster(place, note, options.log)
  const { postmaster, port } = await startPostmaster(place, note.port, join(dataDir, 'postgres.log'))
  const url = `postgres://${CLUSTER_USER}:${note.password}@127.0.0.1:${port}/${CLUSTER_USER}`
  if (!note.made) await makeDatabase(url).catch(stopAndThrow(postmaster))
  if (!note.made || note.port !== port) writeNote(dataDir, { ...note, port, made: true })
  options.log(
    `PostgreSQL ${place.binaries.version} is ready on 127.0.0.1:${port} after ${Date.now() - began} ms.`,
  )
  return { url, stop: postmaster.stop }
}

function refuseWindows(): void {
  if (process.platform !== 'win32') return
  throw new Error('The embedded PostgreSQL needs Linux or macOS. Use WSL, or set DATABASE_URL.')
}

function findPlace(dataDir: string, systemDir: string, note: ClusterNote): ClusterPlace {
  const home = resolve(dataDir, note.home)
  if (isAbsolute(note.home) && process.getuid?.() !== 0) throw new Error(sayRootsOwn(dataDir))
  const account = findAccount(home)
  const binaries = prepareBinaries(findBinaries(), account, account ? systemDir : dataDir)
  return { home, account, binaries }
}

function sayRootsOwn(dataDir: string): string {
  return (
    `The database of the data folder ${dataDir} was made when Keypad was started as root, and only root can start it. ` +
    'Start as root, or set KEYPAD_DATA_DIR to a new folder to begin with an empty one.'
  )
}

function prepareCluster(place: ClusterPlace, note: ClusterNote, log: (line: string) => void): void {
  if (hasCluster(place.home)) return checkClusterVersion(place)
  if (note.made) {
    throw new Error(
      `The database of this data folder was in ${place.home} and is not there any more. ` +
        'Put it back, or set KEYPAD_DATA_DIR to a new folder to begin with an empty one.',
    )
  }
  log(`Making a database in ${place.home}.`)
  makeCluster(place, note.password)
}

/** Tries again while the remains of an earlier start are going away, and with another port if somebody took ours. */
async function startPostmaster(place: ClusterPlace, wantedPort: number, logFile: string) {
  const deadline = Date.now() + PREDECESSOR_MS
  let port = await findFreePort(wantedPort)
  for (;;) {
    await waitForPredecessor(clusterIn(place.home), deadline)
    const postmaster = launchPostmaster(place, port, logFile)
    const trouble = await postmaster.whenReady
    if (trouble === null) return { postmaster, port }
    if (!isPassing(trouble) || Date.now() > deadline) throw new Error(`PostgreSQL did not start: ${trouble}`)
    port = await findFreePort(port)
    await sleep(100)
  }
}

function isPassing(trouble: string): boolean {
  return /could not bind|is still in use|lock file .* already exists/.test(trouble)
}

function stopAndThrow({ stop }: Postmaster) {
  return async (error: unknown): Promise<never> => {
    await stop()
    throw error
  }
}
