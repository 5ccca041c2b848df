/**
 * Answers that are too long for one JSON document: one object per line, sent while they are read.
 */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'

/** Sends values as NDJSON. Whoever reads slowly holds the reading up. Throws what keeps even the first line from being read. */
export async function sendLines(lines: AsyncIterable<unknown>, response: Response): Promise<void> {
  const reading = lines[Symbol.asyncIterator]()
  const first = await reading.next()
  response.setHeader('Content-Type', 'application/x-ndjson; charset=utf-8')
  try {
    await pipeline(Readable.from(writeLines(first, reading)), response)
  } catch (error) {
    // The reader hung up.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}

async function* writeLines(first: IteratorResult<unknown>, reading: AsyncIterator<unknown>) {
  for (let line = first; !line.done; line = await reading.next()) yield `${JSON.stringify(line.value)}\n`
}
