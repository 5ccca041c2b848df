/**
 * Requests made from the OpenAPI document: right, nearly right, and hostile.
 */
import fc from 'fast-check'
import { ACCOUNT } from '#test/harness/simulator.ts'
import type { Actors, Held } from './actors.ts'
import { fitting, nearly } from './from-schema.ts'
import { contentTypes, encoded, headerValue, hostileBytes, hostileValue, oddHeaders } from './hostile.ts'
import type { Sure, Thing } from './people.ts'
import type { Document, Operation, Schema } from './schema.ts'
import type { WireRequest } from './wire.ts'

/** A request with what its body means, where it means something. */
export type Fuzzed = WireRequest & { value?: unknown; schema?: Schema }

type Target = { method: string; template: string; operation: Operation }
type Body = Pick<Fuzzed, 'body' | 'value' | 'schema'> & { headers: Record<string, string> }

const METHODS = [
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'PURGE',
  'QUERY',
]
const JSON_TYPE = { 'content-type': 'application/json' }

/** Makes the source of requests for one document. */
export function makeRequests(document: Document, actors: Actors): fc.Arbitrary<Fuzzed> {
  const targets = Object.entries(document.paths).flatMap(([template, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      method: method.toUpperCase(),
      template,
      operation,
    })),
  )
  const api = targets.filter(({ template }) => template.startsWith('/v1'))
  const hooks = targets.filter(({ template }) => template.startsWith('/hooks'))
  const probes = targets.filter((target) => !api.includes(target) && !hooks.includes(target))
  return fc.oneof(
    { weight: 70, arbitrary: fc.constantFrom(...api).chain((target) => request(document, actors, target)) },
    { weight: 14, arbitrary: fc.constantFrom(...hooks).chain((target) => callback(actors, target)) },
    { weight: 2, arbitrary: fc.constantFrom(...probes).chain((target) => request(document, actors, target)) },
    { weight: 6, arbitrary: stray(actors, targets) },
  )
}

function request(
  document: Document,
  actors: Actors,
  { method, template, operation }: Target,
): fc.Arbitrary<Fuzzed> {
  const schema = operation.requestBody?.content['application/json']?.schema
  return fc
    .record({
      held: fc.constantFrom(...thingsOf(actors, template)),
      sure: fc.option(fc.constantFrom(...sureOf(actors, method, template)), { freq: 4 }),
      place: fc.record({ org_id: fc.constantFrom(...organizationsOf(actors)), user_type: userTypeInPath }),
      asHolder: fc.boolean(),
      token: fc.constantFrom(...actors.tokens),
      isOwn: fc.integer({ min: 0, max: 9 }).map((n) => n < 7),
      odd: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: oddHeaders }),
      authorization: fc.option(oddAuthorization(actors), { freq: 8 }),
      id: fc.constantFrom(...actors.ids),
      query: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: queryOf }),
      body: schema ? bodyOf(document, schema) : strayBody,
      chunked: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      rightCode: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
    })
    .map((drawn) => {
      const { held, asHolder, token, isOwn, odd, authorization, id, query, body, chunked, rightCode } = drawn
      if (drawn.sure) return sureRequest(method, drawn.sure, schema)
      const own =
        isPersonal(template) || (asHolder && template.includes('{id}')) ? held.secret : actors.tokens[0]!
      const bearer = authorization ?? `Bearer ${isOwn ? own : token}`
      const path =
        template
          .replace('{id}', isOwn ? held.id : id)
          .replace('{org_id}', drawn.place.org_id)
          .replace('{user_type}', drawn.place.user_type) + query
      const headers: WireRequest['headers'] = {
        ...body.headers,
        ...odd,
        ...(bearer === '' ? {} : { authorization: bearer }),
      }
      // Asked of a probe by a cache, this is Express's own 304.
      if (!template.startsWith('/v1')) delete headers['if-none-match']
      const isCheck = template === '/v1/verifications/{id}/checks' && rightCode
      const said = isCheck && 'code' in held ? json({ code: held.code }, schema) : body
      return {
        method,
        path,
        ...said,
        headers: { ...headers, ...said.headers },
        chunked: chunked && body.body !== null,
      }
    })
}

/** What an address may name, with the token that opens it. */
function thingsOf({ held, people }: Actors, template: string): (Thing | Held)[] {
  if (isPersonal(template)) return people.sessions
  const kind = /([\w-]+)\/\{id\}/.exec(template)?.[1] ?? ''
  const { logins, accounts, organizations, sessions } = people
  return { logins, accounts, organizations, sessions }[kind] ?? held
}

const isPersonal = (template: string) => template.startsWith('/v1/me')

