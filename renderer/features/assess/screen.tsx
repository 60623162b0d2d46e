import { ImageOff } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import type { ClientId, PhotoId, TreatmentId } from '../../../shared/domain/ids.ts'
import { t } from '../../../shared/words/translate.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { usePorts, useWatched } from '../../use-ports.tsx'
import { AssessDesk } from './assess-desk.tsx'
import { useTreatment } from './use-treatment.ts'

interface AssessScreenProps {
  readonly clientId: ClientId
  readonly treatmentId: TreatmentId
  readonly photoId: PhotoId
  /** Fields for the studio's name and logo. */
  readonly studioFields: ReactNode
  readonly onBack: () => void
  readonly onPhoto: (photoId: PhotoId) => void
  readonly onDraw: (photoId: PhotoId) => void
}

/** Assesses a photo's treated zones: what can be said of them in words first, then as a map, then in numbers. */
export function AssessScreen(props: AssessScreenProps) {
  const { clientId, treatmentId, photoId, studioFields, onBack, onPhoto, onDraw } = props
  const { library } = usePorts()
  const client = useWatched(useMemo(() => library.watchClient(clientId), [library, clientId]))
  const treatment = useTreatment(treatmentId)
  const photo = treatment?.photos.find((candidate) => candidate.photoId === photoId)
  if (treatment && photo)
    return (
      <AssessDesk
        clientName={client?.name ?? ''}
        photo={photo}
        treatment={treatment}
        studioFields={studioFields}
        onBack={onBack}
        onPhoto={onPhoto}
        onDraw={onDraw}
      />
    )
  return (
    <ScreenFrame title={t('Assess')} layout="fill" back={{ label: t('Back'), onBack }}>
      {treatment && (
        <EmptyState icon={ImageOff} title={t('This photo is not there any more')}>
          {t('It was removed. Restore it from the trash to assess it.')}
        </EmptyState>
      )}
    </ScreenFrame>
  )
}
