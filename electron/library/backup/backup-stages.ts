/** Tells how far a backup is: a fraction from 0 to 1, and what is being done. */
export type OnProgress = (fraction: number, step: string) => void

const comparedShare = 0.1
const writtenShare = 0.65

/** What to call while a backup goes through its stages, each with the fraction of that stage. */
export function backupStages(onProgress: OnProgress = () => undefined) {
  let start = 0
  return {
    comparing: (fraction: number) => {
      start = comparedShare
      onProgress(comparedShare * fraction, 'Comparing with the backup before')
    },
    writing: (fraction: number) => onProgress(start + (writtenShare - start) * fraction, 'Writing'),
    reading: (fraction: number) => onProgress(writtenShare + (1 - writtenShare) * fraction, 'Reading it again'),
  }
}

export type BackupStages = ReturnType<typeof backupStages>
