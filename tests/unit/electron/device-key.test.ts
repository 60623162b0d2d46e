import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { deviceKeysIn, type Keychain } from '../../../electron/main/device-key.ts'
import { newKey, openBox, sealBox } from '../../../electron/sealed/sealed-box.ts'

const noKeychain: Keychain = {
  isTrustworthy: () => false,
  seal: () => {
    throw new Error('there is no keychain')
  },
  open: () => {
    throw new Error('there is no keychain')
  },
}

function keychain(key = newKey()): Keychain {
  return {
    isTrustworthy: () => true,
    seal: (text) => sealBox(key, Buffer.from(text), ''),
    open: (sealed) => {
      const opened = openBox(key, sealed, '')
      if (!opened) throw new Error('sealed by another keychain')
      return opened.toString()
    },
  }
}

async function keyPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stipple-device-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'settings', 'device.key')
}

test('without a keychain the key stands in a file that only this user may read', async () => {
  const path = await keyPath()
  const keys = deviceKeysIn(path, noKeychain)
  expect(await keys.read()).toBeUndefined()
  const key = await keys.make()
  expect(key).toHaveLength(32)
  expect(await keys.read()).toEqual(key)
  expect(await readFile(path, 'utf8')).toContain(Buffer.from(key).toString('base64'))
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test('with a keychain the file holds the key only as the keychain sealed it', async () => {
  const path = await keyPath()
  const [own, other] = [keychain(), keychain()]
  const key = await deviceKeysIn(path, own).make()
  const text = await readFile(path, 'utf8')
  for (const encoding of ['base64', 'hex'] as const) expect(text).not.toContain(Buffer.from(key).toString(encoding))
  expect(await deviceKeysIn(path, own).read()).toEqual(key)
  expect(await deviceKeysIn(path, other).read()).toBeUndefined()
  expect(await deviceKeysIn(path, noKeychain).read()).toBeUndefined()
})

test('a key that was in a file is still read once there is a keychain', async () => {
  const path = await keyPath()
  const key = await deviceKeysIn(path, noKeychain).make()
  expect(await deviceKeysIn(path, keychain()).read()).toEqual(key)
})

test.each(['', '{', '{"format":"something else"}', 'null'])('“%s” is no key', async (content) => {
  const path = await keyPath()
  await deviceKeysIn(path, noKeychain).make()
  await writeFile(path, content)
  expect(await deviceKeysIn(path, noKeychain).read()).toBeUndefined()
})

test('what protects the key is told, and a key that was forgotten is gone', async () => {
  const path = await keyPath()
  const [plain, sealed] = [deviceKeysIn(path, noKeychain), deviceKeysIn(path, keychain())]
  expect(await plain.protection()).toBeNull()
  await plain.make()
  expect(await sealed.protection()).toBe('file')
  await sealed.make()
  expect(await plain.protection()).toBe('keychain')
  await plain.forget()
  expect(await plain.read()).toBeUndefined()
  await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' })
  await plain.forget()
})
