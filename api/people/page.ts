/**
 * Lists in pages: what is asked in the query, and how a page is answered.
 */
import { z } from 'zod'
import type { Page } from '#db/organizations.ts'

const MAX_LIMIT = 100
const USUAL_LIMIT = 50

/** `cursor` is read to the UUID that it carries. */
export const pageQuery = z.strictObject({
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(1).max(MAX_LIMIT))
    .optional()
    .meta({ description: `How many at most, 1 to ${MAX_LIMIT}; ${USUAL_LIMIT} by default` }),
  cursor: z
    .string()
    .regex(/^[\w-]{21}[AQgw]$/, 'must be the `next_cursor` of a page')
    .transform(readCursor)
    .optional()
    .meta({ description: 'The `next_cursor` of the page before' }),
})
export type PageQuery = z.output<typeof pageQuery>

/** What to ask the database for: one row more than shown, to learn whether there are more. */
export function pageOf({ limit = USUAL_LIMIT, cursor }: PageQuery): Page {
  return { before: cursor ?? null, limit: limit + 1 }
}

/** Writes a page from the rows that `pageOf` asked for. */
export function writePage<Row extends { id: string }, Entry>(
  rows: Row[],
  { limit = USUAL_LIMIT }: PageQuery,
  write: (row: Row) => Entry,
) {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    data: shown.map(write),
    has_more: last !== undefined,
    next_cursor: last ? Buffer.from(last.id.replaceAll('-', ''), 'hex').toString('base64url') : null,
  }
}

function readCursor(text: string): string {
  const hex = Buffer.from(text, 'base64url').toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
