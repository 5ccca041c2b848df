import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXAMPLE_IDS, exampleAddress, idPattern } from '#api/openapi-addresses.ts'
import { EXAMPLES } from '#api/openapi-examples.ts'
import { PROBLEM_CODES, problemExample, problemsOf } from '#api/openapi-problems.ts'
import { makeOpenApi } from '#api/openapi.ts'
import type { OpenApi } from '#api/openapi.ts'
import { OPERATIONS } from '#api/operations.ts'
import { COMMON_PROBLEMS, POST_PROBLEMS } from '#api/problem-lists.ts'
import { problem } from '#core/contract.ts'
import { makeUuid, readId, writeId } from '#core/ids.ts'
import { PROBLEMS } from '#core/problem.ts'

const run = promisify(execFile)
const BASE = 'https://verify.clinic.test'

type Answer = {
  headers?: Record<string, unknown>
  content?: Record<string, { schema: { allOf: [unknown, { properties: { code: { enum: string[] } } }] } }>
}
type Described = {
  operationId: string
  security: Record<string, string[]>[]
  parameters?: ({ $ref: string } | { name: string; schema: Record<string, unknown> })[]
  requestBody?: { required: boolean; content: Record<string, { schema: Record<string, unknown> }> }
  responses: Record<string, Answer>
}

let document: OpenApi
beforeAll(async () => {
  document = await makeOpenApi(BASE)
})

function described(path: string, method: string): Described {
  return document.paths?.[path]?.[method as 'get'] as unknown as Described
}

type PathParameter = { in: string; name: string; description?: string; required?: boolean }

function resolve(parameter: object): PathParameter {
  if (!('$ref' in parameter)) return parameter as PathParameter
  const name = String(parameter.$ref).split('/').at(-1) ?? ''
  return document.components?.parameters?.[name] as PathParameter
}

function codesOf(answer: Answer | undefined): string[] {
  return answer?.content?.['application/problem+json']?.schema.allOf[1].properties.code.enum ?? []
}

describe.each(OPERATIONS.map((operation) => [operation.name, operation] as const))(
  '%s',
  (_name, operation) => {
    const at = () => described(operation.path, operation.method)

    it('is described with its answers and exactly its problems', () => {
      const success = Object.keys(operation.answers)
      expect(Object.keys(at().responses)).toEqual(expect.arrayContaining(success))
      const codes = Object.values(at().responses).flatMap(codesOf)
      expect(codes.toSorted()).toEqual(problemsOf(operation).toSorted())
      const ofBody = ['body_too_large', 'content_type_unsupported']
      const expected = [
        ...operation.problems,
        ...[...COMMON_PROBLEMS, 'method_not_allowed'],
        ...(operation.method === 'post' ? POST_PROBLEMS : []),
        ...(operation.body ? ofBody : []),
        ...(operation.path.includes('{id}') ? ['not_found'] : []),
      ]
      expect(codes).toEqual(expect.arrayContaining(expected))
      for (const [status, answer] of Object.entries(at().responses))
        for (const code of codesOf(answer)) expect(PROBLEMS[code as 'internal'].status).toBe(Number(status))
    })
    it('names who may call it', () => {
      const { scope, client, publishable, session, staff } = operation.access
      const names = at().security.flatMap((scheme) => Object.keys(scheme))
      const expected = [
        ...(scope ? ['secretKey'] : []),
        ...(client ? ['clientSecret'] : []),
        ...(publishable ? ['publishableKey'] : []),
        ...(session || staff ? ['session'] : []),
      ]
      expect(names).toEqual(expected)
      expect(names).not.toEqual([])
      if (scope) expect(at().security[0]).toEqual({ secretKey: [scope] })
    })
    it('takes an Idempotency-Key exactly where it is a POST, and says what is replayed', () => {
      const isPost = operation.method === 'post'
      expect(JSON.stringify(at().parameters ?? []).includes('IdempotencyKey')).toBe(isPost)
      for (const status of Object.keys(operation.answers))
        expect('Idempotent-Replayed' in (at().responses[status]?.headers ?? {})).toBe(isPost)
    })
    it('has an example that its own schemas accept', () => {
      const example = EXAMPLES[operation.name]
      if (operation.body) operation.body.parse(example?.body)
      for (const { schema } of Object.values(operation.answers)) schema?.parse(example?.answer)
      expect(example?.title).toBeTruthy()
    })
  },
)

