/**
 * How to call an operation, as text to paste: curl for a shell, fetch for a back end. Keys are placeholders.
 */
import { inspect } from 'node:util'
import { EXAMPLES, EXAMPLE_ID } from './openapi-examples.ts'
import type { Operation } from './operation.ts'

/** A request to show: what it needs besides the address. */
export type SampleRequest = {
  method: string
  path: string
  body?: unknown
  key?: string | null
  headers?: string[]
}

/** The request that an operation's samples make. */
export function requestOf(operation: Operation): SampleRequest {
  const { method, path, name } = operation
  const query = name === 'read-verification' ? '?wait=25&since=1' : ''
  const body = EXAMPLES[name]?.body
  return { method, path: path.replace('{id}', EXAMPLE_ID) + query, ...(body !== undefined && { body }) }
}

/** Writes a request for a shell. `key` is a shell variable; null sends none. */
export function writeCurl(base: string, request: SampleRequest): string {
  const { method, path, body, key = 'KEYPAD_KEY', headers = [] } = request
  const isUsual = method === 'get' || (method === 'post' && body !== undefined)
  const verb = isUsual ? '' : `-X ${method.toUpperCase()} `
  const address = /[?&]/.test(path) ? `'${base}${path}'` : base + path
  const lines = [
    `curl ${verb}${address}`,
    ...(key === null ? [] : [`-H "Authorization: Bearer $${key}"`]),
    ...headers.map((header) => `-H '${header}'`),
    ...(body === undefined ? [] : [`--json '${writeJson(body)}'`]),
  ]
  return lines.join(' \\\n  ')
}

/** Writes a request for JavaScript with fetch, as a back end or test would make it. */
export function writeFetch(base: string, { method, path, body }: SampleRequest): string {
  const isPost = method === 'post'
  const headers = [
    'Authorization: `Bearer ${process.env.KEYPAD_KEY}`,',
    ...(body === undefined ? [] : ["'Content-Type': 'application/json',"]),
    ...(isPost ? ["'Idempotency-Key': crypto.randomUUID(),"] : []),
  ]
  return [
    `const response = await fetch('${base}${path}', {`,
    ...(method === 'get' ? [] : [`  method: '${method.toUpperCase()}',`]),
    '  headers: {',
    ...headers.map((line) => `    ${line}`),
    '  },',
    ...(body === undefined ? [] : [`  body: JSON.stringify(${writeLiteral(body)}),`]),
    '})',
    'const answer = await response.json()',
    'if (!response.ok) throw new Error(`${answer.code}: ${answer.detail}`)',
  ].join('\n')
}

/** In one line where it is short enough to be read beside the text. */
function writeJson(body: unknown): string {
  const line = JSON.stringify(body)
  return line.length <= 44 ? line : JSON.stringify(body, null, 2).replaceAll('\n', '\n  ')
}

function writeLiteral(body: unknown): string {
  const breaks = JSON.stringify(body).length > 44
  return inspect(body, {
    depth: null,
    ...(breaks ? { compact: false } : { breakLength: Infinity }),
  }).replaceAll('\n', '\n  ')
}
