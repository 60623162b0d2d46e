import { link, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { refuseOverwriting } from '../../../electron/cli/refuse-overwriting.ts'

test('a result never goes over a file that was read, under whatever name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stipple-out-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const [photo, other, twin] = ['photo.jpg', 'other.jpg', 'twin.jpg'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  await writeFile(photo, 'photo')
  await writeFile(other, 'other')
  await link(photo, twin)
  const refused = { code: 'refused' }
  await expect(refuseOverwriting(photo, [other, photo])).rejects.toMatchObject(refused)
  await expect(refuseOverwriting(join(folder, '.', 'photo.jpg'), [photo])).rejects.toMatchObject(refused)
  await expect(refuseOverwriting(twin, [photo])).rejects.toMatchObject(refused)
  await refuseOverwriting(join(folder, 'new.png'), [photo, other])
  await refuseOverwriting(other, [photo, join(folder, 'absent.jpg')])
})
