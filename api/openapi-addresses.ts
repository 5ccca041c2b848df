/**
 * The parameters of addresses: which kind of id stands where, with an example of each.
 */
import { z } from 'zod'
import { writeId } from '#core/ids.ts'
import type { IdPrefix } from '#core/ids.ts'
import { userType } from '#core/login-contract.ts'

/** One made-up id of each kind, the same in every example. */
export const EXAMPLE_IDS = {
  verifications: writeId('ver', '019ab3c4-5d6e-7bde-a04d-26c1ea72fe03'),
  logins: writeId('lgn', '019ab3c4-6e05-7a3b-b1c8-0f9d27e4a651'),
  accounts: writeId('acc', '019ab3c4-6b72-7d04-9f18-64e0c2a7b5d3'),
  organizations: writeId('org', '019ab3c4-6a10-7c11-8e2f-3b7d9a5c0e41'),
  sessions: writeId('ses', '019ab3c4-7f31-7e92-8a06-c5b4d1e2f307'),
  'factor-resets': writeId('rst', '019ab3c4-8c44-7b15-9d20-1e7f6a3c58b9'),
  webhooks: writeId('whk', '019ab3c4-9d57-7c26-8e31-2f806b4d69ca'),
  messages: writeId('msg', '019ab3c5-0e68-7d37-9f42-308a7c5e7adb'),
} as const

type Kind = keyof typeof EXAMPLE_IDS

const NAMES: Record<Kind, { prefix: IdPrefix; name: string }> = {
  verifications: { prefix: 'ver', name: 'verification' },
  logins: { prefix: 'lgn', name: 'login' },
  accounts: { prefix: 'acc', name: 'account' },
  organizations: { prefix: 'org', name: 'organization' },
  sessions: { prefix: 'ses', name: 'session' },
  'factor-resets': { prefix: 'rst', name: 'factor reset' },
  webhooks: { prefix: 'whk', name: 'webhook' },
  messages: { prefix: 'msg', name: 'message' },
}

/** The pattern of an id: core/ids.ts writes 128 bits in 26 characters, so the first is at most 7. */
export function idPattern(prefix: IdPrefix): string {
  return `^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`
}

/** A parameter's schema, shared by all addresses that have the same one. */
function idParameter(kind: Kind, param: string): z.ZodType {
  const { prefix, name } = NAMES[kind]
  const component = name.replaceAll(/(?:^| )(\w)/g, (_found, first: string) => first.toUpperCase())
  return z
    .string()
    .regex(new RegExp(idPattern(prefix)))
    .meta({
      description: `The id of the ${name}`,
      example: EXAMPLE_IDS[kind],
      param: { name: param, in: 'path', id: param === 'id' ? `${component}Id` : `${component}InPath` },
    })
}

const ID_PARAMETERS = new Map(Object.keys(NAMES).map((kind) => [kind, idParameter(kind as Kind, 'id')]))

const OTHERS = new Map<string, z.ZodType>([
  ['org_id', idParameter('organizations', 'org_id')],
  ['message_id', idParameter('messages', 'message_id')],
  ['user_type', userType.meta({ param: { name: 'user_type', in: 'path', id: 'UserType' } })],
])

/** The parameters of an address, in its order. Throws on one that has no description here. */
export function addressParameters(path: string): z.ZodType[] {
  return [...path.matchAll(/([\w-]+)\/\{(\w+)\}/g)].map(([, kind = '', name = '']) => {
    const found = name === 'id' ? ID_PARAMETERS.get(kind) : OTHERS.get(name)
    if (!found) throw new Error(`${path} has a parameter that nothing describes: ${name}`)
    return found
  })
}

/** An address with examples in the places of its parameters. */
export function exampleAddress(path: string): string {
  return path
    .replace('{org_id}', EXAMPLE_IDS.organizations)
    .replace('{message_id}', EXAMPLE_IDS.messages)
    .replace('{user_type}', 'patient')
    .replace(/([\w-]+)\/\{id\}/, (_found, kind: string) => `${kind}/${EXAMPLE_IDS[kind as Kind]}`)
}
