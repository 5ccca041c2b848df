/**
 * The corpus of phone numbers with the verdict that their numbering plans demand, not the one that our code happened
 * to give.
 */
import { MOBILES, UNKNOWN_LINES } from './phones-accepted.ts'
import { LANDLINES, NOT_TEXTABLE, PREMIUM, VOIP } from './phones-refused.ts'

/** One number in international spelling, its country (null: a worldwide code) and the verdict: a line type or a refusal. */
export interface PlannedPhone {
  phone: string
  country: string | null
  verdict: string
}

/** Numbers by class, each in E.164. */
export const PLANNED_PHONES: readonly PlannedPhone[] = [
  ...readTable(MOBILES, 'mobile'),
  ...readTable(UNKNOWN_LINES, 'unknown'),
  ...readTable(LANDLINES, 'phone_landline'),
  ...readTable(PREMIUM, 'phone_premium'),
  ...readTable(VOIP, 'phone_voip'),
  ...readTable(NOT_TEXTABLE, 'phone_not_textable'),
]

function readTable(table: string, verdict: string): PlannedPhone[] {
  return table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [country, callingCode, ...nationals] = line.split(' ')
      const named = country === '--' ? null : country!
      return nationals.map((national) => ({ phone: `+${callingCode}${national}`, country: named, verdict }))
    })
}
