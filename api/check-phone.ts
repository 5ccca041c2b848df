/**
 * POST /v1/phone-checks: what a registration page asks while somebody types.
 */
import { phoneCheck, phoneCheckBody } from '#core/contract.ts'
import { formatPhone } from '#core/phone-format.ts'
import { judgePhone, sentenceOf } from './judge-phone.ts'
import { operation } from './operation.ts'

export const checkPhoneOperation = operation({
  name: 'check-phone',
  method: 'post',
  path: '/v1/phone-checks',
  group: 'Phones',
  summary: 'Judge a phone number without sending anything',
  description:
    'Gives the same verdict that a verification or registration would, with the sentence to tell the person.',
  access: { scope: 'verify', publishable: true },
  body: phoneCheckBody,
  query: null,
  answers: { 200: { description: 'The verdict', schema: phoneCheck } },
  problems: [],
  prepare: (context, call) =>
    judgePhone(context, call, { phone: call.body.phone, country: call.body.country }),
  run: async (_context, _call, judged) => {
    if (judged.accepted) {
      const { country, lineType, phone } = judged
      const known = { country, line_type: lineType, formatted: formatPhone(phone) }
      return { status: 200, body: { accepted: true, reason: null, ...known, sentence: null } }
    }
    const { reason, country } = judged
    const unknown = { line_type: null, country, formatted: null }
    return { status: 200, body: { accepted: false, reason, ...unknown, sentence: sentenceOf(reason) } }
  },
})
