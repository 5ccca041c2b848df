/**
 * The pages in a real browser: registration and a login, with JavaScript and without, narrow, in English and Arabic.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerPhone, pressAndListen } from '#test/harness/answer-phone.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { addAccount, makePerson, PASSWORD, setRule } from '#test/harness/people.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { startPortal } from './lab.ts'
import type { PortalLab } from './lab.ts'

const executablePath = '/usr/bin/chromium'
const isMissing = !existsSync(executablePath)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Where pictures of the pages go, for whoever wants to look at them. Nothing is taken without it. */
const SHOTS = process.env['KEYPAD_SHOTS']

it.runIf(process.env['CI'] === 'true')('a browser is there', () => {
  expect(isMissing, `${executablePath} is missing: apt-get install chromium`).toBe(false)
})

type Violation = { id: string; nodes: { html: string }[] }

/** What axe objects to, and whether the page can be scrolled sideways. */
async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = (await page.evaluate('axe.run()')) as { violations: Violation[] }
  const overflow = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))
  const faults = found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  return overflow > 0 ? [...faults, `${overflow} px wider than the window`] : faults
}

const DOCTORS = {
  required: true,
  factors: ['sms', 'call', 'totp'],
  ask_factor: true,
  default_call_mode: 'match_digits',
}

/** Views of the acceptance list that differ in more than one way from each other. */
const VIEWS = [
  { name: 'en, 320 px, light', locale: 'en-GB', width: 320, colorScheme: 'light', javaScript: true },
  { name: 'en, 1280 px, dark', locale: 'en-GB', width: 1_280, colorScheme: 'dark', javaScript: true },
  {
    name: 'ar, 320 px, dark, forced colours',
    locale: 'ar',
    width: 320,
    colorScheme: 'dark',
    javaScript: true,
  },
  { name: 'ar, 1280 px, light', locale: 'ar', width: 1_280, colorScheme: 'light', javaScript: true },
  {
    name: 'nl, 320 px, without JavaScript',
    locale: 'nl-NL',
    width: 320,
    colorScheme: 'light',
    javaScript: false,
  },
] as const
type View = (typeof VIEWS)[number]

