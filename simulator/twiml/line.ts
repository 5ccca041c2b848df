import { isLive, type Call, type Collector } from '#simulator/call.ts'
import { ruleOf } from '#simulator/fates.ts'
import { readSpeech, speechMs } from './speech.ts'
import type { Network } from '#simulator/network.ts'
import type { Element } from './parse.ts'

/** Waits on the line; ends early when the call ends, a key is heard or the document is replaced. */
export function pause(network: Network, call: Call, ms: number): Promise<void> {
  if (!isLive(call)) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      cancel()
      call.wake = null
      resolve()
    }
    const cancel = network.clock.after(ms, done)
    call.wake = done
  })
}

/** Says one `<Say>`: its words are captioned when they begin, and take their time. */
export async function speak(network: Network, call: Call, say: Element): Promise<void> {
  const text = readSpeech(say)
  if (text === '') return
  call.said.push({ text, at: network.clock.now(), language: say.attributes['language'] ?? null })
  if (call.beeped) call.recorded.push(text)
  network.watchers.changed()
  await pause(network, call, speechMs(say))
}

/** What became of pressed keys. `not_live`: nobody is on the line; `unheard`: nothing listened. */
export type Heard = 'heard' | 'unheard' | 'not_live'

/** Presses keys on the phone. Outside a Gather they are lost, and a machine hears none, as on the real network. */
export function pressKeys(network: Network, call: Call, keys: string): Heard {
  if (!isLive(call)) return 'not_live'
  call.pressed += keys
  network.watchers.changed()
  if (!call.collector || ruleOf(call.fate).robot === 'machine') return 'unheard'
  for (const key of keys) collect(call.collector, key)
  call.wake?.()
  return 'heard'
}

/** Keys after the Gather is satisfied are dropped. */
function collect(collector: Collector, key: string): void {
  if (collector.finished) return
  if (key === collector.finishOnKey) {
    collector.finished = true
    collector.finishedBy = key
    return
  }
  collector.digits += key
  if (collector.digits.length >= collector.numDigits) collector.finished = true
}
