/**
 * How to call an operation, as text to paste: curl for a shell, fetch for a back end. Keys are placeholders.
 */
import { EXAMPLES, EXAMPLE_ID } from './openapi-examples.ts'
import type { Operation } from './operation.ts'

/** A request to show: what it needs besides the address. */
export type SampleRequest = { method: string; path: string; body?: unknown; key?: string; headers?: string[] }

/** The request that an operation's samples make. */
export function requestOf(operation: Operation): SampleRequest {
  const { method, path, name } = operation
  const query = name === 'read-verification' ? '?wait=25&since=1' : ''
  const body = EXAMPLES[name]?.body
  return { method, path: path.replace('{id}', EXAMPLE_ID) + query, ...(body !== undefined && { body }) }
}

/** Writes a request for a shell. `key` is a shell variable; null sends none. */
export function writeCurl(base: string, request: SampleRequest & { noKey?: true }): string {
  const { method, path, body, key = 'KEYPAD_KEY', headers = [] } = request
  const isUsual = method === 'get' || (method === 'post' && body !== undefined)
  const verb = isUsual ? '' : `-X ${method.toUpperCase()} `
  const address = /[?&]/.test(path) ? `'${base}${path}'` : base + path
  const lines = [
    `curl ${verb}${address}`,
    ...(request.noKey ? [] : [`-H "Authorization: Bearer $${key}"`]),
    ...headers.map((header) => `-H '${header}'`),
    ...(body === undefined ? [] : [`--json '${JSON.stringify(body)}'`]),
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
    ...(body === undefined ? [] : [`  body: JSON.stringify(${literal(body)}),`]),
    '})',
    'const answer = await response.json()',
    'if (!response.ok) throw new Error(`${answer.code}: ${answer.detail}`)',
  ].join('\n')
}

/** A value as JavaScript writes it, in one line. */
function literal(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll(/"(\w+)":/g, '$1: ')
    .replaceAll('"', "'")
    .replaceAll(/,(?=\S)/g, ', ')
    .replaceAll(/^\{(?=.)|(?<=[^{])\}$/g, (brace) => (brace === '{' ? '{ ' : ' }'))
    .replace('{  }', '{}')
}
