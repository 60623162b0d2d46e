import type { BackupOffer, BackupStatus, HealthReport } from '../../../../shared/ipc/care.ts'
import type { KeyStatus } from '../../../../shared/ipc/keys.ts'

/** A backup of yesterday that nothing is wrong with. */
export const goodBackup: BackupStatus = {
  last: {
    at: '2026-05-31T08:00:00.000Z',
    wholeAt: '2026-05-31T08:00:00.000Z',
    added: null,
    fileName: 'Stipple backup 2026-05-31.stipple-backup',
    byteSize: 7_340_032,
    missingCount: 0,
    damagedCount: 0,
    isSameDisk: false,
    isReachable: true,
  },
  test: { at: '2026-05-31T08:10:00.000Z', problem: null },
  isDue: false,
  hasChangedSince: false,
}

/** A library that nothing is wrong with. */
export const goodHealth: HealthReport = {
  photoCount: 24,
  missing: { count: 0, photos: [] },
  damaged: { count: 0, photos: [] },
  documentCount: 0,
  missingDocuments: { count: 0, photos: [] },
  damagedDocuments: { count: 0, photos: [] },
  quarantined: [],
  tornRecordDays: [],
  keptLibraries: [],
  lastReread: { at: '2026-06-01T07:00:00.000Z', count: 1, total: 24 },
  lastFullCheck: null,
  freeBytes: 150 * 1024 ** 3,
  isDiskLow: false,
  backup: goodBackup,
}

/** Keys that nothing is wrong with. */
export const goodKeys: KeyStatus = {
  hasPassphrase: true,
  recoveryKeyMadeAt: '2026-05-01T08:00:00.000Z',
  device: null,
  isRecoveryKeyDue: false,
}

/** A backup that was chosen for restoring. */
export const offeredBackup: BackupOffer = {
  restoreId: '5f0f4b8e-9c3f-4b61-8a55-0d8a4c9f1e22',
  fileName: 'Old.stipple-backup',
  madeAt: '2026-03-14T09:05:00.000Z',
  byteSize: 2 * 1024 ** 3,
  clientCount: 3,
  photoCount: 240,
  missingCount: 0,
  damagedCount: 0,
}
