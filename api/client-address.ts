/**
 * Whose request it is, by address: limits count the person, never a portal's back end.
 */
import { Problem } from '#core/problem.ts'
import type { ApiContext, Caller } from './context.ts'

/**
 * The address of the person behind a request. A back end may name it in `client_ip`, and then floods count there;
 * a page cannot choose: its own request tells. Null: a back end that did not say.
 */
export async function readClientAddress(
  context: ApiContext,
  of: { caller: Caller; body: unknown; socketAddress: string | undefined },
): Promise<string | null> {
  const named = (of.body as { client_ip?: string } | null)?.client_ip
  if (of.caller.kind !== 'secret') {
    if (named !== undefined) throw new Problem('request_invalid', { errors: [ONLY_BACK_ENDS] })
    return of.socketAddress ?? null
  }
  if (named === undefined) return null
  await context.floods.count(named)
  return named
}

const ONLY_BACK_ENDS = { pointer: '/client_ip', detail: 'Only a secret key may say whose request it is' }
