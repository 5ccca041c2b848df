/**
 * Each `next.action` as a page, met in real logins.
 */
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerPhone, pressAndListen } from '#test/harness/answer-phone.ts'
import { codeOfApp } from '#test/harness/app-codes.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import {
  addAccount,
  enter,
  makePerson,
  PASSWORD,
  setRule,
  switchAppOn,
  wrongCode,
} from '#test/harness/people.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { expectPage, readable, startPortal } from './lab.ts'
import type { PortalLab, Seen, Visitor } from './lab.ts'

let stack: Stack
let lab: PortalLab
beforeAll(async () => {
  // Slow enough for somebody to answer a call.
  stack = await startStack({ speed: 5 })
  lab = await startPortal(stack)
})
afterAll(async () => {
  await lab?.close()
  await stack?.close()
})

const PAGE = '/sign-in/step'
let made = 0

/** A browser in which somebody has just typed name and password. */
async function signIn(person: {
  username: string
  password?: string
}): Promise<{ visitor: Visitor; seen: Seen }> {
  const visitor = lab.visit()
  await visitor.get('/sign-in')
  const { username, password = PASSWORD } = person
  return { visitor, seen: await visitor.post('/sign-in', { username, password }) }
}

function expectIn(seen: Seen): void {
  expect([seen.status, seen.path]).toEqual([200, '/portal/profile'])
  for (const address of seen.trail) expect(address).not.toMatch(/\d{4}|kp_|token/)
}

async function register(
  visitor: Visitor,
  fields: Record<string, string> = {},
): Promise<{ seen: Seen; phone: string }> {
  const phone = fields['phone'] ?? freshPhone()
  await visitor.get('/register')
  const person = {
    username: `visitor-${++made}`,
    password: PASSWORD,
    email: '',
    country: 'NL',
    ...fields,
    phone,
  }
  return { seen: await visitor.post('/register', person), phone }
}

describe('registration', () => {
  it('asks before it sends, then takes the code in whatever shape it is pasted', async () => {
    const visitor = lab.visit()
    const { seen, phone } = await register(visitor)
    expectPage(seen, 'Confirm your phone')
    expect(await stack.phones.texts(phone)).toHaveLength(0)
    const sent = await visitor.act('code', { channel: 'sms' })
    expectPage(sent, 'Check your phone')
    expect(readable(sent.html)).toContain(`to the number ending ${phone.slice(-2)}`)
    expect(sent.html).toMatch(/autocomplete="one-time-code"\s+inputmode="numeric"/)
    expect(sent.html).not.toContain('maxlength')
    const code = await stack.phones.codeOf(phone)
    const arabic = code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))
    expectIn(await visitor.act('answer', { code: `Code: ${arabic.slice(0, 3)}-${arabic.slice(3)}` }))
  })

  it('calls instead, and says the code', async () => {
    const visitor = lab.visit()
    const { phone } = await register(visitor)
    const calling = await visitor.act('code', { channel: 'call' })
    expectPage(calling, 'Check your phone')
    expect(readable(calling.html)).toContain('and you hear a')
    await answerPhone(stack, phone)
    const { said } = await pressAndListen(stack, phone, '1')
    const code = /(?:\d\D{1,5}){5}\d/.exec(said.join(' '))![0].replaceAll(/\D/g, '')
    expectIn(await visitor.act('answer', { code }))
  })

  it.each([
    [{ phone: '020 123 4567' }, 'looks like a landline', 'phone'],
    [{ phone: '+31 6 1', country: 'GB' }, 'too short', 'phone'],
    [{ username: 'taken' }, 'username is taken', 'username'],
    [{ password: 'password1' }, 'most used', 'password'],
  ])('says what is wrong at its field: %o', async (fields, words, field) => {
    const visitor = lab.visit()
    await register(lab.visit(), { username: 'taken' })
    const { seen } = await register(visitor, fields)
    expect(seen.status).toBe(422)
    expect(readable(seen.html)).toContain(words)
    expect(seen.html).toContain(`<a href="#${field}">`)
    expect(seen.html).not.toContain(PASSWORD)
  })

  it('comes back with what was typed, and leads to the fields; never with a password', async () => {
    const { seen } = await register(lab.visit(), { username: 'anna <b>', email: 'no address', phone: ' ' })
    expect(seen.html).toContain('Error: Create your account – Riverside Clinic')
    expect(seen.html).toMatch(/class="faults" role="alert" tabindex="-1" autofocus/)
    expect(seen.html).toContain('<a href="#email">')
    expect(seen.html).toContain('value="anna &lt;b&gt;"')
    expect(seen.html).toMatch(/aria-describedby="phone-hint phone-fault"\s+aria-invalid="true"/)
  })

  it('is the largest page, and less than 25 KB with its files', async () => {
    const { html } = await lab.visit().get('/register')
    const paths = [...html.matchAll(/(?:href|src)="(\/portal\/assets\/[^"]+)"/g)].map(([, path]) => path!)
    const files = await Promise.all(paths.map(async (path) => (await fetch(lab.base + path)).text()))
    const sizes = [html, ...files].map((text) => gzipSync(text).length)
    expect(sizes).toHaveLength(3)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(25_000)
  })
})

