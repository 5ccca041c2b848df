import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readId } from '#core/ids.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { addAccount, makePerson } from '#test/harness/people.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { actsOf, startDesk } from './desk-lab.ts'
import type { DeskLab, Staff } from './desk-lab.ts'

let stack: Stack
let lab: DeskLab
beforeAll(async () => {
  stack = await startStack()
  lab = await startDesk(stack)
  await stack.call('PUT', '/v1/policies/patient', {
    factors: ['sms', 'totp'],
    reset_approval: 'second_person',
  })
})
afterAll(async () => {
  await lab?.close()
  await stack?.close()
})

const PAGES = ['/support', '/support/approvals', '/support/audit', '/support/me', '/support/words']
const OWNER_PAGES = ['/owner/policies', '/owner/people', '/owner/deliveries']
const statusesOf = (staff: Staff, paths: string[]) =>
  Promise.all(paths.map(async (path) => (await staff.request(path)).status))

describe('who may open the pages', () => {
  it('is nobody who is not signed in, and nobody who is no staff', async () => {
    const away = await fetch(`${lab.base}/support/people/acc_x`, { redirect: 'manual' })
    expect([away.status, away.headers.get('location')]).toEqual([303, '/portal/sign-in'])
    const patient = await lab.staff(null)
    expect(new Set(await statusesOf(patient, [...PAGES, ...OWNER_PAGES]))).toEqual(new Set([403]))
  })
  it('follows the role', async () => {
    const seen = async (role: string) => statusesOf(await lab.staff(role), [...PAGES, ...OWNER_PAGES])
    expect(await seen('viewer')).toEqual([200, 200, 403, 200, 200, 403, 403, 403])
    expect(await seen('auditor')).toEqual([200, 200, 200, 200, 200, 403, 403, 403])
    expect(await seen('admin')).toEqual(Array(8).fill(200))
    expect(await seen('owner')).toEqual(Array(8).fill(200))
  })
  it('decides which acts are offered; the others say whom to ask', async () => {
    const { accountId } = await makePerson(stack)
    const offered = async (role: string) =>
      actsOf(await (await lab.staff(role)).get(`/support/people/${accountId}`))
    expect(await offered('viewer')).toEqual([])
    expect(await offered('agent')).toEqual(['test', 'number'])
    expect(await offered('lead')).toEqual(['test', 'phone', 'bypass', 'reset', 'password', 'number'])
    const viewer = await (await lab.staff('viewer')).get(`/support/people/${accountId}`)
    expect(viewer.text).toContain('Your role cannot do this. Ask a lead.')
  })
  it('never helps oneself, and a forged form is refused by Keypad itself', async () => {
    const lead = await lab.staff('lead')
    const own = await lead.get(`/support/people/${lead.accountId}`)
    expect(actsOf(own)).toEqual([])
    const agent = await lab.staff('agent')
    const patient = await makePerson(stack)
    await agent.get(`/support/people/${patient.accountId}`)
    const bypass = { act: 'bypass', 'bypass-reason': 'x', 'bypass-address': 'passed' }
    const forged = await agent.send(bypass, 'name="act" value="test"')
    expect([forged.status, forged.text.includes('Your role may not do this')]).toEqual([422, true])
  })
  it('is not shown people of another tenant', async () => {
    const other = await stack.addTenant()
    const { body } = await stack.call(
      'POST',
      '/v1/accounts',
      { username: 'elsewhere', display_name: 'Else Where', user_type: 'patient' },
      { token: other.secretKey },
    )
    const lead = await lab.staff('lead')
    for (const id of [body.id, 'acc_x', 'x'])
      expect((await lead.get(`/support/people/${id}`)).status).toBe(404)
  })
})

