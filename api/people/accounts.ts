/**
 * GET of /v1/accounts, of one account, and of the policy that holds for it.
 */
import { policyOf, writeAccount } from '#api/account-answer.ts'
import type { Call } from '#api/context.ts'
import { operation } from '#api/operation.ts'
import { account } from '#core/login-contract.ts'
import { accountPage, accountPolicy } from '#core/people-contract.ts'
import { Problem } from '#core/problem.ts'
import { listPeople } from '#db/account-admin.ts'
import { readPerson } from '#db/people.ts'
import type { PersonRow } from '#db/people.ts'
import { pageOf, pageQuery, writePage } from './page.ts'
import { writeOrigin, writeRule } from './policy-answer.ts'
import { ADMIN } from './staff-access.ts'

const shared = { method: 'get', group: 'Accounts', access: ADMIN, body: null } as const

export const listAccountsOperation = operation({
  ...shared,
  name: 'list-accounts',
  path: '/v1/accounts',
  summary: 'List the accounts',
  description: 'Those of the tenant, newest first. Numbers are masked.',
  query: pageQuery,
  answers: { 200: { description: 'A page of accounts', schema: accountPage } },
  problems: [],
  run: async (context, { caller, db, query }) => {
    const rows = await listPeople(db, caller.tenantId, pageOf(query))
    const { ring } = context.config
    return { status: 200, body: writePage(rows, query, (person) => writeAccount(ring, person)) }
  },
})

export const readAccountOperation = operation({
  ...shared,
  name: 'read-account',
  path: '/v1/accounts/{id}',
  summary: 'Read an account',
  description: 'Numbers are masked.',
  query: null,
  answers: { 200: { description: 'The account', schema: account } },
  problems: ['not_found'],
  run: async (context, call) => ({
    status: 200,
    body: writeAccount(context.config.ring, await readPersonOf(call)),
  }),
})

export const readAccountPolicyOperation = operation({
  ...shared,
  name: 'read-account-policy',
  path: '/v1/accounts/{id}/policy',
  summary: 'Read which rule holds for an account',
  description:
    'What a login asks of this person, which rule decided it, which rules it beat, and why in one sentence. `rule.level` is `override` where the account’s own setting decided.',
  query: null,
  answers: { 200: { description: 'What holds', schema: accountPolicy } },
  problems: ['not_found'],
  run: async (_context, call) => ({ status: 200, body: writeAccountPolicy(await readPersonOf(call)) }),
})

async function readPersonOf({ db, caller, id }: Call<unknown, unknown>): Promise<PersonRow> {
  const person = await readPerson(db, caller.tenantId, id)
  if (!person) throw new Problem('not_found')
  return person
}

function writeAccountPolicy(person: PersonRow) {
  const { rule, won, beaten, sentence } = policyOf(person)
  return {
    ...writeRule(rule),
    factor_override: person.override,
    rule: writeOrigin(won),
    beaten: beaten.map(writeOrigin),
    sentence,
  }
}
