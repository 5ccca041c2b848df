/**
 * The walls of the house (docs/house.md). test/walls.test.ts plants violations to prove that this file bites.
 */
const ROOMS =
  'api|bench|carrier|cli|client|core|credentials|db|embedded|locales|portal|process|queue|simulator|test|worker'
const OURS = `^(${ROOMS})/|^(main|config|keypad|drizzle\\.config)\\.ts$`
const LIVE_TYPES = ['type-only']

/** Forbids `room` everything of ours but itself and what is listed; `config` stands for its types only. */
const wall = (room, allowed, pathNot = '^$') => ({
  name: `${room}-may-import`,
  severity: 'error',
  from: { path: `^${room}/`, pathNot },
  to: { path: OURS, pathNot: `^(${[room, ...allowed].join('|')})(/|\\.ts$)` },
})

const API = ['core', 'credentials', 'db', 'queue', 'carrier', 'locales', 'process', 'config']

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: LIVE_TYPES } },
    },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'core-is-pure',
      severity: 'error',
      from: { path: '^core/' },
      to: { pathNot: '^core/|(^|/)node_modules/(libphonenumber-js|zod)/|^(node:)?crypto$' },
    },
    {
      name: 'phone-metadata-max-only',
      severity: 'error',
      from: {},
      to: { path: 'libphonenumber-js/', pathNot: 'libphonenumber-js/(max|metadata\\.max)' },
    },
    {
      name: 'settings-are-read-by-main-files',
      severity: 'error',
      from: { path: OURS, pathNot: '^(main|keypad)\\.ts$|^(api|worker)/main\\.ts$|^(cli|test|bench)/' },
      to: { path: '^config\\.ts$', dependencyTypesNot: LIVE_TYPES },
    },
    {
      name: 'main-files-are-not-imported',
      severity: 'error',
      from: {},
      to: { path: '^(main|keypad)\\.ts$|^(api|worker|bench)/main\\.ts$' },
    },
    {
      name: 'drizzle-by-one-door',
      severity: 'error',
      from: { path: OURS, pathNot: '^drizzle\\.config\\.ts$' },
      to: { path: '(^|/)node_modules/drizzle-orm/', dependencyTypesNot: LIVE_TYPES },
    },
    {
      name: 'pg-by-one-door',
      severity: 'error',
      from: { path: OURS, pathNot: '^db/client\\.ts$|^embedded/|^(test|bench)/' },
      to: { path: '(^|/)node_modules/pg/' },
    },
    {
      name: 'proofs-by-one-room',
      severity: 'error',
      from: { path: OURS, pathNot: '^(credentials|test|bench)/' },
      to: { path: '(^|/)node_modules/(@node-rs/argon2|@zxcvbn-ts|otpauth|uqr)/' },
    },
    {
      name: 'credentials-by-their-doors',
      severity: 'error',
      from: { path: OURS, pathNot: '^(credentials|api|cli|test|bench)/' },
      to: { path: '^credentials/' },
    },
    {
      // It is published: whoever installs it gets nothing else.
      name: 'client-stands-alone',
      severity: 'error',
      from: { path: '^client/' },
      to: { pathNot: '^client/', dependencyTypesNot: LIVE_TYPES },
    },
    wall('locales', ['core']),
    wall('db', ['core']),
    wall('queue', ['core']),
    wall('carrier', ['core']),
    wall('credentials', ['core']),
    wall('process', ['core', 'db', 'queue']),
    wall('api', API, '^api/main\\.ts$'),
    // The portal, and without Twilio's credentials the simulator, may be served on the API's port.
    {
      ...wall('api', [...API, 'portal', 'simulator']),
      name: 'api-main-may-import',
      from: { path: '^api/main\\.ts$' },
    },
    wall('worker', ['core', 'db', 'queue', 'carrier', 'locales', 'process', 'config']),
    wall('cli', ['core', 'credentials', 'db', 'config', 'embedded']),
    wall('embedded', []),
    wall('client', ['core']),
    wall('portal', ['client', 'core', 'locales']),
    wall('simulator', []),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^node_modules/.*/node_modules|^\\.keypad/|^(coverage|reports|client/dist)/' },
    // Without swc this tool sees no .ts file under TypeScript 7, and would pass silently.
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}
