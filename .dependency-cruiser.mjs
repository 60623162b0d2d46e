/** Who may import whom: docs/architecture.md says why. A test plants a violation of each rule and expects it to be found. */
const machineParts = ['main', 'preload', 'engine', 'cli']
const strangers = machineParts.map((part) => ({
  name: `${part}-is-a-stranger`,
  severity: 'error',
  from: { path: `^electron/${part}/` },
  to: { path: `^electron/(${machineParts.filter((other) => other !== part).join('|')})/` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'shared-stands-alone',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(electron|renderer|tests|scripts)/' },
    },
    {
      name: 'domain-knows-zod-and-words-only',
      severity: 'error',
      from: { path: '^shared/domain/' },
      to: { pathNot: ['^shared/(domain|words)/', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'words-know-nothing',
      severity: 'error',
      from: { path: '^shared/words/' },
      to: { pathNot: ['^shared/words/', '(^|/)node_modules/i18next/'] },
    },
    {
      name: 'one-import-of-i18next',
      severity: 'error',
      from: { path: '^(electron|shared|renderer)/', pathNot: '^shared/words/translate\\.ts$' },
      to: { path: '(^|/)node_modules/i18next/' },
    },
    { name: 'window-knows-no-machine', severity: 'error', from: { path: '^renderer/' }, to: { path: '^electron/' } },
    { name: 'machine-knows-no-window', severity: 'error', from: { path: '^electron/' }, to: { path: '^renderer/' } },
    ...strangers,
    {
      name: 'library-and-pool-stand-below',
      severity: 'error',
      from: { path: '^electron/(library|engine-pool)/' },
      to: { path: `^electron/(${machineParts.join('|')})/` },
    },
    {
      name: 'sealed-knows-shared-only',
      severity: 'error',
      from: { path: '^electron/sealed/' },
      to: { path: '^electron/(?!sealed/)' },
    },
    {
      name: 'ui-knows-no-domain',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: ['^shared/(?!words/)', '^renderer/(?!ui/)'] },
    },
    {
      name: 'viewer-knows-no-feature',
      severity: 'error',
      from: { path: '^renderer/viewer/' },
      to: { path: '^renderer/(features|app|library|engine|jobs)/' },
    },
    {
      name: 'features-never-import-features',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'features-know-ports-only',
      severity: 'error',
      from: { path: '^renderer/features/' },
      to: { path: '^renderer/(app|library|engine)/' },
    },
    {
      name: 'jobs-know-no-feature',
      severity: 'error',
      from: { path: '^renderer/jobs/' },
      to: { path: '^renderer/(features|app|library|engine)/' },
    },
    {
      name: 'dexie-is-the-library-adapter',
      severity: 'error',
      from: { path: '^renderer/(?!library/)' },
      to: { path: '(^|/)node_modules/dexie' },
    },
    {
      name: 'one-import-of-sharp',
      severity: 'error',
      from: { path: '^(electron|shared|renderer)/', pathNot: '^electron/engine/sharp-images\\.ts$' },
      to: { path: '(^|/)node_modules/sharp/' },
    },
    {
      name: 'one-import-of-opencv',
      severity: 'error',
      from: { path: '^(electron|shared|renderer)/', pathNot: '^electron/engine/opencv-vision\\.ts$' },
      to: { path: '(^|/)node_modules/@opencvjs/' },
    },
    {
      name: 'one-import-of-tensorflow',
      severity: 'error',
      from: { path: '^(electron|shared|renderer)/', pathNot: '^electron/engine/neural-networks\\.ts$' },
      to: { path: '(^|/)node_modules/@tensorflow/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