describe('forms', () => {
  it('of other sites are refused', async () => {
    const lead = await lab.staff('lead')
    const { accountId } = await makePerson(stack)
    const response = await lead.request(`/support/people/${accountId}`, { act: 'test', 'test-reason': 'x' })
    expect(response.status).toBe(403)
  })
  it('say what is missing, keep what was typed, and do nothing', async () => {
    const lead = await lab.staff('lead')
    const { accountId } = await makePerson(stack)
    await lead.get(`/support/people/${accountId}`)
    const page = await lead.act('bypass', { 'bypass-reason': '' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Check who is calling, and tick what was right')
    expect(page.html).toMatch(/<details class="act" open>\s*<summary>One-time bypass/)
    const landline = await lead.act('phone', { phone: '020 123 4567', country: 'NL' })
    expect(landline.text).toContain('This is a landline. Enter a mobile number')
    expect(landline.html).toContain('value="020 123 4567"')
    const { body } = await stack.call('GET', `/v1/support/accounts/${accountId}`)
    expect(body.account).toMatchObject({ phone: { pending_masked: null } })
  })
  it('sent twice are one act', async () => {
    const lead = await lab.staff('lead')
    const { accountId } = await makePerson(stack)
    const page = await lead.get(`/support/people/${accountId}`)
    const form = [...page.html.matchAll(/<form\b.*?<\/form>/gs)]
      .map(([text]) => text)
      .find((text) => text.includes('value="bypass"'))!
    const hidden = Object.fromEntries(
      [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, n, v]) => [n!, v!]),
    )
    const typed = { ...hidden, 'bypass-reason': 'Lost the phone', 'bypass-address': 'passed' }
    const codes = await Promise.all(
      [1, 2].map(async () => {
        const html = await (await lead.request(`/support/people/${accountId}`, typed)).text()
        return /id="code"[^>]*>([^<]+)</.exec(html)?.[1]
      }),
    )
    expect(new Set(codes.filter((code) => code !== undefined)).size).toBe(1)
    const rows = await stack.database.query('select id from bypasses where account_id = $1', [
      readId('acc', accountId),
    ])
    expect(rows).toHaveLength(1)
  })
})

describe('the search', () => {
  it('tells what one can search for, and that nobody was found', async () => {
    const staff = await lab.staff('viewer')
    expect((await staff.get('/support')).text).toContain('What you can search for Help code')
    expect((await staff.send({ q: 'nobody at all' }, 'name="q"')).text).toContain('Nobody was found.')
    expect((await staff.send({ q: ' ' }, 'name="q"')).status).toBe(422)
  })
  it('lists several people of one phone, and never puts the phone into an address', async () => {
    const phone = freshPhone()
    await makePerson(stack, { phone })
    await makePerson(stack, { phone })
    const staff = await lab.staff('viewer')
    await staff.get('/support')
    const page = await staff.send({ q: phone }, 'name="q"')
    expect(page.text).toContain('2 people found')
    expect(page.trail).toEqual(['/support'])
    expect(page.html.match(/\/support\/people\/acc_/g)).toHaveLength(2)
  })
})

describe('what is shown once', () => {
  it('is a number in full, with the reason kept', async () => {
    const staff = await lab.staff('agent')
    const patient = await makePerson(stack)
    const page = await staff.get(`/support/people/${patient.accountId}`)
    expect(page.html).not.toContain(patient.phone.slice(3))
    const shown = await staff.act('number', { 'number-reason': 'Called back' })
    expect(shown.html).toContain(patient.phone)
    const { body } = await stack.call('GET', `/v1/support/accounts/${patient.accountId}/timeline`)
    expect(body['data']).toContainEqual(expect.objectContaining({ kind: 'number_shown' }))
  })
  it('is a link for a new password', async () => {
    const staff = await lab.staff('lead')
    const { accountId } = await makePerson(stack)
    await staff.get(`/support/people/${accountId}`)
    const shown = await staff.act('password')
    expect(shown.html).toMatch(/<code id="link"[^>]*>http[^<]+\/portal\/reset\?token=/)
    expect(shown.headers.get('cache-control')).toBe('no-store')
  })
  it('is a bypass code with words to say it by, in Dutch too', async () => {
    const staff = await lab.staff('lead', 'nl')
    const { accountId } = await makePerson(stack)
    const page = await staff.get(`/support/people/${accountId}`)
    expect(page.html).toContain('<html lang="nl-NL"')
    expect(page.text).toContain('Zeg tegen de patiënt')
    const shown = await staff.act('bypass', { 'bypass-call_back': 'passed' })
    expect(shown.text).toMatch(/[A-Z] van [A-Z][a-z]+/)
  })
})

describe('approvals', () => {
  it('are decided by somebody else, with a reason, once', async () => {
    const patient = await makePerson(stack)
    const lead = await lab.staff('lead')
    await lead.get(`/support/people/${patient.accountId}`)
    const asked = await lead.act('reset', { factor: 'sms', 'reset-appointment': 'passed' })
    expect(asked.text).toContain('The reset waits for a second person to approve it.')
    const own = await lead.get('/support/approvals')
    expect(own.text).toContain('This is your own request. Somebody else decides.')
    expect(own.html).not.toContain('value="approve"')
    const approver = await lab.staff('approver')
    const queue = await approver.get('/support/approvals')
    expect(queue.text).toContain('The patient called the desk')
    expect(queue.text).toContain('Last or next appointment')
    const id = /name="id" value="(rst_\w+)"/.exec(queue.html)![1]!
    expect((await approver.send({ decision: 'approve' }, id)).status).toBe(422)
    const done = await approver.send({ decision: 'approve', [`${id}-reason`]: 'Called back' }, id)
    expect(done.text).toContain('Approved. The patient sets up a new way')
    expect(done.text).toContain('Nothing waits for a decision.')
    const { body } = await stack.call('GET', `/v1/support/accounts/${patient.accountId}`)
    expect(body['factors']).toMatchObject({ phone: { current_masked: null } })
  })
})

