import { ruleOf } from '#simulator/fates.ts'
import { formatPhone, isE164 } from '#simulator/phone.ts'
import { findTestNumber, type LookupAnswer } from '#simulator/test-numbers.ts'
import { field } from './form.ts'
import { refuse } from './refusals.ts'
import type { Router } from 'express'
import type { Network } from '#simulator/network.ts'
import type { Form } from '#simulator/signature.ts'

/** Adds Twilio's Lookup v2 with line type intelligence. */
export function addLookups(router: Router, network: Network): void {
  router.get('/v2/PhoneNumbers/:phone', (req, res) => {
    const { phone } = req.params
    if (!/^\+?\d+$/.test(phone)) return refuse(res, 20404)
    const valid = isE164(phone)
    const asked = (field(req.query as Form, 'Fields') ?? '').split(',')
    const typed = valid && asked.includes('line_type_intelligence')
    res.json({
      calling_country_code: null,
      country_code: null,
      phone_number: phone,
      national_format: valid ? formatPhone(phone) : null,
      valid,
      validation_errors: valid ? [] : [phone.length < 9 ? 'TOO_SHORT' : 'TOO_LONG'],
      line_type_intelligence: typed ? writeLineType(lookUp(network, phone)) : null,
      url: `https://lookups.twilio.com/v2/PhoneNumbers/${phone}`,
    })
  })
}

/** The fate that a phone was given speaks first, then the published table; every other number is a mobile. */
function lookUp({ world }: Network, phone: string): LookupAnswer {
  const handset = world.handsets.get(phone)
  const published = findTestNumber(phone)
  if (published && (!handset || handset.fate === published.fate)) return published.lookup
  const { lineType } = ruleOf(handset?.fate ?? 'delivered')
  return { type: lineType ?? 'mobile', errorCode: null }
}

function writeLineType({ type, errorCode }: LookupAnswer): Record<string, unknown> {
  return {
    type,
    carrier_name: type === null ? null : 'Simulated Network',
    mobile_country_code: type === 'mobile' ? '001' : null,
    mobile_network_code: type === 'mobile' ? '01' : null,
    error_code: errorCode,
  }
}
