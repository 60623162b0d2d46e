import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { AppError } from '../../shared/errors.ts'
import type { ParsedInput, RequestName, RequestOutput } from '../../shared/ipc/contract.ts'
import { t } from '../../shared/words/translate.ts'
import type { Library } from '../library/library.ts'
import { healthReport } from './health-report.ts'
import type { LibraryCare } from './library-care.ts'
import { besideLibrary, type LibraryRestore, sweepUnpacked } from './library-restore.ts'
import { UpkeepRecord } from './upkeep-record.ts'
import type { WorkRegistry } from './work-registry.ts'

/** What the handlers of health, backup and restore need beside the library. */
export interface HealthDesk {
  readonly work: WorkRegistry
  readonly window: () => BrowserWindow
  readonly onProgress: (workId: string, fraction: number, step: string) => void
}

type Handlers<Name extends RequestName> = {
  [Each in Name]: (input: ParsedInput<Each>) => Promise<RequestOutput<Each>>
}
type RestoreName = 'backup.choose' | 'backup.restore'

/** The requests that are answered even when the library can't be opened. */
export type RestoreHandlers = Handlers<RestoreName | 'work.cancel'>
type TrashName = 'trash.list' | 'trash.erase-client' | 'trash.delete-photos'
/** The requests of the health page, the reminder and the trash. */
export type HealthHandlers = Handlers<
  RestoreName | TrashName | 'health.report' | 'health.check' | 'backup.status' | 'backup.make'
>

const backupFilter = () => ({ name: t('Stipple backup'), extensions: ['stipple-backup'] })

/** Opens the record of the upkeep, after what a crash left beside the library is swept. */
export async function openUpkeep(libraryFolder: string): Promise<UpkeepRecord> {
  await sweepUnpacked(libraryFolder)
  return UpkeepRecord.open(besideLibrary(libraryFolder).upkeep)
}

/** The handlers of an open library. */
export function makeHealthHandlers(
  desk: HealthDesk,
  library: Library,
  care: LibraryCare,
  record: UpkeepRecord,
): Omit<HealthHandlers, RestoreName> {
  return {
    'trash.list': async () => care.trash.present,
    'trash.erase-client': async ({ clientId, isMeantDespiteHold }) => {
      await care.eraseClient(clientId, isMeantDespiteHold)
      return {}
    },
    'trash.delete-photos': async ({ photoIds, isMeantDespiteHold }) => {
      await care.deletePhotos(photoIds, isMeantDespiteHold)
      return {}
    },
    'health.report': () => healthReport(library, care, record),
    'health.check': ({ workId }) =>
      desk.work.run(workId, async (signal) => ({ count: await care.checkAll(followed(desk, workId, signal)) })),
    'backup.status': () => care.backupStatus(),
    'backup.make': ({ place, workId }) =>
      desk.work.run(workId, async (signal) => {
        const path = place === 'choose' ? await chooseTarget(desk.window(), library, record) : null
        if (path === undefined) return { done: null }
        return { done: await care.backUp(path, followed(desk, workId, signal)) }
      }),
  }
}

/** The handlers of restoring. When a backup is in place, Stipple starts again. */
export function makeRestoreHandlers(desk: HealthDesk, restore: LibraryRestore): RestoreHandlers {
  return {
    'backup.choose': async () => {
      const { filePaths } = await dialog.showOpenDialog(desk.window(), {
        title: t('Restore from a backup'),
        properties: ['openFile'],
        filters: [backupFilter()],
      })
      return { offer: filePaths[0] === undefined ? null : await restore.offer(filePaths[0]) }
    },
    'backup.restore': ({ restoreId, workId }) =>
      desk.work.run(workId, async (signal) => {
        try {
          await restore.restore(restoreId, followed(desk, workId, signal))
        } catch (error) {
          if (!restore.hasClosedLibrary) throw error
          await dialog.showMessageBox(desk.window(), {
            type: 'error',
            message: t('The backup is whole, but could not be put in place.'),
            detail: `${error instanceof AppError ? (error.details.reason ?? error.code) : t('The disk refused it.')} ${t('Your library is as it was. Stipple starts again.')}`,
          })
        }
        startAgain()
        return {}
      }),
    'work.cancel': async ({ workId }) => {
      desk.work.cancel(workId)
      return {}
    },
  }
}

// once the reply is on its way, so that the window isn't left waiting
function startAgain(): void {
  setImmediate(() => {
    app.relaunch()
    app.quit()
  })
}

/** Progress is told by half per cents: a backup takes a thousand steps a second. */
function followed(desk: HealthDesk, workId: string, signal: AbortSignal) {
  let told = -1
  return {
    signal,
    onProgress: (fraction: number, step: string) => {
      if (fraction < 1 && fraction - told < 0.005) return
      told = fraction
      desk.onProgress(workId, fraction, step)
    },
  }
}

/** Asks where a backup should stand: proposed are the last place and the day of the library's last change. */
async function chooseTarget(
  window: BrowserWindow,
  library: Library,
  { present }: UpkeepRecord,
): Promise<string | undefined> {
  const lastChange = library.lastAt ?? new Date().toISOString()
  const name = `${t('Stipple backup {{day}}', { day: lastChange.slice(0, 10) })}.stipple-backup`
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: t('Back up the library'),
    defaultPath: present.lastBackup?.path ?? join(app.getPath('documents'), name),
    filters: [backupFilter()],
  })
  if (canceled || !filePath) return undefined
  return filePath.endsWith('.stipple-backup') ? filePath : `${filePath}.stipple-backup`
}
