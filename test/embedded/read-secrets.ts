// Reads or makes the secrets of a data folder at the first line of input: read-secrets.ts <dataDir>
import { once } from 'node:events'
import { readOrMakeCarrierToken, readOrMakeSecrets } from '#embedded/secrets.ts'

console.log('waiting')
await once(process.stdin, 'data')
const dataDir = process.argv[2]!
console.log(readOrMakeSecrets(dataDir) + readOrMakeCarrierToken(dataDir).authToken)
process.exit()
