/**
 * /v1/countries: the countries that a tenant sends to.
 */
import { servedCountries, servedCountriesBody } from '#core/contract.ts'
import { updateTenant } from '#db/tenants.ts'
import { operation } from './operation.ts'

const shared = {
  path: '/v1/countries',
  group: 'Phones',
  access: { scope: 'admin' },
  query: null,
  problems: [],
} as const
const answers = { 200: { description: 'The countries', schema: servedCountries } }

export const readServedCountriesOperation = operation({
  ...shared,
  name: 'read-countries',
  method: 'get',
  summary: 'Read which countries are served',
  description: '`all`, or a list of ISO 3166 codes.',
  body: null,
  answers,
  run: async (_context, { caller }) => {
    const served = caller.tenant.servedCountries
    return { status: 200, body: { served: served ?? 'all' } }
  },
})

export const replaceServedCountriesOperation = operation({
  ...shared,
  name: 'replace-countries',
  method: 'put',
  summary: 'Replace which countries are served',
  description:
    'Decided by the country of the number, not by its calling code. Naming GB serves Guernsey, Jersey and the Isle of Man too. Other processes follow within five seconds.',
  body: servedCountriesBody,
  answers,
  run: async (context, { caller, body, db }) => {
    const served =
      body.served === 'all' ? null : [...new Set(body.served.map((country) => country.toUpperCase()))]
    await updateTenant(db, caller.tenantId, { servedCountries: served })
    context.keys.forget()
    return { status: 200, body: { served: served ?? 'all' } }
  },
})
