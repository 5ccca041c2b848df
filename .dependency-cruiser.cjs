/** The walls of the house (docs/house.md). test/walls.test.ts plants a violation to prove that this file bites. */
const ours = '^(api|bench|carrier|cli|client|core|db|locales|embedded|portal|process|queue|simulator|worker|test)/|^(main|config|keypad|keypad)\\.ts$'

/** Forbids `room` every room of ours that is not itself or listed. */
const wall = (room, allowed) => ({
  name: `${room}-may-import`,
  severity: 'error',
  from: { path: `^${room}/`, pathNot: '^api/main\\.ts$' },
  to: { path: ours, pathNot: `^(${[room, ...allowed].join('|')})(/|\\.ts$)` },
})

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'core-libraries',
      severity: 'error',
      from: { path: '^core/' },
      to: { dependencyTypes: ['npm', 'core'], pathNot: '^(node_modules/(libphonenumber-js|zod)/|crypto$|node:crypto$)' },
    },
    { name: 'phone-metadata-max-only', severity: 'error', from: {}, to: { path: 'libphonenumber-js/(index|min|mobile)' } },
    wall('core', []),
    wall('locales', ['core']),
    wall('db', ['core']),
    wall('queue', ['core']),
    wall('carrier', ['core']),
    wall('process', ['core', 'db', 'queue']),
    wall('api', ['core', 'db', 'queue', 'carrier', 'locales', 'process', 'config']),
    wall('worker', ['core', 'db', 'queue', 'carrier', 'locales', 'process', 'config']),
    wall('cli', ['core', 'db', 'config', 'embedded']),
    wall('embedded', []),
    wall('client', ['core']),
    wall('portal', ['client', 'core', 'locales']),
    wall('simulator', []),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^node_modules/.*/node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
}
