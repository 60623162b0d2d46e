import { useMemo } from 'react'
import type { DrawnTreatment } from '../../../shared/domain/assessing/photo-zones.ts'
import type { TreatmentId } from '../../../shared/domain/ids.ts'
import type { ReferenceChoice } from '../../../shared/domain/reference-choice.ts'
import { isVideo } from '../../../shared/domain/video.ts'
import { usePorts, useWatched } from '../../use-ports.tsx'

/** What is known of a treatment, for assessing its photos. */
export interface TreatmentNow extends DrawnTreatment {
  readonly references: readonly ReferenceChoice[]
}

/** A treatment's photos (videos left out), drawings, alignments and chosen references; undefined until all have been read. */
export function useTreatment(treatmentId: TreatmentId): TreatmentNow | undefined {
  const { library } = usePorts()
  const filed = useWatched(useMemo(() => library.watchPhotos(treatmentId), [library, treatmentId]))
  const drawings = useWatched(useMemo(() => library.watchDrawings(treatmentId), [library, treatmentId]))
  const alignments = useWatched(useMemo(() => library.watchAlignments(treatmentId), [library, treatmentId]))
  const references = useWatched(useMemo(() => library.watchReferences(treatmentId), [library, treatmentId]))
  return useMemo(
    () =>
      filed && drawings && alignments && references
        ? { photos: filed.filter((photo) => !isVideo(photo)), drawings, alignments, references }
        : undefined,
    [filed, drawings, alignments, references],
  )
}
