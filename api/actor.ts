import { writeId } from '#core/ids.ts'
import type { Caller } from './context.ts'

/** Who did it, as the events name it: a key, or the holder of a verification's secret. */
export function actorOf(caller: Caller): string {
  return caller.kind === 'client' ? 'client' : writeId('key', caller.key.id)
}
