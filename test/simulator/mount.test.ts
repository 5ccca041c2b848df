import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, it } from 'vitest'
import { mountSimulator } from '#simulator/mount.ts'
import { accountSid, authToken, from, postForm } from './lab.ts'

it('a mounted simulator answers at /simulator and /handsets, and ends', async () => {
  const simulator = mountSimulator({ accountSid, authTokens: [authToken, 'an-older-one'], simulatorSpeed: 1 })
  const app = express()
  simulator.mount(app)
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const form = { To: '+12025550123', From: from, Body: 'Hi' }
  const created = await postForm(`${base}/simulator/2010-04-01/Accounts/${accountSid}/Messages.json`, form)
  expect(created.status).toBe(201)
  expect(await (await fetch(`${base}/handsets`)).text()).toContain('+1 202 555 0123')
  await simulator.stop()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})
