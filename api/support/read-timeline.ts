/**
 * GET /v1/support/accounts/{id}/timeline: what happened to somebody, step by step.
 */
import { askerOf } from '#api/begin-verification.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { operation } from '#api/operation.ts'
import { writeEventId } from '#core/event-id.ts'
import { Problem } from '#core/problem.ts'
import { localeChoice, timelinePage } from '#core/support-contract.ts'
import { numberTries, writeEntry } from '#core/timeline.ts'
import { readPerson } from '#db/people.ts'
import { insertLookUps } from '#db/support.ts'
import { listTimeline } from '#db/timeline.ts'
import type { TimelineRow } from '#db/timeline.ts'
import type { z } from 'zod'
import { writeSupportEvent } from './gather-facts.ts'
import { limitOf, placeQuery, writePlaces } from './places.ts'
import { readerOf } from './read-account.ts'
import { writeTime } from './reader-times.ts'
import type { Reader } from './reader-times.ts'
import { READERS } from './staff-readers.ts'
import { writeTechnical, writeTechnicalLine } from './technical.ts'

const query = placeQuery.extend({ locale: localeChoice })

export const readTimelineOperation = operation({
  name: 'read-timeline',
  method: 'get',
  path: '/v1/support/accounts/{id}/timeline',
  group: 'Support',
  summary: 'See what happened, step by step',
  description:
    'Every event of the person, newest first: what it means, what to tell the patient and what staff can do. Numbers are masked, codes are never there. `technical` and `text` hold nothing personal, so they may go into a ticket. Reading it is noted as looking the person up.',
  access: READERS,
  body: null,
  query,
  answers: { 200: { description: 'A page of entries', schema: timelinePage } },
  problems: ['not_found'],
  run: readTimeline,
})

async function readTimeline(_context: ApiContext, call: Call<null, z.output<typeof query>>): Promise<Answer> {
  const { db, caller, id: accountId } = call
  const { tenantId } = caller
  const [limit, before] = [limitOf(call.query), call.query.cursor?.toString() ?? null]
  if (!(await readPerson(db, tenantId, accountId))) throw new Problem('not_found')
  const rows = await listTimeline(db, { tenantId, accountId }, { before, limit: limit + 1 })
  await insertLookUps(db, { tenantId, ...askerOf(call) }, [{ accountId, data: { page: 'timeline' } }])
  const reader = readerOf(call)
  const shown = rows.slice(0, limit)
  const next = rows.length > limit ? (shown.at(-1)?.id ?? null) : null
  const entries = writeEntries(shown, reader)
  const text = shown.map((row, place) => writeLine(row, entries[place]?.sentence ?? '')).join('\n')
  return { status: 200, body: { ...writePlaces(entries, next), text } }
}

function writeEntries(rows: readonly TimelineRow[], reader: Reader) {
  const words = numberTries(rows.map(writeSupportEvent)).map((event) =>
    writeEntry(reader.locale, event, (time) => writeTime(time, reader)),
  )
  return rows.map((row, place) => ({
    ...{ id: writeEventId(row.id), at: row.at.toISOString() },
    ...words[place]!,
    technical: writeTechnical(row),
  }))
}

/** One line for a ticket, in UTC and to the second, as logs are. */
function writeLine(row: TimelineRow, sentence: string): string {
  const technical = [row.kind, writeTechnicalLine(row)].filter((part) => part !== '').join(' ')
  return `${row.at.toISOString().slice(0, 19)}Z ${sentence} [${technical}]`
}
