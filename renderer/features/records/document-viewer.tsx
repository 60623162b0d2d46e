import { Alert, Button, Modal } from '@mantine/core'
import { Download, FileText } from 'lucide-react'
import { useState } from 'react'
import { documentAddress } from '../../../shared/addresses.ts'
import type { AttachedDocument } from '../../../shared/domain/document.ts'
import { type Size, type Viewport, wholePicture } from '../../../shared/domain/geometry/viewport.ts'
import { sizeInWords } from '../../../shared/size-in-words.ts'
import { t } from '../../../shared/words/translate.ts'
import { showDone } from '../../ui/undo-toast.tsx'
import { WorkProgressBar } from '../../ui/work-progress.tsx'
import { usePorts } from '../../use-ports.tsx'
import { useWork } from '../../use-work.ts'
import { PhotoViewer } from '../../viewer/photo-viewer.tsx'
import { PictureLayer } from '../../viewer/picture-layer.tsx'
import { ViewportControls } from '../../viewer/viewport-controls.tsx'
import { documentLine, fileType } from './document-words.ts'
import styles from './documents.module.css'

interface DocumentViewerProps {
  readonly document: AttachedDocument
  readonly onClose: () => void
}

/** A document, open: pictures are shown; of anything else a copy can be saved, for a program that reads it. */
export function DocumentViewer({ document, onClose }: DocumentViewerProps) {
  const { title, notes, fileName, byteSize, picture } = document
  return (
    <Modal opened size={picture ? 1100 : 560} onClose={onClose} title={title}>
      {picture ? (
        <PictureOfDocument document={document} frame={picture} />
      ) : (
        <div className={styles.noPicture}>
          <FileText size={40} strokeWidth={1.25} aria-hidden />
          <p>
            {t(
              'Stipple shows pictures only. To read this {{type}}, save a copy and open it in the program that reads it.',
              { type: fileType(fileName) },
            )}
          </p>
        </div>
      )}
      <p className={styles.about}>
        {documentLine(document)} · {fileName}, {sizeInWords(byteSize)}
      </p>
      {notes && <p className={styles.aboutNotes}>{notes}</p>}
      <SaveCopy document={document} />
    </Modal>
  )
}

function PictureOfDocument({ document, frame }: { document: AttachedDocument; frame: Size }) {
  const { documentId, title, fileName } = document
  const [viewport, setViewport] = useState<Viewport>(wholePicture)
  const [pane, setPane] = useState<Size>()
  const picture = {
    frame,
    workAddress: documentAddress(documentId, 'work'),
    fullAddress: documentAddress(documentId, 'full'),
  }
  return (
    <>
      <div className={styles.pane}>
        <PhotoViewer label={title} frame={frame} viewport={viewport} onViewport={setViewport} onPaneSize={setPane}>
          {(size) => <PictureLayer picture={picture} viewport={viewport} pane={size} label={title} />}
        </PhotoViewer>
      </div>
      <div className={styles.paneFoot}>
        <ViewportControls viewport={viewport} onViewport={setViewport} pane={pane} frame={frame} />
        {/\.tiff?$/i.test(fileName) && (
          <span className={styles.note}>
            {t('Of a TIFF with several pages, the first is shown. A copy holds all of them.')}
          </span>
        )}
      </div>
    </>
  )
}

function SaveCopy({ document: { documentId } }: { document: AttachedDocument }) {
  const { documents } = usePorts()
  const { progress, failure, run, stop } = useWork()
  const save = async () => {
    const savedAs = await run((options) => documents.saveCopy(documentId, options))
    if (savedAs) showDone(t('Saved as {{savedAs}}. This copy is not protected.', { savedAs }))
  }
  return (
    <div className={styles.saveCopy}>
      {failure && (
        <Alert color="red" title={t('No copy was saved')} mb="sm">
          {failure}
        </Alert>
      )}
      {progress ? (
        <WorkProgressBar label={t('Saving a copy')} {...progress} onStop={stop} />
      ) : (
        <div className={styles.saveCopyLine}>
          <Button variant="default" leftSection={<Download size={16} aria-hidden />} onClick={() => void save()}>
            {t('Save a copy…')}
          </Button>
          <p className={styles.note}>
            {t(
              'A copy is not protected: whoever can use this computer can read it, and it stays when the client is erased. Delete it when you no longer need it.',
            )}
          </p>
        </div>
      )}
    </div>
  )
}
