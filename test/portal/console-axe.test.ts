import { existsSync, mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOfApp } from '#test/harness/app-codes.ts'
import { addAccount, makePerson, open, switchAppOn, wrongCode } from '#test/harness/people.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { startDesk } from './desk-lab.ts'
import type { DeskLab, Staff } from './desk-lab.ts'

const CHROMIUM = '/usr/bin/chromium'
const isMissing = !existsSync(CHROMIUM)
/** Where pictures of the pages go, to be looked at; nowhere by default. */
const PICTURES = process.env['KEYPAD_PICTURES']
const VIEWS = (['en-GB', 'nl-NL'] as const).flatMap((language) =>
  (
    [
      [320, 'dark'],
      [1280, 'light'],
    ] as const
  ).map(([width, scheme]) => ({ language, width, scheme })),
)

describe.skipIf(isMissing)(`staff pages in ${CHROMIUM}${isMissing ? ', which is missing here' : ''}`, () => {
  let stack: Stack
  let lab: DeskLab
  let browser: Browser
  let axe: string
  let owner: Staff
  let pages: Record<string, string>
  beforeAll(async () => {
    stack = await startStack()
    lab = await startDesk(stack)
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    owner = await lab.staff('owner')
    pages = await furnish(stack, lab)
    if (PICTURES) mkdirSync(PICTURES, { recursive: true })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await lab?.close()
    await stack?.close()
  })

  const openAs = async (staff: Staff, view: (typeof VIEWS)[number], bypassCSP = true): Promise<Page> => {
    const viewport = { width: view.width, height: 900 }
    const context = await browser.newContext({
      viewport,
      colorScheme: view.scheme,
      bypassCSP,
      locale: view.language,
    })
    const cookies = [...staff.cookies].filter(([name]) => !name.endsWith('lang'))
    await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: lab.base })))
    return context.newPage()
  }
  const judge = async (page: Page, name: string): Promise<void> => {
    await page.evaluate(
      `document.querySelectorAll('details.act, .timeline li:first-child details').forEach((one) => (one.open = true))`,
    )
    await page.evaluate(axe)
    const found = (await page.evaluate('axe.run()')) as {
      violations: { id: string; nodes: { html: string }[] }[]
    }
    expect(
      found.violations.map(({ id, nodes }) => `${name}: ${id} ×${nodes.length} ${nodes[0]?.html}`),
    ).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  }

  describe.each(VIEWS)('$language, $width px wide, $scheme', (view) => {
    it('have no violation that axe knows, and never scroll sideways', async () => {
      const page = await openAs(owner, view)
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(lab.base + path)
        if (PICTURES)
          await page.screenshot({
            path: `${PICTURES}/${name}-${view.language}-${view.width}-${view.scheme}.png`,
            fullPage: true,
          })
        await judge(page, name)
      }
      await page.context().close()
    }, 120_000)
    it('say so when something is missing or shown once, without a violation', async () => {
      // Nobody gives out more than five ways in.
      const page = await openAs(await lab.staff('owner'), view)
      await page.goto(lab.base + pages['locked']!)
      await page.locator('.step button.main').click()
      await page.waitForSelector('.faults')
      await judge(page, 'fault')
      await page.goto(lab.base + pages['person']!)
      await page.locator('details.act:has([value="bypass"]) summary').click()
      await page.fill('#bypass-reason', 'Lost the phone')
      await page.check('#bypass-checks')
      await page.locator('details.act:has([value="bypass"]) button.act').click()
      await page.waitForSelector('#code')
      if (PICTURES)
        await page.screenshot({
          path: `${PICTURES}/bypass-${view.language}-${view.width}-${view.scheme}.png`,
          fullPage: true,
        })
      await judge(page, 'bypass')
      await page.context().close()
    }, 60_000)
  })

  it('are used with keys alone, which can be turned off', async () => {
    const page = await openAs(owner, { language: 'en-GB', width: 1280, scheme: 'light' }, false)
    await page.goto(`${lab.base}/support`)
    await page.keyboard.press('/')
    expect(await page.evaluate('document.activeElement.id')).toBe('q')
    await page.keyboard.type('sam')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('g')
    await page.keyboard.press('a')
    await page.waitForURL('**/support/approvals')
    await page.locator('footer summary').click()
    await page.getByRole('button', { name: 'Turn these keys off' }).click()
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await page.keyboard.press('Tab')
    expect(page.url()).toContain('/support/approvals')
    await page.context().close()
  })
})

/** People in every state that a page has to draw. */
async function furnish(stack: Stack, lab: DeskLab): Promise<Record<string, string>> {
  await stack.call('PUT', '/v1/policies/patient', {
    required: false,
    factors: ['totp', 'sms'],
    reset_approval: 'second_person',
  })
  await stack.call('PUT', '/v1/policies/doctor', {
    required: true,
    factors: ['totp'],
    country: 'NL',
    bypass: 'open',
  })
  const { body: clinic } = await stack.call('POST', '/v1/organizations', {
    name: 'Canal Street Clinic',
    country: 'NL',
  })
  await stack.call('PUT', `/v1/organizations/${clinic.id}/policies/doctor`, {
    required: true,
    factors: ['sms', 'call', 'pin'],
  })
  await addAccount(stack, { display_name: 'Mara Visser', user_type: 'doctor', organization_ids: [clinic.id] })
  const person = await makePerson(stack)
  const locked = await makePerson(stack)
  const secret = await switchAppOn(stack, locked.token)
  for (let round = 0; round < 2; round++) {
    const login = await open(stack, locked)
    if (login.next.action === 'choose_factor') await login.post('factor', { factor: 'totp' })
    for (let at = 0; at < 5; at++) await login.answer(wrongCode(codeOfApp(secret, at)))
  }
  await stack.phones.setFate(person.phone, 'switched_off')
  const lead = await lab.staff('lead')
  await lead.get(`/support/people/${locked.accountId}`)
  await lead.act('reset', { factor: 'totp', 'reset-address': 'passed', 'reset-call_back': 'passed' })
  return {
    search: '/support',
    person: `/support/people/${person.accountId}`,
    locked: `/support/people/${locked.accountId}`,
    timeline: `/support/people/${locked.accountId}/timeline`,
    approvals: '/support/approvals',
    audit: '/support/audit',
    me: '/support/me',
    words: '/support/words',
    policies: '/owner/policies',
    edit: '/owner/policies/edit?user_type=patient',
    people: '/owner/people',
    deliveries: '/owner/deliveries',
    missing: '/support/nowhere',
  }
}
