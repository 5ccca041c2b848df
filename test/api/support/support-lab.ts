/**
 * What staff read, for the tests of this folder.
 */
import { expect } from 'vitest'
import type { Asked } from '#test/harness/http-client.ts'
import type { Stack } from '#test/harness/stack.ts'

export type Found = { id: string; matched_by: string; [field: string]: unknown }

/** Searches and gives the first page. */
export async function find(stack: Stack, q: string, asked: Asked = {}): Promise<Found[]> {
  const reply = await stack.call('GET', `/v1/support/accounts?q=${encodeURIComponent(q)}`, undefined, asked)
  expect(reply.status).toBe(200)
  return reply.body['data'] as Found[]
}

/** The ids that a search finds, with the way that found them. */
export async function findWays(stack: Stack, q: string, asked: Asked = {}): Promise<[string, string][]> {
  return (await find(stack, q, asked)).map(({ id, matched_by }) => [id, matched_by])
}

export type Entry = {
  id: string
  kind: string
  sentence: string
  technical: Record<string, unknown>
  [field: string]: unknown
}

/** The newest entries of somebody's timeline, newest first. */
export async function readTimeline(stack: Stack, accountId: string, asked: Asked = {}): Promise<Entry[]> {
  const path = `/v1/support/accounts/${accountId}/timeline?limit=100`
  const reply = await stack.call('GET', path, undefined, asked)
  expect(reply.status).toBe(200)
  return reply.body['data'] as Entry[]
}
