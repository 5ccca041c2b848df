/**
 * The OpenAPI document's part about what lies outside /v1: probes, metrics, and the carrier's callbacks.
 */
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiResponseObject } from 'zod-openapi'
import { z } from 'zod'
import { header } from './openapi-parts.ts'
import { problemAnswers } from './openapi-problems.ts'

const readiness = z
  .object({
    status: z.enum(['ready', 'not_ready']),
    checks: z.record(
      z.string(),
      z.object({ ok: z.boolean(), required: z.boolean(), detail: z.string().optional() }),
    ),
  })
  .meta({ id: 'Readiness', description: 'Every dependency by name, with what is wrong where something is' })

const headers = header('Request-Id')
const json = (description: string, schema: z.ZodType): ZodOpenApiResponseObject => ({
  description,
  headers,
  content: { 'application/json': { schema } },
})
/** What Node itself answers before any of our code runs. */
const tooLong = { description: 'Headers of more than 16 KB; answered by Node itself, without a body' }

function probe(
  operationId: string,
  said: { summary: string; description: string },
  responses: ZodOpenApiOperationObject['responses'],
): ZodOpenApiOperationObject {
  return {
    operationId,
    tags: ['Operations'],
    ...said,
    security: [],
    responses: { ...responses, 431: tooLong },
  }
}

const livez = probe(
  'readLiveness',
  { summary: 'Is the process alive?', description: 'Looks at nothing but the process itself.' },
  { 200: json('It is', z.object({ status: z.literal('ok') })) },
)

const readyz = probe(
  'readReadiness',
  {
    summary: 'Should this process get requests?',
    description: 'Looks at the database, its clock and migrations, and the queue.',
  },
  { 200: json('It should', readiness), 503: json('It should not; `checks` says why', readiness) },
)

const metrics = probe(
  'readMetrics',
  {
    summary: 'Counts and times for Prometheus',
    description: 'Never a number, a code, or an id of a person. Keep it inside your network.',
  },
  {
    200: {
      description: 'The metrics in Prometheus’ text format',
      headers,
      content: { 'text/plain': { schema: { type: 'string' } } },
    },
  },
)

const said = {
  description: 'What the call says next',
  headers,
  content: { 'text/xml': { schema: { type: 'string' as const } } },
}
const taken = { description: 'Taken', headers }

function callback(
  kind: 'Text' | 'Call' | 'Keys',
  summary: string,
  answer: Record<`${number}`, ZodOpenApiResponseObject>,
): ZodOpenApiOperationObject {
  const text = { required: true, schema: { type: 'string' as const } }
  return {
    operationId: `report${kind}`,
    tags: ['Carrier callbacks'],
    summary,
    description:
      'Called by Twilio, never by you. Counts only with a valid signature and the nonce of its own delivery.',
    security: [{ carrierSignature: [] }],
    parameters: [
      { name: 'delivery', in: 'path', ...text, description: 'The id of the delivery' },
      { name: 'nonce', in: 'query', ...text, description: 'Made for this delivery alone' },
    ],
    requestBody: { content: { 'application/x-www-form-urlencoded': { schema: { type: 'object' } } } },
    responses: { ...answer, ...problemAnswers(CALLBACK_PROBLEMS) },
  }
}

const CALLBACK_PROBLEMS = [
  'request_invalid',
  'signature_invalid',
  'body_too_large',
  'content_type_unsupported',
  'internal',
  'unavailable',
] as const

export const OTHER_PATHS: ZodOpenApiPathsObject = {
  '/livez': { get: livez },
  '/readyz': { get: readyz },
  '/metrics': { get: metrics },
  '/hooks/twilio/texts/{delivery}': { post: callback('Text', 'How far a text has come', { 204: taken }) },
  '/hooks/twilio/calls/{delivery}': { post: callback('Call', 'How far a call has come', { 204: taken }) },
  '/hooks/twilio/keys/{delivery}': { post: callback('Keys', 'Keys pressed during a call', { 200: said }) },
}
