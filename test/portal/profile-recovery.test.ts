import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import type { Seen } from './lab.ts'
import { expectPage, readable, tokenOf } from './lab.ts'
import { faultOf, startProfiles } from './profile-lab.ts'
import type { Profiles } from './profile-lab.ts'

let lab: Profiles
beforeAll(async () => {
  lab = await startProfiles()
})
afterAll(() => lab?.close())

describe('recovery codes', () => {
  const codesOf = ({ html }: Seen) => html.match(/(?<=<code dir="ltr">)[\da-z-]{19}(?=<)/g) ?? []

  it('are shown once, ten in a table, and saved before the person goes on', async () => {
    const { visitor } = await lab.welcome()
    expectPage(await visitor.get('/ways-in/recovery-codes'), 'Recovery codes')
    const shown = await visitor.post('/ways-in/recovery-codes', {})
    expectPage(shown, 'Save your recovery codes')
    const codes = codesOf(shown)
    expect(new Set(codes).size).toBe(10)
    expect(readable(shown.html)).toContain('We show these codes only now.')
    const file = await visitor.post('/ways-in/recovery-codes/file', {
      codes: codes.join(' '),
      form_token: tokenOf(shown.html),
    })
    expect(file.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(file.headers.get('content-disposition')).toBe('attachment; filename=recovery-codes.txt')
    expect(file.html.split('\r\n').slice(3, 13)).toEqual(codes)
    await visitor.get('/ways-in/recovery-codes')
    const unticked = await visitor.post('/ways-in/recovery-codes/saved', { codes: codes.join(' ') })
    expectPage(unticked, 'Save your recovery codes', 422)
    expect(codesOf(unticked)).toEqual(codes)
    expect(faultOf(unticked, 'saved')).toBe('Save the codes first, then tick the box')
    const done = await visitor.post('/ways-in/recovery-codes/saved', { codes: codes.join(' '), saved: 'yes' })
    expect(done.path).toBe('/portal/ways-in?said=codes')
    expect(readable(done.html)).toContain('Recovery codes 10 codes left. Get new codes')
    const again = await visitor.get('/ways-in/recovery-codes')
    expect(codesOf(again)).toEqual([])
    expect(readable(again.html)).toContain('If you get new codes, the old ones stop working.')
  })

  it('let nobody put other words on the page', async () => {
    const { visitor } = await lab.welcome()
    await visitor.get('/ways-in/recovery-codes')
    const seen = await visitor.post('/ways-in/recovery-codes/saved', { codes: 'call 0900 1234 <b>now</b>' })
    expect(seen.path).toBe('/portal/ways-in/recovery-codes')
    expect(seen.html).not.toContain('0900')
    const file = await visitor.post('/ways-in/recovery-codes/file', { codes: 'call 0900 1234' })
    expect(file.path).toBe('/portal/ways-in/recovery-codes')
  })
})

describe('a change that Keypad refuses', () => {
  it('for a number that is new since yesterday says what else would do', async () => {
    const { visitor } = await lab.welcome()
    await visitor.get('/ways-in/recovery-codes')
    expectPage(await visitor.post('/ways-in/recovery-codes', {}), 'Save your recovery codes')
    const phone = freshPhone()
    await visitor.get('/profile/phone')
    await visitor.post('/profile/phone', { phone, country: 'NL' })
    const code = await lab.stack.phones.codeOf(phone)
    expectPage(await visitor.post('/profile/phone/code', { code }), 'Your new number works')
    await visitor.get('/ways-in/recovery-codes')
    const seen = await visitor.post('/ways-in/recovery-codes', {})
    expectPage(seen, 'Show that it is you')
    expect(readable(seen.html)).toContain('Your mobile number is new.')
  })

  it('to somebody who may only set up a factor leads to signing in again', async () => {
    const { visitor } = await lab.welcome({ userType: 'app_only' }, { amr: ['pwd'], enrollOnly: true })
    await visitor.get('/profile/phone')
    const seen = await visitor.post('/profile/phone', { phone: freshPhone(), country: 'NL' })
    expectPage(seen, 'Show that it is you')
    expect(readable(seen.html)).toContain('Sign in again to make this change.')
    expect((await visitor.post('/sign-out', {})).path).toBe('/portal/sign-in?said=signed_out')
  })
})
