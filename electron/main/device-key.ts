import { readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { makeFolder, syncFolder, writeFileDurably } from '../library/durable-files.ts'
import type { DeviceKeys } from '../library/library-keys.ts'
import { newKey } from '../sealed/sealed-box.ts'

/** The operating system's keychain. */
export interface Keychain {
  /** True when it protects more than a fixed password would. */
  isTrustworthy(): boolean
  seal(text: string): Uint8Array
  open(sealed: Buffer): string
}

const deviceKeySchema = z.object({
  format: z.literal('stipple-device-key'),
  version: z.literal(1),
  /** `keychain`: sealed by the operating system; `file`: only the file's rights protect it. */
  by: z.enum(['keychain', 'file']),
  key: z.base64(),
})

/** This computer's key, and what protects it; null when there is none. */
export interface StoredDeviceKeys extends DeviceKeys {
  protection(): Promise<'keychain' | 'file' | null>
}

/** The key of this computer's libraries, in a file that only this user may read; sealed by the system's keychain where there is one that can be trusted. */
export function deviceKeysIn(path: string, keychain: Keychain): StoredDeviceKeys {
  const readStored = async () => {
    const text = await readFile(path, 'utf8').catch(() => undefined)
    return text === undefined ? undefined : deviceKeySchema.safeParse(parsed(text)).data
  }
  return {
    protection: async () => (await readStored())?.by ?? null,
    read: async () => {
      const stored = await readStored()
      if (!stored) return undefined
      const bytes = Buffer.from(stored.key, 'base64')
      if (stored.by === 'file') return new Uint8Array(bytes)
      try {
        return new Uint8Array(Buffer.from(keychain.open(bytes), 'base64'))
      } catch {
        // the keychain is locked, or another one than the one that sealed it
        return undefined
      }
    },
    make: async () => {
      const key = newKey()
      const text = Buffer.from(key).toString('base64')
      const isSealed = keychain.isTrustworthy()
      const stored: z.infer<typeof deviceKeySchema> = {
        format: 'stipple-device-key',
        version: 1,
        by: isSealed ? 'keychain' : 'file',
        key: isSealed ? Buffer.from(keychain.seal(text)).toString('base64') : text,
      }
      await makeFolder(dirname(path))
      await writeFileDurably(path, `${JSON.stringify(stored)}\n`)
      return key
    },
    forget: async () => {
      await rm(path, { force: true })
      await syncFolder(dirname(path))
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
