import { Redis } from 'ioredis'
import { expect, it } from 'vitest'
import { hasRedis, startRedis } from '#test/harness/redis.ts'
import { startStack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

/** A cluster of one node that owns every slot: it refuses commands over several slots like any other. */
async function startCluster() {
  const redis = await startRedis(undefined, [
    '--cluster-enabled',
    'yes',
    '--cluster-announce-ip',
    '127.0.0.1',
  ])
  if (!redis) throw new Error('redis-server is missing')
  const admin = new Redis(redis.url)
  await admin.call('cluster', 'addslotsrange', '0', '16383')
  await until('the cluster is whole', async () =>
    String(await admin.call('cluster', 'info')).includes('cluster_state:ok'),
  )
  admin.disconnect()
  return redis
}

it.runIf(hasRedis())(
  'a text is sent and proven over a Redis Cluster, whose keys share one slot',
  async () => {
    const redis = await startCluster()
    const stack = await startStack({ backend: 'redis', redisUrl: `${redis.url},${redis.url}` })
    const to = '+31612345678'
    const { body } = await stack.call('POST', '/v1/verifications', { to, channel: 'sms' })
    const code = await stack.phones.codeOf(to)
    const checked = await stack.call('POST', `/v1/verifications/${body.id}/checks`, { code })
    expect(checked.body.status).toBe('approved')
    expect((await stack.call('GET', '/readyz')).status).toBe(200)
    await stack.close()
    await redis.stop()
  },
)
