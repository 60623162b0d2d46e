import { useState } from 'react'
import type { DrawnShape } from '../../../shared/domain/drawing.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import type { Size } from '../../../shared/domain/geometry/viewport.ts'
import type { DrawingId } from '../../../shared/domain/ids.ts'
import {
  type DrawingTool,
  type DrawSettings,
  firstSettings,
  isEnough,
  isScaleLine,
  placed,
  pointsOfStroke,
  shapeOf,
} from './draft.ts'
import type { DrawTool } from './tools.ts'

/** What still has to be said before something is drawn. */
export type Question =
  | { readonly kind: 'text'; readonly at: Point }
  | { readonly kind: 'scale'; readonly from: Point; readonly to: Point }

/** What is going on at the drawing table. */
export interface DrawState {
  readonly tool: DrawTool
  readonly settings: DrawSettings
  readonly selectedId: DrawingId | null
  /** Points placed one by one. */
  readonly points: readonly Point[]
  /** Points of a stroke while the button is held. */
  readonly stroke: readonly Point[]
  readonly question: Question | null
}

const first: DrawState = {
  tool: 'select',
  settings: firstSettings,
  selectedId: null,
  points: [],
  stroke: [],
  question: null,
}
const nothingBegun = { points: [], stroke: [], question: null } as const

/** The drawing table: the tool, what is begun with it, and what is chosen. `onShape` gets every shape that is finished; it gives the new drawing's id. */
export function useDrawState(frame: Size, onShape: (shape: DrawnShape) => DrawingId) {
  const [state, setState] = useState(first)
  const set = (changed: Partial<DrawState>) => setState((before) => ({ ...before, ...changed }))
  const longerSidePx = Math.max(frame.widthPx, frame.heightPx)

  const finish = (tool: DrawingTool, points: readonly Point[]) => {
    const [at, to] = points
    if (tool === 'text' && at) return set({ ...nothingBegun, question: { kind: 'text', at } })
    if (tool === 'scale')
      return set({
        ...nothingBegun,
        question: at && to && isScaleLine(points) ? { kind: 'scale', from: at, to } : null,
      })
    const shape = shapeOf(tool, points, state.settings, longerSidePx)
    set({ ...nothingBegun, ...(shape && { selectedId: onShape(shape) }) })
  }
  const drawing = state.tool === 'select' ? null : state.tool
  // a brush goes on with the drawing that it began
  const kept = drawing === 'brush' ? state.selectedId : null

  return {
    state,
    take: (tool: DrawTool) => set({ ...nothingBegun, tool, selectedId: tool === 'select' ? state.selectedId : null }),
    select: (selectedId: DrawingId | null) => set({ ...nothingBegun, selectedId }),
    setSettings: (settings: DrawSettings) => set({ settings }),
    /** Places a point; `reachPx` is how near counts as the same place. */
    place: (at: Point, reachPx: number) => {
      if (!drawing) return
      const { points, isDone } = placed(drawing, state.points, at, reachPx)
      if (isDone) finish(drawing, points)
      else set({ points, selectedId: kept, question: null })
    },
    /** A stroke while the button is held. */
    stroke: (stroke: readonly Point[]) => set({ ...nothingBegun, stroke, selectedId: kept }),
    endStroke: (stroke: readonly Point[], pixelPx: number) => {
      const points = drawing && pointsOfStroke(drawing, stroke, pixelPx)
      if (drawing && points) finish(drawing, points)
      else set({ stroke: [] })
    },
    /** Null where too little is drawn to be finished. */
    finish:
      drawing && state.points.length > 0 && isEnough(drawing, state.points)
        ? () => finish(drawing, state.points)
        : null,
    takePointBack: state.points.length > 0 ? () => set({ points: state.points.slice(0, -1) }) : null,
    /** Leaves what is begun; without anything begun the choice, then the tool. */
    cancel: () => {
      if (state.points.length + state.stroke.length > 0 || state.question) return set(nothingBegun)
      set(state.selectedId ? { selectedId: null } : { tool: 'select' })
    },
    /** What was asked is answered. */
    answered: (selectedId: DrawingId | null) => set({ ...nothingBegun, selectedId }),
  }
}

export type DrawTable = ReturnType<typeof useDrawState>
