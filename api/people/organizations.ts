/**
 * /v1/organizations: the clinics of a tenant.
 */
import { actorOf } from '#api/actor.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { operation } from '#api/operation.ts'
import { writeId } from '#core/ids.ts'
import { newUuid } from '#core/new-id.ts'
import { organization, organizationBody, organizationPage } from '#core/people-contract.ts'
import { Problem } from '#core/problem.ts'
import { insertEvent } from '#db/events.ts'
import { findOrganization, insertOrganization, listOrganizations } from '#db/organizations.ts'
import type { Organization } from '#db/organizations.ts'
import type { z } from 'zod'
import { pageOf, pageQuery, writePage } from './page.ts'
import { ADMIN } from './staff-access.ts'

const shared = { group: 'Organizations', access: ADMIN } as const

export const createOrganizationOperation = operation({
  ...shared,
  name: 'create-organization',
  method: 'post',
  path: '/v1/organizations',
  summary: 'Add an organization',
  description:
    'A clinic with its country. Its own rules and those for its country hold for the accounts linked to it.',
  body: organizationBody,
  query: null,
  answers: { 201: { description: 'The organization', schema: organization } },
  problems: [],
  run: create,
})

export const listOrganizationsOperation = operation({
  ...shared,
  name: 'list-organizations',
  method: 'get',
  path: '/v1/organizations',
  summary: 'List the organizations',
  description: 'Those of the tenant, newest first.',
  body: null,
  query: pageQuery,
  answers: { 200: { description: 'A page of organizations', schema: organizationPage } },
  problems: [],
  run: async (_context, { caller, db, query }) => {
    const rows = await listOrganizations(db, caller.tenantId, pageOf(query))
    return { status: 200, body: writePage(rows, query, writeOrganization) }
  },
})

export const readOrganizationOperation = operation({
  ...shared,
  name: 'read-organization',
  method: 'get',
  path: '/v1/organizations/{id}',
  summary: 'Read an organization',
  description: 'One clinic of the tenant.',
  body: null,
  query: null,
  answers: { 200: { description: 'The organization', schema: organization } },
  problems: ['not_found'],
  run: async (_context, { caller, db, id }) => {
    const found = await findOrganization(db, caller.tenantId, id)
    if (!found) throw new Problem('not_found')
    return { status: 200, body: writeOrganization(found) }
  },
})

async function create(
  _context: ApiContext,
  { caller, db, body, requestId }: Call<z.output<typeof organizationBody>, null>,
): Promise<Answer> {
  const { name, country } = body
  const made = await db.atomic(async (tx) => {
    const row = await insertOrganization(tx, caller.tenantId, { id: newUuid(), name, country })
    const data = { organization_id: writeId('org', row.id), country }
    const event = { kind: 'organization_created', actor: actorOf(caller), requestId, data } as const
    await insertEvent(tx, caller.tenantId, event)
    return row
  })
  return { status: 201, body: writeOrganization(made) }
}

function writeOrganization({ id, name, country, createdAt }: Organization) {
  return { id: writeId('org', id), name, country, created_at: createdAt.toISOString() }
}
