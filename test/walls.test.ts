import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const CONFIG = join(ROOT, '.dependency-cruiser.cjs')
const DEPCRUISE = join(ROOT, 'node_modules/.bin/depcruise')

type Report = {
  modules: { source: string }[]
  summary: { violations: { rule: { name: string }; from: string }[] }
}

const planted: string[] = []
afterEach(() => {
  for (const folder of planted.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Walks a tree with the walls of this house. */
function inspect(folder: string): Report {
  const options = ['--config', CONFIG, '--output-type', 'json', '.']
  const { stdout, stderr } = spawnSync(process.execPath, [DEPCRUISE, ...options], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1_024 * 1_024,
  })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as Report
}

/** A tree of these files, with our libraries within reach. Gives the names of the rules it breaks. */
function plant(files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'keypad-walls-'))
  planted.push(folder)
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const all = { 'package.json': '{"type": "module", "imports": {"#*": "./*"}}', ...files }
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return [...new Set(inspect(folder).summary.violations.map(({ rule }) => rule.name))].toSorted()
}

const VALUE = 'export const value = 1\nexport type Value = number\n'
const imports = (from: string) => `import { value } from '${from}'\nexport const copy = value\n`

describe('the walls', () => {
  it('stand: no file of this tree breaks one, and .ts files are seen at all', () => {
    const { modules, summary } = inspect(ROOT)
    expect(summary.violations).toEqual([])
    expect(modules.filter(({ source }) => source.endsWith('.ts')).length).toBeGreaterThan(100)
  })

  it('let a house in order pass', () => {
    const house = {
      'core/phone.ts': `${VALUE}export { z } from 'zod'\nexport { createHmac } from 'node:crypto'\n`,
      'core/countries.ts': `export { getCountries } from 'libphonenumber-js/max'\n`,
      'db/client.ts': imports('#core/phone.ts'),
      'api/main.ts': `${imports('#db/client.ts').replace('value', 'copy as value')}export type { Value } from '#config.ts'\n`,
      'config.ts': VALUE,
    }
    expect(plant(house)).toEqual([])
  })

  it.each([
    ['core-is-pure', 'core/planted.ts', '#db/client.ts', 'db/client.ts'],
    ['core-is-pure', 'core/planted.ts', 'node:fs', 'db/client.ts'],
    ['core-is-pure', 'core/planted.ts', 'pino', 'db/client.ts'],
    ['db-may-import', 'db/planted.ts', '#queue/wake-up.ts', 'queue/wake-up.ts'],
    ['carrier-may-import', 'carrier/planted.ts', '#locales/locale.ts', 'locales/locale.ts'],
    ['api-may-import', 'api/planted.ts', '#worker/run.ts', 'worker/run.ts'],
    ['api-may-import', 'api/planted.ts', '#simulator/mount.ts', 'simulator/mount.ts'],
    ['worker-may-import', 'worker/planted.ts', '#api/run.ts', 'api/run.ts'],
    ['simulator-may-import', 'simulator/planted.ts', '#core/phone.ts', 'core/phone.ts'],
    ['portal-may-import', 'portal/planted.ts', '#db/client.ts', 'db/client.ts'],
    ['client-stands-alone', 'client/planted.ts', '#core/phone.ts', 'core/phone.ts'],
    ['client-stands-alone', 'client/planted.ts', 'zod', 'core/phone.ts'],
    ['client-stands-alone', 'client/planted.ts', 'node:fs', 'core/phone.ts'],
    ['locales-may-import', 'locales/planted.ts', '#test/until.ts', 'test/until.ts'],
    ['settings-are-read-by-main-files', 'worker/planted.ts', '#config.ts', 'config.ts'],
    ['phone-metadata-max-only', 'core/planted.ts', 'libphonenumber-js', 'core/phone.ts'],
    ['phone-metadata-max-only', 'api/planted.ts', 'libphonenumber-js/mobile', 'core/phone.ts'],
    ['drizzle-by-one-door', 'db/planted.ts', 'drizzle-orm', 'core/phone.ts'],
    ['pg-by-one-door', 'worker/planted.ts', 'pg', 'core/phone.ts'],
    ['main-files-are-not-imported', 'test/planted.ts', '#main.ts', 'main.ts'],
    ['not-resolvable', 'api/planted.ts', '#core/nowhere.ts', 'core/phone.ts'],
  ])('%s: %s importing %s is refused', (rule, file, from, neighbour) => {
    expect(plant({ [neighbour]: VALUE, [file]: imports(from) })).toContain(rule)
  })

  it('refuse even a type that is carried through a wall', () => {
    const files = {
      'db/client.ts': VALUE,
      'core/planted.ts': `import type { Value } from '#db/client.ts'\nexport type Copy = Value\n`,
    }
    expect(plant(files)).toContain('core-is-pure')
  })

  it('refuse two files that need each other', () => {
    const files = { 'core/a.ts': imports('./b.ts'), 'core/b.ts': imports('./a.ts') }
    expect(plant(files)).toContain('no-cycles')
  })
})
