import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, onTestFinished, test } from 'vitest'
import { libraryPlaces } from '../../electron/library/layout.ts'
import { Library } from '../../electron/library/library.ts'
import type { DeviceKeys } from '../../electron/library/library-keys.ts'
import { keyOfPassphrase, newStretching, stretchingSchema } from '../../electron/library/passphrase-key.ts'
import { newRecoveryKey } from '../../electron/library/recovery-key.ts'
import type { Secret } from '../../shared/ipc/keys.ts'
import { clientAdded, temporaryFolder } from './temporary-library.ts'

/** A computer that has a key once one was made. */
function computer(): DeviceKeys & { readonly key: Uint8Array | undefined } {
  let key: Uint8Array | undefined
  return {
    get key() {
      return key
    },
    read: async () => key && new Uint8Array(key),
    make: async () => {
      key = crypto.getRandomValues(new Uint8Array(32))
      return new Uint8Array(key)
    },
    forget: async () => {
      key = undefined
    },
  }
}

async function opened(folder: string, on: DeviceKeys, secret?: Secret): Promise<Library> {
  const library = await Library.open(folder, on, secret)
  onTestFinished(() => library.close().catch(() => undefined))
  return library
}

/** A library with one client; closed, with what its keys.json held then. */
async function prepared(prepare: (library: Library) => Promise<void>) {
  const folder = join(await temporaryFolder(), 'library')
  const own = computer()
  const library = await opened(folder, own)
  await library.record([clientAdded('Anna Beispiel')])
  await prepare(library)
  await library.close()
  return { folder, own }
}

const passphrase = (text: string): Secret => ({ by: 'passphrase', text })
const recovery = (text: string): Secret => ({ by: 'recovery', text })
const nameIn = (library: Library) => [...library.facts.clients.values()][0]?.name
const errorOf = (run: Promise<unknown>) =>
  run.then(
    () => undefined,
    (error: { code?: string }) => error.code,
  )

