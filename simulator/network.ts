import { makeClock, type Clock } from './clock.ts'
import { makeWatchers, type Watchers } from './watchers.ts'
import { makeWebhooks, type Webhooks } from './webhooks.ts'
import { makeWorld, type LogEntry, type World } from './world.ts'
import type { Response } from 'express'

/** The simulated phone network: what every part of the simulator works on. */
export type Network = {
  accountSid: string
  authToken: string
  clock: Clock
  world: World
  webhooks: Webhooks
  watchers: Watchers
  /** Answers that are kept back on purpose. */
  held: Set<Response>
  record: (entry: NewEntry) => void
}

/** A log entry before it is numbered. */
export type NewEntry = Omit<LogEntry, 'number'>

/** The account that may use the simulator; `speed` 50 makes a second last 20 ms; `log` gets failures, without numbers. */
export type SimulatorSettings = {
  accountSid: string
  authToken: string
  speed?: number
  log?: (line: string) => void
}

/** Makes a network with nobody on it. */
export function makeNetwork({ accountSid, authToken, speed = 1, log }: SimulatorSettings): Network {
  const clock = makeClock(speed)
  const world = makeWorld()
  const watchers = makeWatchers()
  let number = 0
  const record = (entry: NewEntry) => {
    world.log.push({ ...entry, number: ++number })
    watchers.changed()
    if (!entry.ok && entry.kind !== 'request') log?.(`simulator: ${entry.title}: ${entry.result}`)
  }
  const webhooks = makeWebhooks({ authToken, clock, record })
  return { accountSid, authToken, clock, world, watchers, webhooks, record, held: new Set() }
}
