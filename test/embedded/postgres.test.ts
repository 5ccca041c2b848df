import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startEmbeddedPostgres } from '#embedded/postgres.ts'
import type { EmbeddedPostgres } from '#embedded/postgres.ts'
import { waitForPredecessor } from '#embedded/predecessor.ts'
import { clusterOf, makeScratch, postmasterOf, query, removeData } from './scratch.ts'

let dataDir = ''
const systemDir = makeScratch()
const lines: string[] = []
const log = (line: string) => void lines.push(line)
const start = () => startEmbeddedPostgres({ dataDir, systemDir, log })
afterAll(() => rmSync(systemDir, { recursive: true }))

describe('The embedded PostgreSQL, while it runs', () => {
  let postgres: EmbeddedPostgres
  beforeAll(async () => {
    dataDir = join(systemDir, 'running')
    // A data folder may exist already, made by the operator.
    mkdirSync(dataDir)
    postgres = await start()
  })
  afterAll(() => postgres.stop())

  test('is PostgreSQL 18 with checksums, UTF-8 and durable commits, and listens on this machine only', async () => {
    const [settings] = await query(
      postgres.url,
      `select current_setting('server_version_num')::int / 10000 as major, current_setting('data_checksums') as checksums,
        current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits,
        current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
        pg_encoding_to_char(encoding) as encoding, datlocale as locale from pg_database where datname = 'keypad'`,
    )
    expect(settings).toEqual({
      major: 18,
      checksums: 'on',
      fsync: 'on',
      commits: 'on',
      addresses: '127.0.0.1',
      sockets: '',
      encoding: 'UTF8',
      locale: 'C.UTF-8',
    })
  })

  test('has said in plain words what was done', () => {
    expect(lines[0]).toBe(`Making a database in ${join(clusterOf(dataDir), '..')}.`)
    expect(lines[1]).toMatch(/^PostgreSQL 18\..* is ready on 127\.0\.0\.1:\d+ after \d+ ms\.$/)
    expect(lines).toHaveLength(2)
  })

  test('opens to its password only, which nobody else may read', async () => {
    const guess = new URL(postgres.url)
    guess.password = 'guess'
    await expect(query(guess.href, 'select 1')).rejects.toThrow('password authentication failed')
    for (const name of ['postgres.json', 'postgres.log']) {
      expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600)
    }
    expect(readdirSync(join(clusterOf(dataDir), '..'))).toEqual(['cluster'])
  })

  test('writes nothing of failed statements into its log', async () => {
    await query(postgres.url, 'create table phones (phone text primary key)')
    const insert = () => query(postgres.url, `insert into phones values ('+31600000001')`)
    await insert()
    await expect(insert()).rejects.toThrow('duplicate key')
    const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8')
    expect(log).toContain('duplicate key')
    expect(log).not.toContain('31600000001')
  })

  test('is named and left alone by whoever would start another on its data', async () => {
    const postmaster = postmasterOf(dataDir)!
    await expect(waitForPredecessor(clusterOf(dataDir), Date.now())).rejects.toThrow(
      `kill -INT ${postmaster}`,
    )
    await query(postgres.url, 'select 1')
    expect(postmasterOf(dataDir)).toBe(postmaster)
  })
})

describe('A start of the embedded PostgreSQL', () => {
  let running: EmbeddedPostgres
  beforeEach(async () => {
    dataDir = join(systemDir, 'data')
    running = await start()
    await query(running.url, `create table notes as select 'kept' as note from generate_series(1, 1000)`)
  })
  afterEach(async () => {
    await running.stop()
    removeData(dataDir)
  })

  const countNotes = async () => (await query(running.url, 'select count(*)::int as n from notes'))[0]?.['n']

  test('finds the data, the port and the password of the one before', async () => {
    const { url } = running
    expect(url).toMatch(/^postgres:\/\/keypad:[\w-]{32}@127\.0\.0\.1:\d+\/keypad$/)
    await running.stop()
    expect(postmasterOf(dataDir)).toBeNull()
    running = await start()
    expect(running.url).toBe(url)
    expect(await countNotes()).toBe(1000)
  })

  test('takes another port when its own is taken', async () => {
    const port = Number(new URL(running.url).port)
    await running.stop()
    const squatter = createServer().listen(port, '127.0.0.1')
    running = await start()
    expect(new URL(running.url).port).not.toBe(String(port))
    expect(await countNotes()).toBe(1000)
    squatter.close()
  })

  test('finishes a first one that was interrupted, and does not take its remains for data', async () => {
    await running.stop()
    const note = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as object
    writeFileSync(join(dataDir, 'postgres.json'), JSON.stringify({ ...note, made: false }))
    renameSync(clusterOf(dataDir), `${clusterOf(dataDir)}.draft-1`)
    running = await start()
    await expect(countNotes()).rejects.toThrow('does not exist')
    expect(readdirSync(join(clusterOf(dataDir), '..'))).toEqual(['cluster'])
  })

  test('never begins anew when its data are lost, nor with data of another major version', async () => {
    await running.stop()
    writeFileSync(join(clusterOf(dataDir), 'PG_VERSION'), '17\n')
    await expect(start()).rejects.toThrow('made by PostgreSQL 17 and the installed one is 18')
    rmSync(clusterOf(dataDir), { recursive: true })
    await expect(start()).rejects.toThrow('is not there any more')
  })
})
