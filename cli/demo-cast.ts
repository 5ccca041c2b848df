/**
 * Who plays in the demo: the same people in both of its tenants.
 */
/** The user types of the demo; its tenants hold a rule for each. */
export const USER_TYPES = ['patient', 'doctor', 'employee', 'manager'] as const
export type UserType = (typeof USER_TYPES)[number]

/** `clinic`: the country of the organization that the account is linked to, null: of none; `phone`: a place in `PHONES`. */
export type Part = {
  name: string
  userType: UserType
  role: string | null
  clinic: Clinic['country'] | null
  phone: number
}

/** Both profiles of Jan Jansen use one phone. */
const people: Part[] = [
  { name: 'Anna Berg', userType: 'patient', role: null, clinic: 'GB', phone: 0 },
  { name: 'Mara Visser', userType: 'doctor', role: null, clinic: 'NL', phone: 1 },
  { name: 'Tom Hughes', userType: 'employee', role: null, clinic: 'GB', phone: 2 },
  { name: 'Ruth Okafor', userType: 'manager', role: null, clinic: 'NL', phone: 3 },
  { name: 'Jan Jansen', userType: 'employee', role: null, clinic: 'GB', phone: 4 },
  { name: 'Jan Jansen', userType: 'manager', role: null, clinic: 'NL', phone: 4 },
]

const staff: [role: string, name: string][] = [
  ['viewer', 'Vera Lind'],
  ['agent', 'Ben Ashworth'],
  ['lead', 'Lena Novak'],
  ['approver', 'Paul Carter'],
  ['approver', 'Priya Shah'],
  ['auditor', 'Omar Haddad'],
  ['admin', 'Ada Quinn'],
  ['owner', 'Olive Grant'],
]

/** Everybody, those without a role first. */
export const CAST: readonly Part[] = [
  ...people,
  ...staff.map(([role, name], index): Part => ({
    name,
    userType: 'employee',
    role,
    clinic: null,
    phone: 5 + index,
  })),
]

export type Clinic = { name: string; country: 'GB' | 'NL' }

/** The organizations of the first and of the second tenant. */
export const CLINICS: readonly [Clinic[], Clinic[]] = [
  [
    { name: 'Riverside Clinic London', country: 'GB' },
    { name: 'Riverside Clinic Amsterdam', country: 'NL' },
  ],
  [
    { name: 'Polderkliniek York', country: 'GB' },
    { name: 'Polderkliniek Utrecht', country: 'NL' },
  ],
]

/** The address that somebody logs in with and gets mail at. */
export function usernameOf(name: string): string {
  return `${name.toLowerCase().replace(' ', '.')}@example.org`
}

/**
 * Australian mobile numbers that ACMA keeps for fiction, thirteen for each tenant: the only such ones whose numbering
 * plan says that they are mobiles. 0491 570 156 is left out: tests and examples use it.
 */
const PHONES = [
  ...['570006', '570157', '570158', '570159', '570110', '570313', '570737', '571266', '571491', '571804'],
  ...['572549', '572665', '572983', '573770', '573087', '574118', '574632', '575254', '575789', '576398'],
  ...['576801', '577426', '577644', '578957', '578148', '578888'],
]
const PHONES_PER_TENANT = 13
export const PHONE_COUNTRY = 'AU'

/** The number of a part in the first (0) or second (1) tenant, in E.164. */
export function phoneOf(part: Part, tenant: 0 | 1): string {
  return `+61491${PHONES[tenant * PHONES_PER_TENANT + part.phone]!}`
}
