/**
 * Finds a text or call whose answer was lost, in the carrier's own list. Creating has no idempotency key at Twilio,
 * so after a time-out this is the only way to learn whether it was taken.
 */

/** What a search needs of an entry of the list. */
export type Listed = { sid: string; dateCreated: Date }

/** A page of the list, newest first, as Twilio's client gives it. */
export type ListPage<Item extends Listed> = {
  instances: Item[]
  nextPage: () => Promise<ListPage<Item>> | undefined
}

/** Twilio's times have whole seconds, and its clock is not ours. */
const CLOCK_TOLERANCE_MS = 2_000
const MAX_PAGES = 5

/**
 * Looks for an entry since `sinceAt` that matches, the oldest of its page. Null: surely none. `unknown`: the list is too long to
 * say. The list is ordered by the date of sending, which a waiting text has not got yet, so only a page without any
 * recent entry ends the search.
 */
export async function findSince<Item extends Listed>(
  firstPage: ListPage<Item>,
  sinceAt: Date,
  matches: (item: Item) => boolean,
): Promise<Item | null | 'unknown'> {
  const earliest = sinceAt.getTime() - CLOCK_TOLERANCE_MS
  let page: ListPage<Item> | undefined = firstPage
  for (let turn = 1; turn <= MAX_PAGES; turn++) {
    const recent: Item[] = page.instances.filter((item) => item.dateCreated.getTime() >= earliest)
    const found = recent.findLast(matches)
    if (found) return found
    if (recent.length === 0) return null
    if (turn < MAX_PAGES) page = await page.nextPage()
    if (page === undefined) return null
  }
  return 'unknown'
}
