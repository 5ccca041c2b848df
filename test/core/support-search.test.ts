import { describe, expect, it } from 'vitest'
import { writeId } from '#core/ids.ts'
import { newUuid } from '#core/new-id.ts'
import { makeHelpCode, writeHelpCode } from '#core/recovery-code.ts'
import { takeRandom } from '#core/random.ts'
import { readSupportSearch } from '#core/support-search.ts'

const read = (typed: string) => readSupportSearch(typed, ['GB', 'NL'])

describe('what staff type', () => {
  it('is read as a phone of every country it may be from, and of the one it names', () => {
    // The tenant's own countries first, then wherever in the world a number of that shape is one.
    expect(read('07400 123456').phones[0]).toBe('+447400123456')
    expect(read('06 12345678').phones[0]).toBe('+31612345678')
    expect(read('0491 570 006').phones).toContain('+61491570006')
    for (const typed of ['+31 6 12345678', '0031612345678', ' 31612345678', '+31 (0)6 1234 5678'])
      expect(read(typed).phones).toEqual(['+31612345678'])
    expect(read('020 7946 0018').phones).toContain('+442079460018')
    for (const typed of ['12', 'anna', 'KR4-8P-2T7', '+999 123']) expect(read(typed).phones).toEqual([])
  })

  it('is read as an id of its kind alone', () => {
    const uuid = newUuid()
    for (const [prefix, way] of [
      ['acc', 'account_id'],
      ['lgn', 'login_id'],
      ['ver', 'verification_id'],
      ['dlv', 'delivery_id'],
    ] as const) {
      const { ids } = read(`  ${writeId(prefix, uuid)} `)
      expect(ids[way]).toBe(uuid)
      expect(Object.values(ids).filter((id) => id !== null)).toHaveLength(1)
    }
    expect(Object.values(read('acc_06b').ids)).toEqual([null, null, null, null])
  })

  it('is read as the id of a request with its time, alone or at the end of a problem’s instance', () => {
    const uuid = newUuid()
    const id = `req_${uuid.replaceAll('-', '')}`
    const atMs = Number.parseInt(uuid.replaceAll('-', '').slice(0, 12), 16)
    for (const typed of [id, `/requests/${id}`, `https://verify.clinic.test/requests/${id}`])
      expect(read(typed).request).toEqual({ id, atMs })
    for (const typed of ['req_', id.slice(0, -1), `${id}0`, `x${id}`]) expect(read(typed).request).toBeNull()
  })

  it('is read as a help code and a carrier’s SID', () => {
    const code = makeHelpCode(takeRandom(16))
    expect(read(writeHelpCode(code).toLowerCase()).helpCode).toBe(code)
    for (const kind of ['SM', 'MM', 'CA']) expect(read(`${kind}${'0a'.repeat(16)}`).carrierSid).not.toBeNull()
    expect(read(`AC${'0a'.repeat(16)}`).carrierSid).toBeNull()
  })
})
