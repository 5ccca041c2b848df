/**
 * Days and times of things that happened a while ago, as the person's calendar shows them.
 */
import { readZone } from './clock.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import type { Visit } from './visit.ts'

/** Writes the day; `withClock` adds the time of day, with the zone where nobody knows the person's. */
export function writeDay(visit: Visit, time: string, withClock = false): Html {
  const zone = readZone(visit.cookie('zone'))
  const day = { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone ?? 'UTC' } as const
  const named = zone === null ? ({ timeZoneName: 'short' } as const) : {}
  const clock = withClock ? ({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...named } as const) : {}
  const text = new Intl.DateTimeFormat(`${visit.locale}-u-nu-latn`, { ...day, ...clock }).format(
    new Date(time),
  )
  return html`<time datetime="${time}">${text}</time>`
}
