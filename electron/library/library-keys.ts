import { createHmac, randomBytes } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { chmod, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { FileSeal } from '../../shared/ipc/engine-tasks.ts'
import { keyIdOfWrapping, unwrapFileKey, wrapFileKey, wrappingByteLength } from '../sealed/file-wrapping.ts'
import { deriveKey, keyByteLength, newKey, openBox, sealBox } from '../sealed/sealed-box.ts'
import { sealBroken } from '../sealed/sealed-file.ts'
import { diskError, withHandle } from './durable-files.ts'
import { type KeysFile, readKeysFile, writeKeysFile } from './keys-file.ts'

/** Where this computer keeps the key that opens its library. */
export interface DeviceKeys {
  /** The key; undefined when there is none that can be read. */
  read(): Promise<Uint8Array | undefined>
  /** Makes one, durable before this resolves. */
  make(): Promise<Uint8Array>
}

const masterContext = 'stipple master key, by device'
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
  readonly #path: string
  readonly #master: Uint8Array
  readonly #nameKey: Uint8Array
  readonly #wrapKey: Uint8Array
  readonly #keys: Map<string, Uint8Array>
  readonly #keyIdByClient = new Map<string, string>()
  readonly #clientByKeyId = new Map<string, string>()
  #file: KeysFile
  #writing: Promise<unknown> = Promise.resolve()
  #isClosed = false

  private constructor(path: string, file: KeysFile, master: Uint8Array) {
    this.#path = path
    this.#file = file
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
    const deviceKey = (await deviceKeys.read()) ?? (await deviceKeys.make())
    const master = newKey()
    const box = sealBox(deviceKey, master, masterContext).toString('base64')
    deviceKey.fill(0)
    const file: KeysFile = { format: 'stipple-keys', version: 1, master: [{ by: 'device', box }], clients: [] }
    await writeKeysFile(path, file)
    return new LibraryKeys(path, file, master)
  }

  /** Opens keys.json; undefined when there is none. Throws `library-key-missing` when this computer's key isn't there or is another. */
  static async open(path: string, deviceKeys: DeviceKeys): Promise<LibraryKeys | undefined> {
    const file = await readKeysFile(path)
    if (!file) return undefined
    const deviceKey = await deviceKeys.read()
    if (deviceKey?.length !== keyByteLength) throw new AppError('library-key-missing')
    const master = file.master
      .map(({ box }) => openBox(deviceKey, Buffer.from(box, 'base64'), masterContext))
      .find(Boolean)
    deviceKey.fill(0)
    if (!master) throw new AppError('library-key-missing')
    return new LibraryKeys(path, file, new Uint8Array(master))
  }

  /** The name under which an original, or a rendition of a photo or an alignment, stands: it doesn't tell whether the library holds a photo that somebody knows. */
  objectName(id: string): string {
    this.#refuseClosed()
    return createHmac('sha256', this.#nameKey).update(id, 'hex').digest('hex')
  }

  /** The id of a client's key, of a new one if need be (durable before this resolves); of the library's own for null. */
  async keyIdFor(clientId: string | null): Promise<string> {
    return (await this.keyIdsFor([clientId]))[0] as string
  }

  /** Whose key this is; undefined for the library's own and for one that isn't there. */
  clientOfKey(keyId: string): string | undefined {
    return this.#clientByKeyId.get(keyId)
  }

  /** The ids of several clients' keys; those that are new are written at once. */
  async keyIdsFor(clientIds: readonly (string | null)[]): Promise<string[]> {
    const run = this.#writing.then(() => this.#makeMissing(clientIds))
    this.#writing = run.catch(() => undefined)
    await run
    return clientIds.map((clientId) =>
      clientId === null ? libraryKeyId : (this.#keyIdByClient.get(clientId) as string),
    )
  }

  /** A seal for a file of this path. */
  sealFor(keyId: string, path: string): FileSeal {
    const key = newKey()
    return { key, wrapping: wrapFileKey(this.#key(keyId), keyId, basename(path), key) }
  }

  /** The key of a sealed file, from its head. Throws `picture-damaged`, naming the file, and what the disk says. */
  fileKeyOf(path: string): Uint8Array {
    this.#refuseClosed()
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
    this.#refuseClosed()
    const key = this.#keys.get(keyId)
    return key && openBox(key, Buffer.from(sealed, 'base64'), context)?.toString('utf8')
  }

  /** Overwrites every key; nothing can be opened or sealed from then on. */
  close(): void {
    this.#isClosed = true
    for (const key of [this.#master, this.#nameKey, this.#wrapKey, ...this.#keys.values()]) key.fill(0)
    this.#keys.clear()
  }

  async #makeMissing(clientIds: readonly (string | null)[]): Promise<void> {
    this.#refuseClosed()
    const missing = [...new Set(clientIds)].filter((id) => id !== null && !this.#keyIdByClient.has(id)) as string[]
    if (missing.length === 0) return
    const made = missing.map((clientId) => {
      const keyId = randomBytes(16).toString('hex')
      const content = Buffer.concat([newKey(), Buffer.from(clientId)])
      const box = sealBox(this.#wrapKey, content, clientContext(keyId)).toString('base64')
      content.fill(0)
      return { keyId, box }
    })
    const file = { ...this.#file, clients: [...this.#file.clients, ...made] }
    await writeKeysFile(this.#path, file).catch((error: unknown) => Promise.reject(diskError(error)))
    this.#file = file
    for (const { keyId, box } of made) this.#takeClientKey(keyId, box)
  }

  #takeClientKey(keyId: string, box: string): void {
    const content = openBox(this.#wrapKey, Buffer.from(box, 'base64'), clientContext(keyId))
    if (!content) throw new AppError('library-damaged', { reason: 'a key in keys.json doesn’t open' })
    this.#keys.set(keyId, new Uint8Array(content.subarray(0, keyByteLength)))
    const clientId = content.toString('utf8', keyByteLength)
    this.#keyIdByClient.set(clientId, keyId)
    this.#clientByKeyId.set(keyId, clientId)
    content.fill(0)
  }

  #key(keyId: string): Uint8Array {
    this.#refuseClosed()
    const key = this.#keys.get(keyId)
    if (!key) throw new Error('a key was asked for that isn’t there')
    return key
  }

  #refuseClosed(): void {
    if (this.#isClosed) throw new AppError('refused', { reason: 'The library is closed.' })
  }
}

function readWrapping(path: string): Uint8Array {
  const bytes = Buffer.alloc(wrappingByteLength)
  const file = openSync(path, 'r')
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0))
  } finally {
    closeSync(file)
  }
}
