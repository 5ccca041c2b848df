/**
 * POST /v1/accounts: an account that staff or the portal makes, under a new username or one that is known.
 */
import { writeAccount } from '#api/account-answer.ts'
import { actorOf } from '#api/actor.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { sentenceOf } from '#api/judge-phone.ts'
import { operation } from '#api/operation.ts'
import { PHONE_PROBLEMS } from '#api/problem-lists.ts'
import { NO_UUID, readId, writeId } from '#core/ids.ts'
import { seal } from '#core/key-ring.ts'
import type { KeyRing } from '#core/key-ring.ts'
import { account } from '#core/login-contract.ts'
import { newUuid } from '#core/new-id.ts'
import { accountBody } from '#core/people-contract.ts'
import type { AccountBody } from '#core/people-contract.ts'
import { Problem } from '#core/problem.ts'
import { addMemberships } from '#db/account-admin.ts'
import { setPendingPhone } from '#db/account-phones.ts'
import { insertAccount } from '#db/accounts.ts'
import type { NewAccount } from '#db/accounts.ts'
import type { Db } from '#db/client.ts'
import { insertEvent } from '#db/events.ts'
import { hasOrganizations } from '#db/organizations.ts'
import { readPerson } from '#db/people.ts'
import { judgePhoneOnFile, writePendingPhone } from '#api/phone-on-file.ts'
import type { PhoneOnFile } from '#api/phone-on-file.ts'
import { planCredential, takeCredential } from './plan-credential.ts'
import type { CredentialPlan } from './plan-credential.ts'
import { ADMIN, isOwner } from './staff-access.ts'

type AccountCall = Call<AccountBody, null>
type Plan = { credential: CredentialPlan; phone: PhoneOnFile | null }
type Made = { id: string; organizationIds: string[] }

export const createAccountOperation = operation({
  name: 'create-account',
  method: 'post',
  path: '/v1/accounts',
  group: 'Accounts',
  summary: 'Add an account',
  description:
    'A username that is known gets one more account under the same password; leave `password` out then, or send the same one. Without a password nobody gets in until one is set. A `phone` is pending until the person proves it; a landline is taken too, and the next login asks for another number. Only an owner may add owners and admins.',
  access: ADMIN,
  body: accountBody,
  query: null,
  answers: { 201: { description: 'The account', schema: account } },
  problems: [
    ...PHONE_PROBLEMS.filter((code) => code !== 'phone_landline'),
    ...(['not_found', 'owner_only', 'username_taken', 'password_too_weak'] as const),
  ],
  prepare,
  run,
})

async function prepare(context: ApiContext, call: AccountCall): Promise<Plan> {
  const { phone, country } = call.body
  return {
    phone: phone === undefined ? null : await judgePhoneOnFile(context, call, { phone, country }),
    credential: await planCredential(context, call),
  }
}

async function run(context: ApiContext, call: AccountCall, plan: Plan): Promise<Answer> {
  const { role, organization_ids: ids = [] } = call.body
  if ((role === 'owner' || role === 'admin') && !isOwner(call.caller))
    throw new Problem('owner_only', { detail: 'Only the account owner may add owners and admins.' })
  if (plan.phone?.accepted === false)
    throw new Problem(plan.phone.reason, { detail: sentenceOf(plan.phone.reason) })
  const organizationIds = [...new Set(ids.map((id) => readId('org', id) ?? NO_UUID))]
  const { tenantId } = call.caller
  if (!(await hasOrganizations(call.db, tenantId, organizationIds))) throw new Problem('not_found')
  const person = await call.db.atomic(async (tx) => {
    const made = { id: newUuid(), organizationIds }
    await insert(context, call, { tx, plan, made })
    await note(tx, call, made)
    return readPerson(tx, tenantId, made.id)
  })
  return { status: 201, body: writeAccount(context.config.ring, person!) }
}

async function insert(
  context: ApiContext,
  call: AccountCall,
  { tx, plan, made }: { tx: Db; plan: Plan; made: Made },
): Promise<void> {
  const { ring } = context.config
  const { tenantId } = call.caller
  const at = { tenantId, accountId: made.id }
  const credentialId = await takeCredential(context, call, { tx, plan: plan.credential })
  await insertAccount(tx, tenantId, accountOf(ring, call.body, { id: made.id, credentialId }))
  await addMemberships(tx, at, made.organizationIds)
  if (plan.phone?.accepted) await setPendingPhone(tx, at, writePendingPhone(ring, made.id, plan.phone))
}

function accountOf(ring: KeyRing, body: AccountBody, ids: { id: string; credentialId: string }): NewAccount {
  const { email, role, locale } = body
  return {
    ...ids,
    subjectId: null,
    displayName: body.display_name,
    userType: body.user_type,
    role: role ?? null,
    locale: locale ?? null,
    emailSealed: email === undefined ? null : seal(ring, email, `email ${ids.id}`),
  }
}

async function note(tx: Db, { caller, body, requestId }: AccountCall, made: Made): Promise<void> {
  const data = {
    user_type: body.user_type,
    role: body.role ?? null,
    organization_ids: made.organizationIds.map((id) => writeId('org', id)),
    has_phone: body.phone !== undefined,
  }
  const event = {
    kind: 'account_created',
    actor: actorOf(caller),
    accountId: made.id,
    requestId,
    data,
  } as const
  await insertEvent(tx, caller.tenantId, event)
}
