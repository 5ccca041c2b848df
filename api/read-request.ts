/**
 * Reads body and query of a request strictly: what the contract does not name is refused, with a pointer to it.
 */
import { isUtf8 } from 'node:buffer'
import express from 'express'
import type { Request, RequestHandler } from 'express'
import type { z } from 'zod'
import { Problem } from '#core/problem.ts'

const MAX_BODY = '16kb'

const parse = express.json({
  limit: MAX_BODY,
  strict: false,
  type: 'application/json',
  // A decoder would put � for bytes that are no UTF-8, and read other alphabets that a charset names.
  verify: (_request, _response, bytes, charset) => {
    if (charset !== 'utf-8') throw new Problem('content_type_unsupported')
    if (!isUtf8(bytes)) throw new Problem('request_invalid', { detail: 'The body is not UTF-8.' })
  },
})

/** Parses a JSON body of up to 16 KB; any other kind of body is refused by `readBody`. A GET has none, whatever it carries. */
export const parseJson: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') next()
  else parse(request, response, next)
}

/** The checked body; an empty one is `{}`. Throws 400 with a pointer to each mistake, or 415. */
export function readBody(request: Request, schema: z.ZodType | null): unknown {
  if (!schema) return null
  const isEmpty =
    request.get('transfer-encoding') === undefined && Number(request.get('content-length') ?? 0) === 0
  if (!isEmpty && !request.is('application/json')) throw new Problem('content_type_unsupported')
  const body: unknown = isEmpty ? {} : request.body
  return check(schema, body, '')
}

/** The checked query. Repeated parameters are refused. */
export function readQuery(request: Request, schema: z.ZodType | null): unknown {
  return schema ? check(schema, request.query, '?') : null
}

function check(schema: z.ZodType, value: unknown, prefix: string): unknown {
  if (hasOwnProto(value))
    throw new Problem('request_invalid', { errors: [{ pointer: '/__proto__', detail: 'Unknown field' }] })
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues
    .flatMap(pointAt)
    .map(({ pointer, detail }) => ({ pointer: prefix + pointer, detail }))
  throw new Problem('request_invalid', {
    detail: 'Some fields are not as the contract asks; see `errors`.',
    errors: errors.slice(0, 20),
  })
}

/** zod passes over an own `__proto__`, which JSON.parse makes without harm; the contract refuses unknown fields. */
function hasOwnProto(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, '__proto__')
}

/** Messages name fields and rules, never the value that was sent. */
function pointAt(issue: z.core.$ZodIssue): { pointer: string; detail: string }[] {
  const base = issue.path.map((part) => `/${String(part).slice(0, 40)}`).join('')
  if (issue.code !== 'unrecognized_keys') return [{ pointer: base, detail: issue.message }]
  return issue.keys.map((key) => ({ pointer: `${base}/${printable(key)}`, detail: 'Unknown field' }))
}

/** A field's name as it may be quoted: no markup, and no digits that could be a number or a code. */
function printable(key: string): string {
  return key.slice(0, 40).replace(/[^\w.-]|\d{4,}/g, '?')
}
