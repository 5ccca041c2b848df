/**
 * Which problems an operation may answer, and how the OpenAPI document tells of them: one answer per status, with the
 * code words that it can carry.
 */
import type { ZodOpenApiExampleObject, ZodOpenApiResponseObject } from 'zod-openapi'
import { writeId } from '#core/ids.ts'
import { PROBLEMS, Problem, writeProblem } from '#core/problem.ts'
import type { ProblemCode, ProblemExtras } from '#core/problem.ts'
import { header } from './openapi-parts.ts'
import type { Operation } from './operation.ts'
import { COMMON_PROBLEMS, POST_PROBLEMS } from './problem-lists.ts'

const ALL_CODES = Object.keys(PROBLEMS) as ProblemCode[]

/** Every code word, by status, and among those of one status in the order of the catalogue. */
export const PROBLEM_CODES = ALL_CODES.toSorted((a, b) => PROBLEMS[a].status - PROBLEMS[b].status)

const BODY_PROBLEMS: readonly ProblemCode[] = ['body_too_large', 'content_type_unsupported']

/** Lists what an operation may answer instead of what it was asked for, in the order of `PROBLEM_CODES`. */
export function problemsOf(operation: Operation): ProblemCode[] {
  const { method, path, access, problems } = operation
  const codes = new Set<ProblemCode>([...COMMON_PROBLEMS, 'method_not_allowed', ...problems])
  if (path.includes('{id}')) codes.add('not_found')
  if (needsFactor(access)) codes.add('enroll_first')
  // A body is read before anybody knows that the operation takes none.
  const ofBody = method === 'post' ? POST_PROBLEMS : method === 'get' ? [] : BODY_PROBLEMS
  for (const code of ofBody) codes.add(code)
  return PROBLEM_CODES.filter((code) => codes.has(code))
}

/** Whether a session that may only set up a factor is refused. */
function needsFactor({ session, staff }: Operation['access']): boolean {
  return session ? session !== 'enrolling' : staff !== undefined
}

/** Groups problems by status into answers of the document. `replayable`: codes that an Idempotency-Key may replay. */
export function problemAnswers(
  codes: readonly ProblemCode[],
  replayable: readonly ProblemCode[] = [],
): Record<`${number}`, ZodOpenApiResponseObject> {
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status)
  const answers = [...byStatus].map(([status, group]) => {
    const isReplayable = group.some((code) => replayable.includes(code))
    return [`${status}`, problemAnswer(group, isReplayable)] as const
  })
  return Object.fromEntries(answers)
}

function problemAnswer(codes: readonly ProblemCode[], isReplayable: boolean): ZodOpenApiResponseObject {
  const lines = codes.map((code) => `- \`${code}\`: ${PROBLEMS[code].title}`)
  const examples = codes.map((code) => [code, { $ref: `#/components/examples/${code}` }] as const)
  const code = { type: 'string' as const, enum: [...codes] }
  return {
    description: lines.join('\n'),
    headers: headersOf(codes, isReplayable),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { code } }],
        },
        examples: Object.fromEntries(examples),
      },
    },
  }
}

function headersOf(codes: readonly ProblemCode[], isReplayable: boolean) {
  const isTimed = codes.some((code) => PROBLEMS[code].retryable && code !== 'internal')
  return {
    ...header('Request-Id'),
    ...(isTimed && header('Retry-After')),
    ...(isReplayable && header('Idempotent-Replayed')),
    ...(codes.includes('key_invalid') && header('WWW-Authenticate')),
    ...(codes.includes('method_not_allowed') && header('Allow')),
  }
}

/** What some problems say beyond their catalogue entry. */
const EXTRAS: Partial<Record<ProblemCode, ProblemExtras>> = {
  request_invalid: { errors: [{ pointer: '/chanel', detail: 'Unknown field' }] },
  code_incorrect: { tries_left: 4 },
  idempotency_in_flight: { retry_after: 1 },
  call_in_progress: { retry_after: 42 },
  pin_incorrect: { tries_left: 4 },
  password_too_weak: {
    detail: 'Repeated characters or words are easy to guess. Use words that are not repeated.',
  },
  pin_too_weak: { detail: 'Digits in order are easy to guess. Choose digits that do not count up or down.' },
  account_locked: { retry_after: 840 },
  rate_limited: { retry_after: 17 },
  send_too_soon: { retry_after: 24 },
  sends_exhausted: { retry_after: 540 },
  unavailable: { retry_after: 2 },
}

/** A problem as this server would write it. */
export function problemExample(code: ProblemCode, publicUrl: string): Record<string, unknown> {
  const requestId = writeId('req', '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071')
  return writeProblem(new Problem(code, EXTRAS[code]), publicUrl, requestId)
}

/** One example for each code word, for the document's components. */
export function problemExamples(publicUrl: string): Record<string, ZodOpenApiExampleObject> {
  const entries = PROBLEM_CODES.map((code) => {
    const { title } = PROBLEMS[code]
    return [code, { summary: title, value: problemExample(code, publicUrl) }] as const
  })
  return Object.fromEntries(entries)
}
