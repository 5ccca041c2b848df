/**
 * Staff and accounts for the tests of this folder.
 */
import { hash, randomBytes } from 'node:crypto'
import { readId } from '#core/ids.ts'
import { newUuid } from '#core/new-id.ts'
import { openDatabase } from '#db/client.ts'
import { insertSession } from '#db/sessions.ts'
import type { Reply } from '#test/harness/http-client.ts'
import type { Stack } from '#test/harness/stack.ts'

export type Asked = { token?: string | null; headers?: Record<string, string> }

let count = 0

/** A username that nothing in this run has used. */
export const freshName = () => `person-${process.pid}-${count++}@example.org`

/** Makes an account over HTTP. */
export function addAccount(
  stack: Stack,
  fields: Record<string, unknown> = {},
  asked: Asked = {},
): Promise<Reply> {
  const usual = { username: freshName(), display_name: 'Mara Visser', user_type: 'patient' }
  return stack.call('POST', '/v1/accounts', { ...usual, ...fields }, asked)
}

/** Makes an organization over HTTP and gives its id. */
export async function addOrganization(stack: Stack, country = 'GB', asked: Asked = {}): Promise<string> {
  const { body } = await stack.call('POST', '/v1/organizations', { name: 'Riverside', country }, asked)
  return body.id
}

/** Logs somebody of the stack's tenant in: makes the account, and the session that a login would have made. */
export async function logIn(
  stack: Stack,
  role: string | null,
  enrollOnly = false,
): Promise<{ id: string; token: string }> {
  const { body } = await addAccount(stack, role === null ? {} : { role, user_type: 'employee' })
  const token = `kp_ses_${randomBytes(32).toString('base64url')}`
  const database = openDatabase(stack.database.url, 1)
  const usual = { amr: ['pwd'], assurance: 'single_factor', hasFactor: false, lifeSeconds: 3_600 } as const
  await insertSession(database, stack.tenant.id, {
    ...usual,
    ...{ id: newUuid(), accountId: readId('acc', body.id)!, enrollOnly, amr: [...usual.amr] },
    tokenHash: hash('sha256', token, 'buffer'),
  })
  await database.close()
  return { id: body.id, token }
}

export type SeenEvent = {
  actor: string
  account_id: string | null
  request_id: string
  data: Record<string, unknown>
}

/** The events of a kind of the stack's tenant, oldest first. */
export function eventsOf(stack: Stack, kind: string): Promise<SeenEvent[]> {
  return stack.database.query<SeenEvent>(
    'select actor, account_id, request_id, data from events where tenant_id = $1 and kind = $2 order by id',
    [stack.tenant.id, kind],
  )
}
