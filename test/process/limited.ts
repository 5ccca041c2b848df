/**
 * A process that limits its nursery and then tells what it is; it ends with 7.
 */
import { readFileSync } from 'node:fs'
import { limitNursery } from '#process/lean-start.ts'

limitNursery('api')
const told = {
  pid: process.pid,
  flags: process.execArgv,
  words: process.argv.slice(2),
  colour: process.env['COLOUR'] ?? null,
  heard: process.connected ? '' : readFileSync(0, 'utf8'),
}
process.exitCode = 7
if (process.send) process.send(told, () => process.disconnect())
else console.log(JSON.stringify(told))
