/**
 * What staff type to find somebody: a help code, a number in any spelling, a name, an id. Everything that the text can
 * be is tried; each way has an index of its own (db/find-accounts.ts), so that nothing is ever read through.
 */
import { COUNTRIES } from './countries.ts'
import type { CountryCode } from './countries.ts'
import { readId } from './ids.ts'
import type { IdPrefix } from './ids.ts'
import { readLandline } from './landline.ts'
import { readPhone } from './phone.ts'
import { readHelpCode } from './recovery-code.ts'
import { readUsername } from './username.ts'

/** By what somebody was found; the likeliest first. */
export const SEARCH_WAYS = [
  'help_code',
  'account_id',
  'login_id',
  'verification_id',
  'delivery_id',
  'request_id',
  'carrier_sid',
  'phone',
  'pending_phone',
  'username',
  'subject_id',
] as const
export type SearchWay = (typeof SEARCH_WAYS)[number]

/** Everything that a text can be; null or empty: it cannot be that. Ids are bare UUIDs, phones E.164. */
export type SupportSearch = {
  helpCode: string | null
  ids: Record<'account_id' | 'login_id' | 'verification_id' | 'delivery_id', string | null>
  request: { id: string; atMs: number } | null
  carrierSid: string | null
  phones: string[]
  username: string
  subjectId: string
}

const SID_SHAPE = /^(SM|MM|CA)[0-9a-f]{32}$/
const REQUEST_SHAPE = /(?:^|\/)req_([0-9a-f]{12})7[0-9a-f]{19}$/

/** Reads what staff typed. `countries`: where a number without its country may be from. */
export function readSupportSearch(typed: string, countries: readonly CountryCode[]): SupportSearch {
  const text = typed.trim()
  return {
    helpCode: readHelpCode(text),
    ids: {
      account_id: readAnyId('acc', text),
      login_id: readAnyId('lgn', text),
      verification_id: readAnyId('ver', text),
      delivery_id: readAnyId('dlv', text),
    },
    request: readRequestId(text),
    carrierSid: SID_SHAPE.test(text) ? text : null,
    phones: readPhones(typed, countries),
    username: readUsername(text),
    subjectId: text,
  }
}

function readAnyId(prefix: IdPrefix, text: string): string | null {
  return readId(prefix, text.toLowerCase())
}

/** The id of a request carries its time, as every UUID v7; a problem's `instance` is read too. */
function readRequestId(text: string): SupportSearch['request'] {
  const hex = REQUEST_SHAPE.exec(text)?.[1]
  return hex ? { id: text.slice(text.lastIndexOf('/') + 1), atMs: Number.parseInt(hex, 16) } : null
}

/** A plus that nobody escaped in an address arrives as a space. */
const LOST_PLUS = /^ (?=\d)/

function readPhones(typed: string, countries: readonly CountryCode[]): string[] {
  const spelling = typed.replace(LOST_PLUS, '+').trim()
  // Staff type what the patient says, who may be from anywhere; the tenant's own countries come first.
  const all = /\d{6}/.test(spelling.replaceAll(/\D/g, '')) ? COUNTRIES : []
  const readings = [undefined, ...new Set([...countries, ...all])].map((country) => {
    const reading = readPhone(spelling, country)
    // A landline may be on file too, though it gets no codes.
    return reading.accepted ? reading.phone : readLandline(spelling, country)?.phone
  })
  return [...new Set(readings)].filter((phone) => phone !== undefined)
}
