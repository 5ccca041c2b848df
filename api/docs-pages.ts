/**
 * The pages that are served under /docs, by address. Loaded by the first reader, not at start.
 */
import { PROBLEMS } from '#core/problem.ts'
import type { ProblemCode } from '#core/problem.ts'
import { guideSections } from './docs-guide.ts'
import { objectSections, operationSections } from './docs-operations.ts'
import type { Page, Site } from './docs-page.ts'
import { problemPage, problemsPage } from './docs-problems.ts'
import { makeOpenApi } from './openapi.ts'

/** Makes the page at an address without its `.md`. Null: there is none. */
export async function makePage(path: string, site: Site): Promise<Page | null> {
  if (path === '/') return homePage(site)
  if (path === '/docs') return referencePage(site)
  if (path === '/docs/problems') return problemsPage()
  const code = /^\/docs\/problems\/(\w+)$/.exec(path)?.[1]
  return code !== undefined && Object.hasOwn(PROBLEMS, code) ? problemPage(code as ProblemCode, site) : null
}

async function referencePage(site: Site): Promise<Page> {
  const document = await makeOpenApi(site.base)
  return {
    path: '/docs',
    title: 'Reference',
    lead: `Keypad proves that a phone is in the right hands, by text or by call, and logs people in with it. This server is \`${site.base}\`.`,
    sections: [
      ...guideSections(site),
      ...operationSections(document, site.base),
      ...objectSections(document),
    ],
  }
}

function homePage({ hasHandsets }: Site): Page {
  const list = [
    '[Reference](/docs): a quickstart, how to log people in, and every operation with samples',
    '[Problems](/docs/problems): every refusal, what it means and what to do',
    '[OpenAPI](/openapi.json): the same for machines',
    ...(hasHandsets ? ['[Handsets](/handsets): the simulated phones, with their texts and calls'] : []),
  ]
  return {
    path: '/',
    title: 'Keypad',
    lead: 'Proves that a phone is in the right hands, by text or by call, and logs people in with it.',
    sections: [{ id: 'here', title: 'What is here', level: 2, blocks: [{ list }] }],
  }
}