describe('the document', () => {
  it('documents every problem code somewhere, each with an example', () => {
    const items = Object.values(document.paths ?? {}) as Record<string, Described>[]
    const described = items.flatMap((item) => Object.values(item))
    const answers = described.flatMap(({ responses }) => Object.values(responses))
    const codes = new Set(answers.flatMap(codesOf))
    expect([...codes].toSorted()).toEqual(PROBLEM_CODES.toSorted())
    expect(Object.keys(document.components?.examples ?? {})).toEqual(PROBLEM_CODES)
    for (const code of PROBLEM_CODES) problem.strict().parse(problemExample(code, BASE))
  })
  it('describes every parameter of an address, ids by a pattern that means the same as readId', () => {
    const pattern = new RegExp(idPattern('ver'))
    const uuid = fc
      .tuple(fc.nat({ max: 2 ** 47 }), fc.uint8Array({ minLength: 10, maxLength: 10 }))
      .map(([ms, random]) => makeUuid(ms, random))
    fc.assert(fc.property(uuid, (text) => pattern.test(writeId('ver', text))))
    fc.assert(
      fc.property(fc.stringMatching(/^ver_[0-9a-z]{26}$/), (id) => !readId('ver', id) || pattern.test(id)),
    )
    for (const { path, method } of OPERATIONS) {
      const all = (described(path, method).parameters ?? []).map(resolve)
      const inPath = all.filter((parameter) => parameter.in === 'path')
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(inPath.map(({ name }) => name)).toEqual(named)
      for (const { description, required } of inPath) expect([!!description, required]).toEqual([true, true])
      expect(exampleAddress(path)).not.toContain('{')
    }
  })
  it('gives ids of the right kind as examples, the same in address and answer', () => {
    for (const id of Object.values(EXAMPLE_IDS)) expect(readId(id.slice(0, 3) as 'ver', id)).not.toBeNull()
    for (const { name, path } of OPERATIONS.filter(({ name }) => /^read-\w+$/.test(name)))
      if (path.endsWith('{id}'))
        expect(EXAMPLES[name]?.answer).toMatchObject({ id: exampleAddress(path).split('/').at(-1) })
  })
  it('says by `action` what a login asks for', () => {
    const next = document.components?.schemas?.['Next'] as {
      oneOf: { $ref: string }[]
      discriminator: unknown
    }
    const { propertyName, mapping } = next.discriminator as {
      propertyName: string
      mapping: Record<string, string>
    }
    expect(propertyName).toBe('action')
    expect(new Set(Object.values(mapping))).toEqual(new Set(next.oneOf.map(({ $ref }) => $ref)))
    expect(Object.keys(mapping)).toEqual(expect.arrayContaining(['enter_code', 'answer_call', 'done']))
  })
  it('has a description for every group, in the order of the operations', () => {
    const tags = (document.tags ?? []).map(({ name }) => name)
    const groups = [...new Set(OPERATIONS.map(({ group }) => group))]
    expect(tags.filter((name) => groups.includes(name))).toEqual(groups)
  })
  it('writes numbers of the query as numbers, and needs no body where `{}` will do', () => {
    const [wait] =
      described('/v1/verifications/{id}', 'get').parameters?.filter((part) => 'name' in part) ?? []
    expect(wait).toMatchObject({ name: 'wait', schema: { type: 'integer', minimum: 0, maximum: 25 } })
    expect(described('/v1/verifications', 'post').requestBody?.required).toBe(true)
    expect(described('/v1/verifications/{id}/cancel', 'post').requestBody?.required).toBe(false)
  })
  it('closes bodies and leaves answers open for new fields', () => {
    const body = described('/v1/verifications', 'post').requestBody?.content['application/json']?.schema
    expect(body?.['additionalProperties']).toBe(false)
    expect(document.components?.schemas?.['Verification']).not.toHaveProperty('additionalProperties')
  })
  it('describes probes, metrics and the carrier’s callbacks too', () => {
    const others = Object.keys(document.paths ?? {}).filter((path) => !path.startsWith('/v1/'))
    const hooks = ['texts', 'calls', 'keys'].map((kind) => `/hooks/twilio/${kind}/{delivery}`)
    expect(others).toEqual(['/livez', '/readyz', '/metrics', ...hooks])
    expect(Object.keys(described('/readyz', 'get').responses)).toEqual(['200', '431', '503'])
  })
  it('names the public address, and a local one relative to the document', async () => {
    expect(document.servers?.[0]?.url).toBe(BASE)
    expect((await makeOpenApi('http://localhost:4300')).servers?.[0]?.url).toBe('/')
  })
})

describe('the linter', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keypad-lint-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  async function lint(checked: unknown): Promise<{ errors: number; warnings: number }> {
    const file = join(folder, 'openapi.json')
    await writeFile(file, JSON.stringify(checked))
    const cli = join(import.meta.dirname, '../../node_modules/@redocly/cli/bin/cli.js')
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
    const asked = [cli, 'lint', file, '--extends=recommended', '--format=json']
    const { stdout } = await run(process.execPath, asked, { env, cwd: folder })
    return (JSON.parse(stdout) as { totals: { errors: number; warnings: number } }).totals
  }

  it.each([BASE, 'http://localhost:4300'])('finds nothing to say about the document of %s', async (base) => {
    expect(await lint(await makeOpenApi(base))).toMatchObject({ errors: 0, warnings: 0 })
  })
  it('would say so if an operation lost its name', async () => {
    const broken = structuredClone(document) as unknown as { paths: Record<string, Record<string, unknown>> }
    broken.paths['/livez']!['get'] = { ...described('/livez', 'get'), operationId: undefined }
    expect((await lint(broken)).warnings).toBe(1)
  })
})

it('neither zod-openapi nor any page is loaded when the API starts', async () => {
  const program = `
    import { registerHooks } from 'node:module'
    const seen = []
    registerHooks({ resolve(name, context, next) { const found = next(name, context); seen.push(found.url); return found } })
    await import('#api/app.ts')
    console.log(JSON.stringify(seen))
    process.exit()`
  const root = join(import.meta.dirname, '../..')
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], { cwd: root })
  const seen = (JSON.parse(stdout) as string[]).join('\n')
  expect(seen).toMatch(/api\/docs-routes\.ts/)
  expect(seen).not.toMatch(/zod-openapi|api\/openapi|api\/docs-(pages|html|markdown)/)
})
