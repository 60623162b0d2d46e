import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dialog } from 'electron'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { EnginePool } from '../../../electron/engine-pool/engine-pool.ts'
import { openStudioSign } from '../../../electron/main/studio-sign.ts'

vi.mock('electron', () => ({ dialog: { showOpenDialog: vi.fn() } }))

async function emptySign() {
  const folder = await mkdtemp(join(tmpdir(), 'stipple-sign-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const files = { studioName: join(folder, 'studio.json'), studioLogo: join(folder, 'studio-logo.png') }
  const run = vi.fn(async () => ({}))
  const close = vi.fn()
  const pool = { run, close } as unknown as EnginePool
  const sign = openStudioSign(
    files,
    () => pool,
    () => ({}) as never,
  )
  const choose = (...filePaths: string[]) =>
    vi.mocked(dialog.showOpenDialog).mockResolvedValueOnce({ canceled: filePaths.length === 0, filePaths })
  return { folder, files, sign, run, close, choose }
}

test('a name is kept and found again; a file that can’t be read counts as none', async () => {
  const { files, sign } = await emptySign()
  expect(await sign['studio.read']({})).toEqual({ name: '', logo: null })
  await sign['studio.rename']({ name: 'Studio Nord' })
  expect((await sign['studio.read']({})).name).toBe('Studio Nord')
  await writeFile(files.studioName, '{"name":7')
  expect((await sign['studio.read']({})).name).toBe('')
})

test('a logo goes through the engine, never as it is, and the engine ends whatever comes of it', async () => {
  const { folder, files, sign, run, close, choose } = await emptySign()
  const path = join(folder, 'chosen.png')
  await writeFile(path, 'not a picture')
  choose(path)
  expect(await sign['studio.choose-logo']({})).toEqual({ isChosen: true })
  expect(run).toHaveBeenCalledWith('make-logo', {
    source: { path, key: null },
    longestSidePx: 800,
    output: { path: files.studioLogo, seal: null },
  })
  run.mockRejectedValueOnce(new Error('damaged'))
  choose(path)
  await expect(sign['studio.choose-logo']({})).rejects.toThrow('damaged')
  expect(close).toHaveBeenCalledTimes(2)
  expect(await readdir(folder)).toEqual(['chosen.png'])
})

test('nothing happens when the dialog is left; a file that is too large or gone is refused', async () => {
  const { folder, sign, run, choose } = await emptySign()
  choose()
  expect(await sign['studio.choose-logo']({})).toEqual({ isChosen: false })
  const path = join(folder, 'large.png')
  await writeFile(path, Buffer.alloc(20e6 + 1))
  choose(path)
  await expect(sign['studio.choose-logo']({})).rejects.toMatchObject({ code: 'refused' })
  choose(join(folder, 'gone.png'))
  await expect(sign['studio.choose-logo']({})).rejects.toMatchObject({ code: 'file-unreadable' })
  expect(run).not.toHaveBeenCalled()
})

test('a logo can be removed, and removed again', async () => {
  const { files, sign } = await emptySign()
  await writeFile(files.studioLogo, 'logo')
  expect((await sign['studio.read']({})).logo).toEqual(new Uint8Array(await readFile(files.studioLogo)))
  await sign['studio.remove-logo']({})
  await sign['studio.remove-logo']({})
  expect((await sign['studio.read']({})).logo).toBeNull()
})
