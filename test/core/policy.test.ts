import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_RULE, FACTORS, judgePolicy } from '#core/policy.ts'
import type { Factor, Origin, Rule, RuleSource } from '#core/policy.ts'
import { CALL_MODES } from '#core/verification.ts'

const rule = (fields: Partial<Rule>): Rule => ({ ...DEFAULT_RULE, ...fields })
const must = (...factors: Factor[]) => rule({ required: true, factors })
const may = (...factors: Factor[]) => rule({ factors })
const source = (fields: Partial<RuleSource>): RuleSource => ({
  ...{ tenant: null, countries: [], organizations: [], override: 'default', userType: 'patient' },
  ...fields,
})
const gb = (id: string, own: Rule | null = null) => ({ id, country: 'GB', rule: own })
const nl = (id: string, own: Rule | null = null) => ({ id, country: 'NL', rule: own })
const dutch = (own: Rule) => [{ country: 'NL', rule: own }]

const DEFAULT: Origin = { level: 'default' }
const TENANT: Origin = { level: 'tenant' }
const NL: Origin = { level: 'country', country: 'NL' }
const OVERRIDE: Origin = { level: 'override' }
const clinic = (organizationId: string): Origin => ({ level: 'organization', organizationId })

type Expected = { asks: Partial<Rule>; won: Origin; beaten: Origin[] }
type Row = [name: string, Partial<RuleSource>, Expected]

const REQUIRED_TEXT = { required: true, factors: ['sms'] } satisfies Partial<Rule>
const REQUIRED_APP = { required: true, factors: ['totp'] } satisfies Partial<Rule>

const PATIENT_PORTAL: Row[] = [
  [
    'asks everybody for a text, and a changed number stops the old one under strict',
    { tenant: rule({ ...REQUIRED_TEXT, numberChange: 'strict' }), organizations: [gb('a')] },
    { asks: { ...REQUIRED_TEXT, numberChange: 'strict' }, won: TENANT, beaten: [] },
  ],
  [
    'keeps the old number working under safe',
    { tenant: must('sms'), organizations: [gb('a')] },
    { asks: { ...REQUIRED_TEXT, numberChange: 'safe' }, won: TENANT, beaten: [] },
  ],
  [
    'stops the old number for a patient of two clinics of which one is strict',
    {
      tenant: must('sms'),
      organizations: [gb('a'), gb('b', rule({ ...REQUIRED_TEXT, numberChange: 'strict' }))],
    },
    { asks: { ...REQUIRED_TEXT, numberChange: 'strict' }, won: clinic('b'), beaten: [TENANT] },
  ],
  [
    'requires nothing before anybody wrote a rule',
    { organizations: [gb('a')] },
    { asks: DEFAULT_RULE, won: DEFAULT, beaten: [] },
  ],
]

const DOCTORS: Row[] = [
  [
    'asks which way: text, call with 1, or app',
    {
      tenant: rule({ required: true, factors: ['sms', 'call', 'totp'], askFactor: true }),
      userType: 'doctor',
    },
    {
      asks: {
        ...{ required: true, factors: ['sms', 'call', 'totp'] },
        ...{ askFactor: true, defaultCallMode: 'press_1' },
      },
      ...{ won: TENANT, beaten: [] },
    },
  ],
  [
    'asks for two digits on a call where one of two clinics wants that',
    {
      tenant: must('sms', 'call', 'totp'),
      organizations: [
        gb('a'),
        gb('b', rule({ required: true, factors: ['call', 'totp'], defaultCallMode: 'match_digits' })),
      ],
    },
    {
      asks: { required: true, factors: ['call', 'totp'], defaultCallMode: 'match_digits' },
      ...{ won: clinic('b'), beaten: [TENANT] },
    },
  ],
  [
    'keeps the order of the factors that the winning rule has',
    { organizations: [gb('a', may('sms', 'call', 'totp')), gb('b', must('totp', 'call', 'sms'))] },
    {
      asks: { required: true, factors: ['totp', 'call', 'sms'] },
      ...{ won: clinic('b'), beaten: [clinic('a')] },
    },
  ],
]

