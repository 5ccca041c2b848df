import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { readMailSettings } from '#core/mail-settings.ts'
import { startSmtpServer } from '#test/harness/smtp-server.ts'
import type { MailFate } from '#test/harness/smtp-server.ts'
import { judgeSmtpError, openMailTransport } from '#worker/mail-transport.ts'

const MAIL = { to: 'ann@example.org', sender: 'Rivière', subject: 'Réglé', text: 'One\n', html: '<p>One</p>' }
const AT = { simulatorUrl: 'http://127.0.0.1:9/simulator', publicUrl: 'https://verify.example.org' }

async function postTo(fate: MailFate) {
  const server = await startSmtpServer([fate])
  try {
    const settings = readMailSettings({ NODE_ENV: 'test', SMTP_URL: server.url, SMTP_FROM: undefined }, AT)
    return { result: await openMailTransport(settings)!(MAIL), received: server.received }
  } finally {
    await server.stop()
  }
}

describe('a mail server', () => {
  it('gets the mail once, from our address under the name of the portal', async () => {
    const { result, received } = await postTo('taken')
    expect(result).toEqual({ outcome: 'sent' })
    expect(received).toHaveLength(1)
    expect(received[0]!.to).toBe('ann@example.org')
    expect(received[0]!.source).toMatch(/^From: =\?UTF-8\?\S+\?= <no-reply@verify\.example\.org>$/m)
    expect(received[0]!.source).toMatch(/^Auto-Submitted: auto-generated$/m)
    expect(received[0]!.source).toContain('<p>One</p>')
  })

  it.each([
    [450, 'not_sent', 'EENVELOPE 450'],
    [550, 'refused', 'EENVELOPE 550'],
    [{ after: 451 }, 'not_sent', 'EMESSAGE 451'],
    [{ after: 554 }, 'refused', 'EMESSAGE 554'],
    ['broken_after', 'unknown', 'ECONNECTION'],
  ] as const)('that says %j has %s it', async (fate, outcome, code) => {
    expect((await postTo(fate)).result).toEqual({ outcome, code })
  })

  it('that is not there has surely not taken it', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    const settings = { NODE_ENV: 'test', SMTP_URL: `smtp://127.0.0.1:${port}`, SMTP_FROM: undefined }
    const post = openMailTransport(readMailSettings(settings, AT))!
    expect((await post(MAIL)).outcome).toBe('not_sent')
  })

  it.each([
    ['', 'not_sent'],
    ['?requireTLS=false', 'sent'],
  ])('without TLS gets nothing in production with "%s"', async (words, outcome) => {
    const server = await startSmtpServer()
    const settings = { NODE_ENV: 'production', SMTP_URL: server.url + words, SMTP_FROM: 'a@example.org' }
    const { outcome: found } = await openMailTransport(readMailSettings(settings, AT))!(MAIL)
    expect([found, server.received.length]).toEqual([outcome, outcome === 'sent' ? 1 : 0])
    await server.stop()
  })
})

it('a mail server that was never greeted has not taken the mail; one that fell silent later may have', () => {
  expect(judgeSmtpError({ code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT' })).toBe('not_sent')
  expect(judgeSmtpError({ code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT' })).toBe('unknown')
  expect(judgeSmtpError({ code: 'EABORT' })).toBe('unknown')
  expect(judgeSmtpError({ code: 'EAUTH', responseCode: 535 })).toBe('not_sent')
})

describe('without a mail server', () => {
  const settings = { SMTP_URL: undefined, SMTP_FROM: undefined }

  it('the simulator stands in, but not in production', () => {
    expect(readMailSettings({ NODE_ENV: 'development', ...settings }, AT).simulatorUrl).toBe(AT.simulatorUrl)
    expect(openMailTransport(readMailSettings({ NODE_ENV: 'production', ...settings }, AT))).toBeNull()
  })

  it('a simulator that is not there is asked again', async () => {
    const post = openMailTransport(readMailSettings({ NODE_ENV: 'development', ...settings }, AT))!
    expect(await post(MAIL)).toEqual({ outcome: 'not_sent', code: 'simulator' })
  })
})
