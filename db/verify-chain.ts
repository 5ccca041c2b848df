/**
 * The chain over events, second half: whether it holds (docs/decisions/012-audit-chain.md).
 */
import { callOf } from './client.ts'
import type { Db } from './client.ts'

const LINKS = 10_000
const EVENTS = 50_000
/** An event that is older than the newest linked one by so much, and has no link, was put in behind the linker's back. */
const LATE_MS = 5 * 60_000
/** Below every bigint that a forger could choose. */
const FIRST_ID = '-9223372036854775808'

/**
 * What a chain is like. `checked`: links that hold, from the first on. `firstBroken`: the id of the event whose row or
 * link does not fit; of rows that are gone with their links, the next one. `head`: the hash of the last link that holds.
 * `unlinked`: events without a link, normally those of the last second. `hasExpected`: whether a link that holds has the
 * hash that was expected.
 */
export type Chain = {
  intact: boolean
  checked: number
  firstBroken: string | null
  head: string | null
  unlinked: number
  hasExpected: boolean
}

type Links = {
  looked: number
  holding: number
  head: Buffer | null
  linked_at: Date | null
  has_expected: boolean
  broken: string | null
}
const VERIFY = callOf('keypad_verify_links', ['p_tenant', 'p_after', 'p_before', 'p_limit', 'p_expect'])

type Held = { checked: number; head: Buffer; linkedAt: Date | null; broken: string | null; has: boolean }

/** Checks the chain of a tenant in small statements; reads, and holds nobody up. `expect`: a hash, 64 hex digits. */
export async function verifyChain(db: Db, tenantId: string, expect?: string): Promise<Chain> {
  const held = await checkLinks(db, tenantId, expect === undefined ? null : Buffer.from(expect, 'hex'))
  const loose = await countUnlinked(db, tenantId, held.linkedAt)
  const firstBroken = held.broken ?? loose.late
  return {
    ...{ intact: firstBroken === null, checked: held.checked, firstBroken },
    head: held.checked === 0 ? null : held.head.toString('hex'),
    ...{ unlinked: loose.unlinked, hasExpected: held.has },
  }
}

async function checkLinks(db: Db, tenantId: string, expect: Buffer | null): Promise<Held> {
  const held: Held = { checked: 0, head: Buffer.alloc(0), linkedAt: null, broken: null, has: false }
  for (;;) {
    const [part] = await db.run<Links>(VERIFY, [tenantId, held.checked, held.head, LINKS, expect])
    held.checked += part!.holding
    held.head = part!.head ?? held.head
    held.linkedAt = part!.linked_at ?? held.linkedAt
    held.has ||= part!.has_expected
    held.broken = part!.broken
    if (held.broken !== null || part!.looked < LINKS) return held
  }
}

type Loose = { looked: number; seen_to: string; unlinked: number; late: string | null }
const UNLINKED = callOf('keypad_count_unlinked', ['p_tenant', 'p_after', 'p_limit', 'p_late_before'])

async function countUnlinked(
  db: Db,
  tenantId: string,
  linkedAt: Date | null,
): Promise<{ unlinked: number; late: string | null }> {
  const lateBefore = linkedAt && new Date(linkedAt.getTime() - LATE_MS)
  let [after, unlinked, late] = [FIRST_ID, 0, null as string | null]
  for (;;) {
    const [part] = await db.run<Loose>(UNLINKED, [tenantId, after, EVENTS, lateBefore])
    unlinked += part!.unlinked
    late ??= part!.late
    if (part!.looked < EVENTS) return { unlinked, late }
    after = part!.seen_to
  }
}
