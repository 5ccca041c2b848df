/**
 * A load of requests that were made before, each sent once: a process of its own, asked over IPC.
 */
import autocannon from 'autocannon'
import type { Request } from 'autocannon'

export type Listed = { path: string; body: string }
/** `isAround`: the list begins anew when it ends; otherwise it must be long enough. */
export type ListTask = { url: string; token: string; seconds: number; requests: Listed[]; isAround: boolean }
export type ListResult = {
  perSecond: number
  answers: number
  p50: number
  p99: number
  statuses: Record<string, number>
  /** Whether the list was too short for the time. */
  isShort: boolean
}

const CONNECTIONS = 32

process.on('message', (task: ListTask) => {
  void runList(task).then((result) => process.send?.(result))
})

async function runList({ url, token, seconds, requests, isAround }: ListTask): Promise<ListResult> {
  let next = 0
  const one: Request = {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    setupRequest: (base) => ({ ...base, ...requests[next++ % requests.length] }),
  }
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, requests: [one] })
  const statuses = Object.fromEntries(
    Object.entries(result.statusCodeStats ?? {}).map(([status, { count }]) => [status, count ?? 0]),
  )
  const answers = Object.values(statuses).reduce((sum, count) => sum + count, 0)
  return {
    ...{
      perSecond: answers / result.duration,
      answers,
      statuses,
      isShort: !isAround && next > requests.length,
    },
    ...{ p50: result.latency.p50, p99: result.latency.p99 },
  }
}
