import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerPhone, pressAndListen } from '#test/harness/answer-phone.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'

describe('somebody whose language the carrier has no voice for', () => {
  let stack: Stack
  beforeAll(async () => {
    stack = await startStack({ speed: 5 })
    await stack.database.query("update tenants set locale = 'nl-NL'")
  })
  afterAll(() => stack?.close())

  it.each(['so-SO', 'ti-ER', 'fa-IR'])(
    'reads %s, and is called in the tenant’s language to the end',
    async (locale) => {
      const [text, call] = [freshPhone(), freshPhone()]
      await stack.call('POST', '/v1/verifications', { to: text, channel: 'sms', locale })
      expect(await stack.phones.codeOf(text)).toMatch(/^\d{6}$/)
      await stack.call('POST', '/v1/verifications', { to: call, channel: 'call', locale })
      await answerPhone(stack, call)
      await pressAndListen(stack, call, '9')
      const said = (await stack.phones.calls(call))[0]!.said.join(' ')
      expect(said).toMatch(/Hallo\..*Druk dan op 9.*Dank u wel voor het doorgeven/)
    },
  )
})
