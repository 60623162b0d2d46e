import type { Bridge } from '../../shared/ipc/bridge.ts'
import { unwrap } from '../../shared/ipc/result.ts'
import type { Paper } from '../ports.ts'
import { followWork } from './follow-work.ts'

/** The Paper port over the bridge to main. */
export function createIpcPaper(bridge: Bridge): Paper {
  return {
    savePages: async (paper, suggestedName, options = {}) => {
      const { savedAs } = await followWork(bridge, options, (workId) =>
        bridge.request('paper.save', { paper, suggestedName, workId }),
      )
      return savedAs
    },
    showSavedPages: async () => {
      unwrap(await bridge.request('paper.show-saved', {}))
    },
    readStudio: async () => {
      const { name, logo } = unwrap(await bridge.request('studio.read', {}))
      return { name, logo: logo && new Blob([new Uint8Array(logo)], { type: 'image/png' }) }
    },
    renameStudio: async (name) => {
      unwrap(await bridge.request('studio.rename', { name }))
    },
    chooseLogo: async () => unwrap(await bridge.request('studio.choose-logo', {})).isChosen,
    removeLogo: async () => {
      unwrap(await bridge.request('studio.remove-logo', {}))
    },
  }
}
