/**
 * The reference's sections about each operation and each object, from the operations and the OpenAPI document.
 */
import { PROBLEMS } from '#core/problem.ts'
import type { ProblemCode } from '#core/problem.ts'
import { fieldRows, parameterRows, resolve } from './docs-fields.ts'
import type { Parameter, Schema } from './docs-fields.ts'
import type { Block, Section } from './docs-page.ts'
import { requestOf, writeCurl, writeFetch } from './docs-samples.ts'
import { EXAMPLES } from './openapi-examples.ts'
import type { OpenApi } from './openapi.ts'
import { OPERATIONS } from './operations.ts'
import type { Access, Operation } from './operation.ts'

/** The operations by group, each group under a heading of its own. */
export function operationSections(document: OpenApi, base: string): Section[] {
  const groups = Map.groupBy(OPERATIONS, ({ group }) => group)
  return [...groups].flatMap(([group, operations]) => {
    const told = document.tags?.find(({ name }) => name === group)?.description ?? ''
    const heading: Section = { id: slug(group), title: group, level: 2, blocks: [{ text: told }] }
    return [heading, ...operations.map((operation) => describe(operation, document, base))]
  })
}

function describe(operation: Operation, document: OpenApi, base: string): Section {
  const { name, summary, method, path, description, access } = operation
  const described = document.paths?.[path]?.[method]
  const parameters = (described?.parameters ?? []).map((part) => resolve(document, part as Parameter))
  const body = described?.requestBody as { content: Record<string, { schema: Schema }> } | undefined
  const fields = body ? fieldRows(resolve(document, body.content['application/json']!.schema)) : []
  const request = requestOf(operation)
  return {
    ...{ id: name, title: summary, level: 3, address: { method, path } },
    blocks: [
      { text: description },
      { text: `Who may call: ${callers(access)}.` },
      ...table('Address and headers', ['Parameter', 'Meaning'], parameterRows(parameters)),
      ...table('Body', ['Field', 'Meaning'], fields),
      ...answers(operation),
      problemTable('Refusals of its own', operation.problems),
    ],
    samples: [
      { label: 'curl', code: writeCurl(base, request) },
      { label: 'JavaScript', code: writeFetch(base, request) },
      { label: `Answer ${Object.keys(operation.answers)[0]}`, code: pretty(EXAMPLES[name]?.answer) },
    ],
  }
}

function callers({ scope, client, publishable }: Access): string {
  return [
    `a secret key with the scope \`${scope}\``,
    ...(client ? ['the holder of its `client_secret`'] : []),
    ...(publishable ? ['a publishable key'] : []),
  ].join(', or ')
}

function answers({ answers: byStatus }: Operation): Block[] {
  return Object.entries(byStatus).map(([status, { description, schema }]) => {
    const name = schema?.meta()?.['id'] as string | undefined
    const link = name ? `: [${name}](#${slug(name)})` : ''
    return { text: `Answers \`${status}\`. ${description}${link}.` }
  })
}

/** A table of problems, each leading to its help page. */
export function problemTable(caption: string, codes: readonly ProblemCode[]): Block {
  if (codes.length === 0) return { text: 'It refuses nothing but [what every call refuses](#errors).' }
  const rows = codes.map((code) => {
    const { status, title } = PROBLEMS[code]
    return [`[\`${code}\`](/docs/problems/${code})`, `${status}`, title]
  })
  return { table: { caption, head: ['Code', 'Status', 'Meaning'], rows } }
}

/** The objects that answers carry, with all their fields. */
export function objectSections(document: OpenApi): Section[] {
  const heading: Section = {
    ...{ id: 'objects', title: 'Objects', level: 2 },
    blocks: [
      { text: 'What answers carry. New fields may be added at any time: ignore those that you do not know.' },
    ],
  }
  const objects = Object.entries(document.components?.schemas ?? {}).toSorted(([a], [b]) =>
    a.localeCompare(b),
  )
  const sections = objects.map(([name, schema]): Section => {
    const rows = fieldRows({ ...(schema as Schema), required: [] })
    return {
      ...{ id: slug(name), title: name, level: 3 },
      blocks: table('Fields', ['Field', 'Meaning'], rows),
    }
  })
  return [heading, ...sections]
}

function table(caption: string, head: readonly string[], rows: string[][]): Block[] {
  return rows.length === 0 ? [] : [{ table: { caption, head, rows } }]
}

function slug(name: string): string {
  return `about-${name.toLowerCase().replaceAll(' ', '-')}`
}

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2)
}
