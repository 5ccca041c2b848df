import {makeOpenApi} from '#api/openapi.ts'
import {writeFileSync} from 'node:fs'
const t=performance.now()
writeFileSync('/tmp/openapi.json', JSON.stringify(await makeOpenApi(process.argv[2]??'http://localhost:4300'),null,1))
console.log(performance.now()-t)