const HOSPITAL_RECORD: Row[] = [
  [
    'leaves the app to each person who is linked to no clinic',
    { tenant: may('totp'), countries: dutch(must('totp')) },
    { asks: { required: false, factors: ['totp'] }, won: TENANT, beaten: [] },
  ],
  [
    'leaves the app to each person of a British clinic',
    { tenant: may('totp'), countries: dutch(must('totp')), organizations: [gb('a')] },
    { asks: { required: false, factors: ['totp'] }, won: TENANT, beaten: [] },
  ],
  [
    'requires the app of a person linked to a Dutch clinic',
    { tenant: may('totp'), countries: dutch(must('totp')), organizations: [nl('a')] },
    { asks: REQUIRED_APP, won: NL, beaten: [TENANT] },
  ],
  [
    'requires the app of a person linked to a British and a Dutch clinic',
    { tenant: may('totp'), countries: dutch(must('totp')), organizations: [gb('a'), nl('b')] },
    { asks: REQUIRED_APP, won: NL, beaten: [TENANT] },
  ],
  [
    'requires the app, not a text, where the general rule lists texts only',
    { tenant: may('sms'), countries: dutch(must('totp')), organizations: [gb('a'), nl('b')] },
    { asks: REQUIRED_APP, won: NL, beaten: [TENANT] },
  ],
  [
    'requires the app with the Dutch rule alone, and names it once for two Dutch clinics',
    { countries: dutch(must('totp')), organizations: [nl('a'), gb('b'), nl('c')] },
    { asks: REQUIRED_APP, won: NL, beaten: [DEFAULT] },
  ],
  [
    "lets a Dutch clinic's own rule take the place of the Dutch one",
    { tenant: may('totp'), countries: dutch(must('totp')), organizations: [nl('a', may('totp'))] },
    { asks: { required: false, factors: ['totp'] }, won: clinic('a'), beaten: [NL, TENANT] },
  ],
  [
    'still requires the app where another Dutch clinic has no rule of its own',
    { tenant: may('totp'), countries: dutch(must('totp')), organizations: [nl('a', may('totp')), nl('b')] },
    { asks: REQUIRED_APP, won: NL, beaten: [clinic('a'), TENANT] },
  ],
]

const CLINIC_SOFTWARE: Row[] = [
  [
    'requires the app of all at "clinic default"',
    { organizations: [gb('a', must('totp'))] },
    { asks: REQUIRED_APP, won: clinic('a'), beaten: [] },
  ],
  [
    'lets the clinic go before the tenant',
    { tenant: must('sms'), organizations: [gb('a', must('totp'))] },
    { asks: REQUIRED_APP, won: clinic('a'), beaten: [TENANT] },
  ],
  [
    'leaves out a person who is "exempt"',
    { tenant: must('sms'), organizations: [gb('a', must('totp'))], override: 'exempt' },
    { asks: { required: false, factors: ['totp'] }, won: OVERRIDE, beaten: [clinic('a'), TENANT] },
  ],
  [
    'requires it of one person where the clinic leaves it open, with the factors of the clinic',
    { organizations: [gb('a', may('totp'))], override: 'required' },
    { asks: REQUIRED_APP, won: OVERRIDE, beaten: [clinic('a')] },
  ],
  [
    'requires a text or the app of a "required" person of a clinic without any rule',
    { organizations: [gb('a')], override: 'required' },
    { asks: { required: true, factors: ['sms', 'totp'] }, won: OVERRIDE, beaten: [DEFAULT] },
  ],
  [
    'requires a text or the app of a "required" person of no clinic and no rule',
    { override: 'required' },
    { asks: { required: true, factors: ['sms', 'totp'] }, won: OVERRIDE, beaten: [DEFAULT] },
  ],
  [
    'takes the written default, not the two, where the tenant wrote the default as its rule',
    { tenant: DEFAULT_RULE, override: 'required' },
    { asks: REQUIRED_TEXT, won: OVERRIDE, beaten: [TENANT] },
  ],
  [
    'asks for a bypass code unless every clinic leaves the bypass open',
    { organizations: [gb('a', rule({ bypass: 'open' })), gb('b', rule({ bypass: 'open' })), gb('c')] },
    { asks: { bypass: 'code' }, won: clinic('a'), beaten: [clinic('b'), DEFAULT] },
  ],
  [
    'leaves the bypass open where every clinic does',
    { organizations: [gb('a', rule({ bypass: 'open' })), gb('b', rule({ bypass: 'open' }))] },
    { asks: { bypass: 'open' }, won: clinic('a'), beaten: [clinic('b')] },
  ],
]

