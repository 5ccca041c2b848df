import { writeId } from '#core/ids.ts'
import type { Caller } from './context.ts'

/** Who did it, as the events name it: a key, a person's account, or the holder of a verification's or login's secret. */
export function actorOf(caller: Caller): string {
  if (caller.kind === 'client') return 'client'
  return caller.kind === 'session' ? writeId('acc', caller.session.accountId) : writeId('key', caller.key.id)
}
