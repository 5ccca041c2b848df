import { describe, expect, inject, it } from 'vitest'
import { makeDatabase } from '#test/harness/database.ts'
import { BACKENDS } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { answerWakeUps } from '#queue/answer-calls.ts'
import type { QueuePlace } from '#queue/connection.ts'
import { openQueueHealth } from '#queue/health.ts'
import { openWakeUps } from '#queue/wake-up.ts'
import type { WakeUpCall } from '#queue/wake-up.ts'

const call = (id: string, priority = 2): WakeUpCall => ({ id, channel: 'sms', priority })
const NOBODY: QueuePlace = { redisUrl: 'redis://127.0.0.1:9' }

describe.each(BACKENDS)('wake-up calls, queue on %s', (backend) => {
  /** A queue that nobody else uses: a database of its own, or one of Redis's numbered ones. */
  async function openPlace(number: number) {
    if (backend === 'redis')
      return { place: { redisUrl: `${inject('redisUrl')}/${number}` }, drop: async () => {} }
    const database = await makeDatabase()
    return { place: { databaseUrl: database.url }, drop: () => database.drop() }
  }

  it('come to a worker once each, those of logins first', async () => {
    const { place, drop } = await openPlace(1)
    const wakeUps = openWakeUps(place)
    const pace = { concurrency: 1, perSecond: 1_000 }
    const woken: string[] = []
    wakeUps.wake(['a', 'b', 'c'].map((id) => call(id)))
    wakeUps.wake([call('login', 1)])
    await until('all wait', async () => (await wakeUps.countWaiting()) === 4)
    const worker = answerWakeUps(place, 'sms', { pace, deliver: async (id) => void woken.push(id) })
    await until('all came', () => woken.length === 4)
    expect(woken).toEqual(['login', 'a', 'b', 'c'])
    await until('none wait', async () => (await wakeUps.countWaiting()) === 0)
    await worker.close()
    await wakeUps.close()
    await drop()
  })

  it('count once when they are placed again with the same text', async () => {
    const { place, drop } = await openPlace(2)
    const wakeUps = openWakeUps(place)
    for (let times = 0; times < 5; times++) wakeUps.wake([call('a'), call('b')], 'window')
    wakeUps.wake([call('a')], 'next window')
    await until('they wait', async () => (await wakeUps.countWaiting()) >= 3)
    await wakeUps.close()
    const again = openWakeUps(place)
    expect(await again.countWaiting()).toBe(3)
    await again.close()
    await drop()
  })

  it('go on after one whose work failed', async () => {
    const { place, drop } = await openPlace(3)
    const wakeUps = openWakeUps(place)
    const woken: string[] = []
    const worker = answerWakeUps(place, 'sms', {
      pace: { concurrency: 1, perSecond: 1_000 },
      deliver: async (id) => {
        woken.push(id)
        if (id === 'bad') throw new Error('the database is away')
      },
    })
    wakeUps.wake([call('bad'), call('good')])
    await until('both came', () => woken.length === 2)
    await until('none wait', async () => (await wakeUps.countWaiting()) === 0)
    expect(woken).toEqual(['bad', 'good'])
    await worker.close()
    await wakeUps.close()
    await drop()
  })
})

describe('a queue that is away', () => {
  it('holds up nobody: waking returns at once, counting fails within two seconds, closing ends', async () => {
    const wakeUps = openWakeUps(NOBODY)
    const from = performance.now()
    wakeUps.wake(Array.from({ length: 12_000 }, (_, index) => call(`${index}`)))
    expect(performance.now() - from).toBeLessThan(200)
    expect(wakeUps.lost()).toBeGreaterThan(1_000)
    await expect(wakeUps.countWaiting()).rejects.toThrow('in time')
    await wakeUps.close()
    expect(performance.now() - from).toBeLessThan(6_000)
  })

  it('fails its health check at once', async () => {
    const health = openQueueHealth(NOBODY, false)
    const from = performance.now()
    await expect(health.check()).rejects.toThrow()
    expect(performance.now() - from).toBeLessThan(1_500)
    health.close()
  })
})
