/**
 * The help pages that a problem's `type` opens, and the list of them all.
 */
import { PROBLEMS } from '#core/problem.ts'
import type { ProblemCode } from '#core/problem.ts'
import { causeOf } from './docs-causes.ts'
import { problemTable } from './docs-operations.ts'
import type { Block, Page, Section, Site } from './docs-page.ts'
import { PROBLEM_CODES, problemExample, problemsOf } from './openapi-problems.ts'
import { OPERATIONS } from './operations.ts'

/** The list of all problems. */
export function problemsPage(): Page {
  return {
    path: '/docs/problems',
    title: 'Problems',
    lead: 'Everything that this API refuses on purpose. The words never change; decide by them, not by titles.',
    sections: [
      { id: 'all', title: 'All problems', level: 2, blocks: [problemTable('By status', PROBLEM_CODES)] },
    ],
  }
}

/** The help page of one problem. */
export function problemPage(code: ProblemCode, site: Site): Page {
  const { title, help } = PROBLEMS[code]
  return {
    path: `/docs/problems/${code}`,
    title,
    lead: `This is the problem \`${code}\`.`,
    sections: [
      {
        id: 'what-to-do',
        title: 'What it means, and what to do',
        level: 2,
        blocks: [{ text: help }, facts(code)],
      },
      seeIt(code, site),
      where(code),
    ],
  }
}

function facts(code: ProblemCode): Block {
  const { status, retryable } = PROBLEMS[code]
  const again = retryable
    ? 'Yes: the same request may succeed later. Where there is a `Retry-After`, wait that many seconds.'
    : 'No: the same request will be refused again.'
  const rows = [
    ['Status', `${status}`],
    ['Code', `\`${code}\``],
    ['Worth a retry?', again],
  ]
  return { table: { caption: 'In short', head: ['Property', 'Value'], rows } }
}

function seeIt(code: ProblemCode, site: Site): Section {
  const { note, command } = causeOf(code, site.base)
  return {
    ...{ id: 'see-it', title: 'See it happen', level: 2 },
    blocks: [
      ...(note ? [{ text: note }] : []),
      ...(command === null ? [] : [{ label: 'curl', code: command }]),
      { label: 'Answer', code: JSON.stringify(problemExample(code, site.base), null, 2) },
    ],
  }
}

function where(code: ProblemCode): Section {
  const operations = OPERATIONS.filter((operation) => problemsOf(operation).includes(code))
  const links = operations.map(({ name, summary }) => `[${summary}](/docs#${name})`)
  const hooks = '[Carrier callbacks](/docs#callbacks)'
  return {
    ...{ id: 'where', title: 'Where it can happen', level: 2 },
    blocks: [{ list: links.length > 0 ? links : [hooks] }, { text: 'See [all problems](/docs/problems).' }],
  }
}