describe('signing in by text', () => {
  it('refuses a wrong name and a wrong password alike', async () => {
    const person = await makePerson(stack)
    const { seen } = await signIn({ ...person, password: 'not-the-password' })
    const { seen: other } = await signIn({ username: 'nobody-at-all', password: 'not-the-password' })
    for (const { status, html } of [seen, other]) {
      expect(status).toBe(422)
      expect(readable(html)).toContain('The username or the password is not right')
    }
  })

  it('sends the code by itself, counts tries aloud from the third on, and then lets in', async () => {
    const person = await makePerson(stack)
    const { visitor, seen } = await signIn(person)
    expectPage(seen, 'Check your phone')
    const code = await stack.phones.codeOf(person.phone)
    const says = async (typed: string) => readable((await visitor.act('answer', { code: typed })).html)
    expect(await says('')).toContain('Enter the security code')
    expect(await says('12345')).toContain('The code has 6 numbers. You entered 5')
    expect(await says('12a')).toContain('The code has only numbers')
    expect(await says(wrongCode(code))).not.toContain('more time')
    await says(wrongCode(code))
    expect(await says(wrongCode(code))).toContain('You can try 2 more times')
    expect(await says(wrongCode(code))).toContain('You can try 1 more time')
    expectIn(await visitor.act('answer', { code }))
  })

  it('never shows the code again that was typed', async () => {
    const person = await makePerson(stack)
    const { visitor } = await signIn(person)
    const wrong = wrongCode(await stack.phones.codeOf(person.phone))
    expect((await visitor.act('answer', { code: wrong })).html).not.toContain(wrong)
  })

  it('says why no text came, and what to do', async () => {
    const person = await makePerson(stack)
    await stack.phones.setFate(person.phone, 'switched_off')
    const { visitor } = await signIn(person)
    const seen = await until('the text fails', async () => {
      const page = await visitor.get('/sign-in/help')
      return readable(page.html).includes('Phone off or out of signal') && page
    })
    expectPage(seen, 'If you did not get the code')
    expect(readable(seen.html)).toContain('Turn your phone on and go where it has signal')
    expect(readable(seen.html)).toMatch(/You can ask again at \d\d:\d\d UTC/)
    const dutch = await visitor.get('/sign-in/help?lang=nl-NL')
    expect(readable(dutch.html)).toContain('Uw telefoon lijkt uit te staan')
    expect(readable(dutch.html)).not.toContain('Phone off')
    const soon = await visitor.act('code', { channel: 'sms' })
    expect(readable(soon.html)).toMatch(/te vroeg om opnieuw te sturen. Vanaf \d\d:\d\d UTC/)
  })

  it('follows what becomes of the text', async () => {
    const person = await makePerson(stack)
    const { visitor, seen } = await signIn(person)
    const live = /data-live="([^"]+)"/.exec(seen.html)![1]!.replaceAll('&amp;', '&')
    const told = await (await visitor.request(live)).json()
    expect(told).toMatchObject({ moved: false, version: expect.any(Number), text: expect.any(String) })
    await visitor.act('answer', { code: await stack.phones.codeOf(person.phone) })
    expect(await (await visitor.request(live)).json()).toEqual({ moved: true })
  })

  it('ends at the page for support when too much was wrong, and asks for the password again without a login', async () => {
    const person = await makePerson(stack)
    const { visitor } = await signIn(person)
    const wrong = wrongCode(await stack.phones.codeOf(person.phone))
    let seen: Seen | null = null
    for (let count = 0; count < 5; count++) seen = await visitor.act('answer', { code: wrong })
    expectPage(seen!, 'We could not confirm that it is you', 422)
    expect(readable(seen!.html)).toMatch(/read out this help code: [A-Z0-9-]{8,12}/)
    expect((await lab.visit().get(PAGE)).path).toBe('/portal/sign-in?said=ended')
  })
})

