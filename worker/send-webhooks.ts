/**
 * Sends webhooks: looks every second for new events and due messages. What one endpoint keeps waiting holds up no other.
 */
import { unseal } from '#core/key-ring.ts'
import { writeId } from '#core/ids.ts'
import { WEBHOOK_TIME_LIMIT_MS, WEBHOOK_WAITS_S } from '#core/limits.ts'
import { signWebhook } from '#core/webhook.ts'
import { recordPost, takeMessages } from '#db/webhook-outbox.ts'
import type { MessageTask } from '#db/webhook-outbox.ts'
import { atMost } from '#queue/at-most.ts'
import type { WorkerContext } from './context.ts'
import { makeWebhooks } from './make-webhooks.ts'
import type { Places } from './make-webhooks.ts'
import type { PostWebhook } from './post-webhook.ts'

const TICK_MS = 1_000
/** Posts at once in all, and to one endpoint. */
const AT_ONCE = 50
const AT_ONCE_TO_ONE = 5
/** A message that has no outcome by then was left behind by a worker that died. */
const GONE_S = WEBHOOK_TIME_LIMIT_MS / 1_000 + 50
const CLOSE_LIMIT_MS = 6_000

export type Webhooks = { close(): Promise<void> }
type Line = {
  context: WorkerContext
  post: PostWebhook
  running: Map<Promise<void>, string>
  isClosed: boolean
}

/** Starts sending. Errors are logged and the next tick tries again. */
export function startWebhooks(context: WorkerContext, post: PostWebhook): Webhooks {
  const line: Line = { context, post, running: new Map(), isClosed: false }
  const places: Places = new Map()
  let timer: NodeJS.Timeout | undefined
  let ticking: Promise<void> = Promise.resolve()
  const start = (): void => {
    ticking = makeWebhooks(context.database, places, () => !line.isClosed)
      .then(() => sendDue(line))
      .catch((error: unknown) =>
        context.log.warn(
          { error: (error as Error).name },
          'webhooks could not be looked at and will be tried again',
        ),
      )
      .then(() => {
        if (!line.isClosed) timer = setTimeout(start, TICK_MS)
      })
  }
  start()
  return {
    close: async () => {
      line.isClosed = true
      clearTimeout(timer)
      await ticking
      await atMost(CLOSE_LIMIT_MS, Promise.all(line.running.keys())).catch(() => {})
    },
  }
}

async function sendDue(line: Line): Promise<void> {
  const { context, running } = line
  for (let taken = 1; taken > 0 && running.size < AT_ONCE && !line.isClosed;) {
    const of = { busy: listBusy(running), goneSeconds: GONE_S }
    const tasks = await takeMessages(context.database, AT_ONCE - running.size, of)
    for (const task of tasks) {
      const work = sendMessage(line, task).finally(() => running.delete(work))
      running.set(work, task.endpointId)
    }
    taken = tasks.length
  }
}

function listBusy(running: Line['running']): string[] {
  const byEndpoint = Map.groupBy(running.values(), (endpoint) => endpoint)
  return [...byEndpoint].filter(([, posts]) => posts.length >= AT_ONCE_TO_ONE).map(([endpoint]) => endpoint)
}

/** What could not be recorded is due again by itself. */
async function sendMessage({ context, post }: Line, task: MessageTask): Promise<void> {
  const { config, database } = context
  const secret = unseal(config.ring, task.secretSealed, `webhook ${task.endpointId}`)
  const body = JSON.stringify(task.payload)
  const timestamp = Math.floor(task.nowMs / 1_000)
  const headers =
    secret === null ? null : signWebhook(secret, { id: writeId('msg', task.id), timestamp, body })
  const answer = headers === null ? null : await post({ url: task.url, headers, body })
  const waitSeconds = WEBHOOK_WAITS_S[task.posts - 1] ?? null
  const isTaken = answer !== null && answer >= 200 && answer < 300
  const failed = { status: waitSeconds === null ? 'failed' : 'waiting', answer, waitSeconds } as const
  const outcome = isTaken ? ({ status: 'sent', answer, waitSeconds: null } as const) : failed
  await recordPost(database, task, outcome).catch(() => {})
}
