import { mkdirSync, readdirSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lockDataDir } from '#embedded/lock.ts'
import { readProcessMark } from '#embedded/process-mark.ts'
import { startChild } from './child.ts'
import type { Child } from './child.ts'
import { makeScratch } from './scratch.ts'

const scratch = makeScratch()
let dataDir = ''
let round = 0
let children: Child[] = []
beforeEach(() => {
  dataDir = join(scratch, `data-${++round}`)
})
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.kill()))
})
afterAll(() => rmSync(scratch, { recursive: true }))

async function startStarters(count: number): Promise<Child[]> {
  children = Array.from({ length: count }, (_, index) =>
    startChild('take-lock.ts', [dataDir, `${5000 + index}`]),
  )
  for (const child of children) expect(await child.nextLine()).toBe('waiting')
  return children
}

/** Takes the lock or fails, for tests in which nobody else may have it. */
function take() {
  const lock = lockDataDir(dataDir, { port: 4300 })
  if (lock.heldBy) throw new Error(lock.sentence)
  return lock
}

describe('A data folder', () => {
  test('is made for its owner alone, and locked for the first who comes', () => {
    take()
    expect((statSync(dataDir).mode & 0o777).toString(8)).toBe('700')
    const second = lockDataDir(dataDir, { port: 4400 })
    expect(second.heldBy).toEqual({ pid: process.pid, port: 4300, url: 'http://localhost:4300' })
    expect(second).toHaveProperty(
      'sentence',
      `Keypad already runs on the data folder ${dataDir}: process ${process.pid}, http://localhost:4300. It was left alone.`,
    )
  })

  test('is free again once released, and a second release takes it from nobody', () => {
    const first = take()
    first.release()
    const second = take()
    first.release()
    expect(lockDataDir(dataDir, { port: 4400 }).heldBy?.pid).toBe(process.pid)
    second.release()
    take()
  })

  test('can be released after it was removed', () => {
    const lock = take()
    rmSync(dataDir, { recursive: true })
    expect(() => lock.release()).not.toThrow()
  })

  test('keeps one small file, however often it was locked', () => {
    for (let index = 0; index < 20; index++) take().release()
    take()
    expect(readdirSync(dataDir)).toHaveLength(1)
  })

  test('is refused while another process lives, and free as soon as it was killed with -9', async () => {
    const [child] = await startStarters(1)
    child!.send(dataDir)
    expect(await child!.nextLine()).toBe('"mine"')
    expect(lockDataDir(dataDir, { port: 4300 }).heldBy).toMatchObject({ pid: child!.pid, port: 5000 })
    await child!.kill()
    take()
  })

  test.runIf(process.platform === 'linux')(
    'is free if the number of its dead holder now names another process',
    () => {
      take()
      const [file] = readdirSync(dataDir)
      const note = JSON.parse(readlinkSync(join(dataDir, file!))) as { mark: string }
      expect(note.mark).toBe(readProcessMark(process.pid))
      const reused = JSON.stringify({ ...note, mark: note.mark.replace(/\d+$/, '1') })
      rmSync(join(dataDir, file!))
      symlinkSync(reused, join(dataDir, file!))
      take()
    },
  )

  test('is not blocked by what a backup made of the lock', () => {
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'lock.7'), 'not a note')
    symlinkSync('nor this', join(dataDir, 'lock.8'))
    take()
    expect(readdirSync(dataDir)).toEqual(['lock.9'])
  })

  test('goes to exactly one of six that start at once, new or after a crash', async () => {
    const starters = await startStarters(6)
    for (let index = 0; index < 25; index++) {
      const folder = join(scratch, `race-${round}-${index}`)
      // Every second folder has a dead holder, as after a crash: all six see the same remains.
      if (index % 2) leaveDeadLock(folder)
      for (const child of starters) child.send(folder)
      const answers = await Promise.all(starters.map((child) => child.nextLine()))
      expect(answers.filter((answer) => answer === '"mine"')).toHaveLength(1)
      const winner = starters[answers.indexOf('"mine"')]!
      for (const answer of answers.filter((answer) => answer !== '"mine"')) {
        expect(JSON.parse(answer)).toMatchObject({ pid: winner.pid })
      }
    }
  })
})

function leaveDeadLock(folder: string): void {
  mkdirSync(folder)
  symlinkSync(
    JSON.stringify({ pid: process.pid, mark: 'earlier boot/1', port: 4300 }),
    join(folder, 'lock.3'),
  )
}
