import { create } from 'zustand'
import type { BackupDone } from '../shared/ipc/care.ts'
import { t } from '../shared/words/translate.ts'
import { addedWords } from './backup-words.ts'
import { errorSentence, isCancelled } from './error-messages.ts'
import type { Care } from './ports.ts'
import { stepInWords } from './step-words.ts'
import { showDone } from './ui/undo-toast.tsx'
import type { WorkProgress } from './use-work.ts'

/** The one backup that may be in the making; it goes on whatever screen is shown. */
interface BackingUp {
  readonly progress: WorkProgress | null
  /** What went wrong the last time, in a sentence. */
  readonly failure: string | null
  /** Counts backups that were made: what is said about the last one is then out of date. */
  readonly madeCount: number
  /** Backs up to the last place or asks for one; says so when it is done and verified. */
  readonly start: (care: Care, place: 'same' | 'choose') => Promise<void>
  readonly stop: () => void
}

/** Follows, starts and stops backing up, from any screen. */
export const useBackingUp = create<BackingUp>()((set, get) => {
  let abort = new AbortController()
  return {
    progress: null,
    failure: null,
    madeCount: 0,
    start: async (care, place) => {
      if (get().progress) return
      abort = new AbortController()
      set({ progress: { fraction: 0, step: '' }, failure: null })
      try {
        const onProgress = (fraction: number, step: string) => set({ progress: { fraction, step: stepInWords(step) } })
        const done = await care.backUp(place, { signal: abort.signal, onProgress })
        if (!done) return
        set({ madeCount: get().madeCount + 1 })
        showDone(doneSentence(done))
      } catch (error) {
        if (!isCancelled(error)) set({ failure: errorSentence(error) })
      } finally {
        set({ progress: null })
      }
    },
    stop: () => abort.abort(),
  }
})

function doneSentence({ fileName, added, carriedOver }: BackupDone): string {
  const done = added
    ? t('Backed up to {{fileName}}: {{added}}.', { fileName, added: addedWords(added) })
    : t('Backed up to {{fileName}}, read again and found whole.', { fileName })
  if (carriedOver === 0) return done
  return `${done} ${t('{{count}} photo files that the library lost or has damaged: kept from the backup before.', { count: carriedOver })}`
}
