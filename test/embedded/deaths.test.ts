import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { startEmbeddedPostgres } from '#embedded/postgres.ts'
import { startChild } from './child.ts'
import { clusterOf, makeScratch, postmasterOf, query, until } from './scratch.ts'

// One cluster for all: whatever a test does to it, the next one has to start on what is left.
const systemDir = makeScratch()
const dataDir = join(systemDir, 'data')
const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  await until('PostgreSQL is gone', () => postmasterOf(dataDir) === null)
})
afterAll(() => rmSync(systemDir, { recursive: true }))

async function start() {
  const postgres = await startEmbeddedPostgres({ dataDir, systemDir, log: () => undefined })
  stops.push(postgres.stop)
  return postgres
}

/** Runs it in a process of its own that the test can kill, and writes a table of 1,000 rows. */
async function startElsewhere() {
  const child = startChild('run-postgres.ts', [dataDir, systemDir])
  stops.push(child.finish)
  const { url } = JSON.parse(await child.nextLine()) as { url: string }
  await query(url, 'drop table if exists notes')
  await query(url, `create table notes as select 'kept' as note from generate_series(1, 1000)`)
  return { child, postmaster: postmasterOf(dataDir)! }
}

async function expectAllNotes(): Promise<void> {
  const { url } = await start()
  expect(await query(url, 'select count(*)::int as n from notes')).toEqual([{ n: 1000 }])
}

const isAlive = (pid: number) =>
  existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`).length > 0
const readLog = () => readFileSync(join(dataDir, 'postgres.log'), 'utf8')

function listGuards(): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      return command.includes('kill -INT') && command.includes(clusterOf(dataDir))
    } catch {
      return false
    }
  })
}

describe.runIf(process.platform === 'linux')('The embedded PostgreSQL', () => {
  test('runs in a session of its own, which Ctrl-C in the terminal does not reach', async () => {
    const { postmaster } = await startElsewhere()
    const stat = readFileSync(`/proc/${postmaster}/stat`, 'utf8')
    expect(Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[3])).toBe(postmaster)
  })

  test('is gone within 10 s after our process was killed with -9, and all data come back', async () => {
    const { child, postmaster } = await startElsewhere()
    expect(isAlive(postmaster)).toBe(true)
    await child.kill()
    await until('PostgreSQL is gone', () => !isAlive(postmaster), 10_000)
    expect(readLog().trim().split('\n').at(-1)).toContain('database system is shut down')
    await expectAllNotes()
  })

  test('waits at its start for one that is still shutting down', async () => {
    const { child } = await startElsewhere()
    await child.kill()
    await expectAllNotes()
  })

  test('recovers when it was killed itself, together with us', async () => {
    const { child, postmaster } = await startElsewhere()
    process.kill(postmaster, 'SIGKILL')
    await child.kill()
    expect(postmasterOf(dataDir)).toBe(postmaster)
    await expectAllNotes()
    expect(readLog()).toContain('automatic recovery in progress')
  })

  test('starts though its stale postmaster.pid names what is now a program of somebody else', async () => {
    const { child } = await startElsewhere()
    const file = join(clusterOf(dataDir), 'postmaster.pid')
    const stale = readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid))
    await child.finish()
    writeFileSync(file, stale)
    await expectAllNotes()
    expect(postmasterOf(dataDir)).not.toBe(process.pid)
  })

  test('leaves neither itself nor its guard behind when it is stopped', async () => {
    const { child, postmaster } = await startElsewhere()
    expect(listGuards()).toHaveLength(1)
    await child.finish()
    expect(isAlive(postmaster)).toBe(false)
    await until('the guard is gone', () => listGuards().length === 0)
  })
})
