/**
 * A Redis of the test's own, on a free port, keeping nothing on disk.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { until } from './until.ts'
import { Redis } from 'ioredis'

export type TestRedis = { url: string; port: number; pid: number; stop(): Promise<void> }

/** Whether this machine has the binary. */
export function hasRedis(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0
}

/** Starts one; null when the binary is not there. `port`: take this one, to come back after a crash. */
export async function startRedis(port?: number, more: string[] = []): Promise<TestRedis | null> {
  if (!hasRedis()) return null
  const chosen = port ?? (await freePort())
  const folder = mkdtempSync(join(tmpdir(), 'keypad-redis-'))
  const options = [
    '--port',
    `${chosen}`,
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    folder,
  ]
  const child = spawn('redis-server', [...options, '--loglevel', 'warning', ...more], { stdio: 'ignore' })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = `redis://127.0.0.1:${chosen}`
  await until('Redis answers', () => answers(url))
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL')
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, port: chosen, pid: child.pid!, stop }
}

async function answers(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null })
  redis.on('error', () => {})
  try {
    await redis.connect()
    return (await redis.ping()) === 'PONG'
  } catch {
    return false
  } finally {
    redis.disconnect()
  }
}
