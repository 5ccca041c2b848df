/**
 * `npm run bench`: the product beside its lower bounds in the same run (docs/performance.md). Only this machine is
 * touched: servers of its own, or those of DATABASE_URL and REDIS_URL with a database of its own.
 * BENCH_ROUNDS and BENCH_SECONDS make it shorter or longer.
 */
import { cpus, loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { layGround } from './ground.ts'
import type { Ground } from './ground.ts'
import { measureHops } from './hops.ts'
import { cpuMs, endPrograms, residentMb, startHelper, startProgram } from './program.ts'
import type { Helper } from './program.ts'
import { writeComparison, writeHops, writeTable } from './report.ts'
import { compare, median } from './rounds.ts'

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5)
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 4)
const PACE = { perSecond: 300, seconds: 10 }
const POOL = '16'

const results = { speed: [] as string[][], hops: [] as string[][], memory: [] as string[][] }

const ground = await layGround()
const [load, carrier] = await Promise.all([
  startHelper<null>('load.ts', false),
  startHelper<{ port: number }>('carrier.ts', true),
])
try {
  console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, ${ground.what}`)
  console.log(
    `Load average before: ${loadavg()
      .map((load) => load.toFixed(2))
      .join(', ')}`,
  )
  const backends = [...(ground.redisUrl ? ['Redis'] : []), 'PostgreSQL']
  for (const backend of backends) await measureBackend(backend)
  print()
} finally {
  await endPrograms()
  await ground.clear()
}

async function measureBackend(backend: string): Promise<void> {
  const env = envOf(ground, backend, carrier.hello.port)
  await measureStart(env, backend)
  const api = await startProgram('api/main.ts', env, '/readyz')
  const bound = await startProgram('bench/bound.ts', { ...env, POOL, TENANT: ground.tenant.id })
  await wait(2_000)
  const idleMb = residentMb(api.pid)
  await measureClicks(env, backend, api.url)
  const field = { ground, load, bound, ours: api, rounds: ROUNDS, seconds: SECONDS }
  results.speed.push(...writeComparison(`Start, queue in ${backend}`, await compare(field, 'start')))
  results.speed.push(...writeComparison(`Check, queue in ${backend}`, await compare(field, 'check')))
  const loadedMb = residentMb(api.pid)
  results.memory.push([`API, queue in ${backend}`, idleMb.toFixed(0), loadedMb.toFixed(0)])
  await Promise.all([api.stop(), bound.stop()])
}

/** From `node api/main.ts` to its first answer, five times. */
async function measureStart(env: Record<string, string>, backend: string): Promise<void> {
  const took: number[] = []
  const cpu: number[] = []
  for (let time = 0; time < 5; time++) {
    const api = await startProgram('api/main.ts', env)
    took.push(api.readyMs)
    cpu.push(api.readyCpuMs)
    await api.stop()
  }
  console.log(
    `Start of the API to its first answer, queue in ${backend}: ${median(took).toFixed(0)} ms, of CPU ${median(cpu).toFixed(0)} ms`,
  )
}

/** The worker runs only here: beside the comparisons it would take the processor from both sides unequally. */
async function measureClicks(env: Record<string, string>, backend: string, url: string): Promise<void> {
  // What the comparisons of the backend before left waiting would otherwise be posted first.
  await ground.pool.query(
    "update deliveries set due_at = null, status = 'expired_unsent' where due_at is not null",
  )
  const worker = await startProgram('worker/main.ts', env)
  const target = { url, token: ground.tenant.token }
  const helpers: { load: Helper; carrier: Helper } = { load, carrier }
  await measureHops(helpers, target, { ...PACE, seconds: 3 })
  const before = cpuMs(worker.pid)
  const hops = await measureHops(helpers, target, PACE)
  const cpuUs = ((cpuMs(worker.pid) - before) * 1_000) / hops.arrived
  results.hops.push([...writeHops(`Queue in ${backend}`, hops), cpuUs.toFixed(0)])
  results.memory.push([`Worker, queue in ${backend}`, '', residentMb(worker.pid).toFixed(0)])
  await worker.stop()
}

function envOf(ground: Ground, backend: string, carrierPort: number): Record<string, string> {
  return {
    DATABASE_URL: ground.url,
    ...(backend === 'Redis' && ground.redisUrl ? { REDIS_URL: ground.redisUrl } : {}),
    KEYPAD_SECRETS: ground.secrets,
    KEYPAD_TEST_LIMITS: 'open',
    KEYPAD_POOL: POOL,
    KEYPAD_TEXTS_PER_SECOND: '2000',
    PUBLIC_URL: 'http://127.0.0.1:4300',
    TWILIO_ACCOUNT_SID: `AC${'0123456789abcdef'.repeat(2)}`,
    TWILIO_AUTH_TOKEN: 'bench-token-0123456789abcdef0123456789',
    TWILIO_FROM: '+15005550006',
    TWILIO_BASE_URL: `http://127.0.0.1:${carrierPort}`,
  }
}

function print(): void {
  const speed = ['', 'requests/s', 'CPU of the process, µs/request', 'p50 ms', 'p99 ms', 'share of the bound']
  console.log(`\n${writeTable(speed, results.speed)}`)
  const hops = [
    `Click to carrier at ${PACE.perSecond} starts/s`,
    'starts/s',
    'p50 ms',
    'p99 ms',
    'arrived',
    'worker CPU, µs/text',
  ]
  console.log(`\n${writeTable(hops, results.hops)}`)
  console.log(`\n${writeTable(['Resident memory, MB', 'idle', 'after the load'], results.memory)}`)
}
