import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { causeOf } from '#api/docs-causes.ts'
import { renderPage } from '#api/docs-html.ts'
import { readPieces } from '#api/docs-page.ts'
import { makePage } from '#api/docs-pages.ts'
import { requestOf, writeFetch } from '#api/docs-samples.ts'
import { html } from '#core/html.ts'
import { PROBLEM_CODES, problemExample } from '#api/openapi-problems.ts'
import { makeOpenApi } from '#api/openapi.ts'
import { OPERATIONS } from '#api/operations.ts'
import { PHONE_PROBLEMS } from '#api/problem-lists.ts'
import { readPhone } from '#core/phone.ts'
import { PROBLEMS } from '#core/problem.ts'
import { startDocs } from './docs-lab.ts'
import type { DocsLab } from './docs-lab.ts'

let lab: DocsLab
beforeAll(async () => {
  lab = await startDocs()
})
afterAll(() => lab.close())

const read = async (path: string) => (await fetch(lab.base + path)).text()
const plain = (page: string) => page.replaceAll('<wbr />', '').replaceAll('<wbr>', '')

describe('the help pages of problems', () => {
  it.each(PROBLEM_CODES)('%s: its `type` opens a page that says what to do', async (code) => {
    const { type } = problemExample(code, lab.base) as { type: string }
    const response = await fetch(type)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const page = plain(await response.text())
    const { title, help, status } = PROBLEMS[code]
    expect(page).toContain(`<h1>${html`${title}`.html}</h1>`)
    expect(page).toContain(`<td>${status}</td>`)
    const words = html`${readPieces(help)[0]?.text}`.html
    expect(page).toContain(words)
    expect(plain(await read('/docs/problems'))).toContain(
      `<a href="/docs/problems/${code}"><code>${code}</code></a>`,
    )
  })
  it.each(['nope', 'constructor', '__proto__', '%3Cscript%3E', '.md'])(
    'there is none for %s',
    async (name) => {
      const response = await fetch(`${lab.base}/docs/problems/${name}`)
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({ code: 'not_found' })
    },
  )
  it.each(PHONE_PROBLEMS.filter((code) => code.startsWith('phone_')))(
    '%s: the number that its command sends is refused with that word',
    (code) => {
      const phone = /"to": ?"([^"]+)"/.exec(causeOf(code, lab.base).command ?? '')?.[1]
      expect(readPhone(phone ?? '')).toMatchObject({ accepted: false, reason: code })
    },
  )
  it('their commands call addresses that exist', async () => {
    const { paths = {} } = await makeOpenApi(lab.base)
    const patterns = Object.keys(paths).map(
      (path) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[\\w$]+')}$`),
    )
    for (const code of PROBLEM_CODES) {
      const { command, note } = causeOf(code, lab.base)
      expect(command ?? note).toBeTruthy()
      const called = [...(command ?? '').matchAll(/https?:\/\/[\d.:]+(\/[\w/$-]+)/g)].map(
        ([, path]) => path ?? '',
      )
      expect(called.length > 0).toBe(command !== null)
      for (const path of called) expect(patterns.some((pattern) => pattern.test(path))).toBe(true)
    }
  })
})

