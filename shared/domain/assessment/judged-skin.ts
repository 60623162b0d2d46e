import type { NotJudgedReason } from './assessment.ts'
import { envelopeLuma, type SkinEnvelope } from './skin-envelope.ts'
import { leastCosine, type SkinGrid } from './skin-grid.ts'

/** Brighter skin (luma of its envelope, sRGB, 0 to 1) shines: its dots are washed out (assessment-measurements, step 3). */
const mostLuma = 0.945
/** Darker skin lies in deep shadow: camera noise is as strong as dots there. */
const leastLuma = 0.06

/** The part of a zone's skin that is judged, and what took the rest away. */
export class JudgedSkin {
  /** Share of each cell that is judged; row-major. */
  readonly weight: Float32Array
  readonly #lost = new Map<NotJudgedReason, number>()
  readonly #total: number

  constructor(treated: Float32Array) {
    this.weight = treated.slice()
    this.#total = Math.max(sumOf(treated), 1e-9)
  }

  /** Takes a cell out for a reason; a cell that is out already keeps its first one. */
  drop(cell: number, reason: NotJudgedReason): void {
    const share = this.weight[cell]! / this.#total
    if (share > 0) this.#lost.set(reason, (this.#lost.get(reason) ?? 0) + share)
    this.weight[cell] = 0
  }

  /** Takes out all cells for which a function says yes. */
  dropWhere(isLost: (cell: number) => boolean, reason: NotJudgedReason): void {
    for (let cell = 0; cell < this.weight.length; cell++) {
      if (this.weight[cell]! > 0 && isLost(cell)) this.drop(cell, reason)
    }
  }

  /** The share of the zone that is lost, by reason, the largest first. */
  get lost(): readonly { readonly reason: NotJudgedReason; readonly share: number }[] {
    return [...this.#lost].map(([reason, share]) => ({ reason, share })).sort((a, b) => b.share - a.share)
  }

  get lostShare(): number {
    return Math.min(1, Math.max(0, 1 - sumOf(this.weight) / this.#total))
  }
}

/** Leaves out skin that is seen too steeply, shines or lies in deep shadow. */
export function dropByLight(skin: JudgedSkin, grid: SkinGrid, envelope: SkinEnvelope): void {
  skin.dropWhere((cell) => grid.cosine[cell]! < leastCosine, 'angle')
  skin.dropWhere((cell) => envelopeLuma(envelope, cell) > mostLuma, 'shine')
  skin.dropWhere((cell) => envelopeLuma(envelope, cell) < leastLuma, 'shadow')
}

function sumOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}
