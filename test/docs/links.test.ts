import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const pages = [...globSync('{*.md,deploy/*.md,docs/**/*.md}', { cwd: ROOT })]

/** A heading as GitHub names its anchor. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_\- ]/gu, '')
    .replaceAll(' ', '-')

function anchorsOf(page: string): string[] {
  return [...readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))
}

/** Links of a page to places of this repository that are not there. */
function brokenLinks(page: string): string[] {
  const links = [...readFileSync(join(ROOT, page), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map(
    ([, link = '']) => link,
  )
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#')
      const file = path === '' ? join(ROOT, page) : join(ROOT, dirname(page), path)
      return !existsSync(file) || (anchor !== undefined && !anchorsOf(file).includes(anchor))
    })
}

describe('the pages', () => {
  it('are found', () => {
    expect(pages.length).toBeGreaterThan(10)
    expect(pages).toContain('README.md')
  })

  it.each(pages)('%s links to what is there', (page) => {
    expect(brokenLinks(page)).toEqual([])
  })

  it('hold decisions of less than 60 lines, numbered without gaps', () => {
    const decisions = pages.filter((page) => page.startsWith('docs/decisions/')).toSorted()
    decisions.forEach((page, at) => {
      expect(page).toMatch(new RegExp(`/${String(at + 1).padStart(3, '0')}-`))
      const text = readFileSync(join(ROOT, page), 'utf8')
      expect(text.split('\n').length, page).toBeLessThan(60)
      for (const part of ['## Context', '## Decision', '## Consequences']) expect(text, page).toContain(part)
    })
  })

  it('name only files of this repository where they name a file', () => {
    const ROOMS =
      /`((?:api|carrier|cli|core|db|embedded|locales|process|queue|simulator|worker|test|deploy|\.ci)\/[\w./-]+\.(?:ts|sql|md))`/g
    for (const page of pages) {
      const named = [...readFileSync(join(ROOT, page), 'utf8').matchAll(ROOMS)].map(([, name = '']) => name)
      expect(
        named.filter((name) => !existsSync(join(ROOT, name))),
        page,
      ).toEqual([])
    }
  })
})
