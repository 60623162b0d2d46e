import { useEffect, useState } from 'react'
import type { ZoneProposal } from '../../../shared/domain/assessing/zone-proposal.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { usePorts } from '../../use-ports.tsx'

/** What is proposed on a photo. */
export interface PhotoProposal {
  readonly photo: Photo
  readonly proposal: ZoneProposal
}

/** Where the proposing stands. */
export type ProposalsState =
  | { readonly kind: 'working'; readonly fraction: number }
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void }
  | { readonly kind: 'known'; readonly proposals: readonly PhotoProposal[] }

/** Looks for zones on photos, one after the other; stopped when nobody looks any more. `photos` stay the same as long as this is shown. */
export function useProposals(photos: readonly Photo[]): ProposalsState {
  const { engine } = usePorts()
  const [wanted] = useState(photos)
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<Exclude<ProposalsState, { kind: 'failed' }> | { kind: 'failed'; error: unknown }>({
    kind: 'working',
    fraction: 0,
  })
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const proposeAll = async () => {
      setState({ kind: 'working', fraction: 0 })
      const proposals: PhotoProposal[] = []
      for (const [index, photo] of wanted.entries()) {
        const onProgress = (part: number) =>
          !signal.aborted && setState({ kind: 'working', fraction: (index + part) / wanted.length })
        proposals.push({ photo, proposal: await engine.proposeZones(photo.photoId, { signal, onProgress }) })
      }
      if (!signal.aborted) setState({ kind: 'known', proposals })
    }
    proposeAll().catch((error: unknown) => !signal.aborted && setState({ kind: 'failed', error }))
    return () => controller.abort()
  }, [engine, wanted])
  return state.kind === 'failed' ? { ...state, retry: () => setAttempt(attempt + 1) } : state
}
