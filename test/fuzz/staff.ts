/**
 * What staff do, for the fuzzer: requests that surely succeed, each before a step of its own.
 */
import { newUuid } from '#core/new-id.ts'
import { readId, writeId } from '#core/ids.ts'
import { logIn } from '#test/api/people/people-lab.ts'
import type { Stack } from '#test/harness/stack.ts'
import type { People, Sure } from './people.ts'

const REASON = { reason: 'Lost the phone' }
const CHECKED = { ...REASON, identity_checks: [{ kind: 'passport', passed: true }] }
const RESET = { ...CHECKED, factor: 'totp' }
const SUPPORT = '/v1/support'

/** Adds them, `each` so many for every step. */
export async function standBeforeStaffSteps(stack: Stack, people: People, each: number): Promise<void> {
  const key = stack.tenant.secretKey
  const lead = await logIn(stack, 'lead')
  let made = 0
  await stack.call('PUT', '/v1/policies/fuzz_helped', { reset_approval: 'second_person' })
  add(`GET ${SUPPORT}/accounts`, `${SUPPORT}/accounts?q=fuzz-helped-1`, undefined)
  for (let n = 0; n < each; n++) {
    await standBeforeHelp()
    await standBeforeWebhook()
  }

  function add(template: string, path: string, body: unknown, token = key): void {
    const sure: Sure = { path, token, body: () => body }
    people.sure.set(template, [...(people.sure.get(template) ?? []), sure])
  }

  async function addHelped(): Promise<string> {
    const person = {
      username: `fuzz-helped-${++made}`,
      display_name: 'Mara Visser',
      user_type: 'fuzz_helped',
    }
    return (await stack.call('POST', '/v1/accounts', person)).body.id
  }

  async function standBeforeHelp(): Promise<void> {
    const id = await addHelped()
    const at = (act: string) =>
      [`POST ${SUPPORT}/accounts/{id}/${act}`, `${SUPPORT}/accounts/${id}/${act}`] as const
    add(...at('bypass'), CHECKED, lead.token)
    add(...at('password-reset'), REASON)
    add(...at('factor-resets'), RESET, lead.token)
    for (const word of ['approve', 'reject']) {
      const path = `${SUPPORT}/accounts/${await addHelped()}/factor-resets`
      const { body } = await stack.call('POST', path, RESET, { token: lead.token })
      add(`POST ${SUPPORT}/factor-resets/{id}/${word}`, `${SUPPORT}/factor-resets/${body.id}/${word}`, REASON)
    }
  }

  async function standBeforeWebhook(): Promise<void> {
    const wanted = { url: 'https://portal.example.org/keypad' }
    add('POST /v1/webhooks', '/v1/webhooks', wanted)
    const [kept, leaving] = [
      await stack.call('POST', '/v1/webhooks', wanted),
      await stack.call('POST', '/v1/webhooks', wanted),
    ]
    add('DELETE /v1/webhooks/{id}', `/v1/webhooks/${leaving.body.id}`, undefined)
    const path = `/v1/webhooks/${kept.body.id}/messages`
    const message = newUuid()
    await stack.database.query(
      `insert into webhook_messages (id, tenant_id, endpoint_id, kind, payload) values ($1, $2, $3, 'locked', '{}')`,
      [message, stack.tenant.id, readId('whk', kept.body.id)],
    )
    add('GET /v1/webhooks/{id}/messages', path, undefined)
    add('POST /v1/webhooks/{id}/messages/{message_id}/send', `${path}/${writeId('msg', message)}/send`, {})
  }
}
