/**
 * Writes the optional packages of other systems into package-lock.json where they are missing.
 *
 * A registry mirror that holds only Linux builds makes `npm install` leave the others out of the lock file, and then
 * `npm ci` refuses it ("Missing: … from lock file"). The entries written here carry name, version and system, so that
 * npm knows that they are not for this machine; it fetches and hashes them where they are. Run it after `npm install`:
 * `node .ci/complete-lock.ts`. test/supply.test.ts fails when it was forgotten.
 */
import { readFileSync, writeFileSync } from 'node:fs'

type Entry = {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}
type Lock = { packages: Record<string, Entry> }

const FILE = new URL('../package-lock.json', import.meta.url)
const SYSTEMS = [
  'darwin',
  'linux',
  'win32',
  'android',
  'freebsd',
  'openharmony',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
]
const PROCESSORS = [
  'arm64',
  'arm',
  'x64',
  'ia32',
  'ppc64',
  's390x',
  'riscv64',
  'loong64',
  'mips64el',
  'wasm32',
]

/** What a name such as `@swc/core-linux-arm-gnueabihf` says about the system that it is for. */
function readSystem(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[-/]/)
  const os = SYSTEMS.filter((system) => words.includes(system))
  const cpu = PROCESSORS.filter((processor) => words.includes(processor))
  const isMusl = words.some((word) => word.startsWith('musl'))
  const isGlibc = words.some((word) => word.startsWith('gnu'))
  const libc = os[0] !== 'linux' || (!isMusl && !isGlibc) ? {} : { libc: [isMusl ? 'musl' : 'glibc'] }
  if (cpu.length === 0 || (os.length === 0 && cpu[0] !== 'wasm32'))
    throw new Error(`which system is ${name} for?`)
  return { ...libc, cpu, ...(os.length > 0 ? { os } : {}) }
}

const lock = JSON.parse(readFileSync(FILE, 'utf8')) as Lock
const added: string[] = []
for (const [path, { dev, optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const place = `node_modules/${name}`
    if (path === '' || lock.packages[`${path}/${place}`] || lock.packages[place]) continue
    if (!/^\d+\.\d+\.\d+/.test(version)) continue
    lock.packages[place] = { version, ...(dev ? { dev } : {}), optional: true, ...readSystem(name) }
    added.push(name)
  }
}
const inOrder = Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en'))
if (added.length > 0)
  writeFileSync(FILE, `${JSON.stringify({ ...lock, packages: Object.fromEntries(inOrder) }, null, 2)}\n`)
console.log(`${added.length} packages added`)
