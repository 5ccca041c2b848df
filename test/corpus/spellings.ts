/**
 * One number or code, written in the many ways of people. The national spellings come from our own table of trunk
 * prefixes, so that they do not lean on the library under test.
 */
import { isCountry } from '#core/countries.ts'
import type { CountryCode } from '#core/countries.ts'
import { PLANNED_PHONES } from './phones.ts'
import { MOBILES } from './phones-accepted.ts'

/** A spelling, the country its writer chose, and the one number meant. */
export interface PhoneSpelling {
  typed: string
  country: CountryCode | undefined
  phone: string
}

/** Dialled before a national number inside the country; countries not named here dial none, or fold it in otherwise (AR). */
const TRUNK_PREFIXES: Record<string, string> = {
  '0': `AL AT BE BG BA HR FI FR DE IE MK ME MD NL RO RS SK SI SE CH TR UA GB GG JE IM XK AF AM AZ BD KH CN GE IN
    ID IR IQ IL JP JO KG LA LB MY MM NP PK PS PH KR LK SY TW TH AE VN YE DZ EG ET GH KE LY MG MA NA NG RW RE YT
    SS ZA SD TZ UG ZM ZW PE PY EC VE AU NZ GF GP MQ`,
  '8': 'RU KZ TM LT',
  '80': 'BY',
  '06': 'HU',
  '1': 'AI AG BS BB BM VG KY DM GD JM MS KN LC VC SX TT TC',
}

const SECTIONS: Record<string, (digits: string) => string> = {
  spaces: (digits) => digits.replace(/(\d{2,3})(?=\d)/g, '$1 '),
  hyphens: (digits) => digits.replace(/(\d{3})(?=\d)/g, '$1-'),
  dots: (digits) => digits.replace(/(\d{2})(?=\d)/g, '$1.'),
  slash: (digits) => `${digits.slice(0, 3)}/${digits.slice(3)}`,
  noBreakSpaces: (digits) => digits.replace(/(\d{4})(?=\d)/g, '$1\u00a0'),
}

const ARABIC_ZERO = 0x660
const FULL_WIDTH_ZERO = 0xff10
const inScript = (zero: number) => (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))

/** The first mobile of every country, in every style that its plan allows. */
export const PHONE_SPELLINGS: readonly PhoneSpelling[] = MOBILES.trim()
  .split('\n')
  .flatMap((line) => {
    const [country, callingCode, national] = line.split(' ')
    if (!isCountry(country!)) throw new Error(`unknown country ${country}`)
    return spellingsOf(country, callingCode!, national!)
  })

function spellingsOf(country: CountryCode, callingCode: string, national: string): PhoneSpelling[] {
  const phone = `+${callingCode}${national}`
  const fromAnywhere = [
    phone,
    `00${callingCode}${national}`,
    `+${callingCode} ${SECTIONS.spaces!(national)}`,
    `(+${callingCode}) ${SECTIONS.hyphens!(national)}`,
    `00 ${callingCode} ${SECTIONS.dots!(national)}`,
    `\u202a+${callingCode} ${national}\u202c`,
    inScript(FULL_WIDTH_ZERO)(`＋${callingCode}　${SECTIONS.hyphens!(national)}`),
    inScript(ARABIC_ZERO)(`\u200f+${callingCode}\u00a0${SECTIONS.noBreakSpaces!(national)}`),
  ]
  return [
    ...fromAnywhere.map((typed) => ({ typed, country: undefined, phone })),
    ...atHome(country, callingCode, national).map((typed) => ({ typed, country, phone })),
  ]
}

/** National spellings, with the trunk prefix where the plan has one. */
function atHome(country: CountryCode, callingCode: string, national: string): string[] {
  if (country === 'AR') return ['011 15-2345-6789', '(011) 15 2345 6789', '9 11 2345 6789']
  const trunk = trunkOf(country)
  const digits = trunk + national
  const abroadToo = trunk === '0' ? [`+${callingCode} (0)${SECTIONS.spaces!(national)}`] : []
  return [
    digits,
    ...Object.values(SECTIONS).map((section) => section(digits)),
    inScript(ARABIC_ZERO)(digits),
    ...abroadToo,
  ]
}

function trunkOf(country: CountryCode): string {
  const found = Object.entries(TRUNK_PREFIXES).find(([, countries]) =>
    countries.split(/\s+/).includes(country),
  )
  return found?.[0] ?? ''
}

