import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDocs } from './docs-lab.ts'
import type { DocsLab } from './docs-lab.ts'

const CHROMIUM = '/usr/bin/chromium'
const isMissing = !existsSync(CHROMIUM)
const PAGES = ['/', '/docs', '/docs/problems', '/docs/problems/verification_locked']
const VIEWS = [320, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
)

it.runIf(process.env['CI'] === 'true')('a browser is there', () => {
  expect(isMissing, `${CHROMIUM} is missing: apt-get install chromium`).toBe(false)
})

describe.skipIf(isMissing)(`in ${CHROMIUM}${isMissing ? ', which is missing here' : ''}`, () => {
  let lab: DocsLab
  let browser: Browser
  let axe: string
  beforeAll(async () => {
    lab = await startDocs()
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.close()
  })

  const open = async (path: string, view: { width: number; scheme: 'light' | 'dark' }) => {
    const size = { width: view.width, height: 800 }
    const page = await browser.newPage({ viewport: size, colorScheme: view.scheme, bypassCSP: true })
    const refused: string[] = []
    page.on('requestfailed', (request) => refused.push(request.url()))
    await page.goto(lab.base + path)
    return { page, refused }
  }

  describe.each(VIEWS)('$width px wide, $scheme', (view) => {
    it.each(PAGES)('%s has no violation that axe knows, and never scrolls sideways', async (path) => {
      const { page, refused } = await open(path, view)
      await page.evaluate(axe)
      const found = (await page.evaluate('axe.run()')) as { violations: { id: string; nodes: unknown[] }[] }
      expect(found.violations.map(({ id, nodes }) => `${id} ×${nodes.length}`)).toEqual([])
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect(overflow).toBeLessThanOrEqual(0)
      expect(refused).toEqual([])
      await page.close()
    })
  })

  it('axe would say so if a page lost its language', async () => {
    const { page } = await open('/docs', { width: 1280, scheme: 'light' })
    await page.evaluate(`document.documentElement.lang = ''`)
    await page.evaluate(axe)
    const found = (await page.evaluate('axe.run()')) as { violations: { id: string }[] }
    expect(found.violations.map(({ id }) => id)).toContain('html-has-lang')
    await page.close()
  })
  it('the keyboard reaches the content first, then what scrolls', async () => {
    const { page } = await open('/docs', { width: 1280, scheme: 'light' })
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.className')).toBe('skip')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('content')
    await page.close()
  })
})
