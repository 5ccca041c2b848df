/**
 * The bare address of the portal.
 */
import { goTo } from '#portal/reply.ts'
import type { Route } from '#portal/reply.ts'

export const HOME_ROUTES: readonly Route[] = [
  { method: 'get', path: '/', run: (visit) => goTo(visit.cookie('session') ? '/profile' : '/sign-in') },
]
