/**
 * The product as its users meet it: database, queue, simulator, API and worker, in this process or in processes of
 * their own. Everything goes over HTTP.
 */
import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { startApi } from '#api/run.ts'
import { addKey } from '#cli/keys.ts'
import { readConfig } from '#config.ts'
import { writeId } from '#core/ids.ts'
import { newUuid } from '#core/new-id.ts'
import { openDatabase } from '#db/client.ts'
import { insertTenant } from '#db/tenants.ts'
import { openLog } from '#process/log.ts'
import { startWorker } from '#worker/run.ts'
import { makeDatabase } from './database.ts'
import { freePort } from './free-port.ts'
import { makeClient } from './http-client.ts'
import { spawnProcess } from './processes.ts'
import type { ChildProcess } from './processes.ts'
import { startProxy } from './proxy.ts'
import { ACCOUNT, startSimulator } from './simulator.ts'

export type Backend = 'postgres' | 'redis'

/** The queue backends that this machine can run; PostgreSQL's always. */
export const BACKENDS: Backend[] = inject('redisUrl') === '' ? ['postgres'] : ['postgres', 'redis']

export type StackOptions = {
  backend?: Backend
  /** Another Redis than the run's. */
  redisUrl?: string
  /** The migrated template database of another PostgreSQL than the run's. */
  postgresUrl?: string
  /** How many of each; `processes`: as child processes, so that they can be killed. */
  apis?: number
  workers?: number
  processes?: boolean
  speed?: number
  /** Puts a proxy that can be ill between the product and the carrier. */
  proxy?: boolean
  env?: Record<string, string>
}

export type Stack = Awaited<ReturnType<typeof startStack>>

/** Starts a stack with one tenant and its keys. Limits per address and tenant are open unless `env` says otherwise. */
export async function startStack(options: StackOptions = {}) {
  const { backend = 'postgres', apis = 1, workers = 1, processes = false, speed = 20 } = options
  const [database, phones] = await Promise.all([makeDatabase(options.postgresUrl), startSimulator(speed)])
  const carrierUrl = new URL(phones.baseUrl)
  const proxy = options.proxy ? await startProxy(Number(carrierUrl.port)) : null
  if (proxy) carrierUrl.port = `${proxy.port}`
  const ports = await Promise.all(Array.from({ length: apis }, freePort))
  const publicUrl = `http://127.0.0.1:${ports[0] ?? (await freePort())}`
  const env: Record<string, string> = {
    PUBLIC_URL: publicUrl,
    DATABASE_URL: database.url,
    KEYPAD_SECRETS: `k1:${randomBytes(32).toString('base64')}`,
    TWILIO_ACCOUNT_SID: ACCOUNT.sid,
    TWILIO_AUTH_TOKEN: ACCOUNT.token,
    TWILIO_FROM: '+15005550006',
    TWILIO_BASE_URL: carrierUrl.href,
    KEYPAD_TEXTS_PER_SECOND: '2000',
    KEYPAD_CALLS_PER_SECOND: '100',
    KEYPAD_TEST_LIMITS: 'open',
    LOG_LEVEL: 'silent',
    ...(backend === 'redis' ? { REDIS_URL: options.redisUrl ?? inject('redisUrl') } : {}),
    ...options.env,
  }
  const closing: (() => Promise<unknown>)[] = []
  const children: { api: ChildProcess[]; worker: ChildProcess[] } = { api: [], worker: [] }
  const addApi = async (port?: number) => {
    const chosen = port ?? (await freePort())
    if (processes) children.api.push(await spawnProcess('api', { ...env, PORT: `${chosen}` }))
    else closing.push((await startApi(configOf(env, chosen), openLog('silent', 'api'))).close)
    return `http://127.0.0.1:${chosen}`
  }
  const addWorker = async () => {
    if (processes) children.worker.push(await spawnProcess('worker', { ...env, PORT: `${await freePort()}` }))
    else closing.push(startWorker(configOf(env, 0), openLog('silent', 'worker')).close)
  }
  const tenant = await addTenant(database.url)
  const urls: string[] = []
  for (const port of ports) urls.push(await addApi(port))
  for (let count = 0; count < workers; count++) await addWorker()
  return {
    ...{ env, urls, publicUrl, database, phones, tenant, children, addApi, addWorker },
    /** Between the product and the carrier, where one was asked for. */
    proxy: proxy!,
    addTenant: () => addTenant(database.url),
    /** Asks with the tenant's secret key; `call.at` chooses among several APIs. */
    call: makeClient(urls, tenant.secretKey),
    close: async () => {
      for (const child of [...children.api, ...children.worker]) await child.stop()
      for (const close of closing.toReversed()) await close()
      await proxy?.close()
      await phones.stop()
      await database.drop()
    },
  }
}

function configOf(env: Record<string, string>, port: number) {
  return readConfig({ ...env, PORT: `${port}` }, port)
}

async function addTenant(databaseUrl: string) {
  const database = openDatabase(databaseUrl, 1)
  const id = newUuid()
  await insertTenant(database, { id, name: 'Riverside Clinic', country: 'GB', locale: 'en-GB' })
  const scopes = ['verify', 'accounts', 'support', 'admin']
  const secret = await addKey(database, { tenantId: id, kind: 'secret', scopes, origins: [] })
  const origins = ['https://portal.example.org']
  const publishable = await addKey(database, { tenantId: id, kind: 'publishable', scopes: [], origins })
  await database.close()
  return {
    id,
    tenantId: writeId('ten', id),
    secretKey: secret.token,
    publishableKey: publishable.token,
    secretKeyId: secret.id,
  }
}
