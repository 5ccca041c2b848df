/**
 * Whole lists of what an owner has few of: rules and clinics.
 */
import type { Answer, Organization, Page, Policy } from '#client/keypad.ts'
import type { Desk } from '#portal/console/desk.ts'
import { UnexpectedProblem } from '#portal/unexpected.ts'

/** Beyond this nobody reads a table; the API has them all. */
const PAGES = 5

type Read<Entry> = (query: { limit: number; cursor?: string }) => Promise<Answer<Page<Entry>>>

async function readAll<Entry>(read: Read<Entry>): Promise<Entry[]> {
  const all: Entry[] = []
  let cursor: string | null = null
  for (let page = 0; page === 0 || (cursor !== null && page < PAGES); page++) {
    const answer: Answer<Page<Entry>> = await read({ limit: 100, ...(cursor === null ? {} : { cursor }) })
    if (!answer.ok) throw new UnexpectedProblem(answer.problem)
    all.push(...answer.data.data)
    cursor = answer.data.next_cursor
  }
  return all
}

/** The stored rules, up to 500. */
export function readPolicies({ keypad, gone }: Desk): Promise<Policy[]> {
  return readAll((query) => keypad.listPolicies(query, { signal: gone }))
}

/** The clinics, up to 500, by name. */
export async function readOrganizations({ keypad, gone, language }: Desk): Promise<Organization[]> {
  const all = await readAll((query) => keypad.listOrganizations(query, { signal: gone }))
  return all.toSorted((one, other) => one.name.localeCompare(other.name, language))
}
