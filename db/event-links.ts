/**
 * The chain over events, first half: giving every event its link (docs/decisions/012-audit-chain.md).
 */
import { callOf } from './client.ts'
import type { Db } from './client.ts'

/** Events looked at in one statement; a sixth of a second when none of them has a link. */
const BATCH = 10_000
/** How far below the newest linked event a linker begins that has just started. */
const LOOK_BACK = 100_000
/** An id may be drawn a moment before its transaction shows that it writes. */
const SETTLE_MS = 5_000

/**
 * Where a linker stands. Ids are drawn in order but committed in any, so it looks again at everything above `settled`
 * until the transactions that were open when it first looked (`mark`) are over.
 */
export type LinkPlace = {
  settled: string
  mark: { seenTo: string; xid: string; atMs: number } | null
}

const START = {
  name: 'find_link_place',
  text: 'select greatest(coalesce(max(event_id), 0) - $1, 0)::text as settled from event_links',
}

/** Where a linker begins: at the first event, or well below the newest linked one. */
export async function findLinkPlace(db: Db): Promise<LinkPlace> {
  const [row] = await db.run<{ settled: string }>(START, [LOOK_BACK])
  return { settled: row?.settled ?? '0', mark: null }
}

type Batch = {
  linked: number | null
  seen_to: string
  is_all: boolean
  is_over: boolean | null
  mark: string | null
}
const LINK = callOf('keypad_link_events', ['p_after', 'p_limit', 'p_mark'])

/**
 * Links every event that has no link yet, in batches that commit one by one. Gives where to go on next time. While
 * somebody else is linking, or once `goesOn` says no, it stays where it is.
 */
export async function linkEvents(db: Db, place: LinkPlace, goesOn: () => boolean): Promise<LinkPlace> {
  const isOld = place.mark !== null && performance.now() - place.mark.atMs >= SETTLE_MS
  let [seenTo, xid] = [place.settled, null as string | null]
  let isOver: boolean | null = null
  while (goesOn()) {
    const [batch] = await db.run<Batch>(LINK, [seenTo, BATCH, place.mark?.xid ?? null])
    if (!batch || batch.linked === null) return place
    isOver ??= batch.is_over ?? false
    seenTo = batch.seen_to
    xid = batch.mark ?? xid
    if (!batch.is_all) continue
    if (place.mark && !(isOld && isOver)) return place
    const mark = xid === null ? null : { seenTo, xid, atMs: performance.now() }
    return { settled: place.mark?.seenTo ?? place.settled, mark }
  }
  return place
}
