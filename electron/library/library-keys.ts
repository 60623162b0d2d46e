import { createHmac, randomBytes } from 'node:crypto'
import { chmod, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { FileSeal } from '../../shared/ipc/engine-tasks.ts'
import type { Secret } from '../../shared/ipc/keys.ts'
import { t } from '../../shared/words/translate.ts'
import { keyIdOfWrapping, unwrapFileKey, wrapFileKey } from '../sealed/file-wrapping.ts'
import { readWrapping } from '../sealed/read-wrapping.ts'
import { deriveKey, keyByteLength, newKey, openBox, sealBox } from '../sealed/sealed-box.ts'
import { sealBroken } from '../sealed/sealed-file.ts'
import { withHandle } from './durable-files.ts'
import { type KeysFile, readKeysFile, writeKeysFile } from './keys-file.ts'
import {
  boxByDevice,
  boxByPassphrase,
  boxByRecovery,
  type MasterBox,
  masterByDevice,
  masterBySecret,
} from './master-boxes.ts'
import { StoredKeys } from './stored-keys.ts'

/** Where this computer keeps the key that opens its library. */
export interface DeviceKeys {
  /** The key; undefined when there is none that can be read. */
  read(): Promise<Uint8Array | undefined>
  /** Makes one, durable before this resolves. */
  make(): Promise<Uint8Array>
  /** Removes it. */
  forget(): Promise<void>
}

const clientContext = (keyId: string) => `stipple client key ${keyId}`
/** The key of what belongs to no client. */
export const libraryKeyId = '0'.repeat(32)

/**
 * The open keys of a library. The master key gives the names of objects, the key of what belongs to no client, and the key that wraps the clients' keys; a
 * client's key wraps the keys of that client's files and seals that client's events.
 */
export class LibraryKeys {
  /** Wraps what waits in staging. It is never stored: what a crash leaves there can be read by nobody. */
  readonly stagingKeyId = randomBytes(16).toString('hex')
  readonly #stored: StoredKeys
  readonly #deviceKeys: DeviceKeys
  readonly #master: Uint8Array
  readonly #nameKey: Uint8Array
  readonly #wrapKey: Uint8Array
  readonly #keys: Map<string, Uint8Array>
  readonly #keyIdByClient = new Map<string, string>()
  /** Clients who were erased in this run: nothing may be sealed for them any more. */
  readonly #erasedClients = new Set<string>()
  readonly #clientByKeyId = new Map<string, string>()

  private constructor(path: string, deviceKeys: DeviceKeys, file: KeysFile, master: Uint8Array) {
    this.#stored = new StoredKeys(path, file)
    this.#deviceKeys = deviceKeys
    this.#master = master
    const derived = (purpose: string) => deriveKey(master, new Uint8Array(), purpose)
    this.#nameKey = derived('stipple object names')
    this.#wrapKey = derived('stipple client keys')
    this.#keys = new Map([
      [libraryKeyId, derived('stipple library data')],
      [this.stagingKeyId, newKey()],
    ])
    for (const { keyId, box } of file.clients) this.#takeClientKey(keyId, box)
  }

  /** Makes the keys of a new library and writes keys.json. */
  static async make(path: string, deviceKeys: DeviceKeys): Promise<LibraryKeys> {
    const master = newKey()
    const box = await boxByThisDevice(deviceKeys, master)
    const file: KeysFile = { format: 'stipple-keys', version: 1, master: [box], clients: [] }
    await writeKeysFile(path, file)
    return new LibraryKeys(path, deviceKeys, file, master)
  }

  /**
   * Opens keys.json, by this computer's key or by what a person typed; undefined when there is none. A recovery key takes the place of what was lost: from then on
   * this computer's key opens the library, and a forgotten passphrase no longer does. Throws `library-locked` when a passphrase is asked for, `library-key-missing`
   * when this computer's key isn't there or is another, `wrong-passphrase`, `wrong-recovery-key`.
   */
  static async open(path: string, deviceKeys: DeviceKeys, secret?: Secret): Promise<LibraryKeys | undefined> {
    const file = await readKeysFile(path)
    if (!file) return undefined
    if (secret) {
      const keys = new LibraryKeys(path, deviceKeys, file, await masterBySecret(file.master, secret))
      try {
        if (secret.by === 'recovery') await keys.setPassphrase(null)
        return keys
      } catch (error) {
        keys.close()
        throw error
      }
    }
    const master = masterByDevice(file.master, await deviceKeys.read())
    if (master) return new LibraryKeys(path, deviceKeys, file, master)
    throw new AppError(opensBy(file, 'passphrase') ? 'library-locked' : 'library-key-missing')
  }

  /** The ways to open the library. */
  get opensBy(): Record<'device' | 'passphrase', boolean> {
    return {
      device: opensBy(this.#stored.file, 'device'),
      passphrase: opensBy(this.#stored.file, 'passphrase'),
    }
  }

  /** When the present recovery key was made; null when there is none. */
  get recoveryKeyMadeAt(): string | null {
    const box = this.#stored.file.master.find(({ by }) => by === 'recovery')
    return box?.by === 'recovery' ? box.madeAt : null
  }

  /** True when this is the passphrase. */
  async isPassphrase(text: string): Promise<boolean> {
    this.#stored.refuseClosed()
    const master = await masterBySecret(this.#stored.file.master, { by: 'passphrase', text }).catch(() => undefined)
    master?.fill(0)
    return master !== undefined
  }

  /**
   * From now on this passphrase opens the library, and this computer's key no longer does; with null it is the other way round. Durable before this resolves; the
   * recovery key stays. Throws `refused` for a passphrase without a recovery key: forgetting it would lose everything.
   */
  async setPassphrase(passphrase: string | null): Promise<void> {
    await this.#stored.change(async (file) => {
      const recovery = file.master.filter(({ by }) => by === 'recovery')
      if (passphrase !== null && recovery.length === 0)
        throw new AppError('refused', {
          reason: t('Make a recovery key first: a forgotten passphrase would lose every photo.'),
        })
      const box =
        passphrase === null
          ? await boxByThisDevice(this.#deviceKeys, this.#master)
          : await boxByPassphrase(passphrase, this.#master)
      return { ...file, master: [box, ...recovery] }
    })
    if (passphrase !== null) await this.#deviceKeys.forget()
  }

  /** From now on this recovery key, as it is written, opens the library, and an earlier one no longer does. Durable before this resolves. */
  async setRecoveryKey(written: string): Promise<void> {
    await this.#stored.change(async (file) => {
      const box = boxByRecovery(written, this.#master)
      if (!box) throw new AppError('wrong-recovery-key')
      return { ...file, master: [...file.master.filter(({ by }) => by !== 'recovery'), box] }
    })
  }

  /** The name under which an original, or a rendition of a photo or an alignment, stands: it doesn't tell whether the library holds a photo that somebody knows. */
  objectName(id: string): string {
    this.#stored.refuseClosed()
    return createHmac('sha256', this.#nameKey).update(id, 'hex').digest('hex')
  }

  /** The id of a client's key, of a new one if need be (durable before this resolves); of the library's own for null. */
  async keyIdFor(clientId: string | null): Promise<string> {
    return (await this.keyIdsFor([clientId]))[0] as string
  }

  /** The ids of several clients' keys; those that are new are written at once. */
  async keyIdsFor(clientIds: readonly (string | null)[]): Promise<string[]> {
    let made: KeysFile['clients'] = []
    await this.#stored.change(
      (file) => {
        made = this.#missing(clientIds)
        return made.length === 0 ? undefined : { ...file, clients: [...file.clients, ...made] }
      },
      () => {
        for (const { keyId, box } of made) this.#takeClientKey(keyId, box)
      },
    )
    return clientIds.map((clientId) =>
      clientId === null ? libraryKeyId : (this.#keyIdByClient.get(clientId) as string),
    )
  }

  /** True while the key of this id can be used. */
  has(keyId: string): boolean {
    return this.#keys.has(keyId)
  }

  /** The id of a client's key; undefined when there is none. */
  findKeyId(clientId: string): string | undefined {
    return this.#keyIdByClient.get(clientId)
  }

  /** Whose key it is; undefined for one that isn't a client's, or isn't there. */
  findClient(keyId: string): string | undefined {
    return this.#clientByKeyId.get(keyId)
  }

  /** Forgets clients' keys for good: out of keys.json, durable before this resolves, and overwritten in memory. What they sealed opens nowhere any more. */
  async dropClientKeys(keyIds: readonly string[]): Promise<void> {
    const dropped = new Set(keyIds)
    await this.#stored.change(
      (file) => {
        const clients = file.clients.filter(({ keyId }) => !dropped.has(keyId))
        return clients.length === file.clients.length ? undefined : { ...file, clients }
      },
      () => this.#forget(dropped),
    )
  }

  /** A seal for a file of this path. */
  sealFor(keyId: string, path: string): FileSeal {
    const key = newKey()
    return { key, wrapping: wrapFileKey(this.#key(keyId), keyId, basename(path), key) }
  }

  /** The key of a sealed file, from its head. Throws `picture-damaged`, naming the file, and what the disk says. */
  fileKeyOf(path: string): Uint8Array {
    this.#stored.refuseClosed()
    const wrapping = readWrapping(path)
    const keyId = keyIdOfWrapping(wrapping)
    const key = keyId && this.#keys.get(keyId)
    const fileKey = key && unwrapFileKey(key, basename(path), wrapping)
    if (!fileKey) throw sealBroken(path)
    return fileKey
  }

  /** Gives a sealed file to another key, and to the name that it is to have; its content stays as it is. */
  async rewrapFile(path: string, keyId: string, nextPath: string): Promise<void> {
    const fileKey = this.fileKeyOf(path)
    const wrapping = wrapFileKey(this.#key(keyId), keyId, basename(nextPath), fileKey)
    fileKey.fill(0)
    await chmod(path, 0o600)
    await withHandle(await open(path, 'r+'), (handle) => handle.write(wrapping, 0, wrapping.length, 0))
  }

  /** Seals a text with a key. */
  sealText(keyId: string, text: string, context: string): string {
    return sealBox(this.#key(keyId), Buffer.from(text), context).toString('base64')
  }

  /** Opens a sealed text; undefined when it was changed, or its key is gone. */
  openText(keyId: string, sealed: string, context: string): string | undefined {
    this.#stored.refuseClosed()
    const key = this.#keys.get(keyId)
    return key && openBox(key, Buffer.from(sealed, 'base64'), context)?.toString('utf8')
  }

  /** Overwrites every key; nothing can be opened or sealed from then on. */
  close(): void {
    this.#stored.close()
    for (const key of [this.#master, this.#nameKey, this.#wrapKey, ...this.#keys.values()]) key.fill(0)
    this.#keys.clear()
  }

  /** Keys, made now, for those clients who have none. */
  #missing(clientIds: readonly (string | null)[]): KeysFile['clients'] {
    const missing = [...new Set(clientIds)].filter((id) => id !== null && !this.#keyIdByClient.has(id)) as string[]
    if (missing.some((clientId) => this.#erasedClients.has(clientId)))
      throw new AppError('refused', { reason: t('This client was erased.') })
    return missing.map((clientId) => {
      const keyId = randomBytes(16).toString('hex')
      const content = Buffer.concat([newKey(), Buffer.from(clientId)])
      const box = sealBox(this.#wrapKey, content, clientContext(keyId)).toString('base64')
      content.fill(0)
      return { keyId, box }
    })
  }

  #forget(keyIds: ReadonlySet<string>): void {
    for (const [clientId, keyId] of this.#keyIdByClient) {
      if (!keyIds.has(keyId)) continue
      this.#keys.get(keyId)?.fill(0)
      this.#keys.delete(keyId)
      this.#keyIdByClient.delete(clientId)
      this.#clientByKeyId.delete(keyId)
      this.#erasedClients.add(clientId)
    }
  }

  #takeClientKey(keyId: string, box: string): void {
    const content = openBox(this.#wrapKey, Buffer.from(box, 'base64'), clientContext(keyId))
    if (!content) throw new AppError('library-damaged', { reason: t('a key in keys.json doesn’t open') })
    this.#keys.set(keyId, new Uint8Array(content.subarray(0, keyByteLength)))
    const clientId = content.toString('utf8', keyByteLength)
    this.#keyIdByClient.set(clientId, keyId)
    this.#clientByKeyId.set(keyId, clientId)
    content.fill(0)
  }

  #key(keyId: string): Uint8Array {
    this.#stored.refuseClosed()
    const key = this.#keys.get(keyId)
    if (!key) throw new Error('a key was asked for that isn’t there')
    return key
  }
}

async function boxByThisDevice(deviceKeys: DeviceKeys, master: Uint8Array): Promise<MasterBox> {
  return boxByDevice((await deviceKeys.read()) ?? (await deviceKeys.make()), master)
}

function opensBy(file: KeysFile, by: MasterBox['by']): boolean {
  return file.master.some((box) => box.by === by)
}
