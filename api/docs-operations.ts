/**
 * The reference's sections about each operation and each object, from the operations and the OpenAPI document.
 */
import { PROBLEMS } from '#core/problem.ts'
import type { ProblemCode } from '#core/problem.ts'
import { anchorOf, fieldRows, parameterRows, resolve, shapesOf } from './docs-fields.ts'
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
    const heading: Section = {
      id: anchorOf(`all ${group}`),
      title: group,
      level: 2,
      blocks: [{ text: told }],
    }
    return [heading, ...operations.map((operation) => describe(operation, document, base))]
  })
}

function describe(operation: Operation, document: OpenApi, base: string): Section {
  const { name, summary, method, path, description, access } = operation
  const described = document.paths?.[path]?.[method]
  const parameters = (described?.parameters ?? []).map((part) => resolve(document, part as Parameter))
  const body = described?.requestBody as { content: Record<string, { schema: Schema }> } | undefined
  const schema = body?.content['application/json']?.schema
  const request = requestOf(operation)
  return {
    ...{ id: name, title: summary, level: 3, address: { method, path } },
    blocks: [
      { text: description },
      { text: `Who may call: ${callers(access)}.` },
      ...table('Address and headers', ['Parameter', 'Meaning'], parameterRows(parameters)),
      ...(schema ? bodies(resolve(document, schema)) : []),
      ...answers(operation),
      problemTable('Refusals of its own', operation.problems),
    ],
    samples: [
      { label: 'curl', code: writeCurl(base, request) },
      { label: 'JavaScript', code: writeFetch(base, request) },
      ...sampleAnswer(operation),
    ],
  }
}

function bodies(schema: Schema): Block[] {
  const shapes = shapesOf(schema)
  return shapes.flatMap((shape, at) => {
    const caption = shapes.length > 1 ? `Body, way ${at + 1}` : 'Body'
    return table(caption, ['Field', 'Meaning'], fieldRows(shape))
  })
}

function sampleAnswer({ name, answers: byStatus }: Operation): Block[] {
  const [first] = Object.entries(byStatus)
  if (!first?.[1].schema) return []
  return [{ label: `Answer ${first[0]}`, code: JSON.stringify(EXAMPLES[name]?.answer, null, 2) }]
}

function callers({ scope, client, publishable, session, staff }: Access): string {
  return [
    ...(scope ? [`a secret key with the scope \`${scope}\``] : []),
    ...(client ? ['the holder of its `client_secret`'] : []),
    ...(publishable ? ['a publishable key'] : []),
    ...(staff ? ['staff whose role allows it'] : []),
    ...(session ? [session === 'admin' ? 'an owner or admin who is logged in' : 'a logged-in person'] : []),
  ].join(', or ')
}

function answers({ answers: byStatus }: Operation): Block[] {
  return Object.entries(byStatus).map(([status, { description, schema }]) => {
    const name = schema?.meta()?.['id'] as string | undefined
    const link = name ? `: [${name}](#${anchorOf(name)})` : ''
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
      ...{ id: anchorOf(name), title: name, level: 3 },
      blocks: table('Fields', ['Field', 'Meaning'], rows),
    }
  })
  return [heading, ...sections]
}

function table(caption: string, head: readonly string[], rows: string[][]): Block[] {
  return rows.length === 0 ? [] : [{ table: { caption, head, rows } }]
}
