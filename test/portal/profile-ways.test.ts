import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOfApp, wrongCodeOfApp } from '#test/harness/app-codes.ts'
import type { Seen, Visitor } from './lab.ts'
import { expectPage, readable } from './lab.ts'
import { faultOf, startProfiles } from './profile-lab.ts'
import type { Profiles } from './profile-lab.ts'

let lab: Profiles
beforeAll(async () => {
  lab = await startProfiles()
})
afterAll(() => lab?.close())

const APP = { amr: ['pwd', 'otp', 'mfa'] }
const keyOf = ({ html }: Seen) =>
  /<code id="totp-key"[^>]*>([A-Z2-7 ]+)</.exec(html)?.[1]?.replaceAll(' ', '') ?? ''

/** Sets up an app on its pages; gives the page after the code, and the key. */
async function setUpApp(visitor: Visitor) {
  await visitor.get('/ways-in/app')
  const key = keyOf(await visitor.post('/ways-in/app', {}))
  return { key, seen: await visitor.post('/ways-in/app/confirm', { code: codeOfApp(key, -1) }) }
}

describe('ways to sign in', () => {
  it('stand in one list, with what is set up and what the organisation asks for', async () => {
    const { visitor, person } = await lab.welcome()
    const seen = await visitor.get('/ways-in')
    expectPage(seen, 'Ways to sign in')
    const text = readable(seen.html)
    expect(text).toContain('your password and one of these: Text message or Authenticator app.')
    expect(text).toMatch(/Text message Your organisation asks for this To \+31 6 •••• ••\d\d · confirmed on/)
    expect(text).toMatch(/Phone call To \+31 6/)
    expect(text).toContain('Authenticator app Your organisation asks for this Not set up Set up')
    expect(text).toContain('PIN Not used by your organisation')
    expect(text).toContain('Recovery codes Not set up Get recovery codes')
    expect(text).toContain('Set up a second way as well.')
    expect(seen.html).not.toContain(person.phone)
  })
})

describe('an authenticator app', () => {
  it('is scanned, opened or typed, and counts with its first code', async () => {
    const { visitor } = await lab.welcome()
    expectPage(await visitor.get('/ways-in/app'), 'Set up an authenticator app')
    const shown = await visitor.post('/ways-in/app', {})
    expectPage(shown, 'Set up an authenticator app')
    const key = keyOf(shown)
    expect(key).toMatch(/^[A-Z2-7]{32}$/)
    expect(shown.html).toMatch(/<code id="totp-key" dir="ltr">([A-Z2-7]{4} ){7}[A-Z2-7]{4}</)
    expect(shown.html).toMatch(/<img class="qr" src="data:image\/svg\+xml;base64,[^"]+" alt="QR code/)
    expect(shown.html).toContain('href="otpauth://totp/')
    const wrong = await visitor.post('/ways-in/app/confirm', { code: wrongCodeOfApp(key) })
    expectPage(wrong, 'Enter the code that the app now shows', 422)
    expect(faultOf(wrong, 'code')).toBe('That code is not right. Check it and try again')
    expect(wrong.html).not.toContain(key.slice(0, 4))
    expect(faultOf(await visitor.post('/ways-in/app/confirm', {}), 'code')).toBe(
      'Enter the code that the app shows',
    )
    const done = await visitor.post('/ways-in/app/confirm', { code: codeOfApp(key) })
    expect(done.path).toBe('/portal/ways-in?said=app_on')
    expect(readable(done.html)).toContain('Your authenticator app works.')
  })

  it('starts over where nothing waits for a code any more', async () => {
    const { visitor } = await lab.welcome()
    await visitor.get('/ways-in/app')
    const seen = await visitor.post('/ways-in/app/confirm', { code: '123456' })
    expect(seen.path).toBe('/portal/ways-in/app?said=late')
  })

  it('asks for proof where that is old, and comes back', async () => {
    const { visitor, person } = await lab.welcome()
    await lab.makeOld(person.id)
    expectPage(await visitor.get('/ways-in/app'), 'Show that it is you')
    // «In turn» of an organisation that takes texts and apps: the text goes out by itself.
    await visitor.post('/profile/prove', { goal: '/ways-in/app' })
    const seen = await visitor.act('answer', { code: await lab.stack.phones.codeOf(person.phone) })
    expectPage(seen, 'Set up an authenticator app')
  })

  it('is switched off with its code', async () => {
    const { visitor, person } = await lab.welcome({ totp: true }, APP)
    expectPage(await visitor.get('/ways-in/app/off'), 'Switch off the authenticator app')
    const wrong = await visitor.post('/ways-in/app/off', { code: wrongCodeOfApp(person.secret) })
    expectPage(wrong, 'Switch off the authenticator app', 422)
    expect(faultOf(wrong, 'code')).toContain('That code is not right')
    const off = await visitor.post('/ways-in/app/off', { code: codeOfApp(person.secret) })
    expect(off.path).toBe('/portal/ways-in?said=app_off')
    expect((await visitor.get('/ways-in/app/off')).path).toBe('/portal/ways-in')
  })

  it('that the organisation asks for leads straight to a new one when it is switched off', async () => {
    const { visitor, person } = await lab.welcome({ phone: null, totp: true, userType: 'app_only' }, APP)
    expect(readable((await visitor.get('/ways-in/app/off')).html)).toContain(
      'you have to set up an app again',
    )
    const off = await visitor.post('/ways-in/app/off', { code: codeOfApp(person.secret) })
    expectPage(off, 'Set up an authenticator app')
    expect(readable(off.html)).toContain('Your app is switched off.')
    for (const path of ['/profile', '/profile/sessions', '/profile/password', '/ways-in/recovery-codes']) {
      const seen = await visitor.get(path)
      expect(seen.path).toBe('/portal/ways-in')
      expect(readable(seen.html)).toContain('set up one of the ways that your organisation asks for')
    }
    const { seen } = await setUpApp(visitor)
    expect(seen.path).toBe('/portal/ways-in?said=app_on')
    expectPage(await visitor.get('/profile'), 'Personal information')
  })
})

