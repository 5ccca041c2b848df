/**
 * What the commands that bring problems about are made of.
 */
import { writeCurl } from './docs-samples.ts'
import type { SampleRequest } from './docs-samples.ts'

/** A sentence about what to do first, and commands; null: no command brings it about. */
export type Cause = { note?: string; command: string | null }

type Curl = (request: SampleRequest) => string

/** Makes the cause for the server at `base`. */
export type MakeCause = (curl: Curl, base: string) => Cause

/** The writer of commands for one server. */
export function curlFor(base: string): Curl {
  return (request) => writeCurl(base, request)
}

/** A number that is reserved for fiction. */
export const PHONE = '+61491570156'

/** The same command several times. */
export function repeat(times: number, command: string): string {
  return `for n in $(seq ${times}); do\n${command.replaceAll(/^/gm, '  ')}\ndone`
}

/** A POST without anything special. */
export function post(path: string, body: object, key?: string): SampleRequest {
  return { method: 'post', path, body, ...(key !== undefined && { key }) }
}
