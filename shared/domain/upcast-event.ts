import { packNodes } from './geometry/packed-nodes.ts'

/** An event as it was recorded, of whatever version. */
export interface RecordedEvent {
  readonly type: string
  readonly version: number
  readonly data: unknown
}

/** Makes of an event's data those of the next version. May throw anything at what it doesn't expect: then the record makes no sense. */
type Upcast = (data: unknown) => unknown

/** The way from each earlier version to the next, by type and version. A new version of an event is one more function here. */
const upcasts: { readonly [typeAndVersion: string]: Upcast } = {
  'alignment-made 1': packAlignmentNodes,
  'comparison-exported 1': nameConsent,
  'comparison-exported 2': nameKind,
}

/** An event in the version of today's Stipple, step by step from the one in which it was recorded. */
export function upcastEvent(recorded: RecordedEvent): RecordedEvent {
  const upcast = upcasts[`${recorded.type} ${recorded.version}`]
  if (!upcast) return recorded
  return upcastEvent({ type: recorded.type, version: recorded.version + 1, data: upcast(recorded.data) })
}

/** Version 2 of an alignment packs the nodes of its field: as numbers they took 25 kB and more, nine tenths of a ledger. */
export function packAlignmentNodes(data: unknown): unknown {
  const alignment = data as { transform: { similarity: unknown; field: FieldOfVersion1 | null } | null }
  const { transform } = alignment
  if (!transform?.field) return data
  const { dx, dy, ...grid } = transform.field
  if (dx.length !== grid.columns * grid.rows || dy.length !== dx.length)
    throw new Error('a field without all its nodes')
  return { ...alignment, transform: { ...transform, field: { ...grid, nodes: packNodes(grid.columns, dx, dy) } } }
}

/** Version 2 of an export names the consent that it rests on and its file; before, there were only exports for the client. */
function nameConsent(data: unknown): unknown {
  return { ...(data as object), consentVersion: null, fileName: null }
}

/** Version 3 of an export says what it is and how long it lasts; before, there were only pictures that stand still. */
function nameKind(data: unknown): unknown {
  return { ...(data as object), kind: 'picture', durationSeconds: null }
}

interface FieldOfVersion1 {
  readonly columns: number
  readonly rows: number
  readonly dx: readonly number[]
  readonly dy: readonly number[]
}