describe('ways to open a library', () => {
  test('with a passphrase, nothing else opens it, and this computer’s key is gone', async () => {
    const written = newRecoveryKey()
    const { folder, own } = await prepared(async ({ keys }) => {
      await keys.setRecoveryKey(written)
      await keys.setPassphrase('correct horse battery')
    })
    expect(own.key).toBeUndefined()
    expect(await errorOf(Library.open(folder, own))).toBe('library-locked')
    expect(await errorOf(Library.open(folder, own, passphrase('Correct horse battery')))).toBe('wrong-passphrase')
    expect(await errorOf(Library.open(folder, own, recovery(newRecoveryKey())))).toBe('wrong-recovery-key')
    expect(nameIn(await opened(folder, own, passphrase('correct horse battery')))).toBe('Anna Beispiel')
  })

  test('control: as long as nobody set a passphrase, whoever has this computer’s key needs nothing else', async () => {
    const { folder, own } = await prepared(async ({ keys }) => keys.setRecoveryKey(newRecoveryKey()))
    expect(nameIn(await opened(folder, own))).toBe('Anna Beispiel')
  })

  test('a passphrase without a recovery key is refused, and the library opens as before', async () => {
    const { folder, own } = await prepared(async ({ keys }) => {
      expect(await errorOf(keys.setPassphrase('correct horse battery'))).toBe('refused')
    })
    expect(nameIn(await opened(folder, own))).toBe('Anna Beispiel')
  })

  test('a recovery key opens the library on another computer, which then has a key of its own', async () => {
    const written = newRecoveryKey()
    const { folder } = await prepared(({ keys }) => keys.setRecoveryKey(written))
    const other = computer()
    await other.make()
    expect(await errorOf(Library.open(folder, other))).toBe('library-key-missing')
    const typed = written.toLowerCase().replaceAll('-', ' ')
    await (await opened(folder, other, recovery(typed))).close()
    expect(nameIn(await opened(folder, other))).toBe('Anna Beispiel')
  })

  test('a recovery key takes the place of a forgotten passphrase', async () => {
    const written = newRecoveryKey()
    const { folder, own } = await prepared(async ({ keys }) => {
      await keys.setRecoveryKey(written)
      await keys.setPassphrase('forgotten soon')
    })
    await (await opened(folder, own, recovery(written))).close()
    expect(await errorOf(Library.open(folder, own, passphrase('forgotten soon')))).toBe('wrong-passphrase')
    const library = await opened(folder, own)
    expect(library.keys.opensBy).toEqual({ device: true, passphrase: false })
    expect(library.keys.recoveryKeyMadeAt).not.toBeNull()
  })

  test('a new recovery key replaces the earlier one; a removed passphrase no longer opens anything', async () => {
    const [first, second] = [newRecoveryKey(), newRecoveryKey()]
    const { folder, own } = await prepared(async ({ keys }) => {
      await keys.setRecoveryKey(first)
      await keys.setRecoveryKey(second)
      await keys.setPassphrase('for a while')
      expect(await keys.isPassphrase('for a while')).toBe(true)
      expect(await keys.isPassphrase('for a whale')).toBe(false)
      await keys.setPassphrase(null)
    })
    expect(nameIn(await opened(folder, own))).toBe('Anna Beispiel')
    expect(await errorOf(Library.open(folder, computer(), recovery(first)))).toBe('wrong-recovery-key')
    expect(await errorOf(Library.open(folder, computer(), passphrase('for a while')))).toBe('wrong-passphrase')
  })

  test('clients that are added while keys change keep their keys', async () => {
    const { folder, own } = await prepared(async (library) => {
      await Promise.all([
        library.record([clientAdded('Ben')]),
        library.keys.setRecoveryKey(newRecoveryKey()),
        library.record([clientAdded('Carl')]),
        library.keys.setRecoveryKey(newRecoveryKey()),
      ])
    })
    expect([...(await opened(folder, own)).facts.clients.values()].map(({ name }) => name)).toEqual([
      'Anna Beispiel',
      'Ben',
      'Carl',
    ])
  })

  test('neither passphrase nor recovery key stands in any file', async () => {
    const written = newRecoveryKey()
    const { folder } = await prepared(async ({ keys }) => {
      await keys.setRecoveryKey(written)
      await keys.setPassphrase('correct horse battery')
    })
    const text = await readFile(libraryPlaces(folder).keys, 'utf8')
    for (const secret of ['correct horse', written, written.replaceAll('-', '')]) expect(text).not.toContain(secret)
  })
})

describe('the key of a passphrase', () => {
  const quick = { ...newStretching(), memoryKiB: 8 * 1024, passes: 1 }

  test('is stretched by Argon2id as the reference does', async () => {
    const stretching = { salt: Buffer.from('somesalt'.repeat(2)).toString('base64'), memoryKiB: 65_536, passes: 3 }
    const key = await keyOfPassphrase('password', stretching)
    expect(Buffer.from(key).toString('hex')).toBe('7664ad4ba1a3c999fcdd0991ffc2270f78302d2383233db5e7befc85d1bb1819')
  })

  test('is the same however the letters were composed', async () => {
    expect(await keyOfPassphrase('Müller', quick)).toEqual(await keyOfPassphrase('Mu\u0308ller', quick))
  })

  property.prop([fc.string({ minLength: 1 }), fc.string({ minLength: 1 })], { numRuns: 10 })(
    'differs with the passphrase and with the salt',
    async (one, other) => {
      fc.pre(one.normalize('NFKC') !== other.normalize('NFKC'))
      expect(await keyOfPassphrase(one, quick)).not.toEqual(await keyOfPassphrase(other, quick))
      expect(await keyOfPassphrase(one, { ...quick, salt: newStretching().salt })).not.toEqual(
        await keyOfPassphrase(one, quick),
      )
    },
  )

  test.each([{ memoryKiB: 1024 ** 3 }, { passes: 1000 }, { salt: '' }])(
    'refuses what a forger asks for: %j',
    (asked) => {
      expect(stretchingSchema.safeParse({ ...quick, ...asked }).success).toBe(false)
    },
  )
})
