import { type BrowserWindow, dialog } from 'electron'
import type { ParsedInput, RequestName, RequestOutput } from '../../shared/ipc/contract.ts'
import { t } from '../../shared/words/translate.ts'
import type { HotFolder } from './hot-folder.ts'

type HotFolderRequest = Extract<RequestName, `hot-folder.${string}`>

/** The requests about the hot folder. */
export type HotFolderHandlers = {
  [Name in HotFolderRequest]: (input: ParsedInput<Name>) => Promise<RequestOutput<Name>>
}

/** The handlers of an open library's hot folder. The folder is chosen in main's own dialog; its path stays here. */
export function makeHotFolderHandlers(hotFolder: HotFolder, window: () => BrowserWindow): HotFolderHandlers {
  return {
    'hot-folder.state': async () => hotFolder.state,
    'hot-folder.choose': async () => {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: t('Choose the hot folder'),
        properties: ['openDirectory'],
      })
      return { chosen: filePaths[0] === undefined ? null : await hotFolder.choose(filePaths[0]) }
    },
    'hot-folder.stop': async () => {
      await hotFolder.stop()
      return {}
    },
    'hot-folder.review': async () => ({ offers: await hotFolder.review() }),
    'hot-folder.settle': async ({ offerIds }) => {
      await hotFolder.settle(offerIds)
      return {}
    },
    'hot-folder.leave': async () => ({ count: await hotFolder.leave() }),
    'hot-folder.bring-back': async () => {
      await hotFolder.bringBack()
      return {}
    },
  }
}
