// For each line of input tries for the lock, says what came of it, and holds what it got: take-lock.ts <dataDir> <port>
import { createInterface } from 'node:readline'
import { lockDataDir } from '#embedded/lock.ts'

const [dataDir, port] = process.argv.slice(2)
console.log('waiting')
for await (const line of createInterface({ input: process.stdin })) {
  const lock = lockDataDir(line || dataDir!, { port: Number(port) })
  console.log(JSON.stringify(lock.heldBy ?? 'mine'))
}
