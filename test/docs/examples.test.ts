/**
 * Every page that begins its examples with docs/examples.sh is run as a reader would: its `sh` blocks in order, in one
 * shell, against `npm start`. A line `# → …` tells what the command above it printed.
 */
import { execFile } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeHome, startHere } from '#test/start/all-in-one.ts'
import type { Home } from '#test/start/all-in-one.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PROLOGUE = '. docs/examples.sh'
const run = promisify(execFile)
const read = (page: string): string => readFileSync(join(ROOT, page), 'utf8')
const pages = globSync('docs/*.md', { cwd: ROOT }).filter((page) => read(page).includes(PROLOGUE))

/** The page's commands, a mark after each that a line `# → …` follows, and those lines. */
function readExamples(page: string): { script: string; told: string[] } {
  const told: string[] = []
  const blocks = [...read(page).matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block)
  const script = blocks.join('').replaceAll(/^# → (.*)$/gm, (_line, text: string) => {
    told.push(text)
    return String.raw`printf '\n\036\n'`
  })
  return { script, told }
}

/** What was printed before each mark. */
async function runExamples(home: Home, page: string): Promise<string[]> {
  const { script } = readExamples(page)
  const env = { ...process.env, KEYPAD: home.url, KEYPAD_DATA_DIR: home.dataDir }
  const { stdout } = await run('bash', ['-euc', script], { cwd: ROOT, env, timeout: 90_000 })
  return stdout.split('\u001e').slice(0, -1).map(lastLine)
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}

/** A status and, where there is one, the answer as JSON. */
function parse(line: string): { status: string; answer?: unknown } {
  const [, status = line, json = ''] = /^(\d{3})(?: (.*))?$/.exec(line) ?? []
  return json === '' ? { status } : { status, answer: JSON.parse(json) }
}

/** Lists where an answer is not as a page tells; `…` in a text stands for anything. */
function listGaps(told: unknown, printed: unknown, at = ''): string[] {
  if (typeof told === 'object' && told !== null) {
    const fields = (printed ?? {}) as Record<string, unknown>
    const tooMany = Array.isArray(told) && told.length !== (printed as unknown[] | null)?.length
    const inner = Object.entries(told).flatMap(([name, value]) =>
      listGaps(value, fields[name], `${at}/${name}`),
    )
    return tooMany ? [...inner, `${at} has another length`] : inner
  }
  const isSame = typeof told === 'string' ? asPattern(told).test(String(printed)) : told === printed
  return isSame ? [] : [`${at} is ${JSON.stringify(printed)}, not ${JSON.stringify(told)}`]
}

function asPattern(text: string): RegExp {
  const parts = text.split('…').map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.*')}$`, 's')
}

describe('the examples', () => {
  let home: Home
  let child: { stop(): Promise<unknown> }
  beforeAll(async () => {
    home = await makeHome()
    child = await startHere(home)
  }, 90_000)
  afterAll(async () => {
    await child?.stop()
    home?.remove()
  })

  it('are on the pages about people', () => {
    const about = ['change-a-number', 'factors', 'log-people-in', 'policies'].map((name) => `docs/${name}.md`)
    expect(pages).toEqual(expect.arrayContaining(about))
  })

  it.each(pages)('of %s print what the page says', { timeout: 120_000 }, async (page) => {
    const { told } = readExamples(page)
    const printed = await runExamples(home, page)
    expect(printed.length).toBe(told.length)
    expect(told.length).toBeGreaterThan(3)
    told.forEach((line, at) => {
      const [asTold, asPrinted] = [parse(line), parse(printed[at] ?? '')]
      expect(listGaps(asTold, asPrinted), line).toEqual([])
    })
  })

  it('would be found out if they were wrong', () => {
    const printed = { status: '200', answer: { next: { action: 'done', factors: ['sms', 'pin'] } } }
    expect(listGaps({ status: '200' }, printed)).toEqual([])
    expect(listGaps({ answer: { next: { action: 'd…e' } } }, printed)).toEqual([])
    expect(listGaps({ answer: { next: { action: 'don' } } }, printed)).toHaveLength(1)
    expect(listGaps({ answer: { next: { factors: ['sms'] } } }, printed)).toHaveLength(1)
    expect(listGaps({ answer: { other: null } }, printed)).toHaveLength(1)
  })
})
