import { describe, expect, it } from 'vitest'
import { verifyWebhook } from '#client/webhooks.ts'
import { EVENT_KINDS } from '#core/event-kinds.ts'
import { signWebhook, WEBHOOK_KINDS, writeWebhook, writeWebhookSecret } from '#core/webhook.ts'

describe('a signature', () => {
  it('is that of the example of Standard Webhooks', () => {
    const message = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp: 1614265330,
      body: '{"test": 2432232314}',
    }
    expect(signWebhook('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', message)).toEqual({
      'webhook-id': message.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })
  it('is believed by our own client, until one byte differs', async () => {
    const secret = writeWebhookSecret(Buffer.alloc(32, 7))
    const body = JSON.stringify({ type: 'locked' })
    const headers = signWebhook(secret, { id: 'msg_1', timestamp: Math.floor(Date.now() / 1_000), body })
    expect(await verifyWebhook({ payload: body, headers, secret })).toMatchObject({ ok: true, id: 'msg_1' })
    expect(await verifyWebhook({ payload: `${body} `, headers, secret })).toMatchObject({ ok: false })
  })
})

describe('what is told', () => {
  const event = {
    ...{ id: '42', at: '2026-11-22T09:30:00.5+00:00', actor: 'client', loginId: null, verificationId: null },
    accountId: '019ab3c4-6b72-7d04-9f18-64e0c2a7b5d3',
  }
  it('is of kinds that there are', () => {
    for (const kind of WEBHOOK_KINDS) expect(EVENT_KINDS).toContain(kind)
  })
  it('never holds what staff typed', () => {
    const data = {
      reason: 'Mrs Visser called from +31612345678',
      identity_checks: [{ kind: 'birthday' }],
      to: '+31',
    }
    for (const kind of WEBHOOK_KINDS.filter((one) => one !== 'locked'))
      expect(writeWebhook({ ...event, kind, data })).toEqual({
        ...{ id: 'evt_800000000001a', type: kind, timestamp: '2026-11-22T09:30:00.500Z' },
        data: {
          ...{
            account_id: expect.stringMatching(/^acc_/),
            login_id: null,
            verification_id: null,
            actor: 'client',
          },
        },
      })
  })
  it('says until when somebody is locked', () => {
    const data = { reason: 'too_many_wrong', until: '2026-11-22T09:45:00Z' }
    expect(writeWebhook({ ...event, kind: 'locked', data }).data).toMatchObject(data)
  })
})
