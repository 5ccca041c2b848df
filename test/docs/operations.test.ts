import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openMetrics } from '#api/metrics.ts'
import { openWorkerMetrics } from '#worker/metrics.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(`${ROOT}/docs/operations.md`, 'utf8')
const ROOMS = ['api', 'worker', 'process', 'queue', 'db', 'carrier']

/** The first column of the page's tables: names in backticks. */
const named = page.split('\n').flatMap((line) => {
  const [, first = ''] = /^\| ([^|]+) \|/.exec(line) ?? []
  return [...first.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
})

describe('docs/operations.md', () => {
  it('names every metric of ours, and no other', async () => {
    const registries = [openMetrics(() => 0).registry, openWorkerMetrics().registry]
    const metrics = (await Promise.all(registries.map((registry) => registry.getMetricsAsJSON()))).flat()
    const ours = metrics.map(({ name }) => name).filter((name) => name.startsWith('keypad_'))
    expect(named.filter((name) => name.startsWith('keypad_')).toSorted()).toEqual(ours.toSorted())
  })

  it('explains every line that is logged', () => {
    const sources = ROOMS.flatMap((room) =>
      readdirSync(`${ROOT}/${room}`)
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${ROOT}/${room}/${name}`),
    ).map((file) => readFileSync(file, 'utf8'))
    const LINE =
      /\blog(?:\.(?:fatal|error|warn|info)|\[level\])\(\s*(?:\{[^}]*(?:\{[^}]*\}[^}]*)*\},\s*)?'([^']+)'/g
    const lines = sources.flatMap((text) => [...text.matchAll(LINE)].map(([, words = '']) => words))
    const calls = sources.flatMap(
      (text) => text.match(/\blog(?:\.(?:fatal|error|warn|info)|\[level\])\(/g) ?? [],
    )
    expect(lines.length).toBe(calls.length)
    expect(lines.filter((words) => !named.includes(words))).toEqual([])
  })

  it('names every dependency that the readiness probe names', () => {
    const health = readFileSync(`${ROOT}/process/health.ts`, 'utf8')
    for (const name of ['database', 'migrations', 'queue']) {
      expect(health).toMatch(new RegExp(`\\b${name}\\b`))
      expect(page).toContain(`| \`${name}\`: `)
    }
  })
})
