/**
 * An operation of the API: its address, who may call it, its schemas, and what it does. The route, the OpenAPI document
 * and the reference page are all made from it; an operation without declared access does not compile.
 */
import type { z } from 'zod'
import type { ProblemCode } from '#core/problem.ts'
import type { StaffAct } from '#core/roles.ts'
import type { Answer, ApiContext, Call } from './context.ts'

export type Scope = 'verify' | 'accounts' | 'support' | 'admin'

/**
 * Who may call: a secret key with the scope; the holder of the `client_secret` of the verification or login in the
 * address; a publishable key; a session. `enrolling`: also one that may only enrol a factor; `admin`: of an owner or admin.
 */
export type Access = {
  scope?: Scope
  client?: 'verification' | 'login'
  publishable?: true
  session?: 'person' | 'enrolling' | 'admin'
  /** A session of staff whose role may do this. */
  staff?: StaffAct
}

export type Operation = {
  name: string
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** `{id}` stands for an id of the kind that the word before it names; other parameters are in `call.params`. */
  path: string
  group: string
  summary: string
  description: string
  access: Access
  body: z.ZodType | null
  query: z.ZodType | null
  /** `isLines`: NDJSON, the schema is that of one line. */
  answers: Record<number, { description: string; schema: z.ZodType | null; isLines?: true }>
  problems: readonly ProblemCode[]
  /** What must not hold a connection, such as asking the carrier; done before the transaction of an Idempotency-Key. */
  prepare?: (context: ApiContext, call: Call<unknown, unknown>) => Promise<unknown>
  run: (context: ApiContext, call: Call<unknown, unknown>, prepared: unknown) => Promise<Answer>
}

type CallOf<Body extends z.ZodType | null, Query extends z.ZodType | null> = Call<
  Body extends z.ZodType ? z.output<Body> : null,
  Query extends z.ZodType ? z.output<Query> : null
>

type Described<Body extends z.ZodType | null, Query extends z.ZodType | null, Prepared> = Omit<
  Operation,
  'body' | 'query' | 'prepare' | 'run'
> & {
  body: Body
  query: Query
  prepare?: (context: ApiContext, call: CallOf<Body, Query>) => Promise<Prepared>
  run: (context: ApiContext, call: CallOf<Body, Query>, prepared: Prepared) => Promise<Answer>
}

/** Declares an operation; `run` is typed by its schemas and by what `prepare` gives. */
export function operation<Body extends z.ZodType | null, Query extends z.ZodType | null, Prepared>(
  described: Described<Body, Query, Prepared>,
): Operation {
  return described as unknown as Operation
}
