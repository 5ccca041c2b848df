/**
 * PATCH /v1/accounts/{id}, and PUT and DELETE of an account's link to an organization.
 */
import { writeAccount } from '#api/account-answer.ts'
import { actorOf } from '#api/actor.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { operation } from '#api/operation.ts'
import { emptyBody } from '#core/contract.ts'
import type { EventKind } from '#core/event-kinds.ts'
import { NO_UUID, readId, writeId } from '#core/ids.ts'
import { account } from '#core/login-contract.ts'
import { accountPatchBody } from '#core/people-contract.ts'
import type { FactorOverride } from '#core/policy.ts'
import { Problem } from '#core/problem.ts'
import { mayHelp } from '#core/roles.ts'
import { addMemberships, removeMembership, setFactorOverride } from '#db/account-admin.ts'
import type { Db } from '#db/client.ts'
import { insertEvent } from '#db/events.ts'
import { findOrganization } from '#db/organizations.ts'
import { holdPerson } from '#db/people.ts'
import type { PersonRow } from '#db/people.ts'
import { ADMIN } from './staff-access.ts'

const answers = { 200: { description: 'The account', schema: account } }
const shared = { group: 'Accounts', access: ADMIN, query: null, problems: ['not_found'] } as const

export const changeAccountOperation = operation({
  ...shared,
  name: 'change-account',
  method: 'patch',
  path: '/v1/accounts/{id}',
  summary: 'Set what is asked of one person',
  description:
    '`default`: as the rules say. `required`: a factor whatever the rules say; where none is written, a text or an authenticator app. `exempt`: only the factors that the person enrolled.',
  body: accountPatchBody,
  answers,
  run: (context, call) =>
    change(context, call, (tx, person) =>
      setOverride(tx, call, { person, after: call.body.factor_override }),
    ),
})

export const addMembershipOperation = operation({
  ...shared,
  name: 'add-membership',
  method: 'put',
  path: '/v1/accounts/{id}/organizations/{org_id}',
  summary: 'Link an account to an organization',
  description:
    'From the next step of a login on the organization’s rules hold too. Linking twice changes nothing.',
  body: emptyBody,
  answers,
  run: (context, call) => change(context, call, (tx) => link(tx, call)),
})

export const removeMembershipOperation = operation({
  ...shared,
  name: 'remove-membership',
  method: 'delete',
  path: '/v1/accounts/{id}/organizations/{org_id}',
  summary: 'Take an account’s link to an organization away',
  description: 'Answers alike where there was no link.',
  body: null,
  answers: { 204: { description: 'There is no such link any more', schema: null } },
  run: async (context, call) => {
    await change(context, call, (tx) => unlink(tx, call))
    return { status: 204 }
  },
})

type Asker = Call<unknown, null>

/** Holds the account, changes it, and answers how it is then. */
function change(
  context: ApiContext,
  { db, caller, id }: Asker,
  act: (tx: Db, person: PersonRow) => Promise<void>,
): Promise<Answer> {
  return db.atomic(async (tx) => {
    const person = await holdPerson(tx, caller.tenantId, id)
    if (!person) throw new Problem('not_found')
    await act(tx, person)
    const changed = (await holdPerson(tx, caller.tenantId, id)) ?? person
    return { status: 200, body: writeAccount(context.config.ring, changed) }
  })
}

async function setOverride(
  tx: Db,
  call: Asker,
  { person, after }: { person: PersonRow; after: FactorOverride },
): Promise<void> {
  if (person.override === after) return
  // Nobody lets themselves off, and nobody but an owner lets an owner or admin off.
  const session = call.caller.kind === 'session' ? call.caller.session : null
  if (session?.accountId === call.id) throw new Problem('own_account')
  if (session && !mayHelp(session.role, person.role)) throw new Problem('not_allowed')
  await setFactorOverride(tx, { tenantId: call.caller.tenantId, accountId: call.id }, after)
  await note(tx, call, { kind: 'override_changed', data: { before: person.override, after } })
}

async function link(tx: Db, call: Asker): Promise<void> {
  const organizationId = await readOrganizationId(tx, call)
  const at = { tenantId: call.caller.tenantId, accountId: call.id }
  if ((await addMemberships(tx, at, [organizationId])) === 0) return
  await note(tx, call, {
    kind: 'membership_added',
    data: { organization_id: writeId('org', organizationId) },
  })
}

async function unlink(tx: Db, call: Asker): Promise<void> {
  const organizationId = await readOrganizationId(tx, call)
  const at = { tenantId: call.caller.tenantId, accountId: call.id }
  if (!(await removeMembership(tx, at, organizationId))) return
  await note(tx, call, {
    kind: 'membership_removed',
    data: { organization_id: writeId('org', organizationId) },
  })
}

async function readOrganizationId(tx: Db, { params, caller }: Asker): Promise<string> {
  const id = readId('org', params['org_id'] ?? '') ?? NO_UUID
  if (!(await findOrganization(tx, caller.tenantId, id))) throw new Problem('not_found')
  return id
}

async function note(
  tx: Db,
  { caller, id, requestId }: Asker,
  what: { kind: EventKind; data: Record<string, unknown> },
): Promise<void> {
  await insertEvent(tx, caller.tenantId, { ...what, actor: actorOf(caller), accountId: id, requestId })
}
