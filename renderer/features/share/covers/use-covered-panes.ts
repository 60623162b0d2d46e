import { useMemo } from 'react'
import type { ExportPanes } from '../use-export-panes.ts'
import { coveredPicture, type PaneCovers } from './pane-covers.ts'

/**
 * The drawn panes with their covers, and the change between them with those of both. As long as it isn't known where the covers lie, nothing is drawn: an
 * export never shows what was to be covered.
 */
export function useCoveredPanes(panes: ExportPanes, covers: readonly PaneCovers[] | undefined): ExportPanes {
  const drawn = panes.kind === 'ready' ? panes.panes : undefined
  const change = panes.kind === 'ready' ? panes.change : undefined
  const key = covers && JSON.stringify(covers)
  const covered = useMemo(() => {
    const ofPanes: readonly PaneCovers[] | undefined = key === undefined ? undefined : JSON.parse(key)
    if (!drawn || !ofPanes || ofPanes.length !== drawn.length) return undefined
    return {
      panes: drawn.map((picture, index) => coveredPicture(picture, [ofPanes[index]!])),
      ...(change && { change: coveredPicture(change, ofPanes) }),
    }
  }, [drawn, change, key])
  if (panes.kind !== 'ready') return panes
  return covered ? { ...panes, ...covered } : { kind: 'rendering', fraction: 1 }
}
