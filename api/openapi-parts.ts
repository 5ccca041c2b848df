/**
 * What many operations of the OpenAPI document share: headers, parameters and ways to prove who is calling.
 */
import type { ZodOpenApiComponentsObject } from 'zod-openapi'
import { z } from 'zod'
import type { Access } from './operation.ts'

const text = (description: string, example: string) => ({
  description,
  schema: { type: 'string' as const },
  example,
})

export const HEADERS = {
  'Request-Id': text('The id of this request; quote it when you report something', 'req_06b7gaq3q1qp8nq6'),
  'Retry-After': {
    description: 'Seconds after which asking again makes sense; the same as `retry_after`',
    schema: { type: 'integer' as const, minimum: 0 },
    example: 24,
  },
  'Idempotent-Replayed': text(
    'Only on an answer that was given before to this `Idempotency-Key`: `true`',
    'true',
  ),
  'WWW-Authenticate': text('How to prove who you are', 'Bearer'),
  Allow: text('The methods that this address takes', 'GET, PUT'),
}

/** A reference to a shared header, to be spread into an answer's headers. */
export function header(name: keyof typeof HEADERS): Record<string, { $ref: string }> {
  return { [name]: { $ref: `#/components/headers/${name}` } }
}

/** The request header that makes a POST safe to repeat. */
export const idempotencyParameter = z
  .string()
  .min(1)
  .max(255)
  .optional()
  .meta({
    description:
      'Any text that is new for each new request; a repetition gets the same answer and has no second effect',
    example: 'b9e0d1f6-5a53-4a6f-8a0e-9d2c6f1f7a31',
    param: { name: 'Idempotency-Key', in: 'header', id: 'IdempotencyKey' },
  })

const bearer = (description: string) => ({ type: 'http' as const, scheme: 'bearer', description })

export const SECURITY_SCHEMES: NonNullable<ZodOpenApiComponentsObject['securitySchemes']> = {
  secretKey: bearer('A secret key `kp_sk_…` of your back end, with the scope that the operation names.'),
  publishableKey: bearer(
    'A publishable key `kp_pk_…` of your pages; browsers only from the origins on its list.',
  ),
  clientSecret: bearer('The `client_secret` of the one verification or login in the address.'),
  session: bearer(
    'The session token `kp_ses_…` of a logged-in person: for what is their own, and for what their role allows.',
  ),
  carrierSignature: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Twilio-Signature',
    description: 'Twilio’s signature over the configured public address and the form.',
  },
}

/** Who may call an operation, in the terms of the document: any one of these. */
export function securityOf(access: Access): Record<string, string[]>[] {
  return [
    ...(access.scope ? [{ secretKey: [access.scope] }] : []),
    ...(access.client ? [{ clientSecret: [] }] : []),
    ...(access.publishable ? [{ publishableKey: [] }] : []),
    ...(access.session || access.staff ? [{ session: [] }] : []),
  ]
}
