/**
 * The built client in a page of another origin, with a publishable key and a login's own secret.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { PASSWORD } from '#test/harness/people.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { addKey } from '#cli/keys.ts'
import { openDatabase } from '#db/client.ts'
import { installClient } from './install-client.ts'

const executablePath = '/usr/bin/chromium'

/** The page keeps the client where its scripts find it. */
const HTML = `<!doctype html><title>Portal</title>
  <script type="module">import * as client from '/keypad.js'; globalThis.client = client</script>`
declare const client: typeof import('#client/keypad.ts')

describe.skipIf(!existsSync(executablePath))('in a browser', () => {
  let stack: Stack
  let installed: ReturnType<typeof installClient>
  let browser: Browser
  let page: Page
  let origin: string
  let key: string
  const portal = createServer((request, response) => {
    const name = /^\/(\w[\w-]*\.js)$/.exec(request.url ?? '')?.[1]
    response.setHeader('content-type', name ? 'text/javascript' : 'text/html')
    response.end(name ? readFileSync(join(installed.place, 'dist', name)) : HTML)
  })

  beforeAll(async () => {
    installed = installClient()
    stack = await startStack()
    await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`
    const database = openDatabase(stack.database.url, 1)
    const kind = 'publishable' as const
    key = (await addKey(database, { tenantId: stack.tenant.id, kind, scopes: [], origins: [origin] })).token
    await database.close()
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    page = await browser.newPage()
    await page.goto(origin)
  })
  afterAll(async () => {
    await browser?.close()
    portal.close()
    await stack?.close()
    installed?.remove()
  })

  it('registers somebody, and follows the login with its secret, over origins', async () => {
    const phone = freshPhone()
    const started = await page.evaluate(
      async ({ url, token, register }) => {
        const keypad = client.openKeypad({ url, token })
        const answer = await keypad.register(register)
        if (!answer.ok) return answer
        const { id, client_secret: secret } = answer.data.login
        const sent = await keypad.as(secret).sendLoginCode(id)
        return { ok: sent.ok, id, secret, requestId: answer.requestId }
      },
      { url: stack.urls[0]!, token: key, register: { username: 'from-a-page', password: PASSWORD, phone } },
    )
    expect(started).toMatchObject({ ok: true, requestId: expect.stringMatching(/^req_/) as string })
    const code = await stack.phones.codeOf(phone)
    const done = await page.evaluate(
      async ({ url, login, code }) => {
        const keypad = client.openKeypad({ url, token: login.secret })
        const wrong = await keypad.answerLogin(login.id, { code: 'hello' })
        const right = await keypad.answerLogin(login.id, { code })
        return [wrong.ok ? null : wrong.problem.code, right.ok && right.data.status]
      },
      { url: stack.urls[0]!, login: started as { id: string; secret: string }, code },
    )
    expect(done).toEqual(['code_malformed', 'done'])
  })

  it('throws where the page may not read the answer', async () => {
    const url = stack.urls[0]!
    const failure = await page.evaluate(
      async ({ url, token }) => {
        const keypad = client.openKeypad({ url, token, retries: 0 })
        return keypad.checkPhone({ phone: '1' }).then(String, (error: Error) => error.message)
      },
      { url, token: stack.tenant.publishableKey },
    )
    expect(failure).toBe('checkPhone: Keypad cannot be reached')
  })
})
