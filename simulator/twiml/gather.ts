import { isLive, type Call, type Collector, type TwimlSource } from '#simulator/call.ts'
import { ruleOf } from '#simulator/fates.ts'
import { twimlFault } from './fault.ts'
import { pause, pressKeys } from './line.ts'
import { resolveUrl } from './load.ts'
import type { Network } from '#simulator/network.ts'
import type { Element } from './parse.ts'

const NESTABLE = new Set(['Say', 'Pause', 'Play'])
/** A person needs a moment after the prompt, and presses nothing in the first seconds of a call. */
const ROBOT_REACTS_MS = 300
const ROBOT_NOT_BEFORE_MS = 2_500

/** What a Gather needs to run: the line, its document's address, and how to play the verbs inside it. */
export type GatherContext = {
  network: Network
  call: Call
  base: string | null
  play: (verb: Element) => Promise<unknown>
}

/** Runs a `<Gather>`. Null: no key was pressed and the next verb follows. */
export async function gather(context: GatherContext, verb: Element): Promise<TwimlSource | null> {
  const { network, call } = context
  const prompts = verb.children.filter((child) => typeof child !== 'string')
  const stranger = prompts.find((child) => !NESTABLE.has(child.name))
  if (stranger) throw twimlFault(12200, `<${stranger.name}> cannot be inside <Gather>`)
  const action = () => resolveUrl(context.base, verb.attributes['action'])
  const collector = openCollector(verb)
  if (!listensToKeys(verb)) return null
  call.collector = collector
  for (const prompt of prompts) {
    if (isListening(call, collector) && collector.digits === '') await context.play(prompt)
  }
  const robot = wakeRobot(network, call)
  await waitForKeys(context, collector, seconds(verb, 'timeout', 5))
  robot()
  if (call.collector === collector) call.collector = null
  network.watchers.changed()
  if (!isLive(call) || call.redirect) return null
  const empty = collector.digits === ''
  if (empty && verb.attributes['actionOnEmptyResult'] !== 'true') return null
  const form = { Digits: collector.digits, FinishedOnKey: collector.finishedBy, msg: 'Gather End' }
  const method = verb.attributes['method'] === 'GET' ? 'GET' : 'POST'
  return { kind: 'url', url: action(), method, form }
}

function listensToKeys(verb: Element): boolean {
  return (verb.attributes['input'] ?? 'dtmf').split(/\s+/).includes('dtmf')
}

function isListening(call: Call, collector: Collector): boolean {
  return isLive(call) && !collector.finished && !call.redirect
}

function openCollector(verb: Element): Collector {
  const numDigits = Number(verb.attributes['numDigits'] ?? Number.POSITIVE_INFINITY)
  return {
    digits: '',
    numDigits: numDigits >= 1 ? numDigits : Number.POSITIVE_INFINITY,
    finishOnKey: verb.attributes['finishOnKey'] ?? '#',
    finished: false,
    finishedBy: '',
  }
}

/** The time-out begins after the prompts and again after every key. */
async function waitForKeys({ network, call }: GatherContext, collector: Collector, timeout: number) {
  let heard: number
  do {
    heard = collector.digits.length
    if (!isListening(call, collector)) return
    await pause(network, call, timeout * 1_000)
  } while (collector.digits.length > heard)
}

/** Lets a robot press its key once; returns how to stop it. */
function wakeRobot(network: Network, call: Call): () => void {
  const { robot } = ruleOf(call.fate)
  if (robot !== '1' && robot !== '9') return () => {}
  const spoken = network.clock.toSimulated(network.clock.now() - (call.answeredAt ?? 0))
  const wait = Math.max(ROBOT_REACTS_MS, ROBOT_NOT_BEFORE_MS - spoken)
  return network.clock.after(wait, () => pressKeys(network, call, robot))
}

/** Reads an attribute in seconds; what is no number keeps the verb's default. */
export function seconds(verb: Element, name: string, normal: number): number {
  const value = Number(verb.attributes[name] ?? normal)
  return Number.isFinite(value) && value >= 0 ? value : normal
}
