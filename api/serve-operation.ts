/**
 * Puts an operation behind its route: who calls, what they ask, once or for the first time, and the answer.
 */
import type { Request, RequestHandler, Response } from 'express'
import { NO_UUID, readId } from '#core/ids.ts'
import type { IdPrefix } from '#core/ids.ts'
import { Problem } from '#core/problem.ts'
import { authenticate } from './authenticate.ts'
import { readClientAddress } from './client-address.ts'
import type { Answer, ApiContext, Call, Caller } from './context.ts'
import { allowOrigin } from './cross-origin.ts'
import { runOnce, slotOf } from './idempotent.ts'
import type { Operation } from './operation.ts'
import { readBody, readQuery } from './read-request.ts'
import { requestIdOf } from './request-id.ts'
import { sendLines } from './send-lines.ts'
import { sendProblem } from './write-problem.ts'

/** The handler of an operation's route. */
export function serveOperation(context: ApiContext, operation: Operation): RequestHandler {
  return async (request, response) => {
    const startedAt = performance.now()
    response.locals['operation'] = operation.name
    response.once('finish', () => measure(context, operation, { response, startedAt }))
    const id = readAddressId(operation, request)
    const caller = await authenticate(context, request, { operation, id })
    await allowOrigin(context, caller, { request, response })
    const body = readBody(request, operation.body)
    const query = readQuery(request, operation.query)
    const later: (() => void)[] = []
    const call = {
      ...{ caller, id: id ?? '', params: paramsOf(request), body, query, requestId: requestIdOf(response) },
      address: await readClientAddress(context, { caller, body, socketAddress: addressOf(request, caller) }),
      gone: goneOf(request, response),
      afterCommit: (work: () => void) => void later.push(work),
    }
    const answer = await answerOnce(context, request, { operation, call })
    for (const work of later) work()
    if (answer.isReplay) response.set('Idempotent-Replayed', 'true')
    await write(context, answer.answer, { request, response })
  }
}

type PreparedCall = Omit<Call<unknown, unknown>, 'db'>

async function answerOnce(
  context: ApiContext,
  request: Request,
  at: { operation: Operation; call: PreparedCall },
) {
  const { operation, call } = at
  const slot = slotOf(context, request, call)
  const prepared = await operation.prepare?.(context, { ...call, db: context.database })
  const run = (db: Call<unknown, unknown>['db']) => operation.run(context, { ...call, db }, prepared)
  return slot ? runOnce(context, slot, run) : { answer: await run(context.database), isReplay: false }
}

async function write(
  context: ApiContext,
  answer: Answer | Problem,
  to: { request: Request; response: Response },
): Promise<void> {
  if (answer instanceof Problem) return sendProblem(context, answer, to)
  to.response.status(answer.status)
  if (answer.lines) return sendLines(answer.lines, to.response)
  if (answer.body === undefined) return void to.response.end()
  // Express's own `json` would look at the type, the request's caches and the settings again for every answer.
  const body = JSON.stringify(answer.body)
  to.response.setHeader('Content-Type', 'application/json; charset=utf-8')
  to.response.setHeader('Content-Length', Buffer.byteLength(body))
  to.response.end(body)
}

/**
 * The UUID in the address; null: the address has none. A malformed id becomes one that nothing has, so that it takes
 * the same way and the same time as one that is unknown or somebody else's.
 */
function readAddressId(operation: Operation, request: Request): string | null {
  if (!operation.path.includes('{id}')) return null
  const id = request.params['id']
  const isPlain = typeof id === 'string' && !request.path.includes('%')
  return (isPlain ? readId(prefixOf(operation.path), id) : null) ?? NO_UUID
}

const PREFIXES: Record<string, IdPrefix> = {
  ...{ verifications: 'ver', logins: 'lgn', accounts: 'acc', organizations: 'org', sessions: 'ses' },
  'factor-resets': 'rst',
  webhooks: 'whk',
}

/** The kind of id in an address, by the word before it. */
function prefixOf(path: string): IdPrefix {
  return PREFIXES[/([\w-]+)\/\{id\}/.exec(path)?.[1] ?? ''] ?? 'ver'
}

function paramsOf(request: Request): Record<string, string> {
  return Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)]))
}

/** A back end's own address counts for nothing, and finding it behind proxies takes time. */
function addressOf(request: Request, caller: Caller): string | undefined {
  return caller.kind === 'secret' ? undefined : request.ip
}

/** Only reads wait, so only they need to know that nobody listens any more. */
const NEVER_GONE = new AbortController().signal

function goneOf(request: Request, response: Response): AbortSignal {
  if (request.method !== 'GET' && request.method !== 'HEAD') return NEVER_GONE
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  return gone.signal
}

function measure(
  context: ApiContext,
  operation: Operation,
  of: { response: Response; startedAt: number },
): void {
  context.metrics.answers.inc({ operation: operation.name, status: of.response.statusCode })
  context.metrics.seconds.observe({ operation: operation.name }, (performance.now() - of.startedAt) / 1_000)
}
