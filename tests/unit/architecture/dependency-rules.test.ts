import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../../..')

/** A violation of each rule: the file that it is planted in, and what it imports. */
const violations: Record<string, [file: string, imported: string]> = {
  'shared-stands-alone': ['shared/planted.ts', '../electron/library/layout.ts'],
  'domain-knows-zod-and-words-only': ['shared/domain/planted.ts', '../errors.ts'],
  'words-know-nothing': ['shared/words/planted.ts', '../errors.ts'],
  'one-import-of-i18next': ['renderer/ui/planted-words.ts', 'i18next'],
  'window-knows-no-machine': ['renderer/planted.ts', '../electron/library/layout.ts'],
  'machine-knows-no-window': ['electron/main/planted-window.ts', '../../renderer/ports.ts'],
  'main-is-a-stranger': ['electron/main/planted.ts', '../engine/task-table.ts'],
  'cli-is-a-stranger': ['electron/cli/planted.ts', '../engine/task-table.ts'],
  'engine-is-a-stranger': ['electron/engine/planted.ts', '../main/log.ts'],
  'preload-is-a-stranger': ['electron/preload/planted.ts', '../main/log.ts'],
  'library-and-pool-stand-below': ['electron/library/planted.ts', '../main/log.ts'],
  'sealed-knows-shared-only': ['electron/sealed/planted.ts', '../library/layout.ts'],
  'ui-knows-no-domain': ['renderer/ui/planted.ts', '../../shared/domain/stage.ts'],
  'viewer-knows-no-feature': ['renderer/viewer/planted.ts', '../features/clients/planted-part.ts'],
  'features-never-import-features': ['renderer/features/series/planted.ts', '../clients/planted-part.ts'],
  'features-know-ports-only': ['renderer/features/series/planted-adapter.ts', '../../library/library-db.ts'],
  'jobs-know-no-feature': ['renderer/jobs/planted.ts', '../features/clients/planted-part.ts'],
  'dexie-is-the-library-adapter': ['renderer/app/planted.ts', 'dexie'],
  'one-import-of-sharp': ['electron/engine/planted-sharp.ts', 'sharp'],
  'one-import-of-opencv': ['electron/engine/planted-opencv.ts', '@opencvjs/node'],
  'one-import-of-tensorflow': ['electron/engine/planted-tensorflow.ts', '@tensorflow/tfjs-core'],
  'no-cycles': ['shared/planted-cycle-a.ts', './planted-cycle-b.ts'],
  'not-to-unresolvable': ['shared/planted-nowhere.ts', './nowhere.ts'],
}

let folder: string
let found: { rule: { name: string }; from: string }[]
let modulesRead: number

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stipple-rules-'))
  for (const part of ['electron', 'renderer', 'shared', '.dependency-cruiser.mjs', 'package.json']) {
    await cp(join(root, part), join(folder, part), { recursive: true })
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  await plant('renderer/features/clients/planted-part.ts', 'export const part = 1\n')
  await plant('shared/planted-cycle-b.ts', "import './planted-cycle-a.ts'\n")
  for (const [file, imported] of Object.values(violations)) await plant(file, `import '${imported}'\n`)
  const { stdout } = await run(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.mjs',
      '-T',
      'json',
      'electron',
      'renderer',
      'shared',
    ],
    { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
  ).catch((error: { stdout: string }) => error)
  const { summary } = JSON.parse(stdout)
  found = summary.violations
  modulesRead = summary.totalCruised
}, 120_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

async function plant(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true })
  await writeFile(join(folder, file), text)
}

test('the rules read the whole product', () => {
  expect(modulesRead).toBeGreaterThan(100)
})

test.each(Object.entries(violations))('a planted violation of “%s” is caught', (rule, [file]) => {
  expect(found.filter((violation) => violation.rule.name === rule).map(({ from }) => from)).toContain(file)
})

test('nothing but what was planted is found', () => {
  expect(
    found.filter(({ from }) => !from.includes('planted')).map(({ rule, from }) => `${rule.name}: ${from}`),
  ).toEqual([])
})
