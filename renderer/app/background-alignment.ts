import { useEffect, useMemo, useState } from 'react'
import { planAlignments, unsettledPairs } from '../../shared/domain/alignment-plan.ts'
import type { ClientId } from '../../shared/domain/ids.ts'
import type { PhotoPair } from '../../shared/domain/next-comparison.ts'
import type { ClientSeries, Watched } from '../ports.ts'
import { usePorts, useWatched } from '../use-ports.tsx'

/** How far the alignment of the open client's series is. */
export interface SeriesProgress {
  readonly done: number
  readonly total: number
  readonly stop: () => void
}

interface Memory {
  readonly of: ClientId | null
  readonly tried: ReadonlySet<string>
  readonly isStopped: boolean
}

const nothingTried: ReadonlySet<string> = new Set()
const noSeries: Watched<ClientSeries> = { subscribe: () => ({ unsubscribe: () => undefined }) }

/**
 * Aligns the open client's series in the background, one pair at a time, so that the other engine is free for what is asked for on the screen. Each pair is
 * tried once while the client is open; main gives recorded alignments back at once.
 */
export function useBackgroundAlignment(clientId: ClientId | null): SeriesProgress | null {
  const { library, engine } = usePorts()
  const series = useWatched(useMemo(() => (clientId ? library.watchSeries(clientId) : noSeries), [library, clientId]))
  const [memory, setMemory] = useState<Memory>({ of: clientId, tried: new Set(), isStopped: false })
  const { tried, isStopped } = memory.of === clientId ? memory : { tried: nothingTried, isStopped: false }

  const plan = useMemo(() => (series ? planAlignments(series.photos, series.references) : []), [series])
  const waiting = useMemo(() => {
    if (!series) return []
    return unsettledPairs(plan, series.photos, series.alignments).filter((pair) => !tried.has(keyOf(plan, pair)))
  }, [plan, series, tried])
  const next = isStopped ? undefined : waiting[0]
  const nextKey = next && keyOf(plan, next)

  useEffect(() => {
    if (!nextKey) return
    const [, referenceId, movingId] = nextKey.split('/') as [string, PhotoPair['referenceId'], PhotoPair['movingId']]
    const abort = new AbortController()
    const end = () => setMemory({ of: clientId, tried: new Set([...tried, nextKey]), isStopped: false })
    // what can't be aligned is told when the pair is opened, not here
    engine.alignPair(referenceId, movingId, { signal: abort.signal }).then(end, () => !abort.signal.aborted && end())
    return () => abort.abort()
  }, [engine, nextKey, clientId, tried])

  if (!next) return null
  return {
    done: plan.length - waiting.length,
    total: plan.length,
    stop: () => setMemory({ of: clientId, tried, isStopped: true }),
  }
}

/** A pair's place in the plan counts: it comes twice where the series may offer a better way the second time. */
function keyOf(plan: readonly PhotoPair[], pair: PhotoPair): string {
  return `${plan.indexOf(pair)}/${pair.referenceId}/${pair.movingId}`
}
