import type { HotFolderState } from '../shared/ipc/contract.ts'
import { t } from '../shared/words/translate.ts'

/** What came in, in words; null while nothing waits. */
export function arrivalSentence({ waitingCount, folderName }: HotFolderState): string | null {
  if (waitingCount === 0) return null
  return t('{{count}} photos came in from “{{folderName}}”.', { count: waitingCount, folderName })
}

/** Why nothing comes in, and what to do; null where the folder is watched or none was chosen. */
export function troubleSentence({ condition, folderName }: HotFolderState): string | null {
  switch (condition) {
    case 'gone':
      return t(
        'The hot folder “{{folderName}}” can’t be reached. Connect its drive or put the folder back: Stipple then goes on by itself.',
        { folderName },
      )
    case 'forbidden':
      return t(
        'Stipple isn’t allowed to read the hot folder “{{folderName}}”. Allow it in the system’s settings: Stipple then goes on by itself.',
        { folderName },
      )
    case 'lost':
      return t('Which hot folder was watched can’t be read any more, so none is. Choose it once more.')
    case 'none':
    case 'watched':
      return null
  }
}
