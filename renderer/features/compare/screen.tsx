import { ImageOff } from 'lucide-react'
import { useMemo } from 'react'
import { type ComparedPhotos, withoutGone } from '../../../shared/domain/compared-photos.ts'
import type { ClientId, PhotoId, TreatmentId } from '../../../shared/domain/ids.ts'
import { isVideo } from '../../../shared/domain/video.ts'
import { t } from '../../../shared/words/translate.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { usePorts, useWatched } from '../../use-ports.tsx'
import type { ShownComparison } from '../../viewer/shown-comparison.ts'
import { PairScreen } from './pair-screen.tsx'
import type { Showing } from './showing-buttons.tsx'

interface ComparisonScreenProps extends ComparedPhotos {
  readonly clientId: ClientId
  readonly treatmentId: TreatmentId
  readonly onBack: () => void
  readonly onPair: (compared: ComparedPhotos) => void
  readonly onAdjust: () => void
  readonly onDraw: () => void
  readonly onAssess?: (() => void) | undefined
  readonly onExport: (comparison: ShownComparison) => void
  readonly showing?: Showing | undefined
}

/** Compares photos of a treatment; all are brought into the reference's frame. */
export function ComparisonScreen(props: ComparisonScreenProps) {
  const { clientId, treatmentId, referenceId, movingId, panes } = props
  const { library } = usePorts()
  const client = useWatched(useMemo(() => library.watchClient(clientId), [library, clientId]))
  const filed = useWatched(useMemo(() => library.watchPhotos(treatmentId), [library, treatmentId]))
  const photos = useMemo(() => filed?.filter((photo) => !isVideo(photo)), [filed])
  const compared = useMemo(() => {
    const isThere = (photoId: PhotoId) => photos?.some((photo) => photo.photoId === photoId) ?? false
    return withoutGone({ referenceId, movingId, ...(panes && { panes }) }, isThere)
  }, [photos, referenceId, movingId, panes])
  const reference = photos?.find((photo) => photo.photoId === compared?.referenceId)
  const moving = photos?.find((photo) => photo.photoId === compared?.movingId)
  if (photos && compared && reference && moving)
    return (
      <PairScreen
        clientName={client?.name ?? ''}
        photos={photos}
        compared={compared}
        reference={reference}
        moving={moving}
        onBack={props.onBack}
        onPair={props.onPair}
        onAdjust={props.onAdjust}
        onDraw={props.onDraw}
        onAssess={props.onAssess}
        onExport={props.onExport}
        showing={props.showing}
      />
    )
  return (
    <ScreenFrame title={t('Compare')} layout="fill" back={{ label: t('Back to the series'), onBack: props.onBack }}>
      {photos && (
        <EmptyState icon={ImageOff} title={t('This pair is not there any more')}>
          {t('One of the two photos was removed. Go back and choose another pair.')}
        </EmptyState>
      )}
    </ScreenFrame>
  )
}
