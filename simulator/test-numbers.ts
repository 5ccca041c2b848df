import { FATE_NAMES, FATES, type Fate } from './fates.ts'

/** A number whose fate is fixed from the start, and what Lookup says of it. */
export type TestNumber = { phone: string; fate: Fate; lookup: LookupAnswer; note: string }

/** Lookup's line type; null with an error number where Lookup does not know. */
export type LookupAnswer = { type: string | null; errorCode: number | null }

const MOBILE: LookupAnswer = { type: 'mobile', errorCode: null }
const LANDLINE: LookupAnswer = { type: 'landline', errorCode: null }

/**
 * +1 907 555 01NN: numbers for fiction, which numbering plans accept as mobile or landline. One per fate, in the
 * order of the fates table, from 0101.
 */
const BY_FATE = FATE_NAMES.map((fate, index): TestNumber => {
  const phone = `+190755501${String(index + 1).padStart(2, '0')}`
  return { phone, fate, lookup: fate === 'landline' ? LANDLINE : MOBILE, note: FATES[fate].effect }
})

const BY_LOOKUP: TestNumber[] = [
  {
    phone: '+61491570156',
    fate: 'delivered',
    lookup: MOBILE,
    note: 'Surely a mobile, by its numbering plan (Australia).',
  },
  {
    phone: '+19075550150',
    fate: 'landline',
    lookup: LANDLINE,
    note: 'Only Lookup knows that it is a landline; texts end undelivered with 30006.',
  },
  {
    phone: '+19075550151',
    fate: 'delivered',
    lookup: { type: 'nonFixedVoip', errorCode: null },
    note: 'Lookup says an internet number that is bound to no place.',
  },
  {
    phone: '+19075550152',
    fate: 'delivered',
    lookup: { type: null, errorCode: 60600 },
    note: 'Lookup has no answer for this number (60600).',
  },
  {
    phone: '+19075550153',
    fate: 'delivered',
    lookup: { type: 'tollFree', errorCode: null },
    note: 'Lookup says a toll-free number.',
  },
]

/** The published test numbers: each has its fate without being told. */
export const TEST_NUMBERS: readonly TestNumber[] = [...BY_FATE, ...BY_LOOKUP]

const BY_PHONE = new Map(TEST_NUMBERS.map((entry) => [entry.phone, entry]))

/** Finds the published test number. Null: an ordinary number. */
export function findTestNumber(phone: string): TestNumber | null {
  return BY_PHONE.get(phone) ?? null
}

/** Writes docs/test-numbers.md. */
export function writeTestNumbersPage(): string {
  const rows = TEST_NUMBERS.map(
    ({ phone, fate, lookup, note }) =>
      `| \`${phone}\` | \`${fate}\` | ${lookup.type ?? `none (${lookup.errorCode})`} | ${note} |`,
  )
  return `${HEADING}\n${rows.join('\n')}\n`
}

const HEADING = `# Test numbers

Numbers that the simulator treats in a fixed way, without being told. All of them are reserved for fiction: no text
or call to them reaches anybody. Every other number is \`delivered\` until \`PUT /simulator/handsets/{e164}\` says
otherwise (docs/simulator.md), and so are these once it said so.

Made from \`simulator/test-numbers.ts\`; \`UPDATE_DOCS=1 npx vitest run test/simulator/test-numbers.test.ts\` writes it.

| number | fate | Lookup | what happens |
|---|---|---|---|`
