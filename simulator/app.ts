import express, { type Router } from 'express'
import { makeControlRouter } from './control.ts'
import { isEnded } from './call.ts'
import { makeNetwork, type Network, type SimulatorSettings } from './network.ts'
import { makePageRouter } from './page/router.ts'
import { makeRestRouter } from './rest/router.ts'
import { keepMail, type Mail } from './world.ts'

/** A running stand-in for Twilio. */
export type Simulator = {
  /** Twilio's REST API and the control routes; to be mounted under `/simulator`. */
  router: Router
  /** The page with the phones; to be mounted at `/handsets`. */
  handsets: Router
  /** Puts an e-mail into its mailbox. */
  deliverMail: (mail: Omit<Mail, 'at'>) => void
  /** True when nothing is on its way: no text, no call, no callback. */
  idle: () => boolean
  /** Ends all waits, requests and live pages; resolves when nothing is left. */
  stop: () => Promise<void>
}

/** Makes a simulated Twilio account for the demo and the tests. It holds everything in memory and forgets it at the end. */
export function createSimulator(settings: SimulatorSettings): Simulator {
  const network = makeNetwork(settings)
  const router = express.Router()
  router.use((_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store')
    next()
  })
  router.use(makeRestRouter(network))
  router.use(makeControlRouter(network, () => forget(network)))
  return {
    router,
    handsets: makePageRouter(network, () => forget(network)),
    deliverMail: (mail) => {
      keepMail(network.world, { ...mail, at: network.clock.now() })
      network.watchers.changed()
    },
    idle: () => network.clock.pending() === 0 && network.webhooks.inFlight() === 0,
    async stop() {
      forget(network)
      network.watchers.close()
      await network.webhooks.close()
    },
  }
}

/** Ends what is going on without a word to anybody, then empties the world. */
function forget({ world, clock, held, watchers }: Network): void {
  for (const call of world.calls.values()) {
    if (isEnded(call)) continue
    call.endedAt = clock.now()
    call.status = 'canceled'
    call.wake?.()
  }
  clock.cancelAll()
  for (const response of held) response.destroy()
  for (const part of [
    world.messages,
    world.calls,
    world.handsets,
    world.mailboxes,
    world.requests,
    world.log,
  ]) {
    part.clear()
  }
  watchers.changed()
}
