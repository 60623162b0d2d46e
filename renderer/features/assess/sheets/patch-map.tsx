import { useLayoutEffect, useRef } from 'react'
import { labelPlaces } from '../../../../shared/domain/assessing/label-places.ts'
import { shareInView } from '../../../../shared/domain/assessing/sheet-view.ts'
import type { SkinMap } from '../../../../shared/domain/assessment/skin-map.ts'
import type { Point } from '../../../../shared/domain/geometry/points.ts'
import { t } from '../../../../shared/words/translate.ts'
import { paintedSizeOf, paintSkinMap, placeOfMap } from '../skin-map-painter.ts'
import classes from './patch-map.module.css'
import type { SheetMap } from './sheet-maps.ts'

/** A zone's map of darkness and the outlines that it is cut to, both in the map's frame. */
export interface ZoneDarkness {
  readonly zoneId: string
  readonly map: SkinMap
  readonly outlines: readonly (readonly Point[])[]
}

interface PatchMapProps {
  readonly map: SheetMap
  /** The judged photo. */
  readonly picture: string
  readonly sideMm: number
  readonly darkness?: readonly ZoneDarkness[]
}

const plateMm = 2.7

/** A photo with its numbered patches, for paper: lines that are told apart in grey, too. */
export function PatchMap({ map, picture, sideMm, darkness = [] }: PatchMapProps) {
  const patches = map.patches.map(({ number, outline }) => ({ number, outline: outline.map(scaledBy(sideMm)) }))
  const labels = labelPlaces(patches, plateMm, sideMm)
  return (
    <div className={classes.map} style={{ width: `${sideMm}mm`, height: `${sideMm}mm` }}>
      <img className={classes.picture} src={picture} alt="" />
      {darkness.map(({ zoneId, ...zone }) => (
        <Darkness key={zoneId} sheet={map} {...zone} />
      ))}
      <svg
        className={classes.marks}
        viewBox={`0 0 ${sideMm} ${sideMm}`}
        role="img"
        aria-label={t('Patches: {{numbers}}', { numbers: patches.map(({ number }) => number).join(', ') })}
      >
        {map.zones.map((outline) => (
          <polygon key={pathOf(outline)} className={classes.zone} points={pathOf(outline.map(scaledBy(sideMm)))} />
        ))}
        {patches.map(({ number, outline }) => (
          <g key={number}>
            <polygon className={classes.edge} points={pathOf(outline)} />
            <polygon className={classes.line} points={pathOf(outline)} />
          </g>
        ))}
        {patches.map(({ number }) => {
          const { x, y } = labels.get(number)!
          return (
            <g key={number}>
              <circle className={classes.plate} cx={x} cy={y} r={plateMm} />
              <text className={classes.number} x={x} y={y} dy="0.35em" textAnchor="middle">
                {number}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}

function Darkness({ sheet, map, outlines }: { sheet: SheetMap } & Omit<ZoneDarkness, 'zoneId'>) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context) paintSkinMap(context, map, outlines)
  }, [map, outlines])
  const { left, top, width, height } = placeOfMap(map)
  const from = shareInView(sheet.view, { x: left, y: top })
  const to = shareInView(sheet.view, { x: left + width, y: top + height })
  const percent = (share: number) => `${(100 * share).toFixed(3)}%`
  return (
    <canvas
      ref={canvas}
      className={classes.darkness}
      {...paintedSizeOf(map)}
      style={{
        left: percent(from.x),
        top: percent(from.y),
        width: percent(to.x - from.x),
        height: percent(to.y - from.y),
      }}
    />
  )
}

function scaledBy(sideMm: number) {
  return ({ x, y }: Point): Point => ({ x: x * sideMm, y: y * sideMm })
}

function pathOf(outline: readonly Point[]): string {
  return outline.map(({ x, y }) => `${x.toFixed(3)},${y.toFixed(3)}`).join(' ')
}