const STAFF_PLANNING: Row[] = [
  [
    'requires the app or a PIN of the user type it is switched on for',
    { tenant: must('totp', 'pin'), userType: 'employee' },
    { asks: { required: true, factors: ['totp', 'pin'] }, won: TENANT, beaten: [] },
  ],
  [
    'requires a PIN where the owner chose the PIN alone',
    { tenant: must('pin'), organizations: [gb('a'), nl('b')], userType: 'employee' },
    { asks: { required: true, factors: ['pin'] }, won: TENANT, beaten: [] },
  ],
  [
    'asks nothing of a user type it is not switched on for',
    { userType: 'manager' },
    { asks: DEFAULT_RULE, won: DEFAULT, beaten: [] },
  ],
  [
    'takes the app, not the PIN, where one clinic has the PIN alone and another the app alone',
    { organizations: [gb('a', must('pin')), gb('b', must('totp'))], userType: 'employee' },
    { asks: REQUIRED_APP, won: clinic('b'), beaten: [clinic('a')] },
  ],
  [
    'leaves the PIN out of the fallback where another clinic wants a text',
    { organizations: [gb('a', must('totp', 'pin')), gb('b', may('sms'))], userType: 'employee' },
    { asks: REQUIRED_APP, won: clinic('a'), beaten: [clinic('b')] },
  ],
]

const OWN_USERS: Row[] = [
  [
    'follows the general rule for a person without any clinic',
    { tenant: must('sms', 'call'), countries: dutch(must('totp')) },
    { asks: { required: true, factors: ['sms', 'call'] }, won: TENANT, beaten: [] },
  ],
  [
    'follows the default where the portal wrote no rule',
    {},
    { asks: DEFAULT_RULE, won: DEFAULT, beaten: [] },
  ],
  [
    'wants a second person for resets where any rule does',
    {
      organizations: [
        gb('a', rule({ ...REQUIRED_TEXT, resetApproval: 'second_person' })),
        gb('b', must('sms', 'totp')),
      ],
    },
    {
      asks: { ...REQUIRED_TEXT, resetApproval: 'second_person' },
      ...{ won: clinic('a'), beaten: [clinic('b')] },
    },
  ],
]

describe.each([
  ['1, patient portal', PATIENT_PORTAL],
  ['2, doctors', DOCTORS],
  ['3, hospital record', HOSPITAL_RECORD],
  ['4, clinic software', CLINIC_SOFTWARE],
  ['5, staff planning', STAFF_PLANNING],
  ['6, own users', OWN_USERS],
])('system %s', (_, rows) => {
  test.each(rows)('%s', (__, fields, { asks, won, beaten }) => {
    const outcome = judgePolicy(source(fields))
    expect(outcome.rule).toMatchObject(asks)
    expect({ won: outcome.won, beaten: outcome.beaten }).toEqual({ won, beaten })
  })
})

describe('the sentence', () => {
  test.each<[string, Partial<RuleSource>]>([
    ['No second factor is required because no rule is written for the user type "patient".', {}],
    [
      'A second factor (an authenticator app) is required because the rule of the clinic "org_a" for the user type "doctor" says so; it takes the place of the tenant\'s rule for NL and the tenant\'s rule.',
      {
        ...{ tenant: may('sms'), countries: dutch(must('sms')), userType: 'doctor' },
        organizations: [nl('org_a', must('totp'))],
      },
    ],
    [
      'A second factor (a text message, a phone call or an authenticator app) is required because the tenant\'s rule for the user type "doctor" says so.',
      { tenant: must('sms', 'call', 'totp'), userType: 'doctor' },
    ],
    [
      'A second factor (an authenticator app) is required because the tenant\'s rule for NL for the user type "patient" says so; together with the tenant\'s rule the strictest of each holds; they allow no factor in common, so only the strongest is left (an authenticator app).',
      { tenant: may('sms'), countries: dutch(must('totp')), organizations: [gb('a'), nl('b')] },
    ],
    [
      'No second factor is required because the account itself is set to "exempt", which goes before the rule of the clinic "a".',
      { organizations: [gb('a', must('totp'))], override: 'exempt' },
    ],
    [
      'A second factor (a text message or an authenticator app) is required because the account itself is set to "required".',
      { override: 'required' },
    ],
    [
      'A second factor (a PIN) is required because the rule of the clinic "a" for the user type "patient" says so; together with the rule of the clinic "b", the rule of the clinic "c", the rule of the clinic "d" and 2 more the strictest of each holds.',
      { organizations: ['e', 'c', 'a', 'd', 'f', 'b'].map((id) => gb(id, must('pin'))) },
    ],
  ])('%s', (sentence, fields) => {
    expect(judgePolicy(source(fields)).sentence).toBe(sentence)
  })
})

