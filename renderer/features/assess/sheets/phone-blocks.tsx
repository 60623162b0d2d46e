import { dash, type SheetRow } from '../../../../shared/domain/assessing/sheet-rows.ts'
import { t } from '../../../../shared/words/translate.ts'
import type { PageBlock } from './pages.tsx'
import { phone } from './paper.ts'
import { PatchMap } from './patch-map.tsx'
import classes from './sheet.module.css'
import type { SheetFace } from './sheet-head.tsx'
import { nameOf, type PlannedSection } from './touch-up-blocks.tsx'

interface PhoneDocument {
  readonly face: SheetFace
  readonly dilution: string | undefined
  readonly sections: readonly PlannedSection[]
}

/** The tray's sheet for a phone: of each angle the map with its numbers and the short list. */
export function phoneBlocks({ face, dilution, sections }: PhoneDocument): PageBlock[] {
  return [
    ...sections.flatMap(({ section, figure }): PageBlock[] => [
      {
        key: `map ${section.angle}`,
        content: (
          <div className={classes.card}>
            <div className={classes.cardHead}>
              <h1>{face.title}</h1>
              <span>{nameOf(section)}</span>
            </div>
            {face.clientName !== null && <p>{face.clientName}</p>}
            {figure && <PatchMap map={figure.map} picture={figure.pictures.judged} sideMm={phone.mapMm} />}
          </div>
        ),
        isKeptWithNext: true,
      },
      ...section.rows.map((row) => ({ key: row.patchId, content: <CardRow row={row} /> })),
    ]),
    ...(dilution ? [{ key: 'dilution', content: <p className={classes.cardNote}>{dilution}</p> }] : []),
  ]
}

function CardRow({ row: { number, place, area, dots, note, isDone } }: { row: SheetRow }) {
  return (
    <div className={classes.cardRow} data-done={isDone}>
      <span className={classes.number}>{number}</span>
      <div>
        <p className={classes.place}>{place}</p>
        <p>{dots === dash ? area : t('{{area}}, {{dots}} dots', { area, dots })}</p>
        {note !== '' && <p className={classes.note}>{note}</p>}
      </div>
    </div>
  )
}
