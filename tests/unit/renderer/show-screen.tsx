import 'fake-indexeddb/auto'
import { MantineProvider } from '@mantine/core'
import { Notifications, notifications } from '@mantine/notifications'
import { cleanup, configure, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { onTestFinished } from 'vitest'
import { createIpcCare } from '../../../renderer/engine/ipc-care.ts'
import { createIpcDocuments } from '../../../renderer/engine/ipc-documents.ts'
import { createIpcEngine } from '../../../renderer/engine/ipc-engine.ts'
import { createIpcHotFolder } from '../../../renderer/engine/ipc-hot-folder.ts'
import { createIpcKeys } from '../../../renderer/engine/ipc-keys.ts'
import { createIpcPresenting } from '../../../renderer/engine/ipc-presenting.ts'
import { createDexieLibrary } from '../../../renderer/library/dexie-library.ts'
import { LedgerFeed } from '../../../renderer/library/ledger-feed.ts'
import { LibraryDb } from '../../../renderer/library/library-db.ts'
import type { Films, Videos } from '../../../renderer/ports.ts'
import { themeOf } from '../../../renderer/ui/theme.ts'
import { PortsProvider } from '../../../renderer/use-ports.tsx'
import { AppError } from '../../../shared/errors.ts'
import type { LibraryDamage } from '../../../shared/ipc/contract.ts'
import type { InMemoryBridge } from './in-memory-bridge.ts'

// a busy machine is no failure
configure({ asyncUtilTimeout: 5000 })

/** A window that can play no video. */
export const noVideos: Videos = { open: () => Promise.reject(new AppError('unsupported-format')) }
/** A computer that encodes nothing. */
export const noFilms: Films = {
  canMake: async () => false,
  make: () => Promise.reject(new AppError('unsupported-format')),
}

/** Shows a screen over the real library adapter, the real projection and an in-memory machine. */
export async function showScreen(
  bridge: InMemoryBridge,
  screen: ReactNode,
  { videos = noVideos, damage = null }: { videos?: Videos; damage?: LibraryDamage | null } = {},
) {
  const db = new LibraryDb(`test-${crypto.randomUUID()}`)
  const feed = new LedgerFeed(bridge, db)
  await feed.start()
  for (const { clientId } of bridge.facts.clients.values()) await feed.openClient(clientId)
  const ports = {
    library: createDexieLibrary(db, bridge, feed, damage),
    engine: createIpcEngine(bridge, feed),
    documents: createIpcDocuments(bridge, feed),
    care: createIpcCare(bridge),
    keys: createIpcKeys(bridge),
    videos,
    films: noFilms,
    hotFolder: createIpcHotFolder(bridge),
    presenting: createIpcPresenting(bridge),
  }
  onTestFinished(() => {
    notifications.clean()
    cleanup()
    db.close()
  })
  render(
    <MantineProvider theme={themeOf('dark')} forceColorScheme="dark" env="test">
      <Notifications />
      <PortsProvider value={ports}>{screen}</PortsProvider>
    </MantineProvider>,
  )
  return ports
}