describe('the reference', () => {
  it('shows each operation with its address, its fields, its refusals and samples', async () => {
    const page = plain(await read('/docs'))
    for (const { name, path, summary, problems } of OPERATIONS) {
      const [, section = ''] = page.split(`<section id="${name}"`)
      const own = section.slice(0, section.indexOf('<section '))
      expect(own).toContain(html`<h3>${summary}</h3>`.html)
      expect(own).toContain(`<code>${path}</code>`)
      expect(own).toContain('<figcaption>curl</figcaption>')
      expect(own).toContain('await fetch(')
      for (const code of problems) expect(own).toContain(`href="/docs/problems/${code}"`)
    }
    expect(page).toContain('<code>subject_id</code>')
    expect(page).not.toMatch(/undefined|\[object/)
  })
  it('is there for machines too, as the document that the pages are made from', async () => {
    const response = await fetch(`${lab.base}/openapi.json`)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify(await makeOpenApi(lab.base))))
  })
  it('has no link that leads nowhere', async () => {
    const pages = [
      '/',
      '/docs',
      '/docs/problems',
      '/docs/problems/signature_invalid',
      '/docs/problems/not_found',
    ]
    const links = new Set<string>()
    for (const path of pages)
      for (const [, href = ''] of (await read(path)).matchAll(/href="([^"]+)"/g))
        links.add(href.startsWith('#') ? path + href : href)
    expect(links.size).toBeGreaterThan(60)
    for (const link of links) {
      const [path = '', anchor] = link.split('#')
      if (path === '/handsets') continue
      const response = await fetch(lab.base + path)
      expect([link, response.status]).toEqual([link, 200])
      expect(await response.text()).toContain(anchor ? `id="${anchor}"` : '')
    }
  })
  it('has a Markdown twin for every page, and a table of contents for agents', async () => {
    const twin = await read('/docs.md')
    for (const { summary } of OPERATIONS) expect(twin).toContain(`### ${summary}`)
    expect(twin).toContain('`POST /v1/verifications/{id}/checks`')
    expect(twin).toContain(`](${lab.base}/docs/problems/code_incorrect)`)
    expect(await read('/docs/problems.md')).toContain('# Problems')
    expect(await read('/docs/problems/code_expired.md')).toContain('# The code is too old')
    expect(await read('/llms.txt')).toContain(`${lab.base}/docs.md`)
  })
  it.each(OPERATIONS.map((operation) => [operation.name, operation] as const))(
    'the JavaScript sample of %s sends what the operation takes',
    async (_name, operation) => {
      const sent = await runSample((base) => writeFetch(base, requestOf(operation)))
      expect(sent.method).toBe(operation.method.toUpperCase())
      expect(sent.url).toMatch(new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '\\w+')}(\\?|$)`))
      expect(sent.headers.authorization).toMatch(/^Bearer /)
      const body: unknown = sent.body === '' ? null : JSON.parse(sent.body)
      expect((operation.body ?? z.null()).safeParse(body).success).toBe(true)
      expect(sent.headers['idempotency-key'] !== undefined).toBe(operation.method === 'post')
    },
  )
})

type Sent = {
  method: string | undefined
  url: string | undefined
  headers: NodeJS.Dict<string | string[]>
  body: string
}

/** Runs a sample as it stands, against a server that notes what comes. */
async function runSample(write: (base: string) => string): Promise<Sent> {
  const sent = Promise.withResolvers<Sent>()
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      sent.resolve({ method: request.method, url: request.url, headers: request.headers, body })
      response.end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const text = write(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  await import(`data:text/javascript,${encodeURIComponent(text)}`)
  server.close()
  server.closeAllConnections()
  return sent.promise
}

describe('every page', () => {
  it.each(['/', '/docs', '/docs/problems', '/docs/problems/internal'])(
    '%s brings no script, no inline style and nothing from elsewhere',
    async (path) => {
      const response = await fetch(lab.base + path)
      expect(response.headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
      )
      const page = await response.text()
      expect(page).not.toMatch(/<script|<style|\son\w+=|\sstyle=|(?:href|src)="(?:https?:)?\/\//)
    },
  )
  it('escapes what comes from settings', async () => {
    const site = { base: 'https://x.test/"><b>&', hasHandsets: false }
    for (const path of ['/', '/docs', '/docs/problems', '/docs/problems/key_invalid']) {
      const page = await makePage(path, site)
      expect(page && renderPage(page, site)).not.toContain('<b>&')
    }
  })
  it('does not promise handsets where there are none', async () => {
    const site = { base: 'https://verify.clinic.test', hasHandsets: false }
    const page = await makePage('/docs', site)
    expect(page && renderPage(page, site)).not.toContain('/handsets')
  })
})

describe('the html tag', () => {
  it('lets no value out of its place, and loses nothing', () => {
    const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = html`${text}`.html
        expect(written).not.toMatch(/[<>"']/)
        expect(written.replaceAll(/&(#?\w+);/g, (_all, name: string) => names[name] ?? '')).toBe(text)
      }),
    )
  })
  it('nests what it built, and leaves out nothings', () => {
    const items = ['a', '<b>'].map((text) => html`<i>${text}</i>`)
    expect(html`<p>${items}${null}${false}${undefined}${0}</p>`.html).toBe('<p><i>a</i><i>&lt;b&gt;</i>0</p>')
  })
})

it('headers of more than 16 KB are answered 431, as the document says', async () => {
  const headers = { 'x-long': 'x'.repeat(17_000) }
  // Node hangs up right after the answer, which a busy machine may see as a reset: then ask again.
  const ask = async () => (await fetch(`${lab.base}/docs`, { headers })).status
  await expect.poll(ask, { timeout: 10_000 }).toBe(431)
})
