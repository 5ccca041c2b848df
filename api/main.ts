/**
 * `node api/main.ts`: the HTTP API as a process of its own.
 */
import type { Router } from 'express'
import type { Logger } from 'pino'
import type { Config } from '#config.ts'
import { keepCompiledCode, limitNursery, settleSoon } from '#process/lean-start.ts'

limitNursery('api')
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
  const portal = config.portal.key && (await makePortal(config, config.portal.key, log))
  const api = await startApi(config, log, (app) => {
    beside?.mount(app)
    if (portal) app.use(portal)
  })
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

/** Loaded only where it is asked for: an API alone stays as small as it is. */
async function makePortal({ port, publicUrl, portal }: Config, key: string, log: Logger): Promise<Router> {
  const { openPages } = await import('#portal/open-pages.ts')
  const settings = { keypadUrl: `http://127.0.0.1:${port}`, key, publicUrl, brand: portal.brand }
  return openPages({ ...settings, log: (mistake) => log.error({ mistake }, 'a page could not be made') })
}
