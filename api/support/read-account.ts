/**
 * GET /v1/support/accounts/{id}: how somebody stands, in one sentence and with everything it rests on.
 */
import { writeAccount } from '#api/account-answer.ts'
import { askerOf } from '#api/begin-verification.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { operation } from '#api/operation.ts'
import { writeEventId } from '#core/event-id.ts'
import { writeId } from '#core/ids.ts'
import { Problem } from '#core/problem.ts'
import { writeHelpCode } from '#core/recovery-code.ts'
import { localeChoice, supportAccount } from '#core/support-contract.ts'
import { listLimits, sayLimit } from '#core/support-limits.ts'
import type { SupportLimit } from '#core/support-limits.ts'
import { wordsOf } from '#core/support-words.ts'
import type { Verdict } from '#core/verdict-codes.ts'
import { judgeVerdict } from '#core/verdict.ts'
import { readPerson } from '#db/people.ts'
import type { PersonRow } from '#db/people.ts'
import { insertLookUps } from '#db/support.ts'
import type { Waiting } from '#db/support.ts'
import { z } from 'zod'
import { gatherFacts } from './gather-facts.ts'
import type { Gathered } from './gather-facts.ts'
import { writeTime } from './reader-times.ts'
import type { Reader } from './reader-times.ts'
import { READERS } from './staff-readers.ts'

const query = z.strictObject({ locale: localeChoice })
type Asked = Call<null, { locale?: string | undefined }>

export const readSupportAccountOperation = operation({
  name: 'read-support-account',
  method: 'get',
  path: '/v1/support/accounts/{id}',
  group: 'Support',
  summary: 'See why somebody could not get in',
  description:
    'The verdict is one plain sentence, chosen from how the person stands now and the last events; `evidence` names those that it rests on. Reading it is noted as looking the person up.',
  access: READERS,
  body: null,
  query,
  answers: { 200: { description: 'How the person stands', schema: supportAccount } },
  problems: ['not_found'],
  run: readAccount,
})

async function readAccount(context: ApiContext, call: Asked): Promise<Answer> {
  const { db, caller } = call
  const { tenantId } = caller
  const person = await readPerson(db, tenantId, call.id)
  if (!person) throw new Problem('not_found')
  const gathered = await gatherFacts(context, { db, tenantId, person })
  await insertLookUps(db, { tenantId, ...askerOf(call) }, [
    { accountId: person.id, data: { page: 'account' } },
  ])
  const reader = readerOf(call)
  const { rule, sentence } = gathered.policy
  return {
    status: 200,
    body: {
      account: writeAccount(context.config.ring, person),
      ...writeVerdict(judgeVerdict(gathered.facts), gathered, reader),
      factors: writeFactors(person, gathered.provenAt),
      limits: listLimits(gathered.limits).map((limit) => writeLimit(limit, reader)),
      ...writeWaiting(gathered.waiting),
      policy: { required: rule.required, factors: rule.factors, sentence },
    },
  }
}

/** In which language staff read, and by whose clocks. */
export function readerOf({ query: { locale }, caller }: Asked): Reader {
  return {
    locale: /^nl\b/i.test(locale ?? caller.tenant.locale) ? 'nl-NL' : 'en-GB',
    country: caller.tenant.country,
  }
}

function writeVerdict({ code, evidence, params }: Verdict, { rows }: Gathered, reader: Reader) {
  const times = Object.entries(params).map(([name, value]) =>
    (name === 'at' || name === 'until') && value !== ''
      ? [name, writeTime(`${value}`, reader)]
      : [name, value],
  )
  const { headline, cause, tell_patient, remedy } = wordsOf(reader.locale, code, Object.fromEntries(times))
  return {
    ...{ verdict: headline, verdict_code: code, cause, tell_patient, remedy },
    evidence: evidence.flatMap((place) => {
      const row = rows[place]
      return row ? [writeEventId(row.id)] : []
    }),
  }
}

function writeFactors({ phone, pending, totp, pin, recoveryCodes }: PersonRow, provenAt: Date | null) {
  const { masked } = phone
  return {
    phone: {
      current_masked: masked,
      pending_masked: pending.masked,
      proven_at: provenAt?.toISOString() ?? null,
    },
    ...{ totp, pin, recovery_codes: recoveryCodes },
  }
}

function writeLimit(limit: SupportLimit, reader: Reader) {
  const { since, until, used, max } = limit
  const sentence = sayLimit(reader.locale, limit, until === null ? '' : writeTime(until, reader))
  const flags = { is_on: limit.isOn, can_unblock: limit.canUnblock }
  const [from, to] = [since, until].map((at) => (at === null ? null : new Date(at).toISOString()))
  return { limit: limit.limit, ...flags, since: from, until: to, used, max, sentence }
}

function writeWaiting({ resets, helpCodes }: Waiting) {
  const span = (of: { createdAt: Date; expiresAt: Date }) => ({
    created_at: of.createdAt.toISOString(),
    expires_at: of.expiresAt.toISOString(),
  })
  return {
    requests: resets.map(({ id, factor, status, requestedBy, ...rest }) => ({
      ...{ id: writeId('rst', id), factor, status, requested_by: requestedBy, ...span(rest) },
    })),
    help_codes: helpCodes.map(({ code, loginId, ...rest }) => ({
      ...{ code: writeHelpCode(code), login_id: loginId && writeId('lgn', loginId), ...span(rest) },
    })),
  }
}