const STRENGTH: Record<Factor, number> = { totp: 3, sms: 2, call: 2, pin: 1 }
const weakest = ({ factors }: Rule) => Math.min(...factors.map((factor) => STRENGTH[factor]))

/** In what respects `after` asks less than `before`. */
function listWeaker(after: Rule, before: Rule): string[] {
  const respects: [string, boolean][] = [
    ['required', before.required && !after.required],
    ['weakest factor', weakest(after) < weakest(before)],
    ['a PIN', after.factors.includes('pin') && !before.factors.includes('pin')],
    ['ask_factor', before.askFactor && !after.askFactor],
    ['call mode', before.defaultCallMode !== 'press_1' && after.defaultCallMode === 'press_1'],
    ['number_change', before.numberChange === 'strict' && after.numberChange === 'safe'],
    ['reset_approval', before.resetApproval === 'second_person' && after.resetApproval === 'none'],
    ['bypass', before.bypass === 'code' && after.bypass === 'open'],
  ]
  return respects.filter(([, less]) => less).map(([name]) => name)
}

/** The rule that holds in each organization, written a second time and more simply than in core/. */
function listCandidates({ tenant, countries, organizations }: RuleSource): { rule: Rule; origin: Origin }[] {
  const general = tenant ? { rule: tenant, origin: TENANT } : { rule: DEFAULT_RULE, origin: DEFAULT }
  if (organizations.length === 0) return [general]
  return organizations.map(({ id, country, rule }) => {
    if (rule) return { rule, origin: clinic(id) }
    const local = countries.find((entry) => entry.country === country)
    return local ? { rule: local.rule, origin: { level: 'country', country } } : general
  })
}

const inCommon = (given: RuleSource) =>
  FACTORS.filter((factor) => listCandidates(given).every(({ rule }) => rule.factors.includes(factor)))

const rules: fc.Arbitrary<Rule> = fc.record({
  required: fc.boolean(),
  factors: fc.shuffledSubarray([...FACTORS], { minLength: 1 }),
  askFactor: fc.boolean(),
  defaultCallMode: fc.constantFrom(...CALL_MODES),
  numberChange: fc.constantFrom('safe', 'strict'),
  resetApproval: fc.constantFrom('none', 'second_person'),
  bypass: fc.constantFrom('code', 'open'),
})
const COUNTRIES = ['NL', 'GB', 'DE']
const memberships = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('org_1', 'org_2', 'org_3', 'org_4', 'org_5', 'org_6'),
    country: fc.constantFrom(...COUNTRIES),
    rule: fc.option(rules),
  }),
  { selector: ({ id }) => id },
)
const sources: fc.Arbitrary<RuleSource> = fc.record({
  tenant: fc.option(rules),
  countries: fc.uniqueArray(fc.record({ country: fc.constantFrom(...COUNTRIES), rule: rules }), {
    selector: ({ country }) => country,
  }),
  organizations: memberships,
  override: fc.constantFrom('default', 'required', 'exempt'),
  userType: fc.constantFrom('patient', 'doctor'),
})
const RUNS = { numRuns: 5_000 }

