import type { Bridge } from '../../shared/ipc/bridge.ts'
import { unwrap } from '../../shared/ipc/result.ts'
import type { Care } from '../ports.ts'
import { followWork } from './follow-work.ts'

/** The Care port over the bridge to main. */
export function createIpcCare(bridge: Bridge): Care {
  return {
    readHealth: async () => unwrap(await bridge.request('health.report', {})),
    checkAll: async (options = {}) => {
      const { count } = await followWork(bridge, options, (workId) => bridge.request('health.check', { workId }))
      return count
    },
    backupStatus: async () => unwrap(await bridge.request('backup.status', {})),
    backUp: async (place, options = {}) => {
      const start = (workId: string) => bridge.request('backup.make', { place, workId })
      return (await followWork(bridge, options, start)).done
    },
    chooseBackup: async () => unwrap(await bridge.request('backup.choose', {})).offer,
    restore: async (restoreId, options = {}) => {
      await followWork(bridge, options, (workId) => bridge.request('backup.restore', { restoreId, workId }))
    },
    openAgain: async () => {
      unwrap(await bridge.request('library.open-again', {}))
    },
  }
}
