import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { Library } from '../../electron/library/library.ts'
import { isOriginalPresent, keepOriginal, stageOriginal } from '../../electron/library/originals.ts'
import { clientIdSchema, treatmentIdSchema } from '../../shared/domain/ids.ts'
import { deviceKeysOf } from '../library/device-keys.ts'
import { photoImported } from '../library/imported-photo.ts'
import { recordsIn } from '../library/library-content.ts'
import { clientAdded, temporaryFolder } from '../library/temporary-library.ts'
import { type DiskCall, watchDisk } from './watched-disk.ts'

vi.mock('node:fs/promises', async (load) =>
  (await import('./watched-disk.ts')).watchedFileSystem(await load<typeof import('node:fs/promises')>()),
)

afterEach(() => watchDisk({}))

/** What the disk says of everything below a folder, by what happened to it. */
const troubles = {
  'the drive is unplugged': { code: 'ENODEV', says: 'folder-unavailable', is: () => true },
  'the disk is full': { code: 'ENOSPC', says: 'disk-full', is: ({ name }: DiskCall) => /write/i.test(name) },
  'the folder is read-only': {
    code: 'EROFS',
    says: 'folder-unavailable',
    is: ({ name }: DiskCall) => /write|truncate|sync|rename|mkdir|rm|chmod/i.test(name),
  },
  'the rights are gone': { code: 'EACCES', says: 'folder-unavailable', is: () => true },
}

async function filled() {
  const folder = join(await temporaryFolder(), 'library')
  const library = await Library.open(folder, deviceKeysOf())
  const client = clientAdded('Anna Beispiel')
  const clientId = clientIdSchema.parse(client.data.clientId)
  const treatmentId = treatmentIdSchema.parse(randomUUID())
  const data = { treatmentId, clientId, name: 'Treatment 1', sessionCount: 3, addedAt: client.data.addedAt }
  await library.record([client, { type: 'treatment-added', version: 1, data }])
  const camera = await temporaryFolder()
  const importPhoto = async (name: string) => {
    const source = join(camera, name)
    writeFileSync(source, randomUUID().repeat(80))
    const staged = await stageOriginal(library, source)
    await keepOriginal(library, staged, clientId)
    await library.record([photoImported(staged, { clientId, treatmentId })])
  }
  await importPhoto('one.jpg')
  return { folder, library, clientId, importPhoto }
}

test.each(Object.entries(troubles))(
  '%s: said plainly, nothing acknowledged or marked, goes on when it is over',
  async (_, trouble) => {
    const { folder, library, clientId, importPhoto } = await filled()
    const before = await recordsIn(library)
    watchDisk({
      before: (call) => {
        if (call.path.startsWith(folder) && trouble.is(call)) throw Object.assign(new Error(), { code: trouble.code })
      },
    })
    const rename = (name: string) => library.record([{ type: 'client-renamed', version: 1, data: { clientId, name } }])
    for (let attempt = 0; attempt < 2; attempt++) {
      await expect(importPhoto('two.jpg')).rejects.toMatchObject({ code: trouble.says })
      await expect(rename('Nobody')).rejects.toMatchObject({ code: trouble.says })
    }
    expect(library.lastSeq).toBe(before.length)
    watchDisk({})
    expect(await recordsIn(library)).toEqual(before)
    await importPhoto('two.jpg')
    await rename('Anna Neu')
    const after = await recordsIn(library)
    expect(after).toHaveLength(before.length + 2)
    await library.close()

    const again = await Library.open(folder, deviceKeysOf())
    expect(await recordsIn(again)).toEqual(after)
    expect([...again.facts.photos.values()].map(({ isRemoved }) => isRemoved)).toEqual([false, false])
    expect(again.notices.filter(({ kind }) => kind !== 'orphans-found')).toEqual([])
    expect(await readdir(join(folder, 'ledger'))).toEqual(['000001.log'])
    await again.close()
  },
)

test('control: what can’t be read for now, taken for deleted, would be every photo', async () => {
  const { folder, library } = await filled()
  const photos = [...library.facts.photos.values()]
  const presentCount = async () => {
    const isThere = await Promise.all(photos.map((p) => isOriginalPresent(library.layout, p.photoId, p.byteSize)))
    return isThere.filter(Boolean).length
  }
  watchDisk({
    before: (call) => {
      if (call.path.startsWith(folder)) throw Object.assign(new Error(), { code: 'ENODEV' })
    },
  })
  expect(await presentCount()).toBe(0)
  watchDisk({})
  expect(await presentCount()).toBe(photos.length)
  expect([...library.facts.photos.values()].filter(({ isRemoved }) => isRemoved)).toEqual([])
  await library.close()
})

test('a record that another program changed meanwhile is not written over', async () => {
  const { folder, library, clientId } = await filled()
  watchDisk({
    before: (call) => {
      if (call.path.startsWith(folder)) throw Object.assign(new Error(), { code: 'ENODEV' })
    },
  })
  const rename = () => library.record([{ type: 'client-renamed', version: 1, data: { clientId, name: 'Anna Neu' } }])
  await expect(rename()).rejects.toMatchObject({ code: 'folder-unavailable' })
  watchDisk({})
  writeFileSync(join(folder, 'ledger/000001.log'), 'another ledger\n')
  await expect(rename()).rejects.toMatchObject({ code: 'folder-unavailable' })
  await expect(rename()).rejects.toMatchObject({ code: 'folder-unavailable' })
  await library.close()
})