describe('whatever the rules', () => {
  test('one membership more never weakens the outcome', () => {
    let compared = 0
    const check = (given: RuleSource) => {
      for (let count = 1; count < given.organizations.length; count++) {
        const [fewer, more] = [count, count + 1].map((upTo) => ({
          ...given,
          organizations: given.organizations.slice(0, upTo),
        })) as [RuleSource, RuleSource]
        const [before, after] = [judgePolicy(fewer).rule, judgePolicy(more).rule]
        expect(listWeaker(after, before)).toEqual([])
        const grown = after.factors.filter((factor) => !before.factors.includes(factor))
        if (inCommon(more).length > 0) expect(grown).toEqual([])
        compared++
      }
    }
    fc.assert(fc.property(sources, check), RUNS)
    expect(compared).toBeGreaterThan(RUNS.numRuns)
  })

  test('the first membership changes nothing where neither the clinic nor its country has a rule', () => {
    const check = (given: RuleSource) => {
      const alone = { ...given, countries: [], organizations: [] }
      const linked = { ...alone, organizations: [gb('org_1')] }
      expect(judgePolicy(linked)).toEqual(judgePolicy(alone))
    }
    fc.assert(fc.property(sources, check), RUNS)
  })

  test("the first clinic's own rule takes the place of the tenant's, even where it asks less", () => {
    const outcome = judgePolicy(source({ tenant: must('totp'), organizations: [gb('org_1', may('sms'))] }))
    expect(outcome).toMatchObject({ rule: may('sms'), won: clinic('org_1'), beaten: [TENANT] })
  })

  test('the order of memberships and of country rules does not matter', () => {
    const shuffled = sources.chain((given) =>
      fc.record({
        given: fc.constant(given),
        organizations: fc.shuffledSubarray(given.organizations, { minLength: given.organizations.length }),
        countries: fc.shuffledSubarray(given.countries, { minLength: given.countries.length }),
      }),
    )
    const check = ({ given, ...reordered }: { given: RuleSource } & Partial<RuleSource>) => {
      expect(judgePolicy({ ...given, ...reordered })).toEqual(judgePolicy(given))
    }
    fc.assert(fc.property(shuffled, check), RUNS)
  })

  test('exempt is never required, required always is, and else any rule that requires decides', () => {
    const check = (given: RuleSource) => {
      const requiredBy = (override: RuleSource['override']) =>
        judgePolicy({ ...given, override }).rule.required
      expect(requiredBy('exempt')).toBe(false)
      expect(requiredBy('required')).toBe(true)
      expect(requiredBy('default')).toBe(listCandidates(given).some(({ rule }) => rule.required))
    }
    fc.assert(fc.property(sources, check), RUNS)
  })

  test('there is a factor, each once, listed by some rule, and by every rule where they have one in common', () => {
    const check = (given: RuleSource) => {
      const { factors } = judgePolicy({ ...given, override: 'default' }).rule
      expect(factors.length).toBeGreaterThan(0)
      expect(new Set(factors).size).toBe(factors.length)
      const common = inCommon(given)
      if (common.length > 0) expect(new Set(factors)).toEqual(new Set(common))
      const listed = new Set(listCandidates(given).flatMap(({ rule }) => rule.factors))
      expect(factors.every((factor) => listed.has(factor))).toBe(true)
    }
    fc.assert(fc.property(sources, check), RUNS)
  })

  test('the winner is a candidate or the override, decides, and the other candidates are beaten', () => {
    const check = (given: RuleSource) => {
      const { rule, won, beaten, sentence } = judgePolicy(given)
      const candidates = listCandidates(given)
      const origins = candidates.map(({ origin }) => origin)
      if (given.override === 'default') {
        expect(origins).toContainEqual(won)
        const winner = candidates.find(({ origin }) => JSON.stringify(origin) === JSON.stringify(won))
        expect(winner?.rule.required).toBe(rule.required)
      } else expect(won).toEqual(OVERRIDE)
      expect(beaten).not.toContainEqual(won)
      expect([won, ...beaten]).toEqual(expect.arrayContaining(origins))
      expect(sentence).toMatch(/^[^.]+\.$/)
    }
    fc.assert(fc.property(sources, check), RUNS)
  })

  test('a rule that lists no factor at all lets nobody in without one', () => {
    expect(judgePolicy(source({ tenant: must() })).rule.factors).toEqual(['sms'])
  })
})
