import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshPhone, from, startLab, until, untilIdle, type Lab } from './lab.ts'

const executablePath = '/usr/bin/chromium'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Axe = {
  run: (root: Document, options: object) => Promise<{ violations: { id: string; help: string }[] }>
}

/** What axe-core objects to on the page as it stands. */
async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate(
    (runOnly) => (globalThis as unknown as { axe: Axe }).axe.run(document, { runOnly }),
    RULES,
  )
  return found.violations.map(({ id, help }) => `${id}: ${help}`)
}

describe.skipIf(!existsSync(executablePath))('the page in a browser', () => {
  let lab: Lab
  let browser: Browser
  beforeAll(async () => {
    lab = await startLab(10)
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
    browser = await chromium.launch({ executablePath, args })
  })
  beforeEach(async () => {
    await lab.control('DELETE', '')
  })
  afterAll(async () => {
    await browser.close()
    await lab.close()
  })

  const open = async (options: Parameters<Browser['newPage']>[0] = {}) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options })
    const problems: string[] = []
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(lab.base) && !request.url().startsWith('data:'))
        problems.push(request.url())
    })
    await page.goto(`${lab.base}/handsets`)
    return { page, problems }
  }
  const twiml = (seconds: number) =>
    `<Response><Gather numDigits="2" timeout="${seconds}" action="${lab.hooks}/keys"><Say>Press the two numbers on your screen</Say></Gather></Response>`

  it('shows a text by itself when it arrives, and breaks no rule of its own policy', async () => {
    const { page, problems } = await open()
    await page.locator('#live.on').waitFor()
    await lab.client.messages.create({ to: freshPhone(), from, body: '418052 is your code' })
    await page.locator('.bubble .code', { hasText: '418052' }).waitFor()
    expect(problems).toEqual([])
    await page.close()
  })

  it('lets a person answer, read the captions and key, by mouse and keyboard, without losing the focus', async () => {
    lab.answers.set('/keys', (form) => ({
      body: `<Response><Say>You pressed ${form['Digits']}</Say></Response>`,
    }))
    const { page, problems } = await open()
    await page.locator('#live.on').waitFor()
    const to = freshPhone()
    await lab.client.calls.create({ to, from, twiml: twiml(600) })
    await page.getByRole('button', { name: 'Answer' }).click()
    await page.locator('.captions', { hasText: 'Press the two numbers' }).waitFor()
    await page.getByText('Waiting for a key').waitFor()
    await page.getByRole('button', { name: '4', exact: true }).focus()
    await page.keyboard.press('4')
    await page.getByText('pressed 4').waitFor()
    expect(await page.evaluate(() => (document.activeElement as HTMLButtonElement).value)).toBe('4')
    await page.keyboard.press('7')
    await untilIdle(lab)
    const [shown] = await (await lab.control('GET', `/handsets/${to}/calls`)).json()
    expect(shown).toMatchObject({
      status: 'completed',
      said: ['Press the two numbers on your screen', 'You pressed 47'],
    })
    expect(problems).toEqual([])
    await page.close()
  })

  it('speaks a call aloud only when asked to, in the language of the call', async () => {
    const { page } = await open()
    await page.locator('#live.on').waitFor()
    await page.evaluate(() => {
      const heard: string[] = []
      Object.assign(window, { heard })
      speechSynthesis.speak = ({ text, lang }) => void heard.push(`${lang}: ${text}`)
    })
    const to = freshPhone()
    const spoken = (words: string) => `<Say language="nl-NL">${words}</Say><Pause length="20"/>`
    await lab.client.calls.create({
      to,
      from,
      twiml: `<Response>${spoken('Hallo')}${spoken('Tot ziens')}</Response>`,
    })
    await page.getByRole('button', { name: 'Answer' }).click()
    await page.locator('.captions [lang="nl-NL"]', { hasText: 'Hallo' }).waitFor()
    await page.getByRole('button', { name: 'Speak calls aloud' }).click()
    await page.locator('.captions', { hasText: 'Tot ziens' }).waitFor()
    await until(
      async () => (await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).length,
    )
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([
      'nl-NL: Tot ziens',
    ])
    await page.close()
  })

  it('changes a fate with one click and leaves the list open', async () => {
    const { page } = await open()
    await page.goto(`${lab.base}/handsets?n=+12025550123`)
    await page.getByText('What happens to this phone').click()
    await page.getByRole('button', { name: 'Presses 9' }).click()
    await until(() => page.getByRole('button', { name: 'Presses 9', pressed: true }).count())
    expect(await page.locator('.fates').getAttribute('open')).not.toBeNull()
    await page.close()
  })

  it.each(['light', 'dark'] as const)(
    'has nothing that axe-core objects to in %s, wide or narrow',
    async (colorScheme) => {
      const { page } = await open({ colorScheme, bypassCSP: true, reducedMotion: 'reduce' })
      expect(await findViolations(page)).toEqual([])
      const [reader, talker, absent] = [freshPhone(), freshPhone(), freshPhone()]
      await lab.client.messages.create({
        to: reader,
        from,
        body: '418052 is your code\n@portal.example.org #418052',
      })
      await lab.control('PUT', `/handsets/${absent}`, { fate: 'switched_off' })
      await lab.client.messages.create({ to: absent, from, body: 'Hi' })
      await lab.client.calls.create({ to: talker, from, twiml: twiml(600) })
      await page.getByRole('button', { name: 'Answer' }).waitFor()
      expect(await findViolations(page)).toEqual([])
      await page.getByRole('button', { name: 'Answer' }).click()
      await page.getByText('Waiting for a key').waitFor()
      await page.locator('.fates summary').first().click()
      await page.locator('.log summary').first().click()
      await page.locator('.numbers summary').click()
      for (const width of [1280, 375, 320]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await findViolations(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      }
      await page.close()
    },
  )

  it('works without any script', async () => {
    const { page } = await open({ javaScriptEnabled: false })
    await page.goto(`${lab.base}/handsets?n=+12025550123`)
    await page.getByText('What happens to this phone').click()
    await page.getByRole('button', { name: 'Busy', exact: true }).click()
    expect(page.url()).toContain('#phone-12025550123')
    expect((await page.locator('.fate').textContent())?.trim()).toBe('Busy')
    await page.close()
  })
})
