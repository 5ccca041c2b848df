/**
 * The client as its users get it: built, packed, and unpacked into a folder of theirs.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Installs it in a new folder, with what else is named from this repository's packages beside it. */
export function installClient(...others: string[]) {
  const home = mkdtempSync(join(tmpdir(), 'keypad-client-'))
  const source = join(home, 'source')
  for (const name of ['package.json', 'README.md']) cpSync(join(ROOT, 'client', name), join(source, name))
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: home, encoding: 'utf8' })
  run(process.execPath, join(ROOT, '.ci/build-client.ts'), join(source, 'dist'))
  const [packed] = JSON.parse(run('npm', 'pack', '--ignore-scripts', '--json', source)) as Packed[]
  const place = join(home, 'node_modules/@keypad/client')
  mkdirSync(place, { recursive: true })
  run('tar', '-xzf', packed!.filename, '-C', place, '--strip-components=1')
  for (const name of others) symlinkSync(join(ROOT, 'node_modules', name), join(home, 'node_modules', name))
  const remove = () => rmSync(home, { recursive: true, force: true })
  return { home, place, files: packed!.files.map(({ path }) => path).toSorted(), remove }
}

type Packed = { filename: string; files: { path: string }[] }
