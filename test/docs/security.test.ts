import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const page = readFileSync('docs/security.md', 'utf8')
const rows = page.split('\n').filter((line) => /^\| [A-Z]{3}-\d/.test(line))

describe('docs/security.md', () => {
  it('has a row for every requirement of its groups', () => expect(rows.length).toBeGreaterThan(40))
  it.each(rows)('%s', (row) => {
    const files = row.match(/test\/[\w/-]+\.test\.ts/g) ?? []
    expect(files).not.toEqual([])
    for (const file of files) expect([file, existsSync(file)]).toEqual([file, true])
    for (const [, name, file] of row.matchAll(/`([^`]+)` in (test\/[\w/-]+\.test\.ts)/g))
      expect([name, readFileSync(file!, 'utf8').includes(name!)]).toEqual([name, true])
  })
})