function organizationsOf({ people, ids }: Actors): string[] {
  const own = people.organizations.map(({ id }) => id)
  return [...own, ...own, ...ids.filter((id) => !id.includes('/'))].slice(0, 12)
}

/** Never those whose rules the fuzzer's people stand under. */
const userTypeInPath = fc.constantFrom(
  'patient',
  'nurse',
  'nurse',
  'Patient',
  '__proto__',
  '%00',
  'x'.repeat(60),
)

function sureOf({ people }: Actors, method: string, template: string): (Sure | null)[] {
  return people.sure.get(`${method} ${template}`) ?? [null]
}

/** What surely succeeds, once. */
function sureRequest(method: string, { path, token, body }: Sure, schema: Schema | undefined): Fuzzed {
  const said = json(body(), schema)
  const headers = { ...said.headers, authorization: `Bearer ${token}` }
  return { method, path, ...said, headers, chunked: false }
}

const oddAuthorization = (actors: Actors): fc.Arbitrary<string | string[]> =>
  fc.constantFrom<string | string[]>(
    ...[
      '',
      'Bearer',
      'Bearer ',
      'bearer x',
      'Basic YTpi',
      `Bearer ${'x'.repeat(5_000)}`,
      'Bearer kp_sk_nothing0000000',
    ],
    ...[
      'Bearer kp_cs_AAAAAAAAAAAAAAAAAAAAAA_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      'Bearer kp_cs_',
      'Bearer kp_pk_é',
    ],
    [`Bearer ${actors.tokens[0]}`, 'Bearer second'],
    ['Bearer first', `Bearer ${actors.tokens[0]}`],
    `bearer ${actors.tokens[0]}`,
    `Bearer  ${actors.tokens[0]}`,
  )

const queryOf = fc.oneof(
  fc.constantFrom(
    '?',
    '?wait=0',
    '?since=0&wait=1',
    '?wait=26',
    '?wait=-1',
    '?wait=1.5',
    '?wait=1&wait=2',
    '?wait[]=1',
    '?x=1',
  ),
  fc.constantFrom(
    '?since=99999999999',
    '?__proto__=1',
    '?constructor=1',
    '?%00=%00',
    '?wait=%',
    '?wait=%E2%80%AE1',
    '?wait=1e0',
  ),
  fc.constantFrom(
    '?limit=1',
    '?limit=0',
    '?limit=101',
    '?cursor=',
    '?cursor=acc_x',
    '?limit=2&cursor=__proto__',
  ),
  fc.constantFrom(
    `?since=${'9'.repeat(500)}`,
    '?since=-0',
    '?since',
    '?&&&',
    '?=',
    `?${'a=1&'.repeat(1_100)}`,
    '?wait=%D9%A0',
  ),
  fc.tuple(headerValue, headerValue).map((pair) => `?${pair.map(encodeURIComponent).join('=')}`),
)

/** What comes with a request that takes no body. */
const strayBody: fc.Arbitrary<Body> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ body: null, headers: {} }) },
  { weight: 1, arbitrary: hostileBytes.map((body) => ({ body, headers: JSON_TYPE })) },
)

function json(value: unknown, schema: Schema | undefined): Body {
  const text = JSON.stringify(value)
  if (text === undefined) return { body: null, headers: {} }
  return {
    body: Buffer.from(text),
    headers: JSON_TYPE,
    value: JSON.parse(text),
    ...(schema ? { schema } : {}),
  }
}

function bodyOf(document: Document, schema: Schema): fc.Arbitrary<Body> {
  const right = fitting(document, schema).map((value) => json(value, schema))
  const wrong = nearly(document, schema).map((value) => json(value, schema))
  const raw = fc
    .tuple(hostileBytes, fc.option(fc.constantFrom(...contentTypes), { freq: 3 }))
    .map(([body, type]) => ({ body, headers: type === null ? JSON_TYPE : { 'content-type': type } }))
  const renamed = fc
    .tuple(right, fc.constantFrom(...contentTypes))
    .map(([{ body }, type]) => ({ body, headers: { 'content-type': type } }))
  const packed = right
    .chain(({ body }) => encoded(body ?? Buffer.alloc(0)))
    .map(({ encoding, body }) => ({ body, headers: { ...JSON_TYPE, 'content-encoding': encoding } }))
  const none = fc.constantFrom<Body>(
    { body: null, headers: {} },
    { body: null, headers: JSON_TYPE },
    { body: Buffer.alloc(0), headers: JSON_TYPE },
    { body: Buffer.alloc(0), headers: {} },
  )
  return fc.oneof(
    { weight: 5, arbitrary: right },
    { weight: 7, arbitrary: wrong },
    { weight: 3, arbitrary: raw },
    { weight: 1, arbitrary: renamed },
    { weight: 1, arbitrary: packed },
    { weight: 1, arbitrary: none },
  )
}

