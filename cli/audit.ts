/**
 * Commands on the audit trail.
 */
import { writeId } from '#core/ids.ts'
import type { Database } from '#db/client.ts'
import { findTenant, listTenants } from '#db/tenants.ts'
import { verifyChain } from '#db/verify-chain.ts'
import { needId } from './options.ts'
import type { Options } from './options.ts'
import { UsageError } from './usage.ts'

/**
 * Checks the chain of one tenant's events, or of all tenants'; one answer each. A broken chain, or one that no longer
 * holds the hash of `--expect`, ends the process with 1.
 */
export async function verifyAudit(database: Database, options: Options): Promise<unknown[]> {
  const expect = readExpect(options)
  const answers = []
  for (const id of await chooseTenants(database, options)) {
    const { intact, checked, firstBroken, unlinked, head, hasExpected } = await verifyChain(
      database,
      id,
      expect,
    )
    if (!intact || (expect !== undefined && !hasExpected)) process.exitCode = 1
    answers.push({
      ...{ tenant_id: writeId('ten', id), intact, checked, unlinked, head },
      ...(firstBroken === null ? {} : { first_broken: firstBroken }),
      ...(expect === undefined ? {} : { expected: hasExpected ? 'found' : 'missing' }),
    })
  }
  return answers
}

function readExpect({ tenant, expect }: Options): string | undefined {
  if (expect === undefined) return undefined
  if (typeof expect !== 'string' || !/^[0-9a-f]{64}$/.test(expect))
    throw new UsageError('--expect must be a hash of 64 hexadecimal digits, as `audit verify` printed it.')
  if (tenant === undefined) throw new UsageError('--expect is the hash of one tenant: name it with --tenant.')
  return expect
}

async function chooseTenants(database: Database, options: Options): Promise<string[]> {
  if (options.tenant === undefined) return (await listTenants(database)).map(({ id }) => id)
  const id = needId(options, 'tenant', 'ten')
  if (!(await findTenant(database, id))) throw new UsageError('There is no such tenant.')
  return [id]
}
