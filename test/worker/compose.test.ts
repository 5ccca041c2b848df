import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type KeyRing, readKeyRing, seal } from '#core/key-ring.ts'
import { newUuid } from '#core/new-id.ts'
import { composeCall } from '#worker/compose.ts'

const ring = readKeyRing(`k1:${randomBytes(32).toString('base64')}`) as KeyRing
const settings = { ring, publicUrl: 'http://127.0.0.1:9' }
const [id, sealedFor] = [newUuid(), newUuid()]
const task = {
  ...({ id, sealedFor, posts: 1, channel: 'call', purpose: 'login', callMode: 'press_1' } as const),
  ...{ brand: 'Riverside Clinic', discreet: false, host: null, lifeSeconds: 600, codeSealed: null },
  phoneSealed: seal(ring, '+31612345678', `phone ${sealedFor}`),
}
const languagesOf = (wishes: { locale: string; tenantLocale?: string }) => [
  ...new Set(composeCall(settings, { ...task, ...wishes }).twiml.match(/(?<=language=")[^"]+/g)),
]

describe('a call is made', () => {
  it.each([
    ['in the person’s language where it has a voice', 'ru-RU', 'nl-NL', 'ru-RU'],
    ['in the tenant’s where it has none', 'fa-IR', 'nl-NL', 'nl-NL'],
    ['in English where neither has one', 'fa-IR', 'so-SO', 'en-GB'],
    ['in English where the tenant’s is no language of ours', 'ti-ER', 'ja-JP', 'en-GB'],
  ])('%s', (_, locale, tenantLocale, spoken) => {
    expect(languagesOf({ locale, tenantLocale })).toEqual([spoken])
  })

  it('in English where nothing is known of the tenant', () => {
    expect(languagesOf({ locale: 'so-SO' })).toEqual(['en-GB'])
  })
})
