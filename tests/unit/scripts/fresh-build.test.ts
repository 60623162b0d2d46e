import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fingerprintFiles } from '../../../scripts/fresh-build.mjs'
import { makeTemporaryFolder } from './temporary-folder.ts'

test('the fingerprint changes with an edit, an addition and a removal, and with nothing else', async () => {
  const root = makeTemporaryFolder()
  mkdirSync(join(root, 'src', 'deep'), { recursive: true })
  const file = join(root, 'src', 'deep', 'a.ts')
  const added = join(root, 'src', 'b.ts')
  const fingerprint = () => fingerprintFiles(root, ['src', 'config.ts', 'missing.ts'])
  writeFileSync(file, 'one')
  writeFileSync(join(root, 'config.ts'), 'config')
  writeFileSync(join(root, 'elsewhere.ts'), 'x')

  const first = await fingerprint()
  writeFileSync(join(root, 'elsewhere.ts'), 'changed')
  expect(await fingerprint()).toBe(first)

  writeFileSync(file, 'two')
  utimesSync(file, 1_000, 1_000)
  const edited = await fingerprint()
  expect(edited).not.toBe(first)

  writeFileSync(added, '')
  expect(await fingerprint()).not.toBe(edited)
  rmSync(added)
  rmSync(file)
  expect(await fingerprint()).not.toBe(edited)
})
