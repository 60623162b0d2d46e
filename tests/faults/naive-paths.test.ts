import { lstatSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { expect, test, vi } from 'vitest'
import { serveWindowFiles } from '../../electron/main/window-files.ts'
import { hostilePaths } from '../hostile-paths.ts'
import { hostileNames } from '../library/hostile-names.ts'
import { temporaryFolder } from '../library/temporary-library.ts'

vi.mock('electron', () => ({}))

/** A computer of which the window may see `app/dist/window` only. */
async function computer(): Promise<string> {
  const home = await temporaryFolder()
  const files = [
    'app/dist/window/index.html',
    'app/dist/window/assets/window.js',
    'app/dist/main/main.js',
    'etc/passwd',
  ]
  for (const file of files) {
    await mkdir(dirname(join(home, file)), { recursive: true })
    await writeFile(join(home, file), file)
  }
  return home
}

/** An address's path as a protocol's handler gets it, and as a careless one takes it apart. */
const pathnamesOf = (path: string) => {
  const { pathname } = new URL(`app://lib/${path}`)
  return [pathname, decodeURIComponent(pathname), `/${path}`, `/${decodeURIComponent(path)}`]
}

test('the window’s files are served by their listed names: no hostile path leads anywhere', async () => {
  const serve = serveWindowFiles(join(await computer(), 'app/dist/window'))
  expect((await serve('/index.html'))?.status).toBe(200)
  for (const pathname of hostilePaths.flatMap(pathnamesOf)) expect(await serve(pathname), pathname).toBeUndefined()
})

test('control: a server that joins folder and path gives files away to the same paths', async () => {
  const home = await computer()
  const folder = join(home, 'app/dist/window')
  const given = new Set<string>()
  for (const pathname of hostilePaths.flatMap(pathnamesOf))
    given.add(await readFile(join(folder, pathname), 'utf8').catch(() => 'nothing'))
  expect([...given].sort()).toEqual(['app/dist/main/main.js', 'etc/passwd', 'nothing'])
})

test('control: unpacking that believes an archive’s names writes outside of its folder, and over what isn’t its own', async () => {
  const home = await temporaryFolder()
  const target = join(home, 'restored')
  for (const [, name] of hostileNames) {
    const path = join(target, name)
    // a name may be one that no file can have
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, 'evil').catch(() => undefined)
  }
  const written = (await readdir(home, { recursive: true })).filter((name) => lstatSync(join(home, name)).isFile())
  expect(written).toContain('evil')
  expect(written.map((name) => relative('restored', name))).toEqual(
    expect.arrayContaining(['LOCK', 'manifest.json', '.evil', join('tmp', 'evil')]),
  )
})
