/**
 * Holds an answer against the OpenAPI document: status, code word, type and schema of the body, headers.
 */
import { explain } from './schema.ts'
import type { Document, Operation } from './schema.ts'
import type { WireAnswer, WireRequest } from './wire.ts'

/** What the document says about an address. `operation` null: the address is known, the method is not. */
export type Match = { template: string; operation: Operation | null }

/** What is answered outside of what the document lists: no such address, or not that method. */
const STRAY = new Set([400, 401, 403, 404, 405, 413, 415, 429])
/** Pages for people and the document itself: no operations, and a browser may keep them. */
const PAGES = /^(\/(docs.*|openapi\.json|llms\.txt)?)$/
const LEAK = /node_modules|\/work\/|\bat async\b|select \*|keypad_\w+\(|postgres/i

/** Makes the judge of one document. It lists what is wrong with an answer; empty: nothing. */
export function makeJudge(document: Document) {
  const templates = Object.keys(document.paths).map((template) => ({
    template,
    shape: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  }))
  const match = ({ method, path }: Pick<WireRequest, 'method' | 'path'>): Match | null => {
    const bare = path.replace(/^http:\/\/[^/]*/, '').split(/[?#]/)[0]!
    const template = templates.find(({ shape }) => shape.test(bare))?.template
    if (template === undefined) return null
    const verb = method === 'HEAD' ? 'get' : method.toLowerCase()
    return { template, operation: document.paths[template]![verb] ?? null }
  }
  const judge = (asked: WireRequest, answer: WireAnswer): string[] => [
    ...(answer.status >= 500 ? [`status ${answer.status}`] : []),
    ...judgeHeaders(answer, PAGES.test(asked.path)),
    ...(PAGES.test(asked.path) || isUnreadable(answer)
      ? []
      : judgeBody(document, { asked, answer, match: match(asked) })),
  ]
  return { match, judge }
}

/** What is no HTTP never reaches a route: a bare 400, and the connection ends. */
function isUnreadable({ status, headers, body }: WireAnswer): boolean {
  return status === 400 && body.length === 0 && headers.connection === 'close'
}

function judgeHeaders({ headers }: WireAnswer, isPage: boolean): string[] {
  return [
    ...(/^req_\w{26,32}$/.test(String(headers['request-id'])) ? [] : ['no Request-Id']),
    ...(isPage || headers['cache-control'] === 'no-store' ? [] : ['no Cache-Control: no-store']),
    ...(headers['x-powered-by'] === undefined ? [] : ['X-Powered-By']),
  ]
}

function judgeBody(
  document: Document,
  { asked, answer, match }: { asked: WireRequest; answer: WireAnswer; match: Match | null },
): string[] {
  const { status } = answer
  const isPreflight = asked.method === 'OPTIONS' && status === 204
  if (isPreflight) return answer.body.length > 0 ? ['a body on a preflight'] : []
  if (!match?.operation) {
    const isListed = STRAY.has(status)
    return isListed
      ? judgeProblem(document, asked, answer)
      : [`undocumented ${status} outside of the document`]
  }
  const documented = match.operation.responses[String(status)]
  if (!documented) return [`undocumented status ${status}`]
  if (asked.method === 'HEAD' || !documented.content)
    return answer.body.length > 0 ? ['a body where none is documented'] : []
  return judgeContent(document, documented.content, { asked, answer })
}

function judgeContent(
  document: Document,
  content: NonNullable<Operation['responses'][string]['content']>,
  { asked, answer }: { asked: WireRequest; answer: WireAnswer },
): string[] {
  const type = String(answer.headers['content-type']).split(';')[0]!
  const schema = content[type]?.schema
  if (!content[type]) return [`undocumented type ${type}`]
  if (!schema || !type.endsWith('json')) return []
  if (type === 'application/x-ndjson') return judgeLines(document, schema, answer)
  const value = read(answer)
  const wrong = value === undefined ? ['the body is not JSON'] : explain(document, schema, value)
  return type === 'application/problem+json' ? [...wrong, ...judgeProblem(document, asked, answer)] : wrong
}

/** Each line is an object of its own; no line at all is an answer too. */
function judgeLines(document: Document, schema: Parameters<typeof explain>[1], answer: WireAnswer): string[] {
  const lines = answer.body
    .toString()
    .split('\n')
    .filter((line) => line !== '')
  return lines.flatMap((line) => explain(document, schema, JSON.parse(line)))
}

function judgeProblem(document: Document, asked: WireRequest, answer: WireAnswer): string[] {
  if (asked.method === 'HEAD') return []
  const value = read(answer)
  if (typeof value !== 'object' || value === null) return ['a refusal that is no problem']
  const problem = value as Record<string, unknown>
  const { headers, status } = answer
  return [
    ...explain(document, document.components.schemas['Problem']!, value),
    ...(problem['status'] === status ? [] : ['another status in the body']),
    ...(String(problem['type']).endsWith(`/docs/problems/${String(problem['code'])}`)
      ? []
      : ['another type than code']),
    ...(problem['instance'] === `/requests/${String(headers['request-id'])}` ? [] : ['another instance']),
    ...(String(problem['retry_after'] ?? '') === (headers['retry-after'] ?? '')
      ? []
      : ['another Retry-After']),
    ...(status === 405 && !headers.allow ? ['405 without Allow'] : []),
    ...(LEAK.test(answer.body.toString()) ? ['tells of our inside'] : []),
  ]
}

function read(answer: WireAnswer): unknown {
  try {
    return JSON.parse(answer.body.toString())
  } catch {
    return undefined
  }
}
