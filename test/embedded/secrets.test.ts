import { chmodSync, readdirSync, rmSync, statSync, writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { readOrMakeCarrierToken, readOrMakeSecrets } from '#embedded/secrets.ts'
import { startChild } from './child.ts'
import { makeScratch } from './scratch.ts'

const scratch = makeScratch()
let dataDir = ''
let round = 0
beforeEach(() => {
  dataDir = join(scratch, `data-${++round}`)
})
afterAll(() => rmSync(scratch, { recursive: true }))

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

describe('The secrets of a data folder', () => {
  test('are one key of 32 random bytes, the same at every start', () => {
    const made = readOrMakeSecrets(dataDir)
    expect(made).toMatch(/^k1:/)
    expect(Buffer.from(made.slice(3), 'base64')).toHaveLength(32)
    expect(readOrMakeSecrets(dataDir)).toBe(made)
    expect(readOrMakeSecrets(join(scratch, 'another'))).not.toBe(made)
  })

  test('lie in files that only their owner may read, in a folder that only its owner may enter', () => {
    readOrMakeSecrets(dataDir)
    readOrMakeCarrierToken(dataDir)
    expect(readdirSync(dataDir).sort()).toEqual(['carrier-token', 'secrets'])
    expect(modeOf(dataDir)).toBe('700')
    for (const name of readdirSync(dataDir)) expect(modeOf(join(dataDir, name))).toBe('600')
  })

  test('keep their folder as open as its owner made it, but get their own mode back', () => {
    readOrMakeSecrets(dataDir)
    chmodSync(dataDir, 0o755)
    chmodSync(join(dataDir, 'secrets'), 0o644)
    readOrMakeSecrets(dataDir)
    expect(modeOf(dataDir)).toBe('755')
    expect(modeOf(join(dataDir, 'secrets'))).toBe('600')
  })

  test('may be a ring that the operator has turned', () => {
    const [newer, older] = [readOrMakeSecrets(join(scratch, 'newer')), readOrMakeSecrets(dataDir)]
    const ring = `${newer.replace('k1', 'k2')},${older}`
    writeFileSync(join(dataDir, 'secrets'), `${ring}\n`)
    expect(readOrMakeSecrets(dataDir)).toBe(ring)
  })

  test.each(['', 'k1:', `k1:${'A'.repeat(20)}`])('are never replaced when damaged (%j)', (damaged) => {
    const whole = readOrMakeSecrets(dataDir)
    writeFileSync(join(dataDir, 'secrets'), damaged)
    const read = () => readOrMakeSecrets(dataDir)
    expect(read).toThrow(join(dataDir, 'secrets'))
    expect(read).not.toThrow(whole.slice(3, 20))
    expect(readFileSync(join(dataDir, 'secrets'), 'utf8')).toBe(damaged)
  })

  test('are the same for all of several processes that start at once', async () => {
    const children = Array.from({ length: 4 }, () => startChild('read-secrets.ts', [dataDir]))
    for (const child of children) expect(await child.nextLine()).toBe('waiting')
    for (const child of children) child.send('now')
    const answers = await Promise.all(children.map((child) => child.nextLine()))
    expect(new Set(answers)).toEqual(
      new Set([readOrMakeSecrets(dataDir) + readOrMakeCarrierToken(dataDir).authToken]),
    )
    expect(readdirSync(dataDir).filter((name) => name.endsWith('.draft'))).toEqual([])
    await Promise.all(children.map((child) => child.finish()))
  })
})

test('The carrier token looks like one of Twilio and stays the same', () => {
  const token = readOrMakeCarrierToken(dataDir)
  expect(token.accountSid).toMatch(/^AC[0-9a-f]{32}$/)
  expect(token.authToken).toMatch(/^[0-9a-f]{32}$/)
  expect(readOrMakeCarrierToken(dataDir)).toEqual(token)
})
