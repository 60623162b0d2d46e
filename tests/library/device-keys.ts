import type { DeviceKeys } from '../../electron/library/library-keys.ts'

/** A computer whose key is always there; `fill` tells one computer from another. */
export function deviceKeysOf(fill = 7): DeviceKeys {
  const key = async () => new Uint8Array(32).fill(fill)
  return { read: key, make: key, forget: async () => undefined }
}
