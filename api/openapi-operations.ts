/**
 * The OpenAPI document's part about the operations under /v1.
 */
import type {
  ZodOpenApiOperationObject,
  ZodOpenApiPathsObject,
  ZodOpenApiRequestBodyObject,
  ZodOpenApiResponseObject,
} from 'zod-openapi'
import type { z } from 'zod'
import { EXAMPLES } from './openapi-examples.ts'
import { addressParameters } from './openapi-addresses.ts'
import { header, idempotencyParameter, securityOf } from './openapi-parts.ts'
import { problemAnswers, problemsOf } from './openapi-problems.ts'
import type { Operation } from './operation.ts'

/** Makes the paths of the operations, each address with all its methods. */
export function operationPaths(operations: readonly Operation[]): ZodOpenApiPathsObject {
  const byPath = Map.groupBy(operations, ({ path }) => path)
  const items = [...byPath].map(([path, group]) => {
    const methods = group.map((operation) => [operation.method, describeOperation(operation)] as const)
    return [path, Object.fromEntries(methods)] as const
  })
  return Object.fromEntries(items)
}

function describeOperation(operation: Operation): ZodOpenApiOperationObject {
  const { name, group, summary, description, access, query } = operation
  const parameters = [
    ...addressParameters(operation.path),
    ...(operation.method === 'post' ? [idempotencyParameter] : []),
  ]
  return {
    operationId: name.replaceAll(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase()),
    tags: [group],
    summary,
    description: access.scope
      ? `${description}\n\nSecret keys need the scope \`${access.scope}\`.`
      : description,
    security: securityOf(access),
    ...(parameters.length > 0 && { parameters }),
    ...(query && { requestParams: { query: query as z.ZodObject } }),
    ...(operation.body && { requestBody: describeBody(operation, operation.body) }),
    responses: {
      ...successAnswers(operation),
      ...problemAnswers(problemsOf(operation), operation.method === 'post' ? operation.problems : []),
    },
  }
}

/** A body that may be `{}` may also be left out. */
function describeBody(operation: Operation, schema: z.ZodType): ZodOpenApiRequestBodyObject {
  const example = EXAMPLES[operation.name]
  const examples = example && { example: { summary: example.title, value: example.body } }
  return {
    required: !schema.safeParse({}).success,
    content: { 'application/json': { schema, ...(examples && { examples }) } },
  }
}

function successAnswers(operation: Operation): Record<`${number}`, ZodOpenApiResponseObject> {
  const example = EXAMPLES[operation.name]
  const examples = example && { example: { summary: example.title, value: example.answer } }
  const headers = {
    ...header('Request-Id'),
    ...(operation.method === 'post' && header('Idempotent-Replayed')),
  }
  const answers = Object.entries(operation.answers).map(([status, { description, schema, isLines }]) => {
    const type = isLines ? 'application/x-ndjson' : 'application/json'
    const content = schema && { [type]: { schema, ...(examples && { examples }) } }
    return [status, { description, headers, ...(content && { content }) }] as const
  })
  return Object.fromEntries(answers)
}
