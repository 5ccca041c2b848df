/**
 * What the counts of deliveries come to: the funnel, each day, and why they failed.
 */
import type { DeliverySummary } from '#client/keypad.ts'

export type Step = { name: 'asked' | 'tried' | 'taken' | 'reached' | 'approved'; count: number }
export type Day = { day: string; good: number; other: number; failed: number }
export type Failure = { channel: 'sms' | 'call'; reason: string; count: number }

const FAILED = new Set(['failed', 'expired_unsent'])

type Sent = DeliverySummary['deliveries'][number]

/** A call that was answered reached the phone. One that ended for a reason did not do what it should. */
function isGood({ status, reason }: Sent): boolean {
  return status === 'delivered' || status === 'answered' || (status === 'ended' && reason === null)
}

const isFailed = ({ status, reason }: Sent) => FAILED.has(status) || (status === 'ended' && reason !== null)
const sum = (entries: readonly { count: number }[]) => entries.reduce((total, { count }) => total + count, 0)

/** From codes that were asked for to numbers that were confirmed. */
export function countFunnel({ verifications, deliveries }: DeliverySummary): Step[] {
  return [
    { name: 'asked', count: sum(verifications) },
    { name: 'tried', count: sum(deliveries) },
    { name: 'taken', count: deliveries.reduce((total, { accepted }) => total + accepted, 0) },
    { name: 'reached', count: sum(deliveries.filter(isGood)) },
    { name: 'approved', count: sum(verifications.filter(({ status }) => status === 'approved')) },
  ]
}

/** Every day of the span, those without anything too. */
export function countDays({ from, until, deliveries }: DeliverySummary): Day[] {
  const days: Day[] = []
  for (let at = Date.parse(from); at < Date.parse(until); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10)
    const own = deliveries.filter((sent) => sent.day === day)
    const [good, failed] = [sum(own.filter(isGood)), sum(own.filter(isFailed))]
    days.push({ day, good, failed, other: sum(own) - good - failed })
  }
  return days
}

/** Why texts and calls failed, the most frequent first. */
export function countFailures({ deliveries }: DeliverySummary): Failure[] {
  const counts = new Map<string, Failure>()
  for (const { channel, status, reason, count } of deliveries.filter(isFailed)) {
    const why = reason ?? (status === 'expired_unsent' ? 'sent_too_late' : 'unknown_failure')
    const known = counts.get(`${channel} ${why}`)
    counts.set(`${channel} ${why}`, { channel, reason: why, count: (known?.count ?? 0) + count })
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count)
}
