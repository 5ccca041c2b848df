/**
 * Answers that come line by line, one JSON value each.
 */
import { KeypadError } from './keypad-error.ts'
import type { TimeLimit } from './time-limit.ts'

/** Reads the lines as they come. Throws KeypadError when they break off. */
export async function* readLines(response: Response, name: string, limit: TimeLimit): AsyncGenerator {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const piece = await reader?.read()
      rest += decoder.decode(piece?.value, { stream: true })
      const lines = rest.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) yield JSON.parse(line) as unknown
      if (!piece || piece.done) return
    }
  } catch {
    limit.signal.throwIfAborted()
    throw new KeypadError('unreachable', name)
  } finally {
    limit.close()
    await reader?.cancel().catch(() => {})
  }
}
