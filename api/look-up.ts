/**
 * The carrier's Lookup, for tenants that turned it on: settles whether a number of the US, Canada and others is a
 * landline. Remembered per number; no answer in time lets the number in, marked `unknown`.
 */
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { LineType } from '#carrier/line-type.ts'
import { mark, marks } from '#core/key-ring.ts'
import { LOOKUP_KEPT_MS, LOOKUP_TIME_LIMIT_MS } from '#core/limits.ts'
import type { PhoneRefusal } from '#core/phone.ts'
import type { Db } from '#db/client.ts'
import { findLookup, keepLookup } from '#db/lookups.ts'
import type { ApiContext, Caller } from './context.ts'

const REFUSALS: Partial<Record<LineType, PhoneRefusal>> = {
  landline: 'phone_landline',
  voip: 'phone_voip',
  premium: 'phone_premium',
  not_textable: 'phone_not_textable',
}

/** Look-ups cost money, so one tenant gets this many an hour from one process; beyond it numbers are let in as `unknown`. */
const PER_TENANT_HOUR = 1_000
const spent = new RateLimiterMemory({ points: PER_TENANT_HOUR, duration: 3_600 })
/** Several who ask about one number at once share one question. */
const underWay = new Map<string, Promise<LineType>>()

/** What Lookup knows of a number that the numbering plan leaves open. */
export async function lookUp(
  context: ApiContext,
  call: { db: Db; caller: Caller },
  phone: string,
): Promise<{ lineType: 'mobile' | 'unknown' } | { reason: PhoneRefusal }> {
  const { ring } = context.config
  const known = await findLookup(call.db, marks(ring, 'phone', phone), LOOKUP_KEPT_MS / 1_000)
  const lineType = (known as LineType | null) ?? (await askOnce(context, call.caller, phone))
  if (known === null && lineType !== 'unknown')
    await keepLookup(call.db, mark(ring, 'phone', phone), lineType)
  const reason = REFUSALS[lineType]
  return reason ? { reason } : { lineType: lineType === 'mobile' ? 'mobile' : 'unknown' }
}

async function askOnce(context: ApiContext, caller: Caller, phone: string): Promise<LineType> {
  const running = underWay.get(phone)
  if (running) return running
  const isPaid = await spent.consume(caller.tenantId).then(
    () => true,
    () => false,
  )
  if (!isPaid) return 'unknown'
  const asked = ask(context, phone).finally(() => underWay.delete(phone))
  underWay.set(phone, asked)
  return asked
}

/** The client is loaded by the first tenant that needs it: it costs the API 30 MB. */
async function ask(context: ApiContext, phone: string): Promise<LineType> {
  const { createCarrier } = await import('#carrier/twilio.ts')
  const { accountSid, authTokens, from, messagingServiceSid, baseUrl } = context.config.carrier
  const carrier = createCarrier({
    ...{ accountSid, authToken: authTokens[0], timeLimitMs: LOOKUP_TIME_LIMIT_MS },
    ...{
      from: from ?? undefined,
      messagingServiceSid: messagingServiceSid ?? undefined,
      baseUrl: baseUrl ?? undefined,
    },
  })
  return carrier.lookUpLineType(phone)
}
