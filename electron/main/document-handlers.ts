import { basename, extname, join } from 'node:path'
import { app, dialog } from 'electron'
import type { AttachedDocument } from '../../shared/domain/document.ts'
import { AppError } from '../../shared/errors.ts'
import type { ParsedInput, RequestName, RequestOutput } from '../../shared/ipc/contract.ts'
import { t } from '../../shared/words/translate.ts'
import type { Documents } from './documents.ts'
import type { FileOffers } from './file-offers.ts'
import type { HealthDesk } from './health-handlers.ts'

type DocumentRequest = Extract<RequestName, `documents.${string}`>
/** The requests about files that are attached to treatments. */
export type DocumentHandlers = {
  [Name in DocumentRequest]: (input: ParsedInput<Name>) => Promise<RequestOutput<Name>>
}

/** The handlers of an open library. */
export function makeDocumentHandlers(desk: HealthDesk, documents: Documents, offers: FileOffers): DocumentHandlers {
  return {
    'documents.choose': async () => {
      const { filePaths } = await dialog.showOpenDialog(desk.window(), {
        title: t('Add forms and documents'),
        properties: ['openFile', 'multiSelections'],
      })
      return { offers: await offers.offer(filePaths) }
    },
    'documents.attach': async ({ offerId, workId, ...place }) => {
      const path = offers.find(offerId)
      if (path === undefined) throw new AppError('refused', { reason: t('This file was not offered. Drop it again.') })
      return desk.work.run(workId, (signal) => documents.attach(path, place, { signal }))
    },
    'documents.save-copy': ({ documentId, workId }) =>
      desk.work.run(workId, async (signal) => {
        const document = documents.get(documentId)
        const { canceled, filePath } = await dialog.showSaveDialog(desk.window(), {
          title: t('Save a copy'),
          defaultPath: join(app.getPath('documents'), plainFileName(document)),
        })
        if (canceled || !filePath) return { savedAs: null }
        const onProgress = (fraction: number, step: string) => desk.onProgress(workId, fraction, step)
        await documents.saveCopy(documentId, filePath, { signal, onProgress })
        return { savedAs: basename(filePath) }
      }),
  }
}

/** A document's title as a file name that every system takes, with the ending of the file that was attached. */
function plainFileName({ title, fileName }: AttachedDocument): string {
  const plain = title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').replace(/^[. ]+|[. ]+$/g, '')
  return `${plain || t('Document')}${extname(fileName)}`
}
