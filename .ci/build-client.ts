/**
 * Builds the client for those who install it: JavaScript for Node 20 and browsers, and types that stand alone.
 * `node .ci/build-client.ts [folder]`; client/dist by default.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const out = resolve(process.argv[2] ?? join(ROOT, 'client/dist'))

rmSync(out, { recursive: true, force: true })
const tsc = [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', join(ROOT, 'client'), '--outDir', out]
execFileSync(process.execPath, tsc, { stdio: 'inherit' })

for (const name of readdirSync(out)) {
  const file = join(out, name)
  const text = readFileSync(file, 'utf8')
  // tsc leaves `.ts` in declarations: TypeScript finds its way from there, Deno does not.
  if (name.endsWith('.d.ts')) writeFileSync(file, text.replaceAll(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'"))
  // Files of types have nothing to run, and nothing imports them.
  else if (/^(\/\*\*[^]*?\*\/\s*)?export \{\};\s*$/.test(text)) rmSync(file)
}
copyFileSync(join(ROOT, 'LICENSE'), join(out, 'LICENSE'))
