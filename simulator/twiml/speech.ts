import type { Element, Node } from './parse.ts'

const WORD_MS = 60
const LEAST_MS = 300
/** Pauses of `<break strength="…">`, about as long as Polly makes them. */
const STRENGTHS: Record<string, number> = {
  none: 0,
  'x-weak': 0,
  weak: 250,
  medium: 400,
  strong: 800,
  'x-strong': 1_200,
}

/** Reads the words of a `<Say>`, its marks-up removed: a break parts words, everything else joins them. */
export function readSpeech(say: Element): string {
  return words(say.children).replace(/\s+/g, ' ').trim()
}

function words(nodes: Node[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node
      return node.name === 'break' ? ' ' : words(node.children)
    })
    .join('')
}

/** Tells how long a `<Say>` takes in simulated ms: quick speech, at least 300 ms, and its breaks in full. */
export function speechMs(say: Element): number {
  const count = readSpeech(say).split(' ').length
  return Math.max(LEAST_MS, count * WORD_MS) + breaksMs(say.children)
}

function breaksMs(nodes: Node[]): number {
  let ms = 0
  for (const node of nodes) {
    if (typeof node === 'string') continue
    ms += node.name === 'break' ? breakMs(node) : breaksMs(node.children)
  }
  return ms
}

function breakMs({ attributes }: Element): number {
  const time = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(attributes['time'] ?? '')
  if (time) return Math.min(10_000, Number(time[1]) * (time[2] === 's' ? 1_000 : 1))
  return STRENGTHS[attributes['strength'] ?? 'medium'] ?? 400
}
