import { SegmentedControl } from '@mantine/core'
import { Activity, useMemo, useState } from 'react'
import { pairKeyOf } from '../../../shared/domain/alignment.ts'
import { captionOf } from '../../../shared/domain/comparison-caption.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { t } from '../../../shared/words/translate.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { showDone } from '../../ui/undo-toast.tsx'
import { usePorts, useWatched } from '../../use-ports.tsx'
import { saveHeads, saveLandmarks } from './actions.ts'
import { useAlignRun } from './align-run.ts'
import { AlignRunNotice } from './align-run-notice.tsx'
import { HeadsEditor } from './heads-editor.tsx'
import { LandmarksEditor } from './landmarks-editor.tsx'
import { useStoredLandmarks } from './use-stored-landmarks.ts'

interface LandmarksScreenProps {
  readonly referenceId: PhotoId
  readonly movingId: PhotoId
  readonly onDone: () => void
}

/** Corrects how two photos are aligned: by landmarks, or by the outline of the head. */
export function LandmarksScreen({ referenceId, movingId, onDone }: LandmarksScreenProps) {
  const { library } = usePorts()
  const reference = useWatched(useMemo(() => library.watchPhoto(referenceId), [library, referenceId]))
  const moving = useWatched(useMemo(() => library.watchPhoto(movingId), [library, movingId]))
  if (reference && moving) return <AdjustScreen reference={reference} moving={moving} onDone={onDone} />
  return (
    <ScreenFrame
      title={t('Adjust the alignment')}
      back={{ label: t('Back to the comparison'), onBack: onDone }}
      layout="fill"
    >
      {null}
    </ScreenFrame>
  )
}

function AdjustScreen({ reference, moving, onDone }: { reference: Photo; moving: Photo; onDone: () => void }) {
  const { library } = usePorts()
  const [part, setPart] = useState<'landmarks' | 'head'>('landmarks')
  const { treatmentId } = reference
  const photos = useWatched(useMemo(() => library.watchPhotos(treatmentId), [library, treatmentId])) ?? []
  const landmarks = useStoredLandmarks(pairKeyOf(reference, moving))
  const { run, start, cancel, dismiss } = useAlignRun(reference.photoId, moving.photoId)
  const captions = { reference: captionOf(reference, photos), moving: captionOf(moving, photos) }

  const saveAndAlign = async (save: () => Promise<void>) => {
    const alignment = await start(save)
    if (alignment?.outcome !== 'aligned') return
    showDone(alignment.method === 'by-hand' ? t('Aligned by your landmarks') : t('Aligned'))
    onDone()
  }
  const shared = { reference, moving, captions, onCancel: onDone }
  return (
    <ScreenFrame
      title={t('Adjust the alignment')}
      subtitle={t('{{one}} and {{other}}', { one: captions.reference.text, other: captions.moving.text })}
      back={{ label: t('Back to the comparison'), onBack: onDone }}
      layout="fill"
      actions={
        <SegmentedControl
          aria-label={t('What to adjust')}
          value={part}
          onChange={(value) => setPart(value === 'head' ? 'head' : 'landmarks')}
          data={[
            { value: 'landmarks', label: t('Landmarks') },
            { value: 'head', label: t('Head outline') },
          ]}
        />
      }
    >
      {landmarks && (
        // what was placed but not saved yet outlives a look at the head outline
        <Activity mode={part === 'landmarks' ? 'visible' : 'hidden'}>
          <LandmarksEditor
            {...shared}
            saved={landmarks}
            onSave={(placed) => void saveAndAlign(() => saveLandmarks(library, [reference, moving], placed, landmarks))}
          />
        </Activity>
      )}
      {part === 'head' && (
        <HeadsEditor {...shared} onSave={(changes) => void saveAndAlign(() => saveHeads(library, changes))} />
      )}
      <AlignRunNotice run={run} onCancel={cancel} onStay={dismiss} onLeave={onDone} />
    </ScreenFrame>
  )
}
