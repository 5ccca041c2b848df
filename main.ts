/**
 * `npm start`: the whole product in one process, on a machine with nothing but Node and npm. Without DATABASE_URL it
 * brings its own PostgreSQL; without Twilio's credentials the simulator stands in.
 */
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { startApi } from '#api/run.ts'
import type { Router } from 'express'
import type { Logger } from 'pino'
import { prepareDemo } from '#cli/demo.ts'
import type { Demo } from '#cli/demo.ts'
import { ConfigError, parseSettings, readConfig } from '#config.ts'
import type { Config } from '#config.ts'
import { openDatabase } from '#db/client.ts'
import { migrate } from '#db/migrate.ts'
import { openPages } from '#portal/open-pages.ts'
import { openLog } from '#process/log.ts'
import { stopOnSignals } from '#process/stop.ts'
import { mountSimulator } from '#simulator/mount.ts'
import { startWorker } from '#worker/run.ts'

type Closing = () => Promise<void>
type DemoPlace = { dataDir: string; baseUrl: string; databaseUrl: string }

/** What was opened, newest last; closed in the opposite order. */
const opened: Closing[] = []
const closeAll: Closing = async () => {
  while (opened.length > 0) await opened.pop()!()
}

try {
  await start()
} catch (error) {
  const isExpected = error instanceof ConfigError
  console.error(isExpected ? error.message : `Keypad cannot start: ${(error as Error).message}`)
  await closeAll().catch(() => {})
  process.exit(1)
}

async function start(): Promise<void> {
  const settings = parseSettings(process.env)
  const dataDir = resolve(settings.KEYPAD_DATA_DIR)
  const isEmbedded = settings.DATABASE_URL === undefined && settings.NODE_ENV !== 'production'
  const port = settings.PORT ?? 4300
  await refuseTakenPort(port)
  const embedded = isEmbedded ? await startEmbedded(dataDir, port) : {}
  const config = readConfig(process.env, 4300, embedded)
  const log = openLog(config.logLevel, 'keypad')
  stopOnSignals(log, closeAll)
  const at = isEmbedded ? { dataDir, baseUrl: config.publicUrl, databaseUrl: config.databaseUrl } : null
  const demo = await prepareDatabase(config, at)
  const simulated = config.carrier.isSimulated ? mountSimulator(config.carrier) : null
  const portal = makePortal(config, demo, log)
  const api = await startApi(config, log, (app) => {
    simulated?.mount(app)
    if (portal) app.use(portal)
  })
  opened.push(async () => simulated?.stop())
  opened.push(api.close)
  const worker = startWorker(config, log)
  opened.push(worker.close)
  console.log(welcome(config, { dataDir: isEmbedded ? dataDir : null, hasPortal: portal !== null }))
}

/** Says so when something listens on the port already, before anything is opened. */
async function refuseTakenPort(port: number): Promise<void> {
  const probe = createServer()
  await new Promise<void>((free, taken) => {
    probe.once('error', (error: NodeJS.ErrnoException) => taken(new Error(portSentence(port, error.code))))
    probe.listen(port, () => probe.close(() => free()))
  })
}

function portSentence(port: number, code: string | undefined): string {
  if (code === 'EADDRINUSE')
    return `port ${port} is in use, perhaps by another Keypad; it was left alone. Set PORT to another one.`
  return `port ${port} cannot be opened (${code ?? 'unknown reason'}). Set PORT to another one.`
}

async function startEmbedded(
  dataDir: string,
  port: number,
): Promise<{ databaseUrl: string; secrets: string }> {
  const { lockDataDir } = await import('#embedded/lock.ts')
  const { startEmbeddedPostgres } = await import('#embedded/postgres.ts')
  const { readOrMakeSecrets } = await import('#embedded/secrets.ts')
  const lock = lockDataDir(dataDir, { port })
  if (lock.heldBy) throw new Error(lock.sentence)
  opened.push(async () => lock.release())
  const secrets = readOrMakeSecrets(dataDir)
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => {} })
  opened.push(postgres.stop)
  return { databaseUrl: postgres.url, secrets }
}

/** Migrates, and makes the demo where the database is our own. */
async function prepareDatabase(config: Config, at: DemoPlace | null): Promise<Demo | null> {
  const database = openDatabase(config.databaseUrl, 1)
  try {
    await migrate(database)
    return at && (await prepareDemo(database, at))
  } finally {
    await database.close()
  }
}

/** The pages, with their own key or the demo's. Null: there are none. */
function makePortal({ portal, port, publicUrl }: Config, demo: Demo | null, log: Logger): Router | null {
  const { key, brand } = portal
  const own = demo && { key: demo.secret_key, brand: 'Riverside Clinic', country: 'GB' }
  const settings = key ? { key, brand } : own
  const at = { keypadUrl: `http://127.0.0.1:${port}`, publicUrl }
  return (
    settings &&
    openPages({ ...at, ...settings, log: (mistake) => log.error({ mistake }, 'a page could not be made') })
  )
}

function welcome(
  config: Config,
  { dataDir, hasPortal }: { dataDir: string | null; hasPortal: boolean },
): string {
  const lines = [
    '',
    `Keypad is running at ${config.publicUrl}`,
    `  How to use it      ${config.publicUrl}/docs`,
    ...(config.carrier.isSimulated
      ? [`  The phones         ${config.publicUrl}/handsets   (nothing is sent to real ones)`]
      : []),
    ...(hasPortal ? [`  Patient portal     ${config.publicUrl}/portal/sign-in`] : []),
    ...(dataDir
      ? [`  Keys of the demo   ${dataDir}/demo.json`]
      : ['  Keys               npm run -s keypad -- key create …']),
    '  Stop               Ctrl-C',
    '',
  ]
  return lines.join('\n')
}
