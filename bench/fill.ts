/**
 * Pending verifications for checks, written straight into both sets of tables.
 */
import { mark, readKeyRing, seal } from '#core/key-ring.ts'
import type { Ground } from './ground.ts'
import { phoneAt, verificationAt } from './samples.ts'

const BATCH = 5_000

const OURS = `
  with v as (
    insert into verifications (id, tenant_id, purpose, phone_mark, prefix_mark, phone_sealed, to_masked, country,
      line_type, locale, brand, channel, code_sealed, code_mark, expires_at, resend_at)
    select x.id, $1, 'login', x.phone, x.phone, '', '+31 6 •••• ••00', 'NL', 'mobile', 'nl-NL', 'Bench Clinic', 'sms',
      x.sealed, x.mark, now() + interval '1 hour', now()
    from unnest($2::uuid[], $3::uuid[], $4::bytea[], $5::bytea[], $6::text[]) x (id, delivery, phone, mark, sealed)
  )
  insert into deliveries (id, tenant_id, verification_id, phone_mark, channel, priority, status)
  select x.delivery, $1, x.id, x.phone, 'sms', 1, 'delivered'
  from unnest($2::uuid[], $3::uuid[], $4::bytea[]) x (id, delivery, phone)`

const BOUND = `
  insert into bound.verifications (id, tenant_id, purpose, phone_mark, prefix_mark, phone_sealed, to_masked, country,
    line_type, locale, brand, channel, code_mark, expires_at, resend_at)
  select x.id, $1, 'login', x.mark, x.mark, '', '+31 6 •••• ••00', 'NL', 'mobile', 'nl-NL', 'Bench Clinic', 'sms',
    x.mark, now() + interval '1 hour', now()
  from unnest($2::uuid[], $3::bytea[]) x (id, mark)`

/** Writes the samples `first` to `first + count` where ours, or those of the lower bound, are looked for. */
export async function fill(
  ground: Ground,
  whose: 'ours' | 'bound',
  samples: { first: number; count: number },
) {
  const { first, count } = samples
  for (let from = first; from < first + count; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, first + count - from) }, (_, index) => from + index)
    const [text, columns] =
      whose === 'ours' ? [OURS, columnsOfOurs(ground, numbers)] : [BOUND, columnsOfBound(numbers)]
    await ground.pool.query(text, [ground.tenant.id, ...columns])
  }
}

function columnsOfOurs(ground: Ground, numbers: number[]): unknown[] {
  const ring = readKeyRing(ground.secrets)!
  const rows = numbers.map((n) => ({ ...verificationAt(n), phone: phoneAt(n) }))
  return [
    rows.map(({ id }) => id),
    rows.map(({ deliveryId }) => deliveryId),
    rows.map(({ phone }) => mark(ring, 'phone', phone)),
    rows.map(({ id, code }) => mark(ring, 'code', `${id} ${code}`)),
    rows.map(({ id, code }) => seal(ring, code, `code ${id}`)),
  ]
}

function columnsOfBound(numbers: number[]): unknown[] {
  const rows = numbers.map(verificationAt)
  return [rows.map(({ id }) => id), rows.map(({ code }) => Buffer.from(code))]
}
