import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import {
  appendFile,
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { FileOffers } from '../../../electron/main/file-offers.ts'
import { HotFolder } from '../../../electron/main/hot-folder.ts'
import { keyOf } from '../../../electron/main/hot-folder-files.ts'
import type { HotFolderState } from '../../../shared/ipc/contract.ts'

// the minute's listing is far off, so that only the start's and what chokidar tells can find a file
const timing = { quietMs: 300, lookEveryMs: 60, sweepEveryMs: 3_600_000 }

async function studio() {
  const home = await realpath(await mkdtemp(join(tmpdir(), 'stipple-hot-')))
  onTestFinished(() => rm(home, { recursive: true, force: true, maxRetries: 5 }))
  const [own, tether] = [join(home, 'own'), join(home, 'Tether')]
  for (const folder of [own, tether]) await mkdir(folder)
  const recordPath = join(own, 'hot-folder.json')
  const open = async (times: Partial<typeof timing> = {}) => {
    const offers = new FileOffers()
    const states: HotFolderState[] = []
    const report = vi.fn()
    const announce = (state: HotFolderState) => states.push(state)
    const folderTiming = { ...timing, ...times }
    const hot = await HotFolder.open({ recordPath, ownFolder: own, offers, announce, report, timing: folderTiming })
    onTestFinished(() => hot.close())
    hot.start()
    const waiting = (count: number) => expect.poll(() => hot.state.waitingCount, { timeout: 8000 }).toBe(count)
    /** What is offered, by name and size. */
    const reviewed = async () => (await hot.review()).map(({ fileName, byteSize }) => `${fileName} ${byteSize}`)
    return { hot, offers, states, report, waiting, reviewed }
  }
  return { home, own, tether, recordPath, open }
}

/** Long enough for every file that lies there to be told, twice over. */
const quietAWhile = () => delay(4 * timing.quietMs)

/** As on a network drive: chokidar hears nothing for an hour of a file whose ending it doesn’t know, such as .heic. */
function hearNothing(): void {
  vi.stubEnv('CHOKIDAR_USEPOLLING', '1')
  vi.stubEnv('CHOKIDAR_INTERVAL', '3600000')
  onTestFinished(() => void vi.unstubAllEnvs())
}

test('a file that is written slowly comes once, with its final size, and is only read', async () => {
  const { tether, open } = await studio()
  const { hot, offers, states, waiting, report } = await open({ quietMs: 1200 })
  await hot.choose(tether)
  await delay(200)
  const path = join(tether, 'IMG_0001.JPG')
  for (let part = 0; part < 12; part++) {
    await appendFile(path, Buffer.alloc(25_000, part))
    expect(hot.state.waitingCount).toBe(0)
    await delay(150)
  }
  const written = await stat(path)
  await waiting(1)
  await quietAWhile()
  expect(states.filter(({ waitingCount }) => waitingCount > 0)).toHaveLength(1)
  const [offer] = await hot.review()
  expect(offer).toMatchObject({ fileName: 'IMG_0001.JPG', byteSize: 300_000 })
  expect(offers.find(offer!.offerId)).toBe(path)
  expect(JSON.stringify([offer, states])).not.toContain(tether)
  expect(await stat(path)).toMatchObject({ mtimeMs: written.mtimeMs, ino: written.ino, size: 300_000 })
  expect(report).not.toHaveBeenCalled()
})

test('what is in the folder when it is chosen is left alone, whatever the dates of what comes later', async () => {
  const { tether, open } = await studio()
  for (const name of ['a.jpg', 'b.jpg']) await writeFile(join(tether, name), name)
  const { hot, waiting, reviewed } = await open()
  expect(await hot.choose(tether)).toEqual({ folderName: 'Tether', presentCount: 2 })
  const old = join(tether, '.arriving')
  await writeFile(old, 'taken long ago')
  await utimes(old, new Date('2009-02-03'), new Date('2009-02-03'))
  await rename(old, join(tether, 'synced.jpg'))
  await waiting(1)
  expect(await reviewed()).toEqual(['synced.jpg 14'])
})

test('after a restart: what came meanwhile waits, what waited waits again, what was dealt with doesn’t', async () => {
  const { tether, open } = await studio()
  await writeFile(join(tether, 'before.jpg'), 'before')
  const first = await open()
  await first.hot.choose(tether)
  for (const name of ['filed.jpg', 'left out.jpg', 'waits.jpg']) await writeFile(join(tether, name), name)
  await first.waiting(3)
  const offers = await first.hot.review()
  await first.hot.settle(offers.filter(({ fileName }) => fileName !== 'waits.jpg').map(({ offerId }) => offerId))
  expect(first.hot.state.waitingCount).toBe(1)
  await first.hot.close()

  await writeFile(join(tether, 'meanwhile.jpg'), 'meanwhile')
  const second = await open()
  await second.waiting(2)
  await quietAWhile()
  expect(await second.reviewed()).toEqual(['meanwhile.jpg 9', 'waits.jpg 9'])
})

test('photos that were dealt with stay so when they are moved into a folder or their times shift by a time zone', async () => {
  const { tether, open } = await studio()
  await writeFile(join(tether, 'a.jpg'), 'a')
  await writeFile(join(tether, 'b.jpg'), 'b')
  const { hot, waiting, reviewed } = await open()
  await hot.choose(tether)
  await mkdir(join(tether, 'Done'))
  await rename(join(tether, 'a.jpg'), join(tether, 'Done', 'a.jpg'))
  const { mtimeMs } = await stat(join(tether, 'b.jpg'))
  await utimes(join(tether, 'b.jpg'), new Date(mtimeMs + 5.75 * 3_600_000), new Date(mtimeMs + 5.75 * 3_600_000))
  await writeFile(join(tether, 'c.jpg'), 'c')
  await waiting(1)
  await quietAWhile()
  expect(await reviewed()).toEqual(['c.jpg 1'])
})

test('a camera that begins to count anew in the emptied folder isn’t overlooked', async () => {
  const { tether, open } = await studio()
  const path = join(tether, 'IMG_0001.NEF')
  await writeFile(path, 'first client')
  const { hot, waiting, reviewed } = await open()
  await hot.choose(tether)
  await rm(path)
  await delay(1100)
  await writeFile(path, 'other client')
  await waiting(1)
  expect(await reviewed()).toEqual(['IMG_0001.NEF 12'])
})

test('hidden, unfinished and linked files, folders and pipes are passed over; a card’s folders are looked into', async () => {
  const { home, tether, open } = await studio()
  const { hot, waiting, reviewed } = await open()
  await hot.choose(tether)
  const elsewhere = join(home, 'elsewhere')
  await mkdir(elsewhere)
  await writeFile(join(elsewhere, 'private.jpg'), 'private')
  const make = async () => {
    for (const folder of ['.thumbnails', 'DCIM/100CANON', '1/2/3/4/5'])
      await mkdir(join(tether, folder), { recursive: true })
    for (const name of ['._IMG_1.jpg', 'IMG_2.jpg.part', '~$x.jpg', 'y.jpg~', 'Thumbs.db', '.thumbnails/z.jpg'])
      await writeFile(join(tether, name), name)
    await symlink(join(elsewhere, 'private.jpg'), join(tether, 'link.jpg'))
    await symlink(elsewhere, join(tether, 'linked'))
    if (process.platform !== 'win32') execFileSync('mkfifo', [join(tether, 'pipe.jpg')])
    await writeFile(join(tether, '1/2/3/4/5/deep.jpg'), 'too deep')
    await writeFile(join(tether, 'DCIM/100CANON/IMG_3.JPG'), 'photo')
  }
  await make()
  await waiting(1)
  await quietAWhile()
  expect(await reviewed()).toEqual(['IMG_3.JPG 5'])
  await hot.close()
  // the same by the listing at the start
  const again = await open()
  await again.waiting(1)
  await quietAWhile()
  expect(await again.reviewed()).toEqual(['IMG_3.JPG 5'])
})

test('a folder that goes is said, and watched again when it is back, with what is new in it', async () => {
  const { home, tether, open } = await studio()
  const { hot, states, waiting, reviewed } = await open()
  await hot.choose(tether)
  await writeFile(join(tether, 'one.jpg'), 'one')
  await waiting(1)
  await hot.leave()
  await writeFile(join(tether, 'two.jpg'), 'two')
  await waiting(1)
  const unplugged = join(home, 'unplugged')
  await rename(tether, unplugged)
  await expect.poll(() => hot.state.condition).toBe('gone')
  expect(states.at(-1)).toEqual({ condition: 'gone', folderName: 'Tether', waitingCount: 0 })
  await writeFile(join(unplugged, 'three.jpg'), 'three')
  await rename(unplugged, tether)
  await waiting(2)
  expect(hot.state.condition).toBe('watched')
  await writeFile(join(tether, 'four.jpg'), 'four')
  await waiting(3)
  expect(await reviewed()).toEqual(['four.jpg 4', 'three.jpg 5', 'two.jpg 3'])
})

test('a folder that is gone at the start is watched once it comes', async () => {
  const { tether, open } = await studio()
  const first = await open()
  await first.hot.choose(tether)
  await first.hot.close()
  await rm(tether, { recursive: true })
  const { hot, waiting } = await open()
  await expect.poll(() => hot.state.condition).toBe('gone')
  await mkdir(tether)
  await expect.poll(() => hot.state.condition).toBe('watched')
  await writeFile(join(tether, 'a.jpg'), 'a')
  await waiting(1)
})

test('another folder in the same place is listed anew, as another card in the same reader', async () => {
  const { home, tether, open } = await studio()
  const { hot, waiting, reviewed } = await open()
  await hot.choose(tether)
  const card = join(home, 'card')
  await mkdir(card)
  await writeFile(join(card, 'from the other card.jpg'), 'x')
  await delay(200)
  await rename(tether, join(home, 'first card'))
  await rename(card, tether)
  await waiting(1)
  await writeFile(join(tether, 'live.jpg'), 'y')
  await waiting(2)
  expect(await reviewed()).toEqual(['from the other card.jpg 1', 'live.jpg 1'])
})

test.each(['a drive', 'a network drive'])(
  'a write to %s that goes on while Stipple starts is waited for',
  async (drive) => {
    const { tether, open } = await studio()
    if (drive === 'a network drive') hearNothing()
    const first = await open()
    await first.hot.choose(tether)
    await first.hot.close()
    const path = join(tether, 'slow.heic')
    await writeFile(path, 'x')
    const { waiting, states, reviewed } = await open({ quietMs: 1200 })
    for (let part = 0; part < 12; part++) {
      await delay(150)
      await appendFile(path, 'x')
    }
    await waiting(1)
    expect(await reviewed()).toEqual(['slow.heic 13'])
    await quietAWhile()
    expect(states.filter(({ waitingCount }) => waitingCount > 0)).toHaveLength(1)
  },
)

test('what the system doesn’t tell is found by listing, and what is gone is not offered', async () => {
  const { tether, open } = await studio()
  const first = await open()
  await first.hot.choose(tether)
  await first.hot.close()
  hearNothing()
  const { hot, waiting, reviewed } = await open({ sweepEveryMs: 200 })
  await delay(150)
  await writeFile(join(tether, 'a.heic'), 'a')
  await writeFile(join(tether, 'b.heic'), 'b')
  await waiting(2)
  await rm(join(tether, 'a.heic'))
  await waiting(1)
  await rm(join(tether, 'b.heic'))
  expect(await reviewed()).toEqual([])
  await expect.poll(() => hot.state.waitingCount).toBe(0)
})

test.runIf(process.getuid?.())('a folder that may not be read is said, and watched once it may', async () => {
  const { tether, open } = await studio()
  const { hot, waiting } = await open()
  await hot.choose(tether)
  await writeFile(join(tether, 'a.jpg'), 'a')
  await waiting(1)
  await chmod(tether, 0o000)
  await expect.poll(() => hot.state.condition, { timeout: 3000 }).toBe('forbidden')
  await chmod(tether, 0o700)
  await waiting(1)
})

test('leaving is remembered and can be taken back', async () => {
  const { tether, open } = await studio()
  const { hot, waiting } = await open()
  await hot.choose(tether)
  for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) await writeFile(join(tether, name), name)
  await waiting(3)
  expect(await hot.leave()).toBe(3)
  expect(hot.state.waitingCount).toBe(0)
  await rm(join(tether, 'c.jpg'))
  await hot.bringBack()
  expect(hot.state.waitingCount).toBe(2)
  await hot.leave()
  await hot.close()
  const again = await open()
  await quietAWhile()
  expect(again.hot.state.waitingCount).toBe(0)
})

