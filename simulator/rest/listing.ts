import { field } from './form.ts'
import type { Form } from '#simulator/signature.ts'

/** A list to page through: the key in the answer, the resource's address, all matches newest first, and their writer. */
export type Listing<T> = { key: string; path: string; found: T[]; write: (entry: T) => unknown }

const LARGEST_PAGE = 1_000
const PAGE = 50

/** Writes one page of a list as Twilio does, with the address of the next one. */
export function writePage<T>(query: Form, listing: Listing<T>): Record<string, unknown> {
  const size = Math.min(LARGEST_PAGE, readCount(query, 'PageSize', PAGE) || PAGE)
  const page = readCount(query, 'Page', 0)
  const start = page * size
  const shown = listing.found.slice(start, start + size)
  const address = (number: number) => `${listing.path}?${turnPage(query, number, size)}`
  return {
    [listing.key]: shown.map(listing.write),
    page,
    page_size: size,
    start,
    end: Math.max(start, start + shown.length - 1),
    uri: address(page),
    first_page_uri: address(0),
    next_page_uri: start + size < listing.found.length ? address(page + 1) : null,
    previous_page_uri: page > 0 ? address(page - 1) : null,
  }
}

function readCount(query: Form, name: string, normal: number): number {
  const text = field(query, name)
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : normal
}

function turnPage(query: Form, page: number, size: number): string {
  const next = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) next.append(key, [value].flat()[0] ?? '')
  next.set('PageSize', String(size))
  next.set('Page', String(page))
  return next.toString()
}

/** Tells whether a time (ms) matches a filter such as `DateSent`, `DateSent<` or `DateSent>`. Null never matches one. */
export function matchesDate(query: Form, name: string, ms: number | null): boolean {
  const day = field(query, name)
  const before = field(query, `${name}<`)
  const after = field(query, `${name}>`)
  if (day === undefined && before === undefined && after === undefined) return true
  if (ms === null) return false
  if (day !== undefined && !new Date(ms).toISOString().startsWith(day.slice(0, 10))) return false
  if (before !== undefined && ms > Date.parse(before)) return false
  return after === undefined || ms >= Date.parse(after)
}
