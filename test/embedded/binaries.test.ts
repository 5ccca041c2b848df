import { chmodSync, chownSync, cpSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findAccount } from '#embedded/account.ts'
import { findBinaries, prepareBinaries } from '#embedded/binaries.ts'
import { startChild } from './child.ts'
import { IS_ROOT, makeScratch, NOBODY } from './scratch.ts'

let scratch = ''
beforeEach(() => {
  scratch = makeScratch()
})
afterEach(() => rmSync(scratch, { recursive: true }))

/** What npm leaves when scripts are off: no links. */
function unpackWithoutScripts(folder: string): string {
  const { folder: installed } = findBinaries()
  cpSync(installed, folder, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() })
  return folder
}

const linksIn = (folder: string) =>
  readdirSync(join(folder, 'lib'), { withFileTypes: true }).filter((entry) => entry.isSymbolicLink()).length

describe('The binaries of PostgreSQL', () => {
  test('are found where npm put them, of version 18', () => {
    const found = findBinaries()
    expect(found.version).toMatch(/^18\./)
    expect(statSync(join(found.folder, 'bin', 'postgres')).isFile()).toBe(true)
  })

  test('are used in place where they run in place', () => {
    const found = findBinaries()
    const { folder } = prepareBinaries(found, null, join(scratch, 'copies'))
    expect(folder).toBe(found.folder)
    expect(readdirSync(scratch)).toEqual([])
  })

  test.runIf(process.platform === 'linux')(
    'get back the library links that npm ci --ignore-scripts leaves out',
    () => {
      const folder = unpackWithoutScripts(join(scratch, 'native'))
      expect(linksIn(folder)).toBe(0)
      expect(prepareBinaries({ folder, version: '0' }, null, join(scratch, 'copies')).folder).toBe(folder)
      expect(linksIn(folder)).toBeGreaterThan(10)
    },
  )

  test.runIf(process.platform === 'linux')(
    'are copied with their links where their own folder is read-only',
    async () => {
      const folder = unpackWithoutScripts(join(scratch, 'native'))
      const copies = join(scratch, 'copies')
      mkdirSync(copies)
      const isRoot = process.getuid?.() === 0
      // Nothing is read-only for root, so that root becomes somebody for whom it is.
      if (isRoot) chownSync(copies, NOBODY.uid, NOBODY.gid)
      chmodSync(join(folder, 'lib'), 0o555)
      const child = startChild('prepare-binaries.ts', [folder, copies], isRoot ? NOBODY : {})
      expect(await child.nextLine()).toBe(join(copies, 'postgres-0-test'))
      await child.finish()
      expect(linksIn(folder)).toBe(0)
      expect(linksIn(join(copies, 'postgres-0-test'))).toBeGreaterThan(10)
      chmodSync(join(folder, 'lib'), 0o755)
    },
  )

  test.runIf(IS_ROOT)(
    'are copied once for a user who may not enter their folder, and that folder stays closed',
    () => {
      const locked = join(scratch, 'locked')
      mkdirSync(locked, { mode: 0o700 })
      const folder = unpackWithoutScripts(join(locked, 'native'))
      chmodSync(join(folder, 'share'), 0o700)
      const account = findAccount(join(scratch, 'none'))
      const copies = join(scratch, 'copies')
      const copy = prepareBinaries({ folder, version: '0' }, account, copies)
      expect(copy.folder).toBe(join(copies, 'postgres-0'))
      expect(statSync(join(copy.folder, 'share')).mode & 0o777).toBe(0o755)
      expect(statSync(locked).mode & 0o777).toBe(0o700)
      expect(readdirSync(join(copy.folder, 'lib')).filter((name) => name.endsWith('.a'))).toEqual([])
      const made = statSync(copy.folder).ino
      expect(statSync(prepareBinaries({ folder, version: '0' }, account, copies).folder).ino).toBe(made)
      expect(readdirSync(copies)).toEqual(['postgres-0'])
    },
  )

  test('that do not run are answered with what to do', () => {
    const folder = unpackWithoutScripts(join(scratch, 'native'))
    rmSync(join(folder, 'lib', 'libxml2.so.2'), { force: true })
    rmSync(join(folder, 'bin', 'postgres'))
    expect(() => prepareBinaries({ folder, version: '0' }, null, join(scratch, 'copies'))).toThrow(
      /does not run here \(.*\)\. Set DATABASE_URL/,
    )
  })
})