describe.skipIf(isMissing)(`in ${executablePath}${isMissing ? ', which is missing here' : ''}`, () => {
  let stack: Stack
  let lab: PortalLab
  let browser: Browser
  beforeAll(async () => {
    if (SHOTS) mkdirSync(SHOTS, { recursive: true })
    // Slow enough for somebody to answer a call.
    stack = await startStack({ speed: 5 })
    await setRule(stack, 'doctor', DOCTORS)
    await setRule(stack, 'nurse', { required: true, factors: ['totp'] })
    lab = await startPortal(stack)
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.close()
    await stack?.close()
  })

  const open = async (view: View) => {
    const options: BrowserContextOptions = {
      ...{
        locale: view.locale,
        colorScheme: view.colorScheme,
        reducedMotion: 'reduce',
        timezoneId: 'Europe/London',
      },
      ...{
        viewport: { width: view.width, height: 800 },
        javaScriptEnabled: view.javaScript,
        bypassCSP: true,
      },
      forcedColors: view.name.includes('forced') ? 'active' : 'none',
    }
    const context = await browser.newContext(options)
    const page = await context.newPage()
    const problems: string[] = []
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(lab.base) && !request.url().startsWith('data:'))
        problems.push(request.url())
    })
    return { page, problems }
  }

  const lookAt = async (page: Page, view: View, name: string) => {
    const shot = `${SHOTS}/${view.name.replaceAll(/[ ,]+/g, '-')}-${name}.png`
    if (SHOTS) await page.screenshot({ path: shot, fullPage: true })
    if (view.javaScript) expect([name, ...(await findFaults(page))]).toEqual([name])
    else expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(view.width)
  }

  describe.each(VIEWS)('$name', (view) => {
    const username = `person-${view.name.replaceAll(/\W/g, '')}`
    const phone = freshPhone()

    it('registers, with a mistake on the way', async () => {
      const { page, problems } = await open(view)
      await page.goto(`${lab.base}/portal/register`)
      await lookAt(page, view, 'register')
      await page.locator('#username').fill(username)
      await page.locator('#password').fill(PASSWORD)
      await page.locator('#phone').fill('020 123 4567')
      await page.locator('button.main').click()
      await page.locator('.faults').waitFor()
      expect(await page.evaluate('document.activeElement.className')).toBe('faults')
      expect(await page.locator('#phone').inputValue()).toBe('020 123 4567')
      await lookAt(page, view, 'register-error')
      await page.locator('#password').fill(PASSWORD)
      await page.locator('#phone').fill(phone)
      await page.locator('button.main').click()
      await page.locator('#channel').waitFor()
      await lookAt(page, view, 'send')
      await page.locator('button.main').click()
      await page.locator('#code').waitFor()
      await lookAt(page, view, 'code')
      const code = await stack.phones.codeOf(phone)
      await page.locator('#code').fill(`${code.slice(0, 3)} ${code.slice(3)}`)
      await page.locator('button.main').click()
      await page.waitForURL('**/portal/profile')
      await lookAt(page, view, 'profile')
      expect(problems.filter((text) => !text.includes('422'))).toEqual([])
      await page.context().close()
    })

    it('signs in with the keyboard alone, and out', async () => {
      await stack.phones.forget()
      const { page } = await open(view)
      await page.goto(`${lab.base}/portal/sign-in`)
      await lookAt(page, view, 'sign-in')
      await page.locator('#username').focus()
      await page.keyboard.type(username)
      await page.keyboard.press('Tab')
      await page.keyboard.type(PASSWORD)
      await page.keyboard.press('Enter')
      await page.locator('#code').waitFor()
      await page.goto(`${lab.base}/portal/sign-in/help`)
      await lookAt(page, view, 'missed')
      await page.goto(`${lab.base}/portal/sign-in/step`)
      const code = await stack.phones.codeOf(phone)
      await page.locator('#code').focus()
      await page.keyboard.type(code)
      await page.keyboard.press('Enter')
      await page.waitForURL('**/portal/profile')
      await page.locator('.out button').click()
      await page.locator('.notice').waitFor()
      await page.goBack()
      await page.locator('#username').waitFor()
      expect(new URL(page.url()).pathname).toBe('/portal/sign-in')
      await page.context().close()
    })

    const enter = async (person: { username: string }) => {
      const { page } = await open(view)
      await page.goto(`${lab.base}/portal/sign-in`)
      await page.locator('#username').fill(person.username)
      await page.locator('#password').fill(PASSWORD)
      await page.locator('button.main').click()
      return page
    }

    it('chooses a call, matches its digits, and goes on: by itself, or by the button without a script', async () => {
      const doctor = await makePerson(stack, { user_type: 'doctor' })
      const page = await enter(doctor)
      await page.locator('#factor').waitFor()
      await lookAt(page, view, 'factors')
      await page.locator('input[value="call"]').check()
      await page.locator('button.main').click()
      await page.locator('.digits').waitFor()
      await lookAt(page, view, 'call')
      const digits = (await page.locator('.digits').textContent())!.replaceAll(/\s/g, '')
      await answerPhone(stack, doctor.phone)
      await pressAndListen(stack, doctor.phone, digits)
      if (!view.javaScript) await page.locator('a.button').click()
      await page.waitForURL('**/portal/profile')
      await page.context().close()
    })

    it('shows an app to set up, and the page for those who are stuck', async () => {
      const setting = await enter(await addAccount(stack, { user_type: 'nurse' }))
      await setting.locator('.qr').waitFor()
      await lookAt(setting, view, 'totp')
      await setting.context().close()
      const page = await enter(await makePerson(stack))
      for (let count = 0; count < 5; count++) {
        await page.locator('#code').fill('000000')
        await Promise.all([page.waitForEvent('load'), page.locator('button.main').click()])
      }
      await page.locator('#help-code').waitFor()
      await lookAt(page, view, 'stuck')
      await page.context().close()
    })

    it('shows the pages for the forgotten password, the lost phone and help', async () => {
      const { page } = await open(view)
      for (const path of ['reset', 'lost-phone', 'help', 'nowhere']) {
        await page.goto(`${lab.base}/portal/${path}`)
        await lookAt(page, view, path)
      }
      await page.locator('.languages summary').click()
      await lookAt(page, view, 'menu')
      await page.context().close()
    })
  })
})
