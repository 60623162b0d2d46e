import type { Bridge } from '../../shared/ipc/bridge.ts'
import { unwrap } from '../../shared/ipc/result.ts'
import type { Presenting } from '../ports.ts'

/** The Presenting port over the bridge to main. */
export function createIpcPresenting(bridge: Bridge): Presenting {
  return {
    hasSecondScreen: async () => unwrap(await bridge.request('present.second-screen', {})).isThere,
    start: async (scene) => {
      unwrap(await bridge.request('present.start', { scene }))
    },
    show: async (scene) => {
      unwrap(await bridge.request('present.show', { scene }))
    },
    end: async () => {
      unwrap(await bridge.request('present.end', {}))
    },
    onEnded: (listener) => bridge.onAnnouncement(({ kind }) => kind === 'present-ended' && listener()),
    fillScreen: async (isFull) => {
      unwrap(await bridge.request('present.full-screen', { isFull }))
    },
  }
}
