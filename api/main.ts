/**
 * `node api/main.ts`: the HTTP API as a process of its own.
 */
import { keepCompiledCode, settleSoon } from '#process/lean-start.ts'

keepCompiledCode()
const [{ ConfigError, readConfig }, { openLog }, { stopOnSignals }, { startApi }] = await Promise.all([
  import('#config.ts'),
  import('#process/log.ts'),
  import('#process/stop.ts'),
  import('./run.ts'),
])

try {
  const config = readConfig(process.env, 4300)
  const log = openLog(config.logLevel, 'api')
  // Without Twilio's credentials, never in production, the simulator stands in on this port.
  const beside = config.carrier.isSimulated
    ? (await import('#simulator/mount.ts')).mountSimulator(config.carrier)
    : undefined
  const api = await startApi(config, log, beside?.mount)
  stopOnSignals(log, async () => {
    await api.close()
    await beside?.stop()
  })
  log.info({ port: api.port }, 'listening')
  settleSoon()
} catch (error) {
  console.error(
    error instanceof ConfigError ? error.message : `The API cannot start: ${(error as Error).message}`,
  )
  process.exit(1)
}
