/**
 * `node worker/main.ts`: the jobs as a process of its own, with a small port for probes and metrics.
 */
import { createServer } from 'node:http'
import { keepCompiledCode, limitNursery, settleSoon } from '#process/lean-start.ts'

limitNursery('worker')
keepCompiledCode()
const [{ ConfigError, readConfig }, { openLog }, { stopOnSignals }, { answerProbes }, { startWorker }] =
  await Promise.all([
    import('#config.ts'),
    import('#process/log.ts'),
    import('#process/stop.ts'),
    import('./probes.ts'),
    import('./run.ts'),
  ])

try {
  // The public address is the API's, also when nobody has set it; the worker's own port serves only probes.
  const config = readConfig({ PUBLIC_URL: 'http://localhost:4300', ...process.env }, 4301)
  const log = openLog(config.logLevel, 'worker')
  const worker = startWorker(config, log)
  const server = createServer(answerProbes(worker))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, () => resolve())
  })
  stopOnSignals(log, async () => {
    server.close()
    server.closeAllConnections()
    await worker.close()
  })
  log.info({ port: config.port }, 'working')
  settleSoon()
} catch (error) {
  console.error(
    error instanceof ConfigError ? error.message : `The worker cannot start: ${(error as Error).message}`,
  )
  process.exit(1)
}
