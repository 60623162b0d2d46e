import { constants } from 'node:fs'
import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { isOriginalIntact, keepOriginal, stageOriginal } from '../../electron/library/originals.ts'
import { emptyLibraryFiles, temporaryFolder } from '../library/temporary-library.ts'

// the system call's flag that refuses links is taken away, everything else is as in the app
vi.mock('node:fs', async (load) => {
  const real = await load<typeof import('node:fs')>()
  const { O_NOFOLLOW, ...withoutFlag } = real.constants
  return { ...real, constants: withoutFlag }
})

test.skipIf(process.platform === 'win32')(
  'control: without O_NOFOLLOW what a link points to is imported under the link’s name',
  async () => {
    expect(constants.O_NOFOLLOW).toBeUndefined()
    const library = await emptyLibraryFiles()
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'shadow'), 'what nobody meant to import')
    await symlink(join(folder, 'shadow'), join(folder, 'photo.jpg'))
    const staged = await stageOriginal(library, join(folder, 'photo.jpg'))
    await keepOriginal(library, staged, '6f1f4b8e-9c3f-4b61-8a55-0d8a4c9f1e22')
    expect(staged).toMatchObject({ fileName: 'photo.jpg', byteSize: 'what nobody meant to import'.length })
    expect(await isOriginalIntact(library, staged.photoId)).toBe(true)
  },
)
