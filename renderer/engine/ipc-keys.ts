import type { Bridge } from '../../shared/ipc/bridge.ts'
import { unwrap } from '../../shared/ipc/result.ts'
import type { Keys } from '../ports.ts'

/** The Keys port over the bridge to main. */
export function createIpcKeys(bridge: Bridge): Keys {
  return {
    status: async () => unwrap(await bridge.request('keys.status', {})),
    makeRecoveryKey: async () => unwrap(await bridge.request('keys.new-recovery-key', {})).written,
    keepRecoveryKey: async (lastGroup) => {
      unwrap(await bridge.request('keys.keep-recovery-key', { lastGroup }))
    },
    setPassphrase: async (present, next) => {
      unwrap(await bridge.request('keys.set-passphrase', { present, next }))
    },
    lock: async () => {
      unwrap(await bridge.request('library.lock', {}))
    },
    unlock: async (secret) => {
      unwrap(await bridge.request('library.unlock', secret))
    },
  }
}
