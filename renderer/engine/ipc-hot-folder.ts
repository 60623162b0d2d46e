import type { Bridge } from '../../shared/ipc/bridge.ts'
import { unwrap } from '../../shared/ipc/result.ts'
import type { HotFolder } from '../ports.ts'

/** The HotFolder port over the bridge to main. */
export function createIpcHotFolder(bridge: Bridge): HotFolder {
  return {
    watch: () => ({
      subscribe: (observer) => {
        let isTold = false
        const stopListening = bridge.onAnnouncement((announcement) => {
          if (announcement.kind !== 'hot-folder') return
          isTold = true
          observer.next(announcement.state)
        })
        // what was announced meanwhile is newer; and no word of the hot folder is better than an error in its place
        void bridge.request('hot-folder.state', {}).then((reply) => {
          if (reply.ok && !isTold) observer.next(reply.value)
        })
        return {
          unsubscribe: () => {
            isTold = true
            stopListening()
          },
        }
      },
    }),
    choose: async () => unwrap(await bridge.request('hot-folder.choose', {})).chosen,
    stop: async () => {
      unwrap(await bridge.request('hot-folder.stop', {}))
    },
    review: async () => unwrap(await bridge.request('hot-folder.review', {})).offers,
    settle: async (offerIds) => {
      unwrap(await bridge.request('hot-folder.settle', { offerIds: [...offerIds] }))
    },
    leave: async () => unwrap(await bridge.request('hot-folder.leave', {})).count,
    bringBack: async () => {
      unwrap(await bridge.request('hot-folder.bring-back', {}))
    },
  }
}
