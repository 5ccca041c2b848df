import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** Tables of data: what is long there is the list. docs/house.md. */
const TABLES = new Set([
  'db/schema.ts',
  'db/people-schema.ts',
  'core/problem.ts',
  'carrier/twilio-errors.ts',
  'carrier/text-errors.ts',
])
/** Words in one language each. They may be as long as tables, and say nothing about how files are cut. */
const WORDS = /^(portal\/words|locales)\/|^core\/support-(en|nl)-/
const FORBIDDEN = /^(utils?|helpers?|common|managers?|services?|types|index)\.(ts|js)$/

const isTable = (name: string): boolean => TABLES.has(name) || WORDS.test(name)
const NOT_SOURCE = /^(node_modules|test|bench|coverage|reports|dist)$|^\./
const source = globSync('**/*.ts', { cwd: ROOT, exclude: (name) => NOT_SOURCE.test(name) }).map((name) => ({
  name,
  text: readFileSync(`${ROOT}/${name}`, 'utf8'),
}))
const files = source.map(({ name, text }) => ({ name, lines: text.split('\n').length - 1 }))
const sorted = files
  .filter(({ name }) => !WORDS.test(name))
  .map(({ lines }) => lines)
  .toSorted((a, b) => a - b)

describe('the source', () => {
  it('is small files: median 30 to 60 lines, nine in ten under 130', () => {
    expect(files.length).toBeGreaterThan(100)
    const median = sorted[Math.floor(sorted.length / 2)]!
    expect(median).toBeGreaterThanOrEqual(30)
    expect(median).toBeLessThanOrEqual(60)
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThan(130)
  })

  it('has no file over 200 lines, tables of data 300', () => {
    const tooLong = files.filter(({ name, lines }) => lines > (isTable(name) ? 300 : 200))
    expect(tooLong).toEqual([])
  })

  it('has no file whose name says nothing', () => {
    expect(files.filter(({ name }) => FORBIDDEN.test(basename(name)))).toEqual([])
  })

  it('draws nothing from Math.random', () => {
    const guarded = /^(api|worker|core|db|queue|carrier|process|cli|embedded)\//
    const guilty = source.filter(({ name, text }) => guarded.test(name) && /Math\s*\.\s*random/.test(text))
    expect(guilty.map(({ name }) => name)).toEqual([])
  })

  it('reads phone numbers with the full metadata only', () => {
    const bare = /['"]libphonenumber-js(\/(?!max)[^'"]*)?['"]/
    expect(source.filter(({ text }) => bare.test(text)).map(({ name }) => name)).toEqual([])
    expect(source.some(({ text }) => text.includes("'libphonenumber-js/max'"))).toBe(true)
  })
})
