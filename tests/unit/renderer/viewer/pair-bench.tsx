import { noFilms, noVideos } from '../show-screen.tsx'
import 'fake-indexeddb/auto'
import { MantineProvider } from '@mantine/core'
import { cleanNotifications, Notifications } from '@mantine/notifications'
import { cleanup, configure, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { onTestFinished, vi } from 'vitest'
import { createIpcCare } from '../../../../renderer/engine/ipc-care.ts'
import { createIpcDocuments } from '../../../../renderer/engine/ipc-documents.ts'
import { createIpcEngine } from '../../../../renderer/engine/ipc-engine.ts'
import { createIpcHotFolder } from '../../../../renderer/engine/ipc-hot-folder.ts'
import { createIpcKeys } from '../../../../renderer/engine/ipc-keys.ts'
import { createIpcPresenting } from '../../../../renderer/engine/ipc-presenting.ts'
import { createDexieLibrary } from '../../../../renderer/library/dexie-library.ts'
import { LedgerFeed } from '../../../../renderer/library/ledger-feed.ts'
import { LibraryDb } from '../../../../renderer/library/library-db.ts'
import type { Engine } from '../../../../renderer/ports.ts'
import { themeOf } from '../../../../renderer/ui/theme.ts'
import { PortsProvider } from '../../../../renderer/use-ports.tsx'
import { type Alignment, pairKeyOf } from '../../../../shared/domain/alignment.ts'
import { identityTransform } from '../../../../shared/domain/geometry/transform.ts'
import { alignmentIdSchema } from '../../../../shared/domain/ids.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { algorithmVersion } from '../../../../shared/domain/registration/algorithm-version.ts'
import type { Stage } from '../../../../shared/domain/stage.ts'
import { InMemoryBridge } from '../in-memory-bridge.ts'
import { photoOf } from '../photo-samples.ts'

// a busy computer takes longer than the usual second to show a whole screen
configure({ asyncUtilTimeout: 8_000 })

const stages: readonly [Stage, string][] = [
  ['before', '2026-01-10'],
  ['session-1', '2026-01-12'],
  ['healed-1', '2026-02-16'],
]

/** Three photos of the crown, 1000 × 800, in the order of the treatment. */
export const crownPhotos: readonly Photo[] = stages.map(([stage, day], index) =>
  photoOf(index + 1, {
    stage,
    widthPx: 1000,
    heightPx: 800,
    capture: { local: `${day}T10:00:00`, offset: null, source: 'exif' },
  }),
)

/** An alignment of two photos as the engine answers it. */
export function alignmentOf(reference: Photo, moving: Photo, about: Partial<Alignment> = {}): Alignment {
  const outcome = about.outcome ?? 'aligned'
  return {
    alignmentId: alignmentIdSchema.parse('a'.repeat(64)),
    inputsKey: 'inputs',
    pairKey: pairKeyOf(reference, moving),
    referenceId: reference.photoId,
    movingId: moving.photoId,
    outcome,
    method: 'automatic',
    transform: outcome === 'needs-landmarks' ? null : identityTransform,
    quality: { peakScore: 0.2, forwardBackwardShare: 0.5, coverage: 0.9, scale: 1, rotationDegrees: 0, reasons: [] },
    algorithmVersion,
    ...about,
  }
}

/** A library with the three photos of the crown in it. */
export function crownLibrary(): InMemoryBridge {
  const bridge = new InMemoryBridge()
  const [{ clientId, treatmentId }] = crownPhotos as [Photo]
  const addedAt = '2026-01-01T00:00:00.000Z'
  bridge.record([
    { type: 'client-added', version: 1, data: { clientId, name: 'Ada', isSample: false, addedAt, isRemoved: false } },
    { type: 'treatment-added', version: 1, data: { treatmentId, clientId, name: 'T', sessionCount: 3, addedAt } },
    ...crownPhotos.map((data) => ({ type: 'photo-imported' as const, version: 1 as const, data })),
  ])
  return bridge
}

/** Shows a screen over the real library and projection; the machine's work is what the test says. Panes are 500 × 400 px. */
export async function showPair(bridge: InMemoryBridge, work: Partial<Engine>, screen: ReactNode) {
  stubLayout()
  const db = new LibraryDb(`test-${crypto.randomUUID()}`)
  const feed = new LedgerFeed(bridge, db)
  await feed.start()
  for (const { clientId } of bridge.facts.clients.values()) await feed.openClient(clientId)
  const engine: Engine = { ...createIpcEngine(bridge, feed), ...work }
  const ports = {
    library: createDexieLibrary(db, bridge, feed),
    engine,
    care: createIpcCare(bridge),
    keys: createIpcKeys(bridge),
    documents: createIpcDocuments(bridge, feed),
    videos: noVideos,
    films: noFilms,
    hotFolder: createIpcHotFolder(bridge),
    presenting: createIpcPresenting(bridge),
  }
  const wrap = (content: ReactNode) => (
    <MantineProvider theme={themeOf('dark')} forceColorScheme="dark" env="test">
      <Notifications />
      <PortsProvider value={ports}>{content}</PortsProvider>
    </MantineProvider>
  )
  const { rerender } = render(wrap(screen))
  onTestFinished(() => {
    cleanNotifications()
    cleanup()
    db.close()
    vi.restoreAllMocks()
  })
  return { ...ports, rerender: (content: ReactNode) => rerender(wrap(content)) }
}

/** happy-dom lays nothing out: every element is as large as a pane. */
export function stubLayout(): void {
  const box = { x: 0, y: 0, left: 0, top: 0, right: 500, bottom: 400, width: 500, height: 400 }
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ ...box, toJSON: () => box })
}