test('a file that changes after it was dealt with comes again; one that changes while it waits is offered as it is', async () => {
  const { tether, open } = await studio()
  const { hot, waiting, reviewed } = await open()
  await hot.choose(tether)
  const path = join(tether, 'a.jpg')
  await writeFile(path, 'a')
  await waiting(1)
  const [offer] = await hot.review()
  await appendFile(path, 'bc')
  await quietAWhile()
  await hot.settle([offer!.offerId])
  expect(hot.state.waitingCount).toBe(1)
  expect(await reviewed()).toEqual(['a.jpg 3'])
})

test('the setting says no file’s name; a damaged one is no hot folder, and that is said until a folder is chosen', async () => {
  const { tether, recordPath, open } = await studio()
  await writeFile(join(tether, 'Anna before.jpg'), 'x')
  const first = await open()
  expect(first.hot.state.condition).toBe('none')
  await first.hot.choose(tether)
  await first.hot.close()
  const text = await readFile(recordPath, 'utf8')
  expect(text).not.toContain('Anna')
  await writeFile(recordPath, text.slice(0, -9))
  const { hot } = await open()
  expect(hot.state).toEqual({ condition: 'lost', folderName: '', waitingCount: 0 })
  expect(await readFile(recordPath, 'utf8')).toBe(text.slice(0, -9))
  await hot.choose(tether)
  expect(hot.state).toEqual({ condition: 'watched', folderName: 'Tether', waitingCount: 0 })
  await hot.close()
  expect((await open()).hot.state.condition).toBe('watched')
})

