import { useEffect, useMemo, useState } from 'react'
import { angleLabel } from '../../../../shared/domain/angle.ts'
import { type AngleStep, stepAngle } from '../../../../shared/domain/angle-steps.ts'
import type { ComparedPhotos } from '../../../../shared/domain/compared-photos.ts'
import type { TreatmentId } from '../../../../shared/domain/ids.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { stageLabel } from '../../../../shared/domain/stage.ts'
import { t } from '../../../../shared/words/translate.ts'
import { usePorts, useWatched } from '../../../use-ports.tsx'

/** So long a note on a step stays (ms). */
const noteStaysMs = 7000

/** The same comparison at the angles before and after, and what is to be said of the last step. */
export function useAngleSteps(
  treatmentId: TreatmentId,
  photos: readonly Photo[],
  compared: ComparedPhotos,
  onCompared: (compared: ComparedPhotos) => void,
) {
  const { library } = usePorts()
  const references = useWatched(useMemo(() => library.watchReferences(treatmentId), [library, treatmentId]))
  const [note, setNote] = useState<{ text: string }>()
  useEffect(() => {
    if (!note?.text) return
    const timer = setTimeout(() => setNote(undefined), noteStaysMs)
    return () => clearTimeout(timer)
  }, [note])
  const [previous, next] = useMemo(
    () => ([-1, 1] as const).map((direction) => references && stepAngle(photos, references, compared, direction)),
    [photos, references, compared],
  )
  const go = (step: AngleStep) => {
    setNote({ text: step.lacking.map((lack) => sentenceOf(step, lack)).join(' ') })
    onCompared(step.photos)
  }
  return { previous, next, go, note: note?.text ?? '' }
}

function sentenceOf({ angle }: AngleStep, { wanted, shown }: AngleStep['lacking'][number]): string {
  const values = { angle: angleLabel(angle), wanted: stageLabel(wanted) }
  return shown
    ? t('{{angle}} has no {{wanted}}: {{shown}} is shown instead.', { ...values, shown: stageLabel(shown) })
    : t('{{angle}} has no {{wanted}}.', values)
}
