import { describe, expect, it } from 'vitest'
import { explainVerification } from '#api/verification-words.ts'
import { DELIVERY_REASONS, DELIVERY_STATUSES } from '#core/delivery.ts'
import { CHANNELS, VERIFICATION_STATUSES } from '#core/verification.ts'
import type { VerificationView } from '#core/verification.ts'

const VIEW: VerificationView = {
  ...{ id: 'x', status: 'pending', version: 1, purpose: 'login', channel: 'sms', callMode: null },
  ...{ toMasked: '', country: 'NL', lineType: 'mobile', expiresAt: '', resendAt: '', tries: 0, sends: 1 },
  ...{ matchDigits: null, deliveries: [] },
}

describe('why a verification stands where it does', () => {
  it('is told in full sentences in every state, with every end of every delivery', () => {
    const views = VERIFICATION_STATUSES.flatMap((status) =>
      CHANNELS.flatMap((channel) =>
        DELIVERY_STATUSES.flatMap((delivery) =>
          [null, ...DELIVERY_REASONS].map((reason): VerificationView => {
            const deliveries = [{ id: 'd', channel, status: delivery, reason, at: '' }]
            return { ...VIEW, status, deliveries }
          }),
        ),
      ),
    )
    for (const view of [VIEW, ...views]) {
      const told = explainVerification(view)
      expect(Object.keys(told)).toEqual(['sentence', 'cause', 'remedy'])
      for (const text of Object.values(told)) expect(text).toMatch(/^[A-Z].{8,}[.?]$/)
    }
  })

  it('speaks of the newest text or call, and of the end before both', () => {
    const at = { id: 'd', at: '' }
    const failed = { ...at, channel: 'sms', status: 'failed', reason: 'switched_off' } as const
    const ringing = { ...at, channel: 'call', status: 'ringing', reason: null } as const
    expect(explainVerification({ ...VIEW, deliveries: [failed] }).sentence).toBe(
      'Phone off or out of signal.',
    )
    expect(explainVerification({ ...VIEW, deliveries: [failed, ringing] }).sentence).toBe(
      'The phone is being called.',
    )
    expect(explainVerification({ ...VIEW, status: 'denied', deliveries: [failed] }).cause).toMatch(/Key 9/)
  })
})