test('what can’t be remembered goes on waiting', async () => {
  const { tether, recordPath, open } = await studio()
  const { hot, waiting } = await open()
  await hot.choose(tether)
  await writeFile(join(tether, 'a.jpg'), 'a')
  await waiting(1)
  await mkdir(`${recordPath}.new`)
  await expect(hot.leave()).rejects.toMatchObject({ code: 'folder-unavailable' })
  expect(hot.state.waitingCount).toBe(1)
  await expect(hot.stop()).rejects.toMatchObject({ code: 'folder-unavailable' })
  expect(hot.state.condition).toBe('watched')
})

test('Stipple’s own folder, what is in it and what is around it can’t be the hot folder', async () => {
  const { home, own, open } = await studio()
  const { hot } = await open()
  await mkdir(join(own, 'library'))
  await symlink(own, join(home, 'way round'))
  for (const folder of [own, join(own, 'library'), home, join(home, 'way round')])
    await expect(hot.choose(folder)).rejects.toMatchObject({ code: 'refused' })
  await expect(hot.choose(join(home, 'nowhere'))).rejects.toMatchObject({ code: 'refused' })
  expect(hot.state.condition).toBe('none')
})

test('after the watching is stopped, or closed as on locking, nothing is announced', async () => {
  const { tether, open } = await studio()
  const { hot, states, waiting } = await open()
  await hot.choose(tether)
  await writeFile(join(tether, 'a.jpg'), 'a')
  await waiting(1)
  await hot.stop()
  expect(states.at(-1)).toEqual({ condition: 'none', folderName: '', waitingCount: 0 })
  await hot.choose(tether)
  await writeFile(join(tether, 'b.jpg'), 'b')
  await delay(50)
  const closing = hot.close()
  const told = states.length
  await closing
  await writeFile(join(tether, 'c.jpg'), 'c')
  await quietAWhile()
  expect(states).toHaveLength(told)
})

test('a key says nothing of the folder, and tells names, sizes and times apart', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stipple-key-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const key = (name: string, size: number | bigint, seconds: number) =>
    keyOf(join(folder, name), { size, mtimeMs: seconds * 1000 })
  expect(key('a.jpg', 10, 1000)).toMatch(/^[\w-]{11}$/)
  expect(key('a.jpg', 10, 1000)).toBe(keyOf('/elsewhere/a.jpg', { size: 10n, mtimeMs: 1_000_999n }))
  expect(new Set([key('a.jpg', 10, 1), key('b.jpg', 10, 1), key('a.jpg', 11, 1), key('a.jpg', 10, 2)]).size).toBe(4)
})
