import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { wrongCode } from '#test/harness/people.ts'
import { until } from '#test/harness/until.ts'
import { expectPage, headingOf, readable } from './lab.ts'
import { faultOf, startProfiles } from './profile-lab.ts'
import type { Profiles } from './profile-lab.ts'

let lab: Profiles
beforeAll(async () => {
  lab = await startProfiles()
})
afterAll(() => lab?.close())

const PHONE = '/profile/phone'
const CODE = '/profile/phone/code'

/** Somebody whose new number waits for its code. */
async function waiting() {
  const { visitor, person } = await lab.welcome()
  await visitor.get(PHONE)
  const phone = freshPhone()
  const seen = await visitor.post(PHONE, { phone, country: 'NL' })
  return { visitor, person, phone, seen, ending: phone.slice(-2) }
}

describe('a new number', () => {
  it('is saved, proven with its code, and confirmed; the old one is told', async () => {
    const { visitor, person, phone, seen, ending } = await waiting()
    expectPage(seen, 'Check your phone')
    expect(readable(seen.html)).toContain(`to the number ending ${ending}`)
    const code = await lab.stack.phones.codeOf(phone)
    const done = await visitor.post(CODE, { code: `Your code: ${code.slice(0, 3)}-${code.slice(3)}.` })
    expectPage(done, 'Your new number works')
    expect(readable(done.html)).toContain('We sent a message to your old number.')
    const profile = await visitor.get('/profile')
    expect(readable(profile.html)).toContain(`+31 6 •••• ••${ending}`)
    await until(
      'a message to the old number',
      async () => (await lab.stack.phones.texts(person.phone)).length > 0,
    )
    // Coming back to the form finds nothing that waits.
    expect((await visitor.get(CODE)).path).toBe('/portal/profile')
  })

  it('shows as waiting in the profile, with ways to go on', async () => {
    const { visitor, ending } = await waiting()
    const text = readable((await visitor.get('/profile')).html)
    expect(text).toContain(
      `The number ending ${ending} is waiting for its code. Enter the code Send the code again`,
    )
    const seen = await visitor.post('/profile/phone/cancel', {})
    expect(seen.path).toBe('/portal/profile?said=dropped')
    expect(readable(seen.html)).not.toContain('is waiting')
    expect((await visitor.post('/profile/phone/cancel', {})).status).toBe(200)
    expect((await visitor.post('/profile/phone/send', {})).path).toBe('/portal/profile')
    expect((await visitor.post(CODE, { code: '123456' })).path).toBe('/portal/profile')
  })

  it.each([
    ['', 'Enter your mobile number'],
    [
      '020 123 4567',
      '020 123 4567 looks like a landline. Enter a mobile number, or choose another way to sign in',
    ],
    ['06 123', 'We cannot read 06 123 as a phone number that is in use. Check the digits'],
  ])('is refused where it cannot be one: «%s»', async (phone, sentence) => {
    const { visitor } = await lab.welcome()
    expectPage(await visitor.get(PHONE), 'What is your new mobile number?')
    const seen = await visitor.post(PHONE, { phone, country: 'NL' })
    expectPage(seen, 'What is your new mobile number?', 422)
    expect(faultOf(seen, 'phone')).toBe(sentence)
    expect(seen.html).toContain('<a href="#phone">')
    if (phone) expect(seen.html).toContain(`value="${phone}"`)
  })

  it('is told what is wrong with a code, and locks after five', async () => {
    const { visitor, phone } = await waiting()
    const empty = await visitor.post(CODE, { code: ' ' })
    expectPage(empty, 'Check your phone', 422)
    expect(faultOf(empty, 'code')).toBe('Enter the security code')
    expect(faultOf(await visitor.post(CODE, { code: '12345' }), 'code')).toBe(
      'The code has 6 numbers. You entered 5',
    )
    expect(faultOf(await visitor.post(CODE, { code: 'abc' }), 'code')).toBe('The code has only numbers')
    const code = wrongCode(await lab.stack.phones.codeOf(phone))
    const said: string[] = []
    for (let tried = 0; tried < 6; tried++) said.push(faultOf(await visitor.post(CODE, { code }), 'code'))
    expect(said[0]).toBe('That is not the code we sent. Check the newest text')
    expect(said[3]).toContain('You can try 1 more time')
    expect(said[5]).toBe('There were too many wrong codes. Send a new code')
  })

  it('gets its code again, or by call', async () => {
    const { visitor, phone, ending } = await waiting()
    const early = await visitor.post('/profile/phone/send', { channel: 'sms' })
    expectPage(early, 'Check your phone', 422)
    expect(faultOf(early, 'code')).toMatch(/too soon to send again\. You can ask again at/)
    await lab.stack.database.query(`update verifications set resend_at = now() - interval '1 second'`)
    const again = await visitor.post('/profile/phone/send', { channel: 'sms' })
    expect(readable(again.html)).toContain(`We sent the code to the number ending ${ending} again.`)
    await lab.stack.database.query(`update verifications set resend_at = now() - interval '1 second'`)
    const call = await visitor.post('/profile/phone/send', { channel: 'call' })
    expect(readable(call.html)).toContain(`We are calling the number ending ${ending}.`)
    await until('a call', async () => (await lab.stack.phones.calls(phone)).length > 0)
  })
})

describe('proof before a new number', () => {
  it('is asked for before anything is typed, and leads back with a new session', async () => {
    const { visitor, person } = await lab.welcome()
    await lab.makeOld(person.id)
    expectPage(await visitor.get(PHONE), 'Show that it is you')
    const before = visitor.cookies.get('keypad_session')
    const step = await visitor.post('/profile/prove', { goal: PHONE })
    expectPage(step, 'Check your phone')
    const seen = await visitor.act('answer', { code: await lab.stack.phones.codeOf(person.phone) })
    expectPage(seen, 'What is your new mobile number?')
    expect(seen.path).toBe('/portal/profile/phone')
    expect(visitor.cookies.get('keypad_session')).not.toBe(before)
    expect((await lab.enter(before!).get('/profile')).path).toBe('/portal/sign-in?said=ended')
  })

  it('is asked for by Keypad itself where a page was open for too long', async () => {
    const { visitor, person } = await lab.welcome()
    await visitor.get(PHONE)
    await lab.makeOld(person.id)
    const seen = await visitor.post(PHONE, { phone: freshPhone(), country: 'NL' })
    expectPage(seen, 'Show that it is you')
  })

  it('says that a key pressed in a call is not enough', async () => {
    const { visitor } = await lab.welcome({}, { amr: ['pwd', 'tel_press1', 'mfa'] })
    const seen = await visitor.get(PHONE)
    expectPage(seen, 'Show that it is you')
    expect(readable(seen.html)).toContain('a key pressed in a call, is not enough')
  })

  it('is not needed for a first number, and leads to no page but those that ask for it', async () => {
    const { visitor } = await lab.welcome({ phone: null, userType: 'visitor' }, { amr: ['pwd'] })
    expectPage(await visitor.get(PHONE), 'What is your new mobile number?')
    const phone = freshPhone()
    await visitor.post(PHONE, { phone, country: 'NL' })
    const done = await visitor.post(CODE, { code: await lab.stack.phones.codeOf(phone) })
    expectPage(done, 'Your new number works')
    expect(readable(done.html)).not.toContain('old number')
    const away = await visitor.post('/profile/prove', { goal: '//elsewhere.example.org' })
    expect(headingOf(away)).toBe('Personal information')
  })
})
