import { isLive, type Call } from './call.ts'
import { reportDetection } from './call-callbacks.ts'
import { ruleOf } from './fates.ts'
import { pause } from './twiml/line.ts'
import { runTwiml } from './twiml/run.ts'
import type { Network } from './network.ts'

/** A machine's greeting, and how long detection takes to tell a voice from it. */
const GREETING_MS = 6_000
const DETECTION_MS = 2_000

/** Everything between picking up and hanging up; resolves when the caller has nothing more to say. */
export async function talk(network: Network, call: Call): Promise<void> {
  const machine = ruleOf(call.fate).robot === 'machine'
  if (machine) call.cancels.push(network.clock.after(GREETING_MS, () => beep(network, call)))
  await detect(network, call, machine)
  if (isLive(call)) await runTwiml(network, call)
}

function beep(network: Network, call: Call): void {
  call.beeped = true
  network.watchers.changed()
}

/** Where detection comes before the TwiML, the callee hears silence meanwhile, as on the real network. */
async function detect(network: Network, call: Call, machine: boolean): Promise<void> {
  if (call.detection.kind === 'none') return
  const untilBeep = machine && call.detection.untilBeep
  const tookMs = untilBeep ? GREETING_MS : DETECTION_MS
  const decide = () => {
    if (!isLive(call)) return
    call.answeredBy = machine ? (untilBeep ? 'machine_end_beep' : 'machine_start') : 'human'
    reportDetection(network, call, tookMs)
  }
  if (call.detection.kind === 'before') await pause(network, call, tookMs).then(decide)
  else call.cancels.push(network.clock.after(tookMs, decide))
}
