import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { addAccount, makePerson } from '#test/harness/people.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { startDesk } from './desk-lab.ts'
import type { DeskLab } from './desk-lab.ts'

let stack: Stack
let lab: DeskLab
beforeAll(async () => {
  stack = await startStack()
  lab = await startDesk(stack)
})
afterAll(async () => {
  await lab?.close()
  await stack?.close()
})

const RULE = { required: 'true', 'way-totp': 'yes', 'way-sms': 'yes', first: 'totp', bypass: 'open' }

describe('rules', () => {
  it('are shown with what they would do before they are saved, and hold from then on', async () => {
    await makePerson(stack)
    const bare = await addAccount(stack, { display_name: 'Bare Foot' })
    const owner = await lab.staff('owner')
    expect((await owner.get('/owner/policies')).text).toContain('patient No rule Change')
    await owner.get('/owner/policies/edit?user_type=patient')
    const what = await owner.send(RULE, 'value="preview"')
    expect(what.text).toContain('This rule is about 2 people.')
    expect(what.text).toContain('Today 0 of them need a second step. With this rule 2 would.')
    expect(what.text).toContain('1 would need one and has none yet')
    expect(what.text).toContain('they set up this at the next sign-in: authenticator app')
    expect(what.html).toContain(`<a href="/support/people/${bare.accountId}">Bare Foot</a>`)
    expect((await stack.call('GET', '/v1/policies')).body['data']).toEqual([])
    const saved = await owner.send({}, 'value="save"')
    expect(saved.text).toContain('The rule is saved.')
    expect(saved.text).toContain('Required: authenticator app or text message. A bypass needs no code.')
    const stored = (await stack.call('GET', '/v1/policies')).body['data']
    expect(stored).toMatchObject([
      { user_type: 'patient', required: true, factors: ['totp', 'sms'], bypass: 'open' },
    ])
  })
  it('are written for a country or a clinic too', async () => {
    const { body: clinic } = await stack.call('POST', '/v1/organizations', {
      name: 'Canal Street',
      country: 'NL',
    })
    const owner = await lab.staff('owner')
    await owner.get('/owner/policies')
    const country = await owner.send({ user_type: 'doctor', place: 'NL' }, 'name="place"')
    expect(country.text).toContain('Rule for doctor: Clinics in Netherlands')
    await owner.send(RULE, 'value="preview"')
    await owner.send({}, 'value="save"')
    const ofClinic = await owner.send({ user_type: 'doctor', place: clinic.id }, 'name="place"')
    expect(ofClinic.text).toContain('Rule for doctor: Canal Street')
    await owner.send({ ...RULE, required: 'false' }, 'value="preview"')
    const saved = await owner.send({}, 'value="save"')
    expect(saved.text).toMatch(/Clinics in Netherlands Required: .* Canal Street Not required\./)
  })
  it('of an admin keep what is required, and Keypad refuses a forged form', async () => {
    const admin = await lab.staff('admin')
    const form = await admin.get('/owner/policies/edit?user_type=manager')
    expect(form.text).toContain('Only an owner can change this.')
    expect(form.html).not.toContain('name="required"')
    const what = await admin.send(RULE, 'value="preview"')
    expect(what.text).toContain('With this rule 0 would.')
    expect((await admin.send({}, 'value="save"')).text).toContain('The rule is saved.')
    const { status } = await stack.call('GET', '/v1/policies')
    expect(status).toBe(200)
  })
  it('need at least one way, and a place that exists', async () => {
    const owner = await lab.staff('owner')
    await owner.get('/owner/policies/edit?user_type=employee')
    const none = await owner.send({ required: 'true' }, 'value="preview"')
    expect([none.status, none.text.includes('Tick at least one way')]).toEqual([422, true])
    for (const place of ['', '?user_type=A B', '?user_type=patient&country=x'])
      expect((await owner.get(`/owner/policies/edit${place}`)).status).toBe(404)
  })
})

it('one person can be set apart, and the page says which rule holds and why', async () => {
  const { accountId } = await addAccount(stack, { display_name: 'Ex Empt' })
  const admin = await lab.staff('admin')
  await admin.get('/owner/people')
  const saved = await admin.send({ [`${accountId}-override`]: 'exempt' }, `value="${accountId}"`)
  expect(saved.text).toContain('Saved.')
  expect(saved.text).toContain('because the account itself is set to "exempt"'.replaceAll('"', '&quot;'))
  const { body } = await stack.call('GET', `/v1/accounts/${accountId}`)
  expect(body['factor_override']).toBe('exempt')
})

describe('deliveries', () => {
  it('are a picture with a table of the same numbers', async () => {
    const [good, off] = [freshPhone(), freshPhone()]
    await stack.phones.setFate(off, 'switched_off')
    for (const to of [good, off]) await stack.call('POST', '/v1/verifications', { to, channel: 'sms' })
    const owner = await lab.staff('owner')
    const page = await until('one failed', async () => {
      const shown = await owner.get('/owner/deliveries')
      return shown.text.includes('Why they failed') && shown
    })
    expect(page.text).toMatch(/The phone is off or has no signal\. ?Text ?1/)
    expect(page.html).toMatch(/<svg class="days"[^>]*role="img" aria-label="Bars/)
    expect(page.html).toMatch(/<rect\s+class="failed"/)
    expect(page.text).toMatch(/Until the phone had them ?[\d.]+ s ?[\d.]+ s ?\d/)
    expect(page.html).not.toMatch(/style=|<style/)
  })
  it('of too many days are refused in words', async () => {
    const owner = await lab.staff('owner')
    const page = await owner.get('/owner/deliveries?from=2026-01-01&to=2026-03-01')
    expect([page.status, page.text.includes('Choose at most 31 days')]).toEqual([422, true])
    expect((await owner.get('/owner/deliveries?from=2020-01-01&to=2020-01-02')).text).toContain(
      'No codes were asked for',
    )
  })
})
