/**
 * Every route of the OpenAPI document, with a body that looks right, for tests that try them all.
 */
import { readKeyRing, unseal } from '#core/key-ring.ts'
import { readId } from '#core/ids.ts'
import type { Stack } from '#test/harness/stack.ts'

/** `name`: as the document writes it, such as `GET /v1/logins/{id}`. */
export type Route = { name: string; method: string; template: string; body: unknown }

/** What stands for `{id}`, by the word before it, and for the other parameters by their names. */
export type Ids = Record<string, string>

type Operation = {
  requestBody?: { content: Record<string, { examples?: Record<string, { value: unknown }> }> }
}

const CHECKED = [{ kind: 'date_of_birth', passed: true }]
/** For operations whose document shows no body. */
const BODIES: Record<string, unknown> = {
  bypass: { reason: 'Ticket 41', identity_checks: CHECKED },
  'factor-resets': { reason: 'Ticket 41', factor: 'totp', identity_checks: CHECKED },
  phone: { reason: 'Ticket 41', phone: '+31612345678' },
}

/** Reads the document that a server publishes. */
export async function readRoutes(stack: Stack): Promise<Route[]> {
  const document = await (await fetch(`${stack.urls[0]}/openapi.json`)).json()
  const paths = document as { paths: Record<string, Record<string, Operation>> }
  return Object.entries(paths.paths)
    .filter(([template]) => template.startsWith('/v1/'))
    .flatMap(([template, item]) =>
      Object.entries(item).map(([verb, operation]) => {
        const method = verb.toUpperCase()
        return { name: `${method} ${template}`, method, template, body: bodyOf(template, operation) }
      }),
    )
}

function bodyOf(template: string, { requestBody }: Operation): unknown {
  if (!requestBody) return undefined
  const shown = requestBody.content['application/json']?.examples?.['example']?.value
  return shown ?? BODIES[template.split('/').at(-1) ?? ''] ?? { reason: 'Ticket 41' }
}

/** Writes an address; what `ids` does not name stands there as it is. */
export function fill(template: string, ids: Ids): string {
  return template.replaceAll(/([\w-]+)\/\{(\w+)\}/g, (whole, word: string, name: string) => {
    const value = ids[name === 'id' ? word : name]
    return value === undefined ? whole : `${word}/${value}`
  })
}

/** Opens the codes that nobody is told, by the public id of a verification. */
export function openCodes(stack: Stack): (verification: string) => Promise<string> {
  const ring = readKeyRing(stack.env['KEYPAD_SECRETS'] ?? '')!
  return async (verification) => {
    const id = readId('ver', verification)
    const [row] = await stack.database.query<{ sealed: string }>(
      'select code_sealed as sealed from verifications where id = $1',
      [id],
    )
    return unseal(ring, row?.sealed ?? '', `code ${id}`) ?? ''
  }
}
