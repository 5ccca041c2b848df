/**
 * A response as an answer, whoever wrote it.
 */
import type { Answer, Problem } from './answer.ts'
import { KeypadError } from './keypad-error.ts'
import { readLines } from './read-lines.ts'
import type { Outcome } from './send.ts'
import type { TimeLimit } from './time-limit.ts'

/** Reads a response to its end, or, where it is lines, up to its first; rejects when the connection breaks. */
export async function readAnswer(response: Response, name: string, limit: TimeLimit): Promise<Outcome> {
  const { status } = response
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    await response.body?.cancel()
    limit.close()
    return { failure: new KeypadError('redirected', name) }
  }
  const about = { status, requestId: response.headers.get('request-id') }
  if (response.ok && isOf(response, 'ndjson')) {
    limit.lift()
    return { answer: { ok: true, ...about, data: readLines(response, name, limit) } }
  }
  const text = await response.text()
  limit.close()
  const answer = response.ok ? readData(response, text, about) : readProblem(response, text, about)
  return answer ? { answer } : { failure: new KeypadError('unreadable', name, { status }) }
}

type About = { status: number; requestId: string | null }

function readData(response: Response, text: string, about: About): Answer<unknown> | null {
  if (about.status === 204) return { ok: true, ...about, data: null }
  const data = isOf(response, 'json') ? parse(text) : undefined
  return data === undefined ? null : { ok: true, ...about, data }
}

/** Null: a server error of something in between, which says nothing about the request. */
function readProblem(response: Response, text: string, about: About): Answer<unknown> | null {
  const problem = isOf(response, 'problem+json') ? (parse(text) as Problem | null | undefined) : null
  if (typeof problem?.code === 'string') return { ok: false, ...about, problem }
  return about.status >= 500 ? null : { ok: false, ...about, problem: makeProblem(response) }
}

function makeProblem({ status, statusText, headers }: Response): Problem {
  const after = Number(headers.get('retry-after') ?? Number.NaN)
  return {
    ...{ type: 'about:blank', title: statusText, status, instance: '', code: 'unreadable' },
    detail: 'The request was refused before it reached Keypad.',
    retryable: status === 429,
    ...(Number.isFinite(after) ? { retry_after: after } : {}),
  }
}

function isOf(response: Response, type: string): boolean {
  return (response.headers.get('content-type') ?? '').includes(type)
}

/** Undefined: it is not JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
