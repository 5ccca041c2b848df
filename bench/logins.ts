/**
 * `node bench/logins.ts`: logins beside the limit that the password's hash sets, and answers beside one UPDATE behind
 * bare Express. BENCH_ROUNDS and BENCH_SECONDS make it shorter or longer, BENCH_ONLY names what is measured.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { cpus, loadavg } from 'node:os'
import { addKey } from '#cli/keys.ts'
import { readKeyRing } from '#core/key-ring.ts'
import { hashSecret } from '#credentials/hash-secret.ts'
import { openDatabase } from '#db/client.ts'
import { codeOfApp } from '#test/harness/app-codes.ts'
import { fill } from './fill.ts'
import { APP_SECRET, PASSWORD, fillApps, fillPeople, fillTexts } from './fill-people.ts'
import type { Crowd } from './fill-people.ts'
import { layGround } from './ground.ts'
import type { Listed, ListResult, ListTask } from './list-load.ts'
import { cpuMs, endPrograms, startHelper, startProgram } from './program.ts'
import type { Program } from './program.ts'
import { writeComparison, writeTable } from './report.ts'
import { median, takeSamples } from './rounds.ts'
import type { Comparison, Side } from './rounds.ts'
import { verificationAt } from './samples.ts'

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5)
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 4)
const ONLY = process.env['BENCH_ONLY'] ?? ''
const POOL = '16'
/** More than a round can use up, a second. */
const MOST = { logins: 800, answers: 4_000, updates: 25_000 }

type Lap = { program: Program; status: number; requests: Listed[]; isAround: boolean }
type Contest = { name: string; bound: () => Promise<Lap>; ours: () => Promise<Lap> }

const ground = await layGround()
const load = await startHelper<null>('list-load.ts', false)
try {
  console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, ${ground.what}`)
  const averages = loadavg().map((average) => average.toFixed(2))
  console.log(`Load average before: ${averages.join(', ')}`)
  const token = await makeKey()
  const rows: string[][] = []
  for (const contest of await openContests()) {
    if (!contest.name.includes(ONLY)) continue
    rows.push(...writeComparison(contest.name, await compare(contest, token)))
  }
  const head = ['', 'requests/s', 'CPU of the process, µs/request', 'p50 ms', 'p99 ms', 'share of the bound']
  console.log(`\n${writeTable(head, rows)}`)
} finally {
  await endPrograms()
  await ground.clear()
}

async function makeKey(): Promise<string> {
  const database = openDatabase(ground.url, 1)
  const key = { tenantId: ground.tenant.id, kind: 'secret', scopes: ['accounts'], origins: [] } as const
  const { token } = await addKey(database, { ...key, scopes: [...key.scopes], origins: [] })
  await database.close()
  return token
}

/** Starts the product and both bounds; what is measured of them. */
async function openContests(): Promise<Contest[]> {
  const ours = await startProgram('api/main.ts', envOf(), '/readyz')
  const hashBound = await startProgram('bench/hash-bound.ts', {})
  const bound = await startProgram('bench/bound.ts', { ...envOf(), POOL, TENANT: ground.tenant.id })
  const hash = await hashSecret(readKeyRing(ground.secrets)!, PASSWORD)
  const crowd = (perSecond: number): Crowd => {
    const count = perSecond * SECONDS
    return { first: takeSamples(count), count, hash }
  }
  const compareOnly = async (): Promise<Lap> => {
    const requests = [{ path: '/logins', body: JSON.stringify({ password: PASSWORD }) }]
    return { program: hashBound, status: 201, requests, isAround: true }
  }
  const update = async (): Promise<Lap> => {
    const { first, count } = crowd(MOST.updates)
    await fill(ground, 'bound', { first, count })
    return {
      ...once(bound, 200),
      requests: Array.from({ length: count }, (_, index) => checkOf(first + index)),
    }
  }
  const logIn = async (hasPhone: boolean): Promise<Lap> => {
    const requests = await fillPeople(ground, crowd(MOST.logins), hasPhone)
    return { ...once(ours, 201), requests }
  }
  const answerTexts = async () => ({
    ...once(ours, 200),
    requests: await fillTexts(ground, crowd(MOST.answers)),
  })
  const answerApps = async () => {
    const requests = await fillApps(ground, crowd(MOST.answers))
    const body = JSON.stringify({ code: codeOfApp(APP_SECRET, 0) })
    return { ...once(ours, 200), requests: requests.map(({ path }) => ({ path, body })) }
  }
  return [
    { name: 'Login, no factor', bound: compareOnly, ours: () => logIn(false) },
    { name: 'Login, a text goes out', bound: compareOnly, ours: () => logIn(true) },
    { name: 'Answer with the code of a text', bound: update, ours: answerTexts },
    { name: 'Answer with an app’s code', bound: update, ours: answerApps },
  ]
}

function once(program: Program, status: number) {
  return { program, status, isAround: false }
}

function checkOf(n: number): Listed {
  const { id, code } = verificationAt(n)
  return { path: `/checks/${id}`, body: JSON.stringify({ code }) }
}

/** A warm-up and the rounds, by turns. */
async function compare({ bound, ours }: Contest, token: string): Promise<Comparison> {
  const sides = { bound: [] as Side[], ours: [] as Side[] }
  for (let round = 0; round <= ROUNDS; round++) {
    const two = [await measure(await bound(), token), await measure(await ours(), token)] as const
    if (round === 0) continue
    sides.bound.push(two[0])
    sides.ours.push(two[1])
  }
  const ratio = median(sides.ours.map((side, index) => side.perSecond / sides.bound[index]!.perSecond))
  return { bound: medianOf(sides.bound), ours: medianOf(sides.ours), ratio }
}

async function measure({ program, status, requests, isAround }: Lap, token: string): Promise<Side> {
  await wait(300)
  const before = cpuMs(program.pid)
  const task: ListTask = { url: program.url, token, seconds: SECONDS, requests, isAround }
  const result = await load.ask<ListResult>(task)
  const { perSecond, answers, p50, p99, statuses, isShort } = result
  // A fast refusal would look like speed.
  if (isShort || Object.keys(statuses).some((given) => given !== String(status)))
    throw new Error(`not the answers that were to be measured: ${JSON.stringify({ statuses, isShort })}`)
  return { perSecond, cpuUs: ((cpuMs(program.pid) - before) * 1_000) / answers, p50, p99 }
}

function medianOf(sides: Side[]): Side {
  const of = (field: keyof Side) => median(sides.map((side) => side[field]))
  return { perSecond: of('perSecond'), cpuUs: of('cpuUs'), p50: of('p50'), p99: of('p99') }
}

function envOf(): Record<string, string> {
  return {
    ...{
      DATABASE_URL: ground.url,
      KEYPAD_SECRETS: ground.secrets,
      KEYPAD_TEST_LIMITS: 'open',
      KEYPAD_POOL: POOL,
    },
    ...(ground.redisUrl ? { REDIS_URL: ground.redisUrl } : {}),
  }
}