describe('signing in by call', () => {
  it('goes on when 1 is pressed, and is stopped by 9', async () => {
    await setRule(stack, 'caller', { factors: ['call'] })
    const person = await makePerson(stack, { user_type: 'caller' })
    const { visitor, seen } = await signIn(person)
    expectPage(seen, 'We are calling you')
    expect(readable(seen.html)).toContain('press 1')
    await answerPhone(stack, person.phone)
    await pressAndListen(stack, person.phone, '1')
    expectIn(await visitor.get(PAGE))
    const other = await makePerson(stack, { user_type: 'caller' })
    const { visitor: stopped } = await signIn(other)
    await answerPhone(stack, other.phone)
    await pressAndListen(stack, other.phone, '9')
    expectPage(await stopped.get(PAGE), 'This sign-in was stopped')
  })
})

describe('choosing', () => {
  it('lists the ways, and any of them can be taken from the others', async () => {
    await setRule(stack, 'chooser', { factors: ['sms', 'call', 'totp'], ask_factor: true })
    const person = await makePerson(stack, { user_type: 'chooser' })
    const secret = await switchAppOn(stack, person.token)
    const { visitor, seen } = await signIn(person)
    expectPage(seen, 'How do you want to show that it is you?')
    expect(readable((await visitor.act('factor')).html)).toContain('Choose a way')
    expectPage(await visitor.act('factor', { factor: 'sms' }), 'Check your phone')
    expectPage(await visitor.act('use', { factor: 'totp' }), 'Enter the code from your app')
    expectPage(await visitor.act('back'), 'How do you want to show that it is you?')
    await visitor.act('factor', { factor: 'totp' })
    expectIn(await visitor.act('answer', { code: codeOfApp(secret) }))
  })

  it('tells profiles of one name apart', async () => {
    const username = 'two-profiles'
    await addAccount(stack, { username, user_type: 'employee' })
    await addAccount(stack, { username, user_type: 'manager', password: undefined })
    const { visitor, seen } = await signIn({ username })
    expectPage(seen, 'Which profile do you want to use?')
    expect(readable(seen.html)).toMatch(/Mara Visser Employee.*Mara Visser Manager/)
    expect(readable((await visitor.act('profile')).html)).toContain('Choose a profile')
    const [, second] = [...seen.html.matchAll(/name="account"\s+value="(acc_[^"]+)"/g)].map(([, id]) => id!)
    expectIn(await visitor.act('profile', { account: second! }))
  })
})

describe('setting up what the policy demands', () => {
  it('shows the picture and the key of an app, and asks for its code from then on', async () => {
    await setRule(stack, 'nurse', { required: true, factors: ['totp'] })
    const person = await addAccount(stack, { user_type: 'nurse' })
    const { visitor, seen } = await signIn(person)
    expectPage(seen, 'Set up an authenticator app')
    const [, shown = ''] = /id="totp-key"[^>]*>([A-Z2-7 ]+)</.exec(seen.html) ?? []
    const secret = shown.replaceAll(' ', '')
    expect(shown).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
    expect(seen.html).toMatch(/<img\s+class="qr"\s+src="data:image\/svg\+xml;base64,[^"]+"\s+alt="QR code/)
    expect(seen.html).toContain('href="otpauth://totp/')
    expectPage(await visitor.act('answer', { code: '000000' }), 'Set up an authenticator app', 422)
    expectIn(await visitor.act('answer', { code: codeOfApp(secret, -1) }))
    const again = await signIn(person)
    expectPage(again.seen, 'Enter the code from your app')
    expectIn(await again.visitor.act('answer', { code: codeOfApp(secret) }))
  })

  it('has a PIN typed twice, and then asks for it', async () => {
    await setRule(stack, 'planner', { required: true, factors: ['pin'] })
    const person = await addAccount(stack, { user_type: 'planner' })
    const { visitor, seen } = await signIn(person)
    expectPage(seen, 'Choose a PIN')
    const differ = await visitor.act('pin', { pin: '728163', pin_again: '728164' })
    expect(readable(differ.html)).toContain('The two PINs are not the same')
    expect(differ.html).not.toContain('728163')
    expect((await visitor.act('pin', { pin: '123456', pin_again: '123456' })).html).toContain('href="#pin"')
    expectIn(await visitor.act('pin', { pin: '728163', pin_again: '728163' }))
    const again = await signIn(person)
    expectPage(again.seen, 'Enter your PIN')
    expect(readable((await again.visitor.act('answer', { code: '999999' })).html)).toContain(
      'not the right PIN',
    )
    expectIn(await again.visitor.act('answer', { code: '728 163' }))
  })

  it('asks for a number where there is none, and again where it is a landline', async () => {
    await setRule(stack, 'visitor', { required: true, factors: ['sms'] })
    const person = await addAccount(stack, { user_type: 'visitor' })
    const { visitor, seen } = await signIn(person)
    expectPage(seen, 'Give us your mobile number')
    expect(readable((await visitor.act('phone', { phone: '' })).html)).toContain('Enter your mobile number')
    const landline = await visitor.act('phone', { phone: '020 123 4567', country: 'NL' })
    expect(readable(landline.html)).toContain('020 123 4567 looks like a landline')
    expect(landline.html).toContain('value="020 123 4567"')
    const phone = freshPhone()
    expectPage(await visitor.act('phone', { phone, country: 'NL' }), 'Check your phone')
    expectIn(await visitor.act('answer', { code: await stack.phones.codeOf(phone) }))
  })

  it('offers the number that waits, and to leave it for later', async () => {
    const person = await makePerson(stack)
    const phone = freshPhone()
    await stack.call('POST', '/v1/me/phone', { phone }, { token: person.token })
    await stack.phones.codeOf(phone)
    const { visitor } = await signIn(person)
    const waiting = await visitor.act('answer', { code: await stack.phones.codeOf(person.phone) })
    expectPage(waiting, 'Give us your mobile number')
    expect(readable(waiting.html)).toContain('Do this later')
    expectIn(await visitor.act('skip'))
  })
})

