import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findAccount } from '#embedded/account.ts'
import { IS_ROOT, makeScratch, NOBODY } from './scratch.ts'

const path = process.env['PATH']
let scratch = ''
beforeEach(() => {
  scratch = makeScratch()
})
afterEach(() => {
  process.env['PATH'] = path
  rmSync(scratch, { recursive: true })
})

/** Programs that act on a list of users in a file, so that no test makes a user of this machine. */
function pretendMachine(users: string, programs: Record<string, string>): void {
  writeFileSync(join(scratch, 'users'), users)
  const id = `while read -r name uid; do [ "$name" = "$2" ] && echo "$uid" && exit 0; done <${scratch}/users; exit 1`
  for (const [name, script] of Object.entries({ id, ...programs })) {
    writeFileSync(join(scratch, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(scratch, name), 0o755)
  }
  process.env['PATH'] = scratch
}

const addLastWord = (to: string) =>
  `echo "$*" >>${to}/calls; for last; do :; done; echo "$last 990" >>${to}/users`

describe('The user for PostgreSQL', () => {
  test.runIf(!IS_ROOT)('is ourselves unless we are root', () => {
    expect(findAccount(join(scratch, 'none'))).toBeNull()
  })

  test.runIf(IS_ROOT)('is one of this machine that is not root', () => {
    expect(findAccount(join(scratch, 'none'))?.uid).toBeGreaterThan(0)
  })

  test.runIf(IS_ROOT)('is whoever owns the cluster already, whatever users there are by now', () => {
    const home = join(scratch, 'home')
    mkdirSync(home)
    chownSync(home, NOBODY.uid, NOBODY.gid)
    expect(findAccount(home)).toEqual(NOBODY)
  })

  test.runIf(IS_ROOT)('is our own before the one of the system', () => {
    pretendMachine('postgres 70\nkeypad-postgres 991\n', {})
    expect(findAccount(join(scratch, 'none'))).toEqual({ uid: 991, gid: 991 })
  })

  test.runIf(IS_ROOT)('is the one of the system where there is one', () => {
    pretendMachine('postgres 70\n', { useradd: addLastWord(scratch) })
    expect(findAccount(join(scratch, 'none'))).toEqual({ uid: 70, gid: 70 })
    expect(existsSync(join(scratch, 'calls'))).toBe(false)
  })

  test.runIf(IS_ROOT)('is made as Debian makes system users', () => {
    pretendMachine('root 0\n', { useradd: addLastWord(scratch) })
    expect(findAccount(join(scratch, 'none'))).toEqual({ uid: 990, gid: 990 })
    expect(readFileSync(join(scratch, 'calls'), 'utf8')).toContain('--system')
  })

  test.runIf(IS_ROOT)('is made as Alpine makes system users where useradd is missing', () => {
    pretendMachine('root 0\n', { adduser: addLastWord(scratch), addgroup: 'exit 0' })
    expect(findAccount(join(scratch, 'none'))).toEqual({ uid: 990, gid: 990 })
    expect(readFileSync(join(scratch, 'calls'), 'utf8')).toContain('-S -D -H')
  })

  test.runIf(IS_ROOT)('is asked for in plain words where it cannot be made', () => {
    pretendMachine('root 0\n', { useradd: 'exit 1', adduser: 'exit 1', addgroup: 'exit 1' })
    expect(() => findAccount(join(scratch, 'none'))).toThrow(
      'Make a system user keypad-postgres, start Keypad as another user than root, or set DATABASE_URL.',
    )
  })
})