const hex = '0123456789abcdef'.repeat(2)

/** A callback, mostly signed as Twilio would, with fields that Twilio would never write. */
function callback(actors: Actors, { method, template }: Target): fc.Arbitrary<Fuzzed> {
  const text = hostileValue.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
  const field = (...likely: string[]) =>
    fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...likely) }, { weight: 1, arbitrary: text })
  const form = fc.record(
    {
      AccountSid: field(ACCOUNT.sid),
      MessageSid: field(`SM${hex}`),
      CallSid: field(`CA${hex}`),
      MessageStatus: field('queued', 'sent', 'delivered', 'undelivered', 'failed', 'read'),
      CallStatus: field('in-progress', 'ringing', 'completed', 'busy', 'no-answer'),
      ErrorCode: field('30003', '30006', '99999', ''),
      Digits: field('1', '9', '12', '123456', '', '#'),
      AnsweredBy: field('human', 'machine_start', 'fax'),
      To: field('+31612345678'),
      Extra: text,
    },
    { requiredKeys: ['AccountSid', 'MessageSid', 'CallSid', 'MessageStatus', 'CallStatus'] },
  )
  return fc
    .record({
      held: fc.constantFrom(...actors.held),
      form: form,
      flaw: fc.constantFrom('', '', '', '', 'unsigned', 'nonce', 'id', 'doubled', 'many', 'bytes', 'json'),
      round: fc.constantFrom('0', '1', '2', '', '99', '-1', 'x'),
      bytes: hostileBytes,
      id: fc.constantFrom(...actors.ids.filter(isDecodable)),
    })
    .map(({ held, form, flaw, round, bytes, id }) => {
      const at = template.replace('{delivery}', flaw === 'id' ? id : held.deliveryId)
      const nonce =
        flaw === 'nonce' ? actors.nonceOf(actors.held[0]!.deliveryId) : actors.nonceOf(held.deliveryId)
      const path = `${at}?nonce=${nonce}${template.includes('keys') ? `&round=${round}` : ''}`
      const encodedForm = new URLSearchParams(form as Record<string, string>).toString()
      const signature =
        flaw === 'unsigned' ? {} : { 'x-twilio-signature': actors.sign(path, form as Record<string, string>) }
      const type = flaw === 'json' ? 'application/json' : 'application/x-www-form-urlencoded'
      const doubled = flaw === 'doubled' ? '&Digits=1&Digits=1&__proto__=x' : ''
      const many = flaw === 'many' ? '&a=1'.repeat(300) : ''
      const body = flaw === 'bytes' ? bytes : Buffer.from(encodedForm + doubled + many)
      return { method, path, headers: { ...signature, 'content-type': type }, body, chunked: false }
    })
}

/** Percent signs that stand for nothing end as 404 before a callback is looked at. */
function isDecodable(id: string): boolean {
  return !/%(?![0-9a-f]{2})|%E0%A4/i.test(id)
}

/** Any method on any spelling of an address. */
function stray(actors: Actors, targets: Target[]): fc.Arbitrary<Fuzzed> {
  const spelled = fc.constantFrom(
    (path: string) => path,
    (path: string) => `${path}/`,
    (path: string) => path.toUpperCase(),
    (path: string) => `/${path}`,
    (path: string) => `${path}//`,
    (path: string) => path.replace('/v1', '/v1/.'),
    (path: string) => path.replaceAll('/', '%2f'),
    (path: string) => `${path}%00`,
    (path: string) => `${path};x=1`,
    (path: string) => `${path}/..`,
    (path: string) => `http://evil.example${path}`,
    (path: string) => path.replace('/v1', '/v2'),
    (path: string) => `${path}/${'x'.repeat(4_000)}`,
  )
  const special = fc.constantFrom(
    '/',
    '*',
    '/%',
    '/%ff',
    '/favicon.ico',
    '/docs/problems/nothing',
    '/docs/%',
    '/openapi.json',
    '/requests/x',
  )
  const path = fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.constantFrom(...targets), spelled)
        .map(([{ template }, spell]) => spell(template)),
    },
    { weight: 1, arbitrary: special },
  )
  return fc
    .record({
      path,
      method: fc.constantFrom(...METHODS),
      held: fc.constantFrom(...actors.held),
      odd: oddHeaders,
      body: strayBody,
    })
    .map(({ path, method, held, odd, body }) => ({
      method,
      path: path.replace('{id}', held.id).replace('{delivery}', held.deliveryId),
      headers: {
        ...odd,
        ...body.headers,
        authorization: `Bearer ${actors.tokens[0]}`,
        'if-none-match': '"x"',
      },
      body: method === 'GET' || method === 'HEAD' ? null : body.body,
      chunked: false,
    }))
}
