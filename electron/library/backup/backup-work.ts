import type { FreeBytes } from '../free-space.ts'
import type { BackupStages } from './backup-stages.ts'
import type { Acknowledged, BackupSource } from './copy-entries.ts'
import type { OpenBackup } from './open-backup.ts'
import type { Written } from './write-entries.ts'

/** What is to be backed up, as one moment of the library, and what stands at the place already. */
export interface BackupWork {
  readonly source: BackupSource
  readonly acknowledged: Acknowledged
  /** Every file of the library, as long as it was at that moment. */
  readonly files: readonly { readonly name: string; readonly byteSize: number }[]
  readonly earlier: OpenBackup | null
}

/** How the making of a backup is followed and stopped. */
export interface BackupFollow {
  readonly signal: AbortSignal | undefined
  readonly stages: BackupStages
  readonly freeBytes: FreeBytes
}

/** A backup that was written, read again and is in its place. */
export interface Made extends Written {
  readonly byteSize: number
  readonly carriedOver: number
}
