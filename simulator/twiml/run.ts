import { isLive, type Call, type TwimlSource } from '#simulator/call.ts'
import { isTwimlFault, twimlFault, type TwimlFault } from './fault.ts'
import { gather, seconds } from './gather.ts'
import { pause, speak } from './line.ts'
import { loadDocument, resolveUrl } from './load.ts'
import type { Network } from '#simulator/network.ts'
import type { Element } from './parse.ts'

/** No sane call needs more verbs; more means a document that leads to itself. */
const STEP_LIMIT = 100
const APPLICATION_ERROR = 'We are sorry. An application error has occurred. Goodbye.'

/** One run of the interpreter; `steps` counts the verbs of all its documents. */
type Run = { network: Network; call: Call; base: string | null; steps: number }

/** What follows a verb: the next verb, another document, or the end of the call. */
type Next = TwimlSource | 'next' | 'end'

/** Plays TwiML to a call until it has nothing more to say; resolves when it should be hung up. Never rejects. */
export async function runTwiml(network: Network, call: Call): Promise<void> {
  const run: Run = { network, call, base: null, steps: 0 }
  try {
    let source: TwimlSource | null = call.source
    while (source && isLive(call)) source = await playSource(run, source)
  } catch (error) {
    const unforeseen = twimlFault(13000, 'The simulator could not run this document')
    await failCall(network, call, isTwimlFault(error) ? error : unforeseen)
  }
}

async function playSource(run: Run, source: TwimlSource): Promise<TwimlSource | null> {
  const document = await loadDocument(run.network, run.call, source)
  run.base = document.base
  for (const verb of document.root.children) {
    if (typeof verb === 'string') continue
    const next = await playVerb(run, verb)
    const replaced = takeRedirect(run.call)
    if (replaced) return replaced
    if (next === 'end' || !isLive(run.call)) return null
    if (next !== 'next') return next
  }
  return takeRedirect(run.call)
}

function takeRedirect(call: Call): TwimlSource | null {
  const { redirect } = call
  call.redirect = null
  return redirect
}

async function playVerb(run: Run, verb: Element): Promise<Next> {
  if (++run.steps > STEP_LIMIT) throw twimlFault(11100, `More than ${STEP_LIMIT} verbs`)
  const { network, call } = run
  switch (verb.name) {
    case 'Say':
      return repeatSay(run, verb)
    case 'Pause':
      await pause(network, call, seconds(verb, 'length', 1) * 1_000)
      return 'next'
    case 'Play':
      return 'next'
    case 'Gather': {
      const play = (prompt: Element) => playVerb(run, prompt)
      return (await gather({ network, call, base: run.base, play }, verb)) ?? 'next'
    }
    case 'Redirect':
      return redirectTo(run, verb)
    case 'Hangup':
    case 'Reject':
      return 'end'
    default:
      throw twimlFault(12200, `Unknown verb <${verb.name}>`)
  }
}

/** `loop="0"` means for ever; the step limit ends that here. A key pressed inside a Gather ends the speech. */
async function repeatSay(run: Run, verb: Element): Promise<Next> {
  const loop = seconds(verb, 'loop', 1)
  const times = loop === 0 ? STEP_LIMIT : Math.min(loop, STEP_LIMIT)
  const untouched = () => isLive(run.call) && !run.call.redirect && !run.call.collector?.digits
  for (let time = 0; time < times && untouched(); time++) await speak(run.network, run.call, verb)
  return 'next'
}

function redirectTo(run: Run, verb: Element): TwimlSource {
  const target = verb.children.filter((child) => typeof child === 'string').join('')
  const method = verb.attributes['method'] === 'GET' ? 'GET' : 'POST'
  return { kind: 'url', url: resolveUrl(run.base, target.trim()), method, form: {} }
}

/** The callee hears an apology, and the carrier log shows Twilio's number. */
async function failCall(network: Network, call: Call, fault: TwimlFault): Promise<void> {
  call.error = { code: fault.twilioCode, text: fault.message }
  network.record({
    at: network.clock.now(),
    kind: 'fault',
    phone: call.to,
    title: 'application error',
    result: `${fault.twilioCode} ${fault.message}`,
    ok: false,
    tookMs: null,
    tries: 1,
    target: call.sid,
    form: {},
    signature: null,
  })
  await speak(network, call, { name: 'Say', attributes: {}, children: [APPLICATION_ERROR] })
}
