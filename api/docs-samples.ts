/**
 * How to call an operation, as text to paste: curl for a shell, fetch for a back end. Keys are placeholders.
 */
import { inspect } from 'node:util'
import { exampleAddress } from './openapi-addresses.ts'
import { EXAMPLES } from './openapi-examples.ts'
import type { Operation } from './operation.ts'

/** A request to show: what it needs besides the address. */
export type SampleRequest = {
  method: string
  path: string
  body?: unknown
  key?: string | null
  headers?: string[]
}

/** What is asked in the address, by the operation's name: reads that may wait until something moves, and a search. */
const QUERIES: Record<string, string> = {
  'read-verification': '?wait=25&since=1',
  'read-login': '?wait=25&since=1',
  'search-accounts': '?q=KR4-8P-2T7',
}

/** The request that an operation's samples make: with a secret key where one will do, else with a session's token. */
export function requestOf(operation: Operation): SampleRequest {
  const { method, path, name, access } = operation
  const query = QUERIES[name] ?? ''
  const body = EXAMPLES[name]?.body
  const key = access.scope ? 'KEYPAD_KEY' : 'KEYPAD_SESSION'
  return { method, path: exampleAddress(path) + query, key, ...(body !== undefined && { body }) }
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
export function writeFetch(base: string, request: SampleRequest): string {
  const { method, path, body, key = 'KEYPAD_KEY' } = request
  const isPost = method === 'post'
  const headers = [
    `Authorization: \`Bearer \${process.env.${key}}\`,`,
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
    ...(method === 'delete' ? DELETED : ANSWERED),
  ].join('\n')
}

const ANSWERED = [
  'const answer = await response.json()',
  'if (!response.ok) throw new Error(`${answer.code}: ${answer.detail}`)',
]
/** What is deleted answers nothing. */
const DELETED = ['if (!response.ok) throw new Error((await response.json()).detail)']

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
