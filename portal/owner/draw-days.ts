/**
 * The days as bars, drawn by the server: no script, no inline style. Patterns tell the parts apart without colour.
 */
import type { Desk } from '#portal/console/desk.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import type { Day } from './count-sends.ts'

const WIDTH = 720
const HEIGHT = 200
const FLOOR = 176
const TOP = 8
/** Names of days that stand side by side without touching. */
const LABELS = 8

/** Draws the days; the table beside it has the same numbers. */
export function drawDays({ plain, tell }: Desk, days: readonly Day[]): Html {
  const most = Math.max(...days.map(({ good, other, failed }) => good + other + failed), 1)
  const step = WIDTH / days.length
  const every = Math.ceil(days.length / LABELS)
  const bars = days.map(
    (day, at) =>
      html`${drawDay(day, { x: at * step, step, scale: (FLOOR - TOP) / most })}
      ${at % every === 0 && html`<text x="${round(at * step + step / 2)}" y="194">${day.day.slice(5)}</text>`}`,
  )
  return html`<figure>
    <svg class="days" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${plain('sends.chart')}">
      <line x1="0" y1="${FLOOR}" x2="${WIDTH}" y2="${FLOOR}" />
      ${bars}
    </svg>
    <figcaption>
      <span class="swatch good"></span> ${tell('sends.good')}
      <span class="swatch other"></span> ${tell('sends.other')}
      <span class="swatch failed"></span> ${tell('sends.failed')}
    </figcaption>
  </figure>`
}

function drawDay({ good, other, failed }: Day, at: { x: number; step: number; scale: number }): Html {
  const width = Math.min(at.step * 0.7, 48)
  const x = at.x + (at.step - width) / 2
  let y = FLOOR
  const parts = Object.entries({ good, other, failed }).map(([name, count]) => {
    const height = count * at.scale
    y -= height
    return (
      count > 0 &&
      html`<rect
        class="${name}"
        x="${round(x)}"
        y="${round(y)}"
        width="${round(width)}"
        height="${round(height)}"
      />`
    )
  })
  return html`${parts}`
}

const round = (value: number) => Math.round(value * 10) / 10