describe('when the usual way is gone', () => {
  it('takes a recovery code', async () => {
    const person = await addAccount(stack)
    const token = await enter(stack, person)
    await switchAppOn(stack, token)
    const codes = (await stack.call('POST', '/v1/me/recovery-codes', undefined, { token })).body[
      'codes'
    ] as string[]
    const { visitor } = await signIn(person)
    expectPage(await visitor.act('factor', { factor: 'recovery_code' }), 'Enter a recovery code')
    expectIn(await visitor.act('answer', { code: codes[0]!.toUpperCase() }))
  })

  it('takes the code that support gave', async () => {
    const person = await makePerson(stack)
    const given = await stack.call('POST', `/v1/support/accounts/${person.accountId}/bypass`, {
      ...{ reason: 'Lost the phone', identity_checks: [{ kind: 'date_of_birth', passed: true }] },
    })
    expect(given.status).toBe(201)
    const { visitor, seen } = await signIn(person)
    expectPage(seen, 'Enter the code from our support team')
    expectPage(
      await visitor.act('answer', { code: 'AAAA-AAAA' }),
      'Enter the code from our support team',
      422,
    )
    const inside = await visitor.act('answer', { code: given.body.code })
    expect(inside.path).toMatch(/^\/portal\//)
    expect(inside.trail).toContain('/portal/profile')
  })

  it('pauses after ten wrong codes, says until when, and gives a help code', async () => {
    const person = await addAccount(stack)
    await switchAppOn(stack, await enter(stack, person))
    let seen: Seen | null = null
    for (let round = 0; round < 2; round++) {
      const { visitor } = await signIn(person)
      for (let count = 0; count < 5; count++) seen = await visitor.act('answer', { code: '000000' })
    }
    expect(readable(seen!.html)).toMatch(/You cannot sign in until \d\d:\d\d UTC/)
    const { seen: again } = await signIn(person)
    expect(again.status).toBe(200)
    expect(readable(again.html)).toMatch(/read out this help code: [A-Z0-9-]{8,12}/)
  })
})

describe('the session', () => {
  it('is a cookie that scripts cannot read, and ends at sign-out, with what the browser kept', async () => {
    const person = await addAccount(stack)
    const { visitor, seen } = await signIn(person)
    expectIn(seen)
    const token = visitor.cookies.get('keypad_session')!
    expect(token).toMatch(/^kp_ses_/)
    const form_token = /name="form_token" value="([\w-]+)"/.exec(seen.html)![1]!
    const out = await visitor.request('/portal/sign-out', { form_token })
    expect(out.headers.get('clear-site-data')).toBe('"cache"')
    expect(out.headers.get('location')).toBe('/portal/sign-in?said=signed_out')
    expect(visitor.cookies.has('keypad_session')).toBe(false)
    expect((await stack.call('GET', '/v1/me', undefined, { token })).status).toBe(401)
    expect((await visitor.get('/profile')).path).toBe('/portal/sign-in')
  })

  it('that ended elsewhere leads to the sign-in page', async () => {
    const person = await addAccount(stack)
    const { visitor } = await signIn(person)
    const token = visitor.cookies.get('keypad_session')!
    const me = await stack.call('GET', '/v1/me', undefined, { token })
    const id = (me.body['session'] as { id: string }).id
    await stack.call('DELETE', `/v1/me/sessions/${id}`, undefined, { token })
    expect((await visitor.get('/profile')).path).toBe('/portal/sign-in?said=ended')
  })
})