/** Ways out of a country other than 00, and slips that people make often. */
export const ODD_SPELLINGS: readonly PhoneSpelling[] = [
  { typed: '011 31 6 1234 5678', country: 'US', phone: '+31612345678' },
  { typed: '011-44-7400-123456', country: 'CA', phone: '+447400123456' },
  { typed: '0011 31 6 1234 5678', country: 'AU', phone: '+31612345678' },
  { typed: '010 31 6 1234 5678', country: 'JP', phone: '+31612345678' },
  { typed: '8~10 31 6 1234 5678', country: 'RU', phone: '+31612345678' },
  { typed: '0031 6 1234 5678', country: 'US', phone: '+31612345678' },
  { typed: '0031 6 1234 5678', country: 'KR', phone: '+31612345678' },
  // Korea's way out 008 and the American 1; read from anywhere else it would be a Japanese mobile.
  { typed: '008 1 702 555 0123', country: 'KR', phone: '+17025550123' },
  { typed: '00 31 (0)6 1234 5678', country: undefined, phone: '+31612345678' },
  { typed: '+31(0)612345678', country: undefined, phone: '+31612345678' },
  { typed: '+31 [0] 6 12345678', country: undefined, phone: '+31612345678' },
  { typed: '+351 (0)912 345 678', country: undefined, phone: '+351912345678' },
  { typed: '+48 ( 0 ) 512 345 678', country: undefined, phone: '+48512345678' },
  { typed: '0048 (0)512 345 678', country: 'PL', phone: '+48512345678' },
  { typed: '+36 (06) 20 123 4567', country: undefined, phone: '+36201234567' },
  { typed: '31 6 12345678', country: 'NL', phone: '+31612345678' },
  { typed: '6 12345678', country: 'NL', phone: '+31612345678' },
  { typed: ' 06–1234–5678 ', country: 'NL', phone: '+31612345678' },
  { typed: '06\t12345678\r\n', country: 'NL', phone: '+31612345678' },
  { typed: '06 ‑ 12 34 56 78', country: 'NL', phone: '+31612345678' },
  { typed: '06−12345678', country: 'NL', phone: '+31612345678' },
  { typed: '０６（１２３４）５６７８', country: 'NL', phone: '+31612345678' },
  { typed: '090ー1234ー5678', country: 'JP', phone: '+819012345678' },
  { typed: '۰۹۱۲ ۳۴۵ ۶۷۸۹', country: 'IR', phone: '+989123456789' },
  { typed: '०९८७६५४३२१०', country: 'IN', phone: '+919876543210' },
  { typed: '০১৭১২-৩৪৫৬৭৮', country: 'BD', phone: '+8801712345678' },
  { typed: '๐๘ ๑๒๓๔ ๕๖๗๘', country: 'TH', phone: '+66812345678' },
  { typed: '06\u00ad1234\u200b5678\ufeff', country: 'NL', phone: '+31612345678' },
  { typed: '\u2066+31 6 12345678\u2069', country: undefined, phone: '+31612345678' },
  { typed: '(202) 555-0123', country: 'US', phone: '+12025550123' },
  { typed: '1.202.555.0123', country: 'US', phone: '+12025550123' },
  { typed: '506/234-5678', country: 'US', phone: '+15062345678' },
  { typed: '07911 123456', country: 'GB', phone: '+447911123456' },
  { typed: '06 12345678', country: 'FR', phone: '+33612345678' },
]

/** Ways to write 418052, and 007052 for the leading zeros. */
export const CODE_SPELLINGS: readonly { typed: string; code: string }[] = ['418052', '007052'].flatMap(
  (code) => codeSpellings(code).map((typed) => ({ typed, code })),
)

function codeSpellings(code: string): string[] {
  const half = [code.slice(0, 3), code.slice(3)] as const
  const joints = [
    ' ',
    '-',
    '\u00a0',
    '\u2009',
    '\u3000',
    '\t',
    '\n',
    '‐',
    '‑',
    '–',
    '—',
    '−',
    '－',
    ' - ',
    '\u200b',
  ]
  const zeros = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0,
  ]
  const rarer = [0xf20, 0x1040, 0x17e0, 0x1810, 0xff10, 0x104a0, 0x116d0, 0x116da, 0x1d7ce, 0x1d7d8, 0x1e950]
  return [
    code,
    ` ${code}`,
    `${code}\r\n`,
    `\u200e${code}`,
    `\u2067${code}\u2069`,
    `\ufeff${code}`,
    Array.from(code).join(' '),
    Array.from(code).join('-'),
    code.replace(/(..)(?=.)/g, '$1 '),
    ...joints.map((joint) => half.join(joint)),
    ...[...zeros, ...rarer].map((zero) => inScript(zero)(code)),
    inScript(0xff10)(half[0]) + half[1],
  ]
}

/** E.164 numbers that a spelling property may start from. */
export const ACCEPTED_PHONES: readonly string[] = PLANNED_PHONES.filter(
  ({ verdict }) => verdict === 'mobile' || verdict === 'unknown',
).map(({ phone }) => phone)