describe('the trail', () => {
  it('is filtered, exported, and its chain verified', async () => {
    const auditor = await lab.staff('auditor')
    const agent = await lab.staff('agent')
    const patient = await makePerson(stack)
    await agent.get(`/support/people/${patient.accountId}`)
    await agent.act('number', { 'number-reason': 'A very special reason' })
    const path = `/support/audit?kind=number_shown&actor=${agent.accountId}`
    const page = await until('the act is in the trail', async () => {
      const shown = await auditor.get(path)
      return shown.text.includes('A very special reason') && shown
    })
    expect(page.html).toContain(`<a href="/support/people/${patient.accountId}">`)
    const verdict = await auditor.send({}, 'Verify chain')
    expect(verdict.text).toMatch(/[\d,]+ entries, unbroken\./)
    const exported = await auditor.request(path.replace('audit?', 'audit/export?'))
    expect(exported.headers.get('content-disposition')).toMatch(
      /^attachment; filename="?audit-[\d-]+\.ndjson/,
    )
    const lines = (await exported.text()).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).kind)).toEqual(['number_shown'])
    const own = await agent.get('/support/me')
    expect(own.text).toContain('Showed a number in full')
    expect(own.text).toContain('A very special reason')
  })
})

describe('the timeline', () => {
  it('follows by itself only when asked to, stops, and gives text for a ticket', async () => {
    const staff = await lab.staff('viewer')
    const patient = await makePerson(stack, { username: 'tick-et' })
    const path = `/support/people/${patient.accountId}/timeline`
    expect((await staff.get(path)).headers.get('refresh')).toBeNull()
    const live = await staff.get(`${path}?live=3`)
    expect(live.headers.get('refresh')).toBe(`5; url=${path}?live=2`)
    const ticket = /<pre id="ticket"[^>]*>(.*?)<\/pre>/s.exec(live.html)![1]!
    expect(ticket).toContain('[approved')
    expect(ticket).not.toMatch(/tick-et|\+31|•/)
  })
})

describe('the language', () => {
  it('is changed where one is, and keeps what the page shows', async () => {
    const admin = await lab.staff('admin')
    const page = await admin.get('/owner/policies/edit?user_type=doctor&country=NL')
    const link = /class="turn"\s+href="([^"]+)"/.exec(page.html)![1]!.replaceAll('&amp;', '&')
    const turned = await admin.get(link)
    expect(turned.trail.at(-1)).toBe('/owner/policies/edit?user_type=doctor&country=NL')
    expect(turned.text).toContain('Regel voor doctor: Praktijken in Nederland')
    expect((await admin.get('/support?lang=en-GB')).trail).toEqual(['/support?lang=en-GB', '/support'])
  })
  it('is English, whole, for whoever reads neither English nor Dutch', async () => {
    const staff = await lab.staff('lead', 'ar')
    const page = await staff.get('/support')
    expect(page.html).toContain('<html lang="en-GB" dir="ltr">')
    expect(page.html).not.toMatch(/lang="ar"|[\u0600-\u06ff]/)
  })
})

it('staff who must set up a factor first are led there', async () => {
  const lead = await addAccount(stack, { display_name: 'Sam Lead', user_type: 'enrolling', role: 'lead' })
  await stack.call('PUT', '/v1/policies/enrolling', { required: true, factors: ['totp'], bypass: 'open' })
  const admin = await lab.staff('admin')
  await admin.get(`/support/people/${lead.accountId}`)
  expect((await admin.act('bypass', { 'bypass-address': 'passed' })).text).toContain('No code is needed.')
  const visitor = await lab.signIn(lead.username)
  const sent = await visitor.request('/support')
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/portal/ways-in'])
})

it('another profile of staff is no way around', async () => {
  const lead = await lab.staff('lead')
  const { accountId } = await addAccount(stack, { username: lead.username, display_name: 'Second Profile' })
  await lead.get(`/support/people/${accountId}`)
  const refused = await lead.act('bypass', { 'bypass-address': 'passed' })
  expect(refused.text).toContain('This is your own account. Ask a colleague.')
})
