import { afterAll, beforeAll, expect, it } from 'vitest'
import { finishRestore } from '#cli/after-restore.ts'
import { readId } from '#core/ids.ts'
import { openDatabase } from '#db/client.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { callbackUrls, postForm } from '#test/harness/sign-callback.ts'
import { ACCOUNT } from '#test/harness/simulator.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ workers: 0 })
})
afterAll(() => stack?.close())

it('a report about a delivery that is gone is parked, once it is signed', async () => {
  const { body } = await stack.call('POST', '/v1/verifications', { to: '+31612345678', channel: 'sms' })
  const id = readId('dlv', body.deliveries[0]!.id)!
  await stack.database.query('delete from verifications')
  const form = { MessageSid: `SM${'ab'.repeat(16)}`, AccountSid: ACCOUNT.sid, MessageStatus: 'delivered' }
  expect((await postForm(callbackUrls(stack, id).text, form)).status).toBe(204)
  const parked = await stack.database.query('select carrier_ref, status from parked_receipts')
  expect(parked).toEqual([{ carrier_ref: form.MessageSid, status: 'delivered' }])
})

it('ends what a restored backup left open', async () => {
  const { body } = await stack.call('POST', '/v1/verifications', { to: '+31612345679', channel: 'sms' })
  const database = openDatabase(stack.database.url, 1)
  expect(await finishRestore(database)).toEqual([{ ended: 1 }])
  await database.close()
  const checked = await stack.call('POST', `/v1/verifications/${body.id}/checks`, { code: '000000' })
  expect(checked.body.code).toBe('verification_finished')
})
