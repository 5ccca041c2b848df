/**
 * What kind of line a number is, by Twilio Lookup v2: the only way to tell a US landline before texting it.
 */
import type { Twilio } from 'twilio'

/** The kinds of line that decide whether a number is accepted. `unknown` is accepted: the text itself will tell. */
export type LineType = 'mobile' | 'landline' | 'voip' | 'premium' | 'not_textable' | 'unknown'

/** Twilio's types (Lookup v2, line type intelligence); the list is open, so what is not here is `unknown`. */
const LINE_TYPES = new Map<string, LineType>([
  ['mobile', 'mobile'],
  ['landline', 'landline'],
  ['fixedVoip', 'voip'],
  ['nonFixedVoip', 'voip'],
  ['premium', 'premium'],
  ['tollFree', 'not_textable'],
  ['sharedCost', 'not_textable'],
  ['uan', 'not_textable'],
  ['voicemail', 'not_textable'],
  ['pager', 'not_textable'],
  ['personal', 'not_textable'],
])

/** Asks Twilio what kind of line this is. No answer, no type or an error is `unknown`, so nobody is shut out by it. */
export async function lookUpLineType(client: Twilio, phone: string): Promise<LineType> {
  try {
    const answer: { lineTypeIntelligence?: unknown } = await client.lookups.v2
      .phoneNumbers(phone)
      .fetch({ fields: 'line_type_intelligence' })
    const intelligence = answer.lineTypeIntelligence as { type?: unknown } | null | undefined
    return LINE_TYPES.get(String(intelligence?.type)) ?? 'unknown'
  } catch {
    return 'unknown'
  }
}
