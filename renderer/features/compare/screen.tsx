import { ImageOff } from 'lucide-react'
import { useMemo } from 'react'
import type { ClientId, PhotoId, TreatmentId } from '../../../shared/domain/ids.ts'
import { isVideo } from '../../../shared/domain/video.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { usePorts, useWatched } from '../../use-ports.tsx'
import type { ShownComparison } from '../../viewer/shown-comparison.ts'
import { PairScreen } from './pair-screen.tsx'
import type { PhotoPair } from './stage-steps.ts'

interface ComparisonScreenProps {
  readonly clientId: ClientId
  readonly treatmentId: TreatmentId
  readonly referenceId: PhotoId
  readonly movingId: PhotoId
  readonly onBack: () => void
  readonly onPair: (pair: PhotoPair) => void
  readonly onAdjust: () => void
  readonly onExport: (comparison: ShownComparison) => void
}

/** Compares two photos of a treatment; the moving one is brought into the reference's frame. */
export function ComparisonScreen(props: ComparisonScreenProps) {
  const { clientId, treatmentId, referenceId, movingId } = props
  const { library } = usePorts()
  const client = useWatched(useMemo(() => library.watchClient(clientId), [library, clientId]))
  const filed = useWatched(useMemo(() => library.watchPhotos(treatmentId), [library, treatmentId]))
  const photos = useMemo(() => filed?.filter((photo) => !isVideo(photo)), [filed])
  const reference = photos?.find((photo) => photo.photoId === referenceId)
  const moving = photos?.find((photo) => photo.photoId === movingId)
  if (photos && reference && moving)
    return (
      <PairScreen
        clientName={client?.name ?? ''}
        photos={photos}
        reference={reference}
        moving={moving}
        onBack={props.onBack}
        onPair={props.onPair}
        onAdjust={props.onAdjust}
        onExport={props.onExport}
      />
    )
  return (
    <ScreenFrame title="Compare" layout="fill" back={{ label: 'Back to the series', onBack: props.onBack }}>
      {photos && (
        <EmptyState icon={ImageOff} title="This pair is not there any more">
          One of the two photos was removed. Go back and choose another pair.
        </EmptyState>
      )}
    </ScreenFrame>
  )
}
