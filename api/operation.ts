/**
 * An operation of the API: its address, who may call it, its schemas, and what it does. The route, the OpenAPI document
 * and the reference page are all made from it; an operation without declared access does not compile.
 */
import type { z } from 'zod'
import type { ProblemCode } from '#core/problem.ts'
import type { Answer, ApiContext, Call } from './context.ts'

export type Scope = 'verify' | 'accounts' | 'support' | 'admin'

/** Who may call: a secret key with the scope; besides, where said, the holder of the `client_secret`, or a publishable key. */
export type Access = { scope: Scope; client?: true; publishable?: true }

export type Operation = {
  name: string
  method: 'get' | 'post' | 'put' | 'delete'
  /** `{id}` stands for the id of a verification. */
  path: string
  group: string
  summary: string
  description: string
  access: Access
  body: z.ZodType | null
  query: z.ZodType | null
  answers: Record<number, { description: string; schema: z.ZodType | null }>
  problems: readonly ProblemCode[]
  run: (context: ApiContext, call: Call<unknown, unknown>) => Promise<Answer>
}

type Described<Body extends z.ZodType | null, Query extends z.ZodType | null> = Omit<
  Operation,
  'body' | 'query' | 'run'
> & {
  body: Body
  query: Query
  run: (
    context: ApiContext,
    call: Call<
      Body extends z.ZodType ? z.output<Body> : null,
      Query extends z.ZodType ? z.output<Query> : null
    >,
  ) => Promise<Answer>
}

/** Declares an operation; `run` is typed by its schemas. */
export function operation<Body extends z.ZodType | null, Query extends z.ZodType | null>(
  described: Described<Body, Query>,
): Operation {
  return described as unknown as Operation
}
