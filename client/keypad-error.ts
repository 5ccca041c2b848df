/**
 * `unreachable`: no connection, or it broke. `timeout`: no answer in time. `unreadable`: something answered, but not
 * Keypad. `redirected`: the url is not Keypad's final address.
 */
export type Failure = 'unreachable' | 'timeout' | 'unreadable' | 'redirected'

const WORDS: Record<Failure, string> = {
  unreachable: 'cannot be reached',
  timeout: 'did not answer in time',
  unreadable: 'gave an answer that cannot be read',
  redirected: 'is at another address: the url answers with a redirect',
}

/** Thrown when there is no answer, after all retries. Holds no token, no body and no address. */
export class KeypadError extends Error {
  readonly failure: Failure
  /** The method that was called. */
  readonly call: string
  /** The HTTP status, where there was one. */
  readonly status: number | null

  constructor(failure: Failure, call: string, about: { status?: number; word?: string } = {}) {
    const { status, word } = about
    super(`${call}: Keypad ${WORDS[failure]}${status || word ? ` (${status ?? word})` : ''}`)
    this.name = 'KeypadError'
    this.failure = failure
    this.call = call
    this.status = status ?? null
  }
}
