import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { startProfiles } from './profile-lab.ts'
import type { Profiles } from './profile-lab.ts'

const CHROMIUM = '/usr/bin/chromium'
const isMissing = !existsSync(CHROMIUM)
const VIEWS = [320, 1280].flatMap((width) => ['en-GB', 'ar'].map((lang) => ({ width, lang })))

describe.skipIf(isMissing)(`in ${CHROMIUM}${isMissing ? ', which is missing here' : ''}`, () => {
  let lab: Profiles
  let browser: Browser
  let axe: string
  beforeAll(async () => {
    lab = await startProfiles()
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.close()
  })

  /** Somebody with a phone, an app and a PIN, signed in to a browser of this width and language. */
  async function enter({ width, lang }: { width: number; lang: string }) {
    const own = { userType: 'visitor', totp: true, pin: '402917' }
    const { person } = await lab.welcome(own)
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true })
    const keep = (name: string, value: string) => ({ name, value, url: lab.portal.base })
    await context.addCookies([keep('keypad_session', person.token), keep('keypad_lang', lang)])
    return { person, context, page: await context.newPage() }
  }

  async function expectSound(page: Page, name: string): Promise<void> {
    await page.evaluate(axe)
    const found = (await page.evaluate('axe.run()')) as {
      violations: { id: string; nodes: { html: string }[] }[]
    }
    expect(found.violations.map(({ id, nodes }) => [name, id, nodes[0]?.html])).toEqual([])
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect([name, Number(overflow) <= 0]).toEqual([name, true])
  }

  const send = (page: Page) => page.click('main form button.main')
  /** Each page in the state it is in after what was done on it; most twice, as it is opened and with its errors. */
  const PAGES: [name: string, path: string | null, act: (page: Page) => Promise<unknown>][] = [
    ['phone', '/profile/phone', async () => {}],
    ['phone, faulty', null, send],
    [
      'code',
      null,
      async (page) => {
        await page.selectOption('select', 'NL')
        await page.fill('#phone', freshPhone())
        await send(page)
      },
    ],
    ['code, faulty', null, send],
    [
      'profile',
      '/profile',
      (page) =>
        page.locator('main summary').evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click())),
    ],
    ['phone done', '/profile/phone/done', async () => {}],
    ['sessions', '/profile/sessions', async () => {}],
    ['password', '/profile/password', async () => {}],
    ['password, faulty', null, send],
    ['ways in', '/ways-in', async () => {}],
    ['app off', '/ways-in/app/off', async () => {}],
    ['app off, faulty', null, send],
    ['app', '/ways-in/app', async () => {}],
    ['app key', null, send],
    ['app key, faulty', null, send],
    ['pin', '/ways-in/pin', async () => {}],
    ['pin, faulty', null, send],
    ['recovery', '/ways-in/recovery-codes', async () => {}],
    ['recovery codes', null, send],
    ['recovery codes, faulty', null, send],
  ]

  describe.each(VIEWS)('$width px wide, $lang', (view) => {
    let context: BrowserContext
    afterAll(() => context?.close())

    it('no page has a violation that axe knows, or scrolls sideways', async () => {
      const entered = await enter(view)
      const { page, person } = entered
      context = entered.context
      for (const [name, path, act] of PAGES) {
        if (path) await page.goto(`${lab.portal.base}/portal${path}`)
        await act(page)
        await expectSound(page, `${view.width} ${view.lang} ${name}`)
      }
      await lab.makeOld(person.id)
      await page.goto(`${lab.portal.base}/portal/profile/phone`)
      await expectSound(page, `${view.width} ${view.lang} proof`)
    }, 60_000)
  })
})
