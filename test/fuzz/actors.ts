/**
 * What the fuzzer may name: keys, secrets and ids of all kinds, and callbacks that Twilio could have signed.
 */
import { deriveSecret, readKeyRing, unseal } from '#core/key-ring.ts'
import { readId, writeId } from '#core/ids.ts'
import { newUuid } from '#core/new-id.ts'
import { signWebhook } from '#simulator/signature.ts'
import { ACCOUNT } from '#test/harness/simulator.ts'
import type { Stack } from '#test/harness/stack.ts'
import { gatherPeople } from './people.ts'
import type { People } from './people.ts'
import { standBeforeStaffSteps } from './staff.ts'
import { runAll } from './wire.ts'

/** A verification that was started, with what its holder knows and the code that nobody told. */
export type Held = { id: string; deliveryId: string; secret: string; code: string }

export type Actors = {
  held: Held[]
  people: People
  tokens: string[]
  ids: string[]
  /** Signs a form for one of the held deliveries. */
  sign: (path: string, form: Record<string, string>) => string
  nonceOf: (deliveryId: string) => string
}

const HOSTILE_IDS = [
  ...[
    'ver_',
    'ver_x',
    'VER_01KAPW8QBEFF09M6SC7N75ZR3H',
    'dlv_01kapw8qbeff09m6sc7n75zr3h',
    'ver_zzzzzzzzzzzzzzzzzzzzzzzzzz',
    'acc_01kapw8qbeff09m6sc7n75zr3h',
    'lgn_01kapw8qbeff09m6sc7n75zr3h',
  ],
  ...[
    'ver_01kapw8qbeff09m6sc7n75zr3h%00',
    '%E0%A4%A',
    '%',
    '%2e%2e',
    '..',
    '.',
    '%2F',
    'null',
    '__proto__',
    '{id}',
    '*',
  ],
  ...[
    "'--",
    '%F0%9F%92%A9',
    'x'.repeat(2_000),
    '0',
    '-1',
    'ver_%D9%A0',
    '%0d%0aX-Evil:1',
    ':id',
    'constructor',
  ],
]

/** Starts `count` verifications of this tenant and a few of another. */
export async function gatherActors(stack: Stack, count: number): Promise<Actors> {
  const ring = readKeyRing(stack.env['KEYPAD_SECRETS']!)!
  const other = await stack.addTenant()
  const held: Held[] = []
  const start = async (index: number, token?: string): Promise<Held> => {
    const call = { channel: 'call', call_mode: 'match_digits' }
    const to = `+316${10_000_000 + index}`
    const channel = index % 3 === 0 ? call : { channel: 'sms' }
    const { body } = await stack.call('POST', '/v1/verifications', { to, ...channel }, token ? { token } : {})
    return { id: body.id, deliveryId: body.deliveries[0]!.id, secret: body.client_secret, code: '' }
  }
  await runAll(Array.from({ length: count }), 8, async (_none, index) => void held.push(await start(index)))
  const foreign = await Promise.all([1, 2, 3].map((index) => start(80_000 + index, other.secretKey)))
  await readCodes(stack, held)
  const people = await gatherPeople(stack, ring, 3)
  await standBeforeStaffSteps(stack, people, 3)
  setAside(held.splice(0, 16))
  const { secretKey, publishableKey } = stack.tenant
  return {
    held,
    people,
    tokens: [secretKey, publishableKey, other.secretKey, other.publishableKey, foreign[0]!.secret],
    ids: [...foreign.map(({ id }) => id), writeId('ver', newUuid()), ...HOSTILE_IDS],
    sign: (path, form) => signWebhook(ACCOUNT.token, stack.publicUrl + path, form),
    nonceOf: (deliveryId) => deriveSecret(ring, 'callback', uuidOf(deliveryId)),
  }

  /** Verifications that nothing else touches, so that each right answer of theirs is seen. */
  function setAside(apart: Held[]): void {
    const sure = (act: string, { id, secret }: Held, body: object) => ({
      ...{ path: `/v1/verifications/${id}/${act}`, token: secret, body: () => body },
    })
    const template = 'POST /v1/verifications/{id}'
    people.sure.set(
      `${template}/checks`,
      apart.slice(0, 4).map((one) => sure('checks', one, { code: one.code })),
    )
    people.sure.set(
      `${template}/sends`,
      apart.slice(4).map((one) => sure('sends', one, {})),
    )
  }

  async function readCodes(of: Stack, all: Held[]): Promise<void> {
    const rows = await of.database.query<{ id: string; code_sealed: string }>(
      'select id, code_sealed from verifications',
    )
    const codes = new Map(
      rows.map((row) => [writeId('ver', row.id), unseal(ring, row.code_sealed, `code ${row.id}`)]),
    )
    for (const one of all) one.code = codes.get(one.id)!
  }
}

function uuidOf(deliveryId: string): string {
  return readId('dlv', deliveryId)!
}
