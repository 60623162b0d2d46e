import { memo } from 'react'
import { type ColourCorrection, gainTable } from '../../../shared/domain/light/colour-correction.ts'
import classes from '../photo-viewer.module.css'

interface LightFilterProps {
  readonly id: string
  readonly correction: ColourCorrection
}

/** A filter that changes 8-bit values exactly as `correctPixels` does, by the same tables: what the screen shows is what an export writes. */
export const LightFilter = memo(function LightFilter({ id, correction: { red, green, blue } }: LightFilterProps) {
  return (
    <svg className={classes.filter} aria-hidden="true">
      <filter id={id} x="0" y="0" width="1" height="1" colorInterpolationFilters="sRGB">
        <feComponentTransfer>
          <feFuncR type="table" tableValues={tableOf(red)} />
          <feFuncG type="table" tableValues={tableOf(green)} />
          <feFuncB type="table" tableValues={tableOf(blue)} />
        </feComponentTransfer>
      </filter>
    </svg>
  )
})

/** A quarter of a step above each value: Chromium cuts what it computes from these down to whole values, and rounding would come to the same. */
function tableOf(gain: number): string {
  return Array.from(gainTable(gain), (value) => ((value + 0.25) / 255).toFixed(6)).join(' ')
}