describe('a PIN', () => {
  it('is chosen twice, and changed with the one so far', async () => {
    const { visitor } = await lab.welcome(
      { phone: null, userType: 'pin_only' },
      { amr: ['pwd'], enrollOnly: true },
    )
    expectPage(await visitor.get('/ways-in/pin'), 'Choose a PIN')
    const unlike = await visitor.post('/ways-in/pin', { pin: '402917', pin_again: '402918' })
    expectPage(unlike, 'Choose a PIN', 422)
    expect(faultOf(unlike, 'pin_again')).toBe('The two PINs are not the same')
    expect(
      faultOf(await visitor.post('/ways-in/pin', { pin: '123456', pin_again: '123456' }), 'pin'),
    ).not.toBe('')
    expect(faultOf(await visitor.post('/ways-in/pin', {}), 'pin')).toBe('Enter a new PIN')
    const set = await visitor.post('/ways-in/pin', { pin: '402917', pin_again: '402917' })
    expect(set.path).toBe('/portal/ways-in?said=pin')

    expectPage(await visitor.get('/ways-in/pin'), 'Change your PIN')
    const missing = await visitor.post('/ways-in/pin', { pin: '906274', pin_again: '906274' })
    expect(faultOf(missing, 'current')).toBe('Enter the PIN that you have now')
    const wrong = await visitor.post('/ways-in/pin', {
      current: '999999',
      pin: '906274',
      pin_again: '906274',
    })
    expect(faultOf(wrong, 'current')).toContain('That is not the right PIN')
    const changed = await visitor.post('/ways-in/pin', {
      current: '402917',
      pin: '906274',
      pin_again: '906274',
    })
    expect(changed.path).toBe('/portal/ways-in?said=pin')
  })

  it('that is forgotten needs other proof', async () => {
    const { visitor, person } = await lab.welcome({ pin: '402917' })
    await lab.stack.database.query(
      `update accounts set phone_proven_at = now() - interval '2 days' where id = $1`,
      [person.accountId],
    )
    const seen = await visitor.get('/ways-in/pin?forgot=yes')
    expectPage(seen, 'Change your PIN')
    expect(seen.html).not.toContain('name="current"')
  })
})
