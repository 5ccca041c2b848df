/**
 * Mounts the simulator where its addresses are: /simulator and /handsets.
 */
import type { Express } from 'express'
import { createSimulator } from './app.ts'
import type { Simulator } from './app.ts'

type Account = { accountSid: string; authTokens: readonly [string, ...string[]]; simulatorSpeed: number }

/** Makes a simulator for an account and the function that mounts it. */
export function mountSimulator(account: Account): {
  simulator: Simulator
  mount: (app: Express) => void
  stop: () => Promise<void>
} {
  const { accountSid, authTokens, simulatorSpeed: speed } = account
  const simulator = createSimulator({ accountSid, authToken: authTokens[0], speed })
  const mount = (app: Express): void => {
    app.use('/simulator', simulator.router)
    app.use('/handsets', simulator.handsets)
  }
  return { simulator, mount, stop: () => simulator.stop() }
}
