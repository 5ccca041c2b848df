/**
 * `node api/main.ts`: the HTTP API as a process of its own.
 */
import { ConfigError, readConfig } from '#config.ts'
import { openLog } from '#process/log.ts'
import { stopOnSignals } from '#process/stop.ts'
import { startApi } from './run.ts'

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
} catch (error) {
  console.error(
    error instanceof ConfigError ? error.message : `The API cannot start: ${(error as Error).message}`,
  )
  process.exit(1)
}
