import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newUuid } from '#core/new-id.ts'
import { openDatabase } from '#db/client.ts'
import type { Database, Db } from '#db/client.ts'
import { findLinkPlace, linkEvents } from '#db/event-links.ts'
import { insertEvent } from '#db/events.ts'
import { verifyChain } from '#db/verify-chain.ts'
import { makeDatabase } from '#test/harness/database.ts'
import type { TestDatabase } from '#test/harness/database.ts'
import { idAt, linkAll } from './chain-lab.ts'

let owner: TestDatabase
let database: Database
let other: Database
beforeAll(async () => {
  owner = await makeDatabase()
  database = openDatabase(owner.url, 4)
  other = openDatabase(owner.url, 2)
})
afterAll(async () => {
  await Promise.all([database?.close(), other?.close()])
  await owner?.drop()
})

const always = () => true

describe('linkers', () => {
  it('two at once, while events are written, give each event one link', async () => {
    const tenants = [newUuid(), newUuid(), newUuid()]
    const writing = { isOn: true }
    const linker = async (db: Database) => {
      let place = await findLinkPlace(db)
      while (writing.isOn) place = await linkEvents(db, place, always)
    }
    const linkers = [linker(database), linker(other)]
    const write = async (tenantId: string) => {
      for (let n = 0; n < 300; n++)
        await insertEvent(database, tenantId, { kind: 'approved', actor: 'client', requestId: null })
    }
    await Promise.all([...tenants, ...tenants].map(write))
    writing.isOn = false
    await Promise.all(linkers)
    await linkAll(database)
    for (const tenantId of tenants)
      expect(await verifyChain(database, tenantId)).toMatchObject({
        ...{ intact: true, checked: 600, unlinked: 0 },
      })
  })

  it('an event that commits late is linked late, and looked for until it has come', async () => {
    const tenantId = newUuid()
    const add = (db: Db) => insertEvent(db, tenantId, { kind: 'approved', actor: 'client', requestId: null })
    let place = await findLinkPlace(database)
    const again = async () => {
      // As if the mark were old enough: only the open transaction is in the way now.
      if (place.mark) place.mark.atMs -= 60_000
      place = await linkEvents(other, place, always)
    }
    await database.transaction(async (open) => {
      await add(open)
      await add(database)
      for (let n = 0; n < 4; n++) await again()
      expect(await verifyChain(other, tenantId)).toMatchObject({ checked: 1, unlinked: 0 })
    })
    await again()
    expect(await verifyChain(database, tenantId)).toMatchObject({ intact: true, checked: 2, unlinked: 0 })
    expect(await idAt(owner, tenantId, 2).then(BigInt)).toBeLessThan(
      await idAt(owner, tenantId, 1).then(BigInt),
    )
    for (let n = 0; n < 2; n++) await again()
    expect(place).toEqual({ settled: expect.any(String), mark: null })
    expect(BigInt(place.settled)).toBe(BigInt(await idAt(owner, tenantId, 1)))
  })
})
