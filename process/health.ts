/**
 * /readyz: whether this process should get requests, with one line per dependency.
 */
import { MAX_CLOCK_GAP_MS } from '#core/limits.ts'
import type { Db } from '#db/client.ts'
import { isMigrated } from '#db/migrate.ts'
import { readClock } from '#db/clock.ts'
import type { QueueHealth } from '#queue/health.ts'

/** One dependency. `ok` false with `required` makes the process not ready. */
export type Check = { ok: boolean; required: boolean; detail?: string }

const CHECK_LIMIT_MS = 2_000
/** Answers are remembered this long, so that probes cannot load the dependencies. */
const REMEMBERED_MS = 1_000

type Checked = { database: Db; checkQueue: () => Promise<Check> }

/** What a probe is told. */
export type Readiness = { isReady: boolean; status: 'ready' | 'not_ready'; checks: Record<string, Check> }

/** Opens the readiness check of a process; its answer is remembered for a second. */
export function openReadiness(checked: Checked): () => Promise<Readiness> {
  let known: { until: number; checks: Promise<Record<string, Check>> } | null = null
  return async () => {
    if (!known || known.until < performance.now())
      known = { until: performance.now() + REMEMBERED_MS, checks: runChecks(checked) }
    const checks = await known.checks
    const isReady = Object.values(checks).every(({ ok, required }) => ok || !required)
    return { isReady, status: isReady ? 'ready' : 'not_ready', checks }
  }
}

/**
 * The queue as a check. One that is set up wrongly makes the process not ready; one that is away does not, since checks
 * need only the database and starts wait in the outbox (security.md OPS-4).
 */
export function queueCheck(health: QueueHealth): () => Promise<Check> {
  return () =>
    health.check().then(
      (problem) => (problem === null ? good : bad(problem)),
      () => AWAY,
    )
}

const AWAY: Check = { ok: false, required: false, detail: 'cannot be reached: sends wait until it is back' }

async function runChecks({ database, checkQueue }: Checked): Promise<Record<string, Check>> {
  const [clock, migrations, queue] = await Promise.all([
    safely(async () => checkClock(await readClock(database))),
    safely(async () =>
      (await isMigrated(database)) ? good : bad('behind: run `npm run keypad -- migrate`'),
    ),
    safely(checkQueue),
  ])
  return { database: clock, migrations, queue }
}

const good: Check = { ok: true, required: true }
const bad = (detail: string): Check => ({ ok: false, required: true, detail })

function checkClock(now: Date): Check {
  const gapMs = Math.abs(now.getTime() - Date.now())
  return gapMs <= MAX_CLOCK_GAP_MS
    ? good
    : bad(`clock differs from the database's by ${Math.round(gapMs / 1_000)} s`)
}

async function safely(check: () => Promise<Check>): Promise<Check> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Check>((resolve) => {
    timer = setTimeout(() => resolve(bad('does not answer in time')), CHECK_LIMIT_MS)
  })
  const checked = check().catch(() => bad('cannot be reached'))
  return Promise.race([checked, late]).finally(() => clearTimeout(timer))
}
