/**
 * The OpenAPI 3.1 document, made from the zod schemas that the routes run. zod-openapi is imported by whoever first asks
 * for the document: starting the API must not pay for it.
 */
import type { createDocument } from 'zod-openapi'
import { problem } from '#core/contract.ts'
import { operationPaths } from './openapi-operations.ts'
import { OTHER_PATHS } from './openapi-other-paths.ts'
import { HEADERS, SECURITY_SCHEMES } from './openapi-parts.ts'
import { problemExamples } from './openapi-problems.ts'
import { tidySchema } from './openapi-schemas.ts'
import { OPERATIONS } from './operations.ts'

/** The finished document. */
export type OpenApi = ReturnType<typeof createDocument>

const DESCRIPTION = [
  'Keypad proves that a phone is in the right hands, by text or by call, and logs people in with what they have at hand.',
  'Bodies are JSON; refusals are RFC 9457 problems whose `type` opens a help page.',
  'Fields may be added to answers, so ignore those that you do not know; unknown fields in bodies are refused.',
].join('\n')

const TAGS = [
  { name: 'Verifications', description: 'Prove that a phone is at hand.' },
  { name: 'Phones', description: 'Which numbers are accepted.' },
  {
    name: 'Logins',
    description: 'Register people and log them in: follow `next.action` until it is `done`.',
  },
  { name: 'Me', description: 'What people change for themselves, with the token of their session.' },
  { name: 'Sessions', description: 'What a session is worth, for the back end that is shown its token.' },
  { name: 'Password resets', description: 'A link by e-mail for whoever has forgotten the password.' },
  { name: 'Accounts', description: 'People as their administrators see them, and what holds for each.' },
  { name: 'Organizations', description: 'The clinics of a tenant.' },
  { name: 'Policies', description: 'Who needs which factors.' },
  { name: 'Support', description: 'What staff see and do for somebody who cannot get in.' },
  { name: 'Audit', description: 'Who did what, and proof that nobody altered it.' },
  { name: 'Webhooks', description: 'Alerts to the tenant’s own systems.' },
  { name: 'Operations', description: 'For whoever runs the server.' },
  { name: 'Carrier callbacks', description: 'How Twilio reports what became of texts and calls.' },
]

/** Makes the document of the server at `publicUrl`. */
export async function makeOpenApi(publicUrl: string): Promise<OpenApi> {
  const { createDocument } = await import('zod-openapi')
  return createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Keypad',
        version: '1',
        description: DESCRIPTION,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: serverUrl(publicUrl), description: 'This server' }],
      tags: TAGS,
      paths: { ...operationPaths(OPERATIONS), ...OTHER_PATHS },
      components: {
        schemas: { Problem: problem },
        headers: HEADERS,
        securitySchemes: SECURITY_SCHEMES,
        examples: problemExamples(publicUrl),
      },
    },
    { override: tidySchema },
  )
}

/** A local server is named relative to the document, so that the document also serves whoever reaches it by another name. */
function serverUrl(publicUrl: string): string {
  return new URL(publicUrl).hostname === 'localhost' ? '/' : publicUrl
}
