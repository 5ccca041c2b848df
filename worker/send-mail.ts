/**
 * Sends mail: looks every second whether any is due. A look costs one small index, so no queue is needed.
 */
import { MAIL_WAITS_S, MIN_MAIL_LIFE_MS } from '#core/limits.ts'
import { unseal } from '#core/key-ring.ts'
import { endLateMails, recordMail, recordMailNotSent, takeMails } from '#db/due-mails.ts'
import type { MailTask } from '#db/due-mails.ts'
import { localeOf } from '#locales/locale.ts'
import { writePasswordResetMail } from '#locales/mail.ts'
import { atMost } from '#queue/at-most.ts'
import type { WorkerContext } from './context.ts'
import { MAIL_LIMIT_MS } from './mail-transport.ts'
import type { MailOutcome, MailToSend, PostMail } from './mail-transport.ts'

const TICK_MS = 1_000
const AT_ONCE = 10
const LATE_AT_ONCE = 100
const MIN_LIFE_S = MIN_MAIL_LIFE_MS / 1_000
/** A mail that has no outcome by then was left behind by a worker that died. */
const GONE_S = MAIL_LIMIT_MS / 1_000 + 60
/** A mail that leaves a few seconds after it was asked for still says "15 minutes", not 14. */
const ROUNDING_S = 15
/** A stop waits this long for mails under way; what is still open then ends in the next worker. */
const CLOSE_LIMIT_MS = 6_000

export type Mailer = { close(): Promise<void> }

/** Starts sending. Errors are logged and the next tick tries again. Without a way to send, mails only end in time. */
export function startMailer(context: WorkerContext, post: PostMail | null): Mailer {
  let isClosed = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const start = (): void => {
    running = sendDue(context, post, () => isClosed)
      .catch((error: unknown) =>
        context.log.warn(
          { error: (error as Error).name },
          'mail could not be looked at and will be tried again',
        ),
      )
      .then(() => {
        if (!isClosed) timer = setTimeout(start, TICK_MS)
      })
  }
  start()
  return {
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      await atMost(CLOSE_LIMIT_MS, running).catch(() => {})
    },
  }
}

async function sendDue(
  context: WorkerContext,
  post: PostMail | null,
  isClosed: () => boolean,
): Promise<void> {
  const { database, metrics } = context
  const late = await endLateMails(database, LATE_AT_ONCE, MIN_LIFE_S)
  if (late > 0) metrics.mails.inc({ outcome: 'late' }, late)
  if (post === null) return
  for (let taken = AT_ONCE; taken === AT_ONCE && !isClosed();) {
    const tasks = await takeMails(database, AT_ONCE, { minLife: MIN_LIFE_S, gone: GONE_S })
    await Promise.all(tasks.map((task) => sendMail(context, post, task)))
    taken = tasks.length
  }
}

async function sendMail(context: WorkerContext, post: PostMail, task: MailTask): Promise<void> {
  const mail = composeMail(context, task)
  const { outcome, code } = mail === null ? UNREADABLE : await post(mail)
  context.metrics.mails.inc({ outcome })
  if (outcome !== 'sent') context.log.warn({ mail: task.id, outcome, code }, 'a mail was not sent')
  await recordOutcome(context, task, outcome)
}

const UNREADABLE = { outcome: 'refused', code: 'no key' } as const

/** Null: it cannot be opened, since its key left the ring. */
function composeMail({ config }: WorkerContext, task: MailTask): MailToSend | null {
  const open = (sealed: string) => unseal(config.ring, sealed, `mail ${task.id}`)
  const [to, link] = [open(task.toSealed), open(task.linkSealed)]
  if (to === null || link === null) return null
  const { brand, discreet, lifeSeconds } = task
  const minutes = Math.floor((lifeSeconds + ROUNDING_S) / 60)
  return { to, ...writePasswordResetMail({ locale: localeOf(task.locale), brand, discreet, link, minutes }) }
}

async function recordOutcome(
  { database }: WorkerContext,
  task: MailTask,
  outcome: MailOutcome,
): Promise<void> {
  const waitSeconds = MAIL_WAITS_S[task.posts - 1]
  if (outcome === 'not_sent' && waitSeconds !== undefined)
    return recordMailNotSent(database, task, waitSeconds)
  await recordMail(database, task, outcome === 'sent' ? 'sent' : 'failed')
}
