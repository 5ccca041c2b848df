/**
 * `npm start`: the whole product in one process, on a machine with nothing but Node and npm. Without DATABASE_URL it
 * brings its own PostgreSQL; without Twilio's credentials the simulator stands in.
 */
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { startApi } from '#api/run.ts'
import { prepareDemo } from '#cli/demo.ts'
import { ConfigError, parseSettings, readConfig } from '#config.ts'
import type { Config } from '#config.ts'
import { openDatabase } from '#db/client.ts'
import { migrate } from '#db/migrate.ts'
import { openLog } from '#process/log.ts'
import { stopOnSignals } from '#process/stop.ts'
import { mountSimulator } from '#simulator/mount.ts'
import { startWorker } from '#worker/run.ts'

type Closing = () => Promise<void>

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
  await prepareDatabase(config)
  const simulated = config.carrier.isSimulated ? mountSimulator(config.carrier) : null
  const api = await startApi(config, log, simulated?.mount)
  opened.push(async () => simulated?.stop())
  opened.push(api.close)
  const worker = startWorker(config, log)
  opened.push(worker.close)
  const at = { dataDir, baseUrl: config.publicUrl, databaseUrl: config.databaseUrl }
  if (isEmbedded) await prepareDemo(api.context.database, at)
  console.log(welcome(config, isEmbedded ? dataDir : null))
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

async function prepareDatabase(config: Config): Promise<void> {
  const database = openDatabase(config.databaseUrl, 1)
  try {
    await migrate(database)
  } finally {
    await database.close()
  }
}

function welcome(config: Config, dataDir: string | null): string {
  const lines = [
    '',
    `Keypad is running at ${config.publicUrl}`,
    `  How to use it      ${config.publicUrl}/docs`,
    ...(config.carrier.isSimulated
      ? [`  The phones         ${config.publicUrl}/handsets   (nothing is sent to real ones)`]
      : []),
    ...(dataDir
      ? [`  Keys of the demo   ${dataDir}/demo.json`]
      : ['  Keys               npm run -s keypad -- key create …']),
    '  Stop               Ctrl-C',
    '',
  ]
  return lines.join('\n')
}
