import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD } from '#test/api/me/me-lab.ts'
import { expectPage, headingOf, readable } from './lab.ts'
import { faultOf, startProfiles } from './profile-lab.ts'
import type { Profiles } from './profile-lab.ts'

let lab: Profiles
beforeAll(async () => {
  lab = await startProfiles()
})
afterAll(() => lab?.close())

describe('personal information', () => {
  it('is for signed-in people only', async () => {
    for (const path of ['/profile', '/profile/phone', '/profile/sessions', '/profile/password', '/ways-in']) {
      const seen = await lab.portal.visit().get(path)
      expect(seen.path).toBe('/portal/sign-in')
    }
    const seen = await lab.enter('kp_ses_made-up').get('/profile')
    expect(seen.path).toBe('/portal/sign-in?said=ended')
  })

  it('shows who somebody is, and how to change the number beside the number', async () => {
    const { visitor, person } = await lab.welcome()
    const seen = await visitor.get('/profile')
    expectPage(seen, 'Personal information')
    const text = readable(seen.html)
    expect(text).toContain(
      `Mara Visser Username ${person.username} Mobile number +31 6 •••• ••${person.phone.slice(-2)}`,
    )
    expect(text).toMatch(/confirmed on \d+ \w+ 20\d\d/)
    expect(text).toContain('If you have a new number, click here to change it.')
    expect(seen.html).toMatch(/<a href="\/portal\/profile\/phone"\s*>here</)
    expect(seen.html).not.toContain(person.phone)
  })

  it('asks who has no number for one', async () => {
    const { visitor } = await lab.welcome({ phone: null, totp: true }, { amr: ['pwd', 'otp', 'mfa'] })
    expect(readable((await visitor.get('/profile')).html)).toContain('No number yet. Add a mobile number')
  })

  it('speaks another language at a click, and comes back', async () => {
    const { visitor } = await lab.welcome()
    const seen = await visitor.get('/profile?lang=ar')
    expect(headingOf(seen)).toBe('المعلومات الشخصية')
    expect(seen.html).toContain('<html lang="ar" dir="rtl">')
    expect(headingOf(await visitor.get('/profile?lang=nl-NL'))).toBe('Persoonlijke gegevens')
  })
})

describe('where somebody is signed in', () => {
  it('lists each place with a button that ends it', async () => {
    const { visitor, person } = await lab.welcome()
    const other = await lab.people.logIn(person, { amr: ['pwd', 'otp', 'mfa'] })
    const seen = await visitor.get('/profile/sessions')
    expectPage(seen, 'Where you are signed in')
    const text = readable(seen.html)
    expect(text).toContain('This is where you are now')
    expect(text).toContain('password, text message')
    expect(text).toContain('password, app or recovery code')
    const ended = await visitor.post('/profile/sessions/end', { session: other.sessionId })
    expectPage(ended, 'Where you are signed in')
    expect(readable(ended.html)).toContain('That visit has ended.')
    expect((await lab.enter(other.token).get('/profile')).path).toBe('/portal/sign-in?said=ended')
    // A second press on the button of a page that is out of date changes nothing.
    expect((await visitor.post('/profile/sessions/end', { session: other.sessionId })).status).toBe(200)
  })

  it('shows twenty at a time', async () => {
    const { visitor, person } = await lab.welcome()
    for (let count = 0; count < 20; count++) await lab.people.logIn(person)
    const first = await visitor.get('/profile/sessions')
    const next = /href="\/portal(\/profile\/sessions\?after=ses_\w+)"/.exec(first.html)?.[1]
    const second = await visitor.get(next!)
    expect([first, second].map(({ html }) => html.match(/<h2>/g)?.length)).toEqual([20, 1])
    expect((await visitor.get('/profile/sessions?after=nonsense')).path).toBe('/portal/profile/sessions')
  })

  it('signs out whoever ends the visit they are in', async () => {
    const { visitor, person } = await lab.welcome()
    await visitor.get('/profile/sessions')
    const seen = await visitor.post('/profile/sessions/end', { session: person.sessionId })
    expect(seen.path).toBe('/portal/sign-in?said=signed_out')
    expect(visitor.cookies.has('keypad_session')).toBe(false)
  })

  it('cannot be used to end the visit of somebody else', async () => {
    const { visitor } = await lab.welcome()
    const { person: stranger, visitor: theirs } = await lab.welcome()
    await visitor.get('/profile/sessions')
    await visitor.post('/profile/sessions/end', { session: stranger.sessionId })
    expectPage(await theirs.get('/profile'), 'Personal information')
  })

  it('refuses forms of other sites', async () => {
    const { visitor, person } = await lab.welcome()
    const seen = await visitor.post('/profile/sessions/end', {
      session: person.sessionId,
      form_token: 'made-up',
    })
    expect(seen.status).toBe(403)
  })
})

describe('another password', () => {
  it('needs the one so far, and signs out everywhere else', async () => {
    const { visitor, person } = await lab.welcome()
    const other = await lab.people.logIn(person)
    expectPage(await visitor.get('/profile/password'), 'Change your password')
    const gaps = await visitor.post('/profile/password', {})
    expectPage(gaps, 'Change your password', 422)
    expect([faultOf(gaps, 'current'), faultOf(gaps, 'password')]).toEqual([
      'Enter the password that you have now',
      'Enter a new password',
    ])
    const wrong = await visitor.post('/profile/password', {
      current: 'something-else',
      password: 'slow-copper-lanterns',
    })
    expect(faultOf(wrong, 'current')).toBe('That is not your password now. Check it and try again')
    expect(wrong.html).not.toContain('slow-copper-lanterns')
    const weak = await visitor.post('/profile/password', { current: PASSWORD, password: 'password1' })
    expect(faultOf(weak, 'password')).not.toBe('')
    const done = await visitor.post('/profile/password', {
      current: PASSWORD,
      password: 'slow-copper-lanterns',
    })
    expect(done.path).toBe('/portal/profile?said=password')
    expect(readable(done.html)).toContain('Your new password works.')
    expect((await lab.enter(other.token).get('/profile')).path).toBe('/portal/sign-in?said=ended')
  })
})
