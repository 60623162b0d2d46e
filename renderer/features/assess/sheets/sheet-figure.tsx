import { photoWords } from '../../../../shared/domain/assessing/sheet-settings.ts'
import type { PhotoCaption } from '../../../../shared/domain/comparison-caption.ts'
import { t } from '../../../../shared/words/translate.ts'
import { a4 } from './paper.ts'
import { PatchMap, type ZoneDarkness } from './patch-map.tsx'
import classes from './sheet.module.css'
import type { SheetMap } from './sheet-maps.ts'
import type { SheetPictures } from './use-sheet-pictures.ts'

/** A map with everything that is said of its photos. */
export interface SheetFigureParts {
  readonly map: SheetMap
  readonly pictures: SheetPictures
  readonly judged: PhotoCaption
  readonly before: PhotoCaption | null
}

interface SheetFigureProps extends SheetFigureParts {
  readonly hasDates: boolean
  readonly darkness?: readonly ZoneDarkness[]
}

/** The map, and beside it the same place before and as it was judged. */
export function SheetFigure({ map, pictures, judged, before, hasDates, darkness = [] }: SheetFigureProps) {
  return (
    <div className={classes.figure}>
      <PatchMap map={map} picture={pictures.judged} sideMm={a4.mapMm} darkness={darkness} />
      <div className={classes.pair}>
        {pictures.before && before && (
          <Thumb address={pictures.before} name={t('Before')} words={photoWords(before, hasDates)} />
        )}
        <Thumb address={pictures.judged} name={t('After')} words={photoWords(judged, hasDates)} />
      </div>
    </div>
  )
}

function Thumb({ address, name, words }: { address: string; name: string; words: string }) {
  return (
    <figure className={classes.thumb}>
      <img src={address} alt="" />
      <figcaption>
        <b>{name}</b> {words}
      </figcaption>
    </figure>
  )
}
