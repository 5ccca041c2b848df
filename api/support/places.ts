/**
 * Lists that go by numbers instead of ids: events and their places. What a `cursor` carries is the number, in eight bytes.
 */
import { z } from 'zod'
import { pageQuery } from '#api/people/page.ts'

const USUAL_LIMIT = 50

/** `cursor` is read to the number that it carries. */
export const placeQuery = pageQuery.extend({
  cursor: z
    .string()
    .regex(/^[A-H][\w-]{9}[AEIMQUYcgkosw048]$/, 'must be the `next_cursor` of a page')
    .transform((text) => Buffer.from(text, 'base64url').readBigInt64BE())
    .optional()
    .meta({ description: 'The `next_cursor` of the page before' }),
})

/** How many entries a page has. */
export function limitOf({ limit = USUAL_LIMIT }: { limit?: number | undefined }): number {
  return limit
}

/** Writes a page of what comes below; `next` null: nothing does. */
export function writePlaces<Entry>(data: Entry[], next: bigint | number | string | null) {
  if (next === null) return { data, has_more: false, next_cursor: null }
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(BigInt(next))
  return { data, has_more: true, next_cursor: bytes.toString('base64url') }
}
