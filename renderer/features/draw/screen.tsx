import { ImageOff } from 'lucide-react'
import { useMemo } from 'react'
import type { PhotoId, TreatmentId } from '../../../shared/domain/ids.ts'
import { isVideo } from '../../../shared/domain/video.ts'
import { t } from '../../../shared/words/translate.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { usePorts, useWatched } from '../../use-ports.tsx'
import { DrawTableScreen } from './draw-table-screen.tsx'

interface DrawScreenProps {
  readonly treatmentId: TreatmentId
  readonly photoId: PhotoId
  readonly onDone: () => void
}

/** Draws on a photo, and measures in it. */
export function DrawScreen({ treatmentId, photoId, onDone }: DrawScreenProps) {
  const { library } = usePorts()
  const filed = useWatched(useMemo(() => library.watchPhotos(treatmentId), [library, treatmentId]))
  const photos = useMemo(() => filed?.filter((photo) => !isVideo(photo)), [filed])
  const photo = photos?.find((candidate) => candidate.photoId === photoId)
  if (photos && photo) return <DrawTableScreen photo={photo} photos={photos} onDone={onDone} />
  return (
    <ScreenFrame
      title={t('Draw on the photo')}
      layout="fill"
      back={{ label: t('Back to the comparison'), onBack: onDone }}
    >
      {photos && (
        <EmptyState icon={ImageOff} title={t('This photo is not there any more')}>
          {t('It was removed. What was drawn on it comes back with it.')}
        </EmptyState>
      )}
    </ScreenFrame>
  )
}
