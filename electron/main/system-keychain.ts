import { safeStorage } from 'electron'
import type { Keychain } from './device-key.ts'

/** Electron's safeStorage; on Linux without a keyring it has only a fixed password, which protects nothing. */
export const systemKeychain: Keychain = {
  isTrustworthy: () =>
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
  seal: (text) => safeStorage.encryptString(text),
  open: (sealed) => safeStorage.decryptString(sealed),
}
