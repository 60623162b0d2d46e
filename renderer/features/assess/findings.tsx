import type { ReactNode } from 'react'
import type { PhotoAssessment } from '../../../shared/domain/assessing/photo-assessment.ts'
import { t } from '../../../shared/words/translate.ts'
import classes from './assess.module.css'
import { Details } from './details.tsx'
import type { ListedPatch } from './listed-patches.ts'
import type { PatchActions } from './patch-card.tsx'
import { PatchList } from './patch-list.tsx'
import type { SeriesPhoto } from './series-view.ts'
import { ZoneVerdict } from './zone-verdict.tsx'

interface FindingsProps {
  readonly shown: SeriesPhoto
  readonly assessment: PhotoAssessment
  readonly patches: readonly ListedPatch[]
  /** How many stages haven't been looked at yet. */
  readonly toGo: number
  readonly isNumbered: boolean
  readonly isAligning: boolean
  readonly chosen: number | null
  readonly onChoose: (number: number | null) => void
  readonly actionsOf: (patch: ListedPatch) => PatchActions
  readonly onDraw: () => void
  readonly change: ReactNode
}

/** The findings of an assessed photo: a verdict for each zone, its patches, numbers on demand. */
export function Findings({
  shown,
  assessment,
  patches,
  toGo,
  isNumbered,
  isAligning,
  chosen,
  onChoose,
  actionsOf,
  onDraw,
  change,
}: FindingsProps) {
  const zoneOf = (zoneId: string) => shown.inputs.zones.find((zone) => zone.zoneId === zoneId)
  return (
    <>
      {assessment.zones.map(({ zoneId, findings }) => {
        const zone = zoneOf(zoneId)
        return zone && <ZoneVerdict key={zoneId} {...{ zone, findings, onDraw }} scale={assessment.scale} />
      })}
      <p className={classes.quiet} role="status">
        {stillToDo(toGo, isAligning, shown)}
      </p>
      <PatchList {...{ patches, isNumbered, chosen, onChoose, actionsOf }} />
      {change}
      <Details assessment={assessment} shown={shown} />
    </>
  )
}

function stillToDo(toGo: number, isAligning: boolean, { toReference }: SeriesPhoto): string {
  if (isAligning) return t('Aligning it with the other stages: then its patches get their numbers.')
  if (!toReference)
    return t('It isn’t aligned with the other stages: its patches have no numbers and can’t be followed.')
  return toGo > 0 ? t('Looking at the other stages: {{count}} to go', { count: toGo }) : ''
}
