/**
 * security.md INP-1: whatever is asked, the answer is one that the OpenAPI document tells of, and never a 5xx.
 * FUZZ_REQUESTS sets how many (20,000), FUZZ_SEED which (the seed is printed with every failure).
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { gatherActors } from './actors.ts'
import { makeRequests } from './generate.ts'
import type { Fuzzed } from './generate.ts'
import { makeJudge } from './judge.ts'
import { explain } from './schema.ts'
import type { Document } from './schema.ts'
import { openWire, runAll } from './wire.ts'
import type { WireAnswer } from './wire.ts'

const COUNT = Number(process.env['FUZZ_REQUESTS'] ?? 20_000)
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_122)
const BATCH = 2_000
const AT_ONCE = 24

describe('whatever is asked', () => {
  let stack: Stack
  beforeAll(async () => {
    stack = await startStack({ workers: 0 })
  })
  afterAll(() => stack?.close())

  it(
    `${COUNT} generated requests get documented answers and no 5xx`,
    async () => {
      const document = (await (await fetch(`${stack.urls[0]}/openapi.json`)).json()) as Document
      const { judge, match } = makeJudge(document)
      const requests = makeRequests(document, await gatherActors(stack, 150))
      // Half of them may be sent again at once, so that this is seen too, however fast the machine is.
      await stack.database.query(
        `update verifications set resend_at = now() where substr(id::text, 36) in ('0', '2', '4', '6', '8', 'a', 'c', 'e')`,
      )
      const wire = openWire(stack.urls[0]!, AT_ONCE)
      const faults = new Map<string, string>()
      const seen = new Set<string>()
      const see = (asked: Fuzzed, answer: WireAnswer): void => {
        const operation = match(asked)?.operation
        if (operation) seen.add(`${operation.operationId} ${answer.status}`)
        const wrong = [...judge(asked, answer), ...judgeBody(document, asked, answer)]
        const kind = `${wrong.join(', ')}: ${asked.method} ${match(asked)?.template ?? 'elsewhere'}`
        if (wrong.length > 0)
          faults.set(kind, show({ status: answer.status, ...asked, answer: answer.body.toString() }))
      }
      for (let done = 0; done < COUNT; done += BATCH) {
        const batch = fc.sample(requests, { seed: SEED + done, numRuns: Math.min(BATCH, COUNT - done) })
        await runAll(batch, AT_ONCE, async (asked) => see(asked, await wire.send(asked)))
      }
      wire.close()
      expect([...faults].slice(0, 20), `seed ${SEED}`).toEqual([])
      expect([...unseen(document, seen)]).toEqual([])
    },
    60_000 + COUNT * 5,
  )

  it('bytes that are no UTF-8 are refused, not repaired', async () => {
    const wire = openWire(stack.urls[0]!, 1)
    const ask = async (bytes: Buffer, charset = 'utf-8') => {
      const headers = {
        authorization: `Bearer ${stack.tenant.secretKey}`,
        'content-type': `application/json; charset=${charset}`,
      }
      const path = '/v1/phone-checks'
      return (await wire.send({ method: 'POST', path, headers, body: bytes, chunked: false })).status
    }
    const text = '{"phone":"+31612345678"}'
    const broken = Buffer.concat([Buffer.from('{"phone":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])
    expect([await ask(Buffer.from(text)), await ask(broken)]).toEqual([200, 400])
    expect(await ask(Buffer.from(text, 'utf16le'), 'utf-16')).toBe(415)
    wire.close()
  })

  it('still answers as before', async () => {
    await stack.call('PUT', '/v1/countries', { served: 'all' })
    const started = await stack.call('POST', '/v1/verifications', { to: '+31687654321', channel: 'sms' })
    expect(started.status).toBe(201)
  })
})

/** A body that breaks the schema is refused, always. */
function judgeBody(document: Document, { schema, value }: Fuzzed, { status }: WireAnswer): string[] {
  if (!schema || status >= 400) return []
  return explain(document, schema, value).map((wrong) => `accepted although ${wrong}`)
}

/** One line to find it again by; long values cut. */
function show(fault: object): string {
  const cut = (value: unknown): unknown =>
    typeof value === 'string' && value.length > 90 ? `${value.slice(0, 90)}…` : value
  return JSON.stringify(fault, (name, value: unknown) => {
    if (name === 'body' && value !== null)
      return cut(Buffer.from((value as { data: number[] }).data).toString())
    return name === 'schema' ? undefined : cut(value)
  })
}

/** Successes of the document that never came: then the fuzzer would have knocked on closed doors only. */
function unseen(document: Document, seen: Set<string>): string[] {
  return Object.values(document.paths)
    .flatMap((item) => Object.values(item))
    .flatMap(({ operationId, responses }) =>
      Object.keys(responses).map((status) => `${operationId} ${status}`),
    )
    .filter((name) => / 2\d\d$/.test(name) && !seen.has(name))
}
