/**
 * The load, in a process of its own: gets one task at a time over IPC and sends back what came of it.
 */
import { Agent } from 'node:http'
import autocannon from 'autocannon'
import type { Request } from 'autocannon'
import { writeId } from '#core/ids.ts'
import { now, post } from './post.ts'
import { phoneAt, verificationAt } from './samples.ts'

export type Target = { url: string; path: string; token: string }
/** `first`: the count of the first sample. `pace`: requests a second, whatever becomes of the earlier ones. */
export type Task = Target &
  (
    | { kind: 'start' | 'check'; seconds: number; first: number }
    | { kind: 'pace'; seconds: number; first: number; perSecond: number }
  )

export type LoadResult = {
  perSecond: number
  answers: number
  p50: number
  p99: number
  statuses: Record<string, number>
  /** The next count that is free. */
  next: number
  /** Only of a paced task: when each number's request began, ms of the shared monotonic clock. */
  begun: [phone: string, atMs: number][]
}

const CONNECTIONS = 32

process.on('message', (task: Task) => {
  void (task.kind === 'pace' ? runPaced(task) : runClosed(task)).then((result) => process.send?.(result))
})

/** As many requests as 32 connections can carry. A check is a wrong code and then the right one. */
async function runClosed(task: Task): Promise<LoadResult> {
  let next = task.first
  const headers = { authorization: `Bearer ${task.token}`, 'content-type': 'application/json' }
  const start: Request = {
    setupRequest: (base) => ({ ...base, body: bodyOfStart(phoneAt(next++)) }),
  }
  const wrong: Request = {
    setupRequest: (base, context: { sample?: ReturnType<typeof verificationAt> }) => {
      context.sample = verificationAt(next++)
      const { id, wrongCode } = context.sample
      return { ...base, path: addressOf(task, id), body: JSON.stringify({ code: wrongCode }) }
    },
  }
  const right: Request = {
    setupRequest: (base, context: { sample?: ReturnType<typeof verificationAt> }) => {
      const { id, code } = context.sample!
      return { ...base, path: addressOf(task, id), body: JSON.stringify({ code }) }
    },
  }
  const common = { method: 'POST', path: task.path, headers } as const
  const result = await autocannon({
    url: task.url,
    connections: CONNECTIONS,
    duration: task.seconds,
    requests: (task.kind === 'start' ? [start] : [wrong, right]).map((one) => ({ ...common, ...one })),
  })
  const statuses = Object.fromEntries(
    Object.entries(result.statusCodeStats ?? {}).map(([status, { count }]) => [status, count ?? 0]),
  )
  const answers = Object.values(statuses).reduce((sum, count) => sum + count, 0)
  return {
    ...{ perSecond: answers / result.duration, answers, statuses, next, begun: [] },
    ...{ p50: result.latency.p50, p99: result.latency.p99 },
  }
}

/** The product shows ids in its own form, the lower bound as they are. */
function addressOf({ path }: Target, id: string): string {
  return path.replace('{ver}', writeId('ver', id)).replace('{uuid}', id)
}

function bodyOfStart(phone: string): string {
  return JSON.stringify({ to: phone, channel: 'sms', purpose: 'login' })
}

/** Starts at a steady pace. */
async function runPaced(task: Extract<Task, { perSecond: number }>): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const begun: [string, number][] = []
  const took: number[] = []
  const statuses: Record<string, number> = {}
  const total = task.seconds * task.perSecond
  const startedAt = now()
  await new Promise<void>((resolve) => {
    let sent = 0
    let done = 0
    const timer = setInterval(() => {
      const due = Math.min(total, Math.floor(((now() - startedAt) * task.perSecond) / 1_000))
      for (; sent < due; sent++) {
        const phone = phoneAt(task.first + sent)
        const beganAt = now()
        begun.push([phone, beganAt])
        void post(agent, { ...task, body: bodyOfStart(phone) }).then((status) => {
          took.push(now() - beganAt)
          statuses[status] = (statuses[status] ?? 0) + 1
          if (++done === total) resolve()
        })
      }
      if (sent === total) clearInterval(timer)
    }, 1)
  })
  agent.destroy()
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
  const perSecond = total / ((now() - startedAt) / 1_000)
  return { perSecond, answers: total, p50: at(0.5), p99: at(0.99), statuses, next: task.first + total, begun }
}
