import { expect, test } from 'vitest'
import { libraryFormat, libraryLayout } from '../../../electron/library/layout.ts'
import { appOrigin, photoPathPattern } from '../../../shared/addresses.ts'
import { channels } from '../../../shared/ipc/channels.ts'

test('the origin, the library’s format and its layout are what released versions use', () => {
  expect(appOrigin).toBe('app://lib')
  expect(libraryFormat).toEqual({ format: 'stipple-library', version: 2 })
  const { ledger, object } = libraryLayout('/library', (id) => id)
  expect(ledger.replaceAll('\\', '/')).toBe('/library/ledger/000001.log')
  expect(object('ab'.repeat(32)).replaceAll('\\', '/')).toBe(`/library/objects/ab/${'ab'.repeat(32)}`)
  expect(Object.values(channels)).toEqual(['stipple:request', 'stipple:offer-files', 'stipple:announce'])
})

test.each(['thumb', 'work', 'full', 'staged', 'aligned', 'aligned-full', 'aligned-rigid', 'aligned-rigid-full'])(
  'a photo is served as “%s”',
  (rendition) => {
    const id = 'a'.repeat(64)
    expect(photoPathPattern.exec(`/photo/${id}/${rendition}`)?.slice(1)).toEqual([id, rendition])
  },
)

test.each([
  `/photo/${'a'.repeat(64)}/aligned-`,
  `/photo/${'a'.repeat(64)}/aligned-full-rigid`,
  `/photo/${'a'.repeat(64)}/rigid`,
  '/photo/../../etc/passwd',
  `/photo/${'a'.repeat(63)}/thumb`,
  `/photo/${'A'.repeat(64)}/thumb`,
  `/photo/${'a'.repeat(64)}/../thumb`,
  `/photo/${'a'.repeat(64)}/original`,
  `/photo/${'a'.repeat(64)}/thumb/..`,
  `/photo/${'a'.repeat(64)}%2fthumb`,
  `/photo/${'a'.repeat(64)}/thumb\n`,
])('“%s” is no photo’s path', (path) => {
  expect(photoPathPattern.test(path)).toBe(false)
})
