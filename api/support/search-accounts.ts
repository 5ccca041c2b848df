/**
 * GET /v1/support/accounts: finds people by whatever staff were told.
 */
import { askerOf } from '#api/begin-verification.ts'
import { writeAccount } from '#api/account-answer.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { operation } from '#api/operation.ts'
import { pageOf, pageQuery, writePage } from '#api/people/page.ts'
import type { PageQuery } from '#api/people/page.ts'
import { isCountry } from '#core/countries.ts'
import { marks } from '#core/key-ring.ts'
import type { KeyRing } from '#core/key-ring.ts'
import { foundAccounts, searchText } from '#core/support-contract.ts'
import { readSupportSearch } from '#core/support-search.ts'
import type { SearchWay, SupportSearch } from '#core/support-search.ts'
import { findAccounts, readPeople } from '#db/find-accounts.ts'
import type { Sought } from '#db/find-accounts.ts'
import { insertLookUps, listOrganizationCountries } from '#db/support.ts'
import { READERS } from './staff-readers.ts'

const query = pageQuery.extend({ q: searchText })

export const searchAccountsOperation = operation({
  name: 'search-accounts',
  method: 'get',
  path: '/v1/support/accounts',
  group: 'Support',
  summary: 'Find a person',
  description:
    'Everything that `q` can be is tried; a phone may be the proven or the pending one, and without its country it is read as one of the tenant’s or of its organizations’. Who was found is noted as looked up, and by what kind of thing; the thing itself is kept nowhere.',
  access: READERS,
  body: null,
  query,
  answers: { 200: { description: 'A page of accounts, newest first', schema: foundAccounts } },
  problems: [],
  run: search,
})

async function search(context: ApiContext, call: Call<null, PageQuery & { q: string }>): Promise<Answer> {
  const { ring } = context.config
  const { tenantId } = call.caller
  const { before, limit } = pageOf(call.query)
  const found = new Map<string, SearchWay>()
  for (const sought of listSought(ring, await readSearch(call))) {
    for (const id of await findAccounts(call.db, { tenantId, before, limit }, sought))
      if (!found.has(id)) found.set(id, sought.way)
  }
  const ids = [...found.keys()].toSorted().toReversed().slice(0, limit)
  const people = await readPeople(call.db, tenantId, ids)
  const by = (id: string) => found.get(id)!
  const shown = people.slice(0, limit - 1)
  const lookUps = shown.map(({ id }) => ({ accountId: id, data: { page: 'search', by: by(id) } as const }))
  await insertLookUps(call.db, { tenantId, ...askerOf(call) }, lookUps)
  return {
    status: 200,
    body: writePage(people, call.query, (person) => {
      const { id, display_name, username, user_type, phone } = writeAccount(ring, person)
      return { id, display_name, username, user_type, phone, matched_by: by(person.id) }
    }),
  }
}

async function readSearch({ db, caller, query: { q } }: Call<null, { q: string }>): Promise<SupportSearch> {
  const countries = [caller.tenant.country, ...(await listOrganizationCountries(db, caller.tenantId))]
  return readSupportSearch(q, [...new Set(countries)].filter(isCountry))
}

/** What to search for, the likeliest first. Names and numbers are found under every key of the ring. */
function listSought(ring: KeyRing, search: SupportSearch): Sought[] {
  const { helpCode, ids, request, carrierSid, phones, username, subjectId } = search
  const one = (way: SearchWay, value: string | null) => (value === null ? [] : [{ way, value }])
  const phoneMarks = phones.flatMap((phone) => marks(ring, 'phone', phone))
  return [
    ...one('help_code', helpCode),
    ...Object.entries(ids).flatMap(([way, id]) => one(way as SearchWay, id)),
    ...(request ? [{ way: 'request_id' as const, value: request.id, at: new Date(request.atMs) }] : []),
    ...one('carrier_sid', carrierSid),
    ...(phones.length > 0 ? [{ way: 'phone' as const, value: phoneMarks }] : []),
    ...(phones.length > 0 ? [{ way: 'pending_phone' as const, value: phoneMarks }] : []),
    { way: 'username', value: marks(ring, 'username', username) },
    { way: 'subject_id', value: subjectId },
  ]
}
