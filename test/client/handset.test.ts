import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handset, mailbox } from '#client/handset.ts'
import { openKeypad } from '#client/keypad.ts'
import type { Keypad } from '#client/keypad.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'

let stack: Stack
let keypad: Keypad
beforeAll(async () => {
  stack = await startStack({ speed: 5 })
  keypad = openKeypad({ url: stack.urls[0]!, token: stack.tenant.secretKey })
})
afterAll(() => stack?.close())

const phoneOf = (number: string) => handset(stack.phones.baseUrl, number)

async function start(to: string, channel: 'sms' | 'call', more: object = {}) {
  const answer = await keypad.startVerification({ to, channel, ...more })
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer.data
}

describe('a handset', () => {
  it('waits for a code, and gives each text’s out once', async () => {
    const to = freshPhone()
    const phone = phoneOf(to)
    const waiting = phone.waitForCode()
    const { id } = await start(to, 'sms')
    const code = await waiting
    expect((await phone.messages())[0]?.body).toContain(code)
    await expect(phone.waitForCode({ timeoutMs: 150 })).rejects.toThrow(
      'No text with a code came within 150 ms',
    )
    await stack.database.query('update verifications set resend_at = now()')
    await keypad.sendAgain(id)
    expect(await phone.waitForCode()).toBe(code)
    expect(await keypad.checkCode(id, { code })).toMatchObject({ ok: true, data: { status: 'approved' } })
  })

  it('reads numbers as people write them', async () => {
    const to = freshPhone()
    await start(to, 'sms')
    expect(await phoneOf(to.replace(/(\+31)(6)/, '$1 $2 ')).waitForCode()).toMatch(/^\d{6}$/)
  })

  it('presses keys that count', async () => {
    const to = freshPhone()
    const { id, match_digits: digits, version } = await start(to, 'call', { call_mode: 'match_digits' })
    const phone = phoneOf(to)
    expect((await phone.waitForCall()).said.join(' ')).toMatch(/\w/)
    await phone.press(digits ?? '')
    const moved = await keypad.waitForVerification(id, { since: version })
    expect(moved.ok).toBe(true)
    for (let now = moved; now.ok && now.data.status === 'pending';)
      now = await keypad.waitForVerification(id, { since: now.data.version })
    expect(await keypad.readVerification(id)).toMatchObject({ data: { status: 'approved' } })
  })

  it('hangs up, and is switched off', async () => {
    const to = freshPhone()
    const phone = phoneOf(to)
    await start(to, 'call')
    await phone.waitForCall()
    await phone.hangUp()
    expect((await phone.calls())[0]?.waiting_for_digits).toBe(false)
    await phone.setFate('switched_off', 0)
    await expect(phone.setFate('no such fate')).rejects.toThrow('The simulator refused (400)')
    await expect(phoneOf('12').messages()).rejects.toThrow('The simulator refused (400)')
  })

  it('stops waiting with the signal', async () => {
    const why = new Error('enough')
    const control = new AbortController()
    setTimeout(() => control.abort(why), 50)
    await expect(phoneOf(freshPhone()).waitForCall({ signal: control.signal })).rejects.toBe(why)
  })
})

describe('a mailbox', () => {
  it('gives each mail out once', async () => {
    const { waitForMail, messages } = mailbox(stack.phones.baseUrl, 'someone@example.org')
    const post = (subject: string) =>
      fetch(`${stack.phones.baseUrl}/mailboxes/someone@example.org/messages`, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
        body: JSON.stringify({ subject, text: 'a', html: '<p>a</p>' }),
      })
    const waiting = waitForMail()
    await post('first')
    expect((await waiting).subject).toBe('first')
    await expect(waitForMail({ timeoutMs: 120 })).rejects.toThrow('No mail came within 120 ms')
    await post('second')
    expect((await waitForMail()).subject).toBe('second')
    expect((await messages()).map(({ subject }) => subject)).toEqual(['second', 'first'])
  })
})
