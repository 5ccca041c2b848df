/**
 * A method of the client, made from its address.
 */
import { ADDRESSES } from './addresses.ts'
import type { CallName } from './addresses.ts'
import type { Answer, CallOptions } from './answer.ts'
import { send } from './send.ts'
import type { Wire } from './send.ts'

/** Makes a method: what stands in the address comes first, then the body or query, then the options. */
export function makeCall(wire: Wire, name: CallName): (...given: unknown[]) => Promise<Answer<unknown>> {
  const [method = '', path = ''] = ADDRESSES[name].split(' ')
  const parts = path.replace('?', '').split('{}')
  const hasQuery = path.endsWith('?')
  const hasBody = method !== 'GET' && method !== 'DELETE'
  return async (...given) => {
    const words = given.splice(0, parts.length - 1)
    const content = hasQuery || hasBody ? given.shift() : undefined
    const query = (hasQuery && content) || {}
    return send(wire, {
      ...{ name, method, path: fill(parts, words) + writeQuery(query), body: hasBody ? content : undefined },
      waitSeconds: (query as { wait?: number }).wait ?? 0,
      options: (given[0] ?? {}) as CallOptions,
    })
  }
}

function fill(parts: string[], words: unknown[]): string {
  return parts.map((part, at) => (at === 0 ? part : writeWord(words[at - 1]) + part)).join('')
}

/** Nothing and dots would be another address; `-` is an id that nothing has. */
function writeWord(word: unknown): string {
  const text = String(word)
  return /^\.*$/.test(text) ? '-' : encodeURIComponent(text)
}

function writeQuery(query: object): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}
