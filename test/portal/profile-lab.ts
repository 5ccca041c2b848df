/**
 * The portal before a stack, and people who are signed in to it.
 */
import { openLab } from '#test/api/me/me-lab.ts'
import type { PersonOptions, SessionOptions } from '#test/api/me/me-lab.ts'
import { startStack } from '#test/harness/stack.ts'
import { startPortal } from './lab.ts'
import type { Seen, Visitor } from './lab.ts'

export type Profiles = Awaited<ReturnType<typeof startProfiles>>

/** Starts it all. User types `app_only` and `pin_only` have to use what their names say. */
export async function startProfiles() {
  const stack = await startStack()
  const [portal, people] = [await startPortal(stack), openLab(stack)]
  await stack.call('PUT', '/v1/policies/app_only', { required: true, factors: ['totp'] })
  await stack.call('PUT', '/v1/policies/pin_only', { required: true, factors: ['pin'] })
  await stack.call('PUT', '/v1/policies/patient', { required: true, factors: ['sms', 'totp'] })

  /** A visitor with somebody's session, as the sign-in pages leave it. */
  const enter = (token: string, headers: Record<string, string> = {}): Visitor => {
    const visitor = portal.visit(headers)
    visitor.cookies.set('keypad_session', token)
    return visitor
  }
  return {
    ...{ stack, portal, people, enter },
    /** Somebody who signed in with a code by text a moment ago, unless told otherwise. */
    welcome: async (of: PersonOptions = {}, session: SessionOptions = {}) => {
      const person = await people.addPerson(of, session)
      return { person, visitor: enter(person.token) }
    },
    /** Makes somebody's proof older than Keypad takes for a change of a factor. */
    makeOld: (sessionId: string) =>
      stack.database.query(
        `update sessions set auth_at = auth_at - interval '6 minutes', factor_at = factor_at - interval '6 minutes' where id = $1`,
        [sessionId],
      ),
    close: async () => {
      await people.close()
      await portal.close()
      await stack.close()
    },
  }
}

/** The error of a field, as it stands beside it. */
export function faultOf({ html }: Seen, field: string): string {
  return (
    new RegExp(`id="${field}-fault">([^<]*(?:<bdi>[^<]*</bdi>[^<]*)*)<`)
      .exec(html)?.[1]
      ?.replaceAll(/<[^>]+>/g, '') ?? ''
  )
}
