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
  /** The pair in work. It stays until it has ended, whatever is recorded meanwhile: to cancel it would cost its engine process. */
  readonly current: string | undefined
  readonly isStopped: boolean
}

/** The client's own screen is drawn first. */
const waitMs = 300

const noSeries: Watched<ClientSeries> = { subscribe: () => ({ unsubscribe: () => undefined }) }

/**
 * Aligns the open client's series in the background, one pair at a time, so that the other engine is free for what is asked for on the screen. Each pair is
 * tried once while the client is open; main gives recorded alignments back at once.
 */
export function useBackgroundAlignment(openClientId: ClientId | null): SeriesProgress | null {
  const { library, engine } = usePorts()
  const clientId = useSettled(openClientId, waitMs)
  const series = useWatched(useMemo(() => (clientId ? library.watchSeries(clientId) : noSeries), [library, clientId]))
  const [kept, setMemory] = useState<Memory>(() => memoryOf(clientId))
  const memory = useMemo(() => (kept.of === clientId ? kept : memoryOf(clientId)), [kept, clientId])
  const { tried, isStopped } = memory

  const plan = useMemo(() => (series ? planAlignments(series.photos, series.references) : []), [series])
  const waiting = useMemo(() => {
    if (!series) return []
    return unsettledPairs(plan, series.photos, series.alignments).filter((pair) => !tried.has(keyOf(plan, pair)))
  }, [plan, series, tried])
  const next = isStopped ? undefined : waiting[0]
  const current = memory.current ?? (next && keyOf(plan, next))
  if (memory !== kept || memory.current !== current) setMemory({ ...memory, current })

  useEffect(() => {
    if (!current) return
    const [, referenceId, movingId] = current.split('/') as [string, PhotoPair['referenceId'], PhotoPair['movingId']]
    const abort = new AbortController()
    const end = () => !abort.signal.aborted && setMemory((latest) => ended(latest, current))
    // what can't be aligned is told when the pair is opened, not here
    engine.alignPair(referenceId, movingId, { signal: abort.signal }).then(end, end)
    return () => abort.abort()
  }, [engine, current])

  if (isStopped || waiting.length === 0) return null
  return {
    done: plan.length - waiting.length,
    total: plan.length,
    stop: () => setMemory({ ...memory, current: undefined, isStopped: true }),
  }
}

function memoryOf(clientId: ClientId | null): Memory {
  return { of: clientId, tried: new Set(), current: undefined, isStopped: false }
}

function ended(memory: Memory, key: string): Memory {
  return { ...memory, tried: new Set([...memory.tried, key]), current: undefined }
}

/** A pair's place in the plan counts: it comes twice where the series may offer a better way the second time. */
function keyOf(plan: readonly PhotoPair[], pair: PhotoPair): string {
  return `${plan.indexOf(pair)}/${pair.referenceId}/${pair.movingId}`
}

/** The value, once it has been the same for so long; null before. */
function useSettled<Value>(value: Value, afterMs: number): Value | null {
  const [settled, setSettled] = useState<Value | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs)
    return () => clearTimeout(timer)
  }, [value, afterMs])
  return settled === value ? settled : null
}
