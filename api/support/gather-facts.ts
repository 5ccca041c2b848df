/**
 * Everything that support's rules look at, for one person.
 */
import { policyOf } from '#api/account-answer.ts'
import type { ApiContext } from '#api/context.ts'
import { marks, unseal } from '#core/key-ring.ts'
import type { PolicyOutcome } from '#core/policy.ts'
import { MAX_JUDGED_EVENTS } from '#core/support-facts.ts'
import type { SupportEvent, SupportFacts } from '#core/support-facts.ts'
import type { LimitFacts, SendFacts } from '#core/support-limits.ts'
import type { Db } from '#db/client.ts'
import type { PersonRow } from '#db/people.ts'
import { readSendWindows } from '#db/send-windows.ts'
import type { SendWindows } from '#db/send-windows.ts'
import { listWaiting, readBudget } from '#db/support.ts'
import type { Budget, Waiting } from '#db/support.ts'
import { listTimeline } from '#db/timeline.ts'
import type { TimelineRow } from '#db/timeline.ts'

type At = { tenantId: string; accountId: string }

/** What is known of a person; `rows` are the events behind the facts, place by place. */
export type Gathered = {
  facts: SupportFacts
  limits: LimitFacts
  rows: TimelineRow[]
  waiting: Waiting
  policy: PolicyOutcome
  provenAt: Date | null
}

/** Gathers it, in a handful of statements that each use an index. */
export async function gatherFacts(
  context: ApiContext,
  of: { db: Db; tenantId: string; person: PersonRow },
): Promise<Gathered> {
  const { db, tenantId, person } = of
  const at = { tenantId, accountId: person.id }
  const rows = await listTimeline(db, at, { before: null, limit: MAX_JUDGED_EVENTS })
  const [waiting, budget] = [await listWaiting(db, at), await readBudget(db, at)]
  const sends = await readSends(context, db, { at, person })
  const policy = policyOf(person)
  const facts = writeFacts(person, { rows, waiting, sends, policy, now: budget?.now ?? new Date() })
  const limits = { lock: person.lock, wrong: writeWrong(budget), sends }
  return { facts, limits, rows, waiting, policy, provenAt: budget?.provenAt ?? null }
}

function writeFacts(
  person: PersonRow,
  of: Pick<Gathered, 'rows' | 'waiting' | 'policy'> & { sends: LimitFacts['sends']; now: Date },
): SupportFacts {
  const { phone, pending, totp, pin, recoveryCodes, lock, bypass } = person
  const sends = of.sends[phone.sealed === null ? 'pending_number' : 'number']
  return {
    now: of.now.toISOString(),
    ...{ lock, bypass, factors: { totp, pin, recoveryCodes }, policy: of.policy.rule },
    phone: { isProven: phone.sealed !== null, isPending: pending.sealed !== null, fault: pending.fault },
    resetWaiting: of.waiting.resets.length > 0,
    sending: { free: !sends?.freeAt, until: sends?.freeAt ?? null },
    events: of.rows.map(writeSupportEvent),
  }
}

/** An event as support's rules see it; the number that a verification goes to is masked. */
export function writeSupportEvent({
  kind,
  at,
  data,
  delivery,
  notice,
  verification,
}: TimelineRow): SupportEvent {
  const { reason, ...rest } = data ?? {}
  // How a call ended says something only where nobody pressed a key; its delivery knows.
  const isMoot = kind === 'call_ended' && delivery !== null && delivery.reason === null
  const told = {
    ...rest,
    ...(reason !== undefined && !isMoot && { reason }),
    ...(notice !== null && { notice }),
    ...(verification && { to: verification.toMasked }),
  }
  return {
    ...{ kind, at: at.toISOString(), data: Object.keys(told).length > 0 ? told : null },
    ...{ channel: delivery?.channel ?? null, carrierCode: delivery?.carrierCode ?? null },
  }
}

async function readSends(
  { config }: ApiContext,
  db: Db,
  { at, person }: { at: At; person: PersonRow },
): Promise<LimitFacts['sends']> {
  const read = async (sealed: string | null, context: string): Promise<SendFacts | null> => {
    const phone = sealed === null ? null : unseal(config.ring, sealed, context)
    return phone === null
      ? null
      : writeSends(await readSendWindows(db, at, marks(config.ring, 'phone', phone)))
  }
  return {
    number: await read(person.phone.sealed, `phone ${person.id}`),
    pending_number: await read(person.pending.sealed, `pending ${person.id}`),
  }
}

function writeSends({ sends, lastAt, freeAt, dayFreeAt }: SendWindows): SendFacts {
  return { sends, lastAt: writeAt(lastAt), freeAt: writeAt(freeAt), dayFreeAt: writeAt(dayFreeAt) }
}

function writeWrong(budget: Budget | null): LimitFacts['wrong'] {
  const { lately = 0, firstAt = null, lastAt = null } = budget ?? {}
  return { lately, firstAt: writeAt(firstAt), lastAt: writeAt(lastAt) }
}

function writeAt(at: Date | null): string | null {
  return at?.toISOString() ?? null
}
