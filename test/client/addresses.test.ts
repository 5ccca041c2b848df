import { describe, expect, it } from 'vitest'
import { OPERATIONS } from '#api/operations.ts'
import { ADDRESSES } from '#client/addresses.ts'

const camel = (name: string) => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

describe('the methods of the client', () => {
  it('are the operations of the API, each with its address, body and query', () => {
    const expected = OPERATIONS.map(({ name, method, path, query }) => {
      const shape = path.replaceAll(/\{\w+\}/g, '{}')
      return [camel(name), `${method.toUpperCase()} ${shape}${query ? '?' : ''}`] as const
    })
    expect(ADDRESSES).toEqual(Object.fromEntries(expected))
  })

  it('send a body exactly where the operation reads one', () => {
    const withBody = OPERATIONS.filter(({ body }) => body !== null).map(({ method }) => method)
    const without = OPERATIONS.filter(({ body }) => body === null).map(({ method }) => method)
    expect(new Set(withBody)).toEqual(new Set(['post', 'put', 'patch']))
    expect(new Set(without)).toEqual(new Set(['get', 'delete']))
  })
})
