import { useRef, useState } from 'react'
import {
  type Drawing,
  type DrawingContent,
  type DrawnShape,
  drawingIdOf,
  roundedShape,
} from '../../../shared/domain/drawing.ts'
import { kindName, kindOf } from '../../../shared/domain/drawing-words.ts'
import type { StatedEvent } from '../../../shared/domain/events.ts'
import type { DrawingId } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import type { PhotoScale } from '../../../shared/domain/scale.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { showFailure } from '../../ui/undo-toast.tsx'
import { usePorts } from '../../use-ports.tsx'
import { type Expected, withExpected } from './expected-drawings.ts'

/** A change that was made here, and what takes it back. */
interface Change {
  readonly label: string
  readonly events: StatedEvent[]
  readonly back: StatedEvent[]
}

/** What can be done with a photo's drawings. Everything is recorded at once, in its order, and can be taken back. */
export interface DrawingChanges {
  /** The drawings as they will be as soon as what was done is recorded. */
  readonly drawings: readonly Drawing[]
  readonly add: (shape: DrawnShape) => DrawingId
  readonly change: (drawingId: DrawingId, changed: Partial<Pick<DrawingContent, 'name' | 'shape'>>) => void
  readonly remove: (drawingId: DrawingId) => void
  readonly setScale: (scale: PhotoScale | null) => void
  /** Null where there is nothing to take back, or to do again. */
  readonly undo: (() => void) | null
  readonly redo: (() => void) | null
}

/** Changes of the drawings of a photo, with their own steps back and forth; the library's undo knows them as well. */
export function useDrawingChanges(photo: Photo, recorded: readonly Drawing[]): DrawingChanges {
  const { library } = usePorts()
  const [expected, setExpected] = useState<Expected>(new Map())
  const [done, setDone] = useState<readonly Change[]>([])
  const [undone, setUndone] = useState<readonly Change[]>([])
  const queue = useRef<Promise<void>>(Promise.resolve())
  const { drawings, settled } = withExpected(recorded, expected)
  if (settled) setExpected(settled)

  const enqueue = (work: () => Promise<unknown>) => {
    queue.current = queue.current.then(async () => {
      try {
        await work()
      } catch (error) {
        setExpected(new Map())
        showFailure(errorSentence(error))
      }
    })
  }
  const record = (change: Change) => {
    setDone((before) => [...before, change])
    enqueue(() => library.record(change.events, { label: change.label, events: change.back }))
  }
  const make = (change: Change, drawingId?: DrawingId, drawing?: Drawing | null) => {
    if (drawingId) setExpected((before) => new Map([...before, [drawingId, drawing ?? null]]))
    setUndone([])
    record(change)
  }
  const { photoId, quarterTurns } = photo
  const find = (drawingId: DrawingId) => drawings.find((drawing) => drawing.drawingId === drawingId)

  return {
    drawings,
    add: (drawn) => {
      const shape = roundedShape(drawn)
      const drawing: Drawing = {
        drawingId: drawingIdOf(photoId, crypto.randomUUID()),
        quarterTurns,
        name: '',
        shape,
        photoId,
      }
      const { drawingId } = drawing
      make(
        {
          label: t('Drawn: {{drawing}}', { drawing: kindName(kindOf(shape)) }),
          events: [{ type: 'drawing-added', version: 1, data: drawing }],
          back: [{ type: 'drawing-removed', version: 1, data: { drawingId } }],
        },
        drawingId,
        drawing,
      )
      return drawingId
    },
    change: (drawingId, { name, shape }) => {
      const before = find(drawingId)
      if (!before) return
      const after = {
        ...before,
        ...(name !== undefined && { name: name.trim() }),
        ...(shape && { shape: roundedShape(shape), quarterTurns }),
      }
      if (JSON.stringify(after) === JSON.stringify(before)) return
      make(
        {
          label: t('Drawing changed: {{drawing}}', { drawing: kindName(kindOf(after.shape)) }),
          events: [{ type: 'drawing-changed', version: 1, data: contentOf(after) }],
          back: [{ type: 'drawing-changed', version: 1, data: contentOf(before) }],
        },
        drawingId,
        after,
      )
    },
    remove: (drawingId) => {
      const before = find(drawingId)
      if (!before) return
      make(
        {
          label: t('Drawing removed: {{drawing}}', { drawing: kindName(kindOf(before.shape)) }),
          events: [{ type: 'drawing-removed', version: 1, data: { drawingId } }],
          back: [{ type: 'drawing-restored', version: 1, data: { drawingId } }],
        },
        drawingId,
        null,
      )
    },
    setScale: (scale) => {
      make({
        label: scale ? t('Scale of a photo set') : t('Scale of a photo taken away'),
        events: [{ type: 'scale-set', version: 1, data: { photoId, scale } }],
        back: [{ type: 'scale-set', version: 1, data: { photoId, scale: photo.scale ?? null } }],
      })
    },
    undo: done.length === 0 ? null : () => stepBack(),
    redo: undone.length === 0 ? null : () => stepForth(),
  }

  // the library's last undoable change is the last that was made here: nothing else is changed while this screen is open
  function stepBack() {
    const last = done.at(-1)
    if (!last) return
    setDone(done.slice(0, -1))
    setUndone([...undone, last])
    setExpected(new Map())
    enqueue(() => library.undo())
  }

  function stepForth() {
    const last = undone.at(-1)
    if (!last) return
    setUndone(undone.slice(0, -1))
    record(redone(last))
  }
}

/** What does a change again: a drawing that was taken back is there, only removed. */
function redone(change: Change): Change {
  const events = change.events.map(
    (event): StatedEvent =>
      event.type === 'drawing-added'
        ? { type: 'drawing-restored', version: 1, data: { drawingId: event.data.drawingId } }
        : event,
  )
  return { ...change, events }
}

function contentOf({ drawingId, quarterTurns, name, shape }: Drawing): DrawingContent {
  return { drawingId, quarterTurns, name, shape }
}
