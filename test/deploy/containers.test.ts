import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const read = (name: string): string => readFileSync(`${ROOT}/${name}`, 'utf8')

/** The blocks of a compose file at one depth: name → text. */
function blocks(text: string, indent: string): Map<string, string> {
  const parts = text.split(new RegExp(`^${indent}(?=[a-z][\\w-]*:)`, 'm')).slice(1)
  return new Map(parts.map((part) => [part.slice(0, part.indexOf(':')), part]))
}

describe('the image', () => {
  it('is made without development packages or install scripts and runs as an ordinary user', () => {
    const dockerfile = read('Dockerfile')
    expect(dockerfile).toContain('npm ci --omit=dev --ignore-scripts')
    const stages = dockerfile.split(/^FROM /m)
    expect(stages.length).toBeGreaterThan(2)
    expect(stages.at(-1)).toMatch(/^USER (?!root|0)\w+$/m)
  })

  it('takes in nothing but what is named, and all of that is there', () => {
    const lines = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    expect(lines[0]).toBe('*')
    const named = lines.slice(1).map((line) => line.replace(/^!/, ''))
    expect(lines.slice(1).every((line) => line.startsWith('!'))).toBe(true)
    expect(named.filter((name) => !existsSync(`${ROOT}/${name}`))).toEqual([])
  })
})

describe('docker-compose.yml', () => {
  const top = blocks(read('docker-compose.yml'), '')
  const services = blocks(top.get('services')!, '  ')

  it('lets no container write, gain rights or run as root', () => {
    expect(top.get('x-hardened')).toMatch(/read_only: true[^]*cap_drop: \[ALL\][^]*no-new-privileges:true/)
    expect(top.get('x-keypad')).toMatch(/<<: \*hardened[^]*user: node/)
    expect([...services.keys()].toSorted()).toEqual(['api', 'migrate', 'postgres', 'redis', 'worker'])
    for (const [name, text] of services) {
      expect(text, name).toMatch(/<<: \*(hardened|keypad)\n/)
      if (text.includes('*hardened')) expect(text, name).toMatch(/^ {4}user: (?!root)\w+$/m)
    }
  })

  it('runs two of each door, after the migrations, and asks each whether it is ready', () => {
    for (const name of ['api', 'worker']) {
      const text = services.get(name)!
      expect(text).toContain(`"${name}/main.ts"`)
      expect(text).toContain('replicas: 2')
      expect(text).toContain('depends_on: *started')
      expect(text).toMatch(/healthcheck:[^]*\/readyz/)
    }
    expect(top.get('x-started')).toContain('migrate: { condition: service_completed_successfully }')
  })

  it('keeps Redis as the queue needs it, and secrets out of the file', () => {
    expect(services.get('redis')).toMatch(/"--appendonly", "yes"[^]*"--maxmemory-policy", "noeviction"/)
    expect(top.get('x-keypad')).toContain('env_file: deploy/.env')
    const passwords = read('docker-compose.yml').match(/^.*PASSWORD.*$/gm) ?? []
    expect(passwords.length).toBeGreaterThan(1)
    for (const line of passwords) expect(line).toContain('${POSTGRES_PASSWORD:?')
    expect(read('.gitignore').split('\n')).toContain('deploy/.env')
  })
})
