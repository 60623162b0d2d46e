import '@fontsource-variable/inter/index.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '../ui/base.css'
import { Notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { AppError } from '../../shared/errors.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import { unwrap } from '../../shared/ipc/result.ts'
import { createIpcCare } from '../engine/ipc-care.ts'
import { createIpcDocuments } from '../engine/ipc-documents.ts'
import { createIpcEngine } from '../engine/ipc-engine.ts'
import { createIpcHotFolder } from '../engine/ipc-hot-folder.ts'
import { createIpcKeys } from '../engine/ipc-keys.ts'
import { createIpcPresenting } from '../engine/ipc-presenting.ts'
import { mediabunnyFilms } from '../engine/mediabunny-films.ts'
import { mediabunnyVideos } from '../engine/mediabunny-videos.ts'
import { createDexieLibrary } from '../library/dexie-library.ts'
import { LedgerFeed } from '../library/ledger-feed.ts'
import { LibraryDb } from '../library/library-db.ts'
import { PortsProvider } from '../use-ports.tsx'
import { App } from './app.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { useNavigation } from './navigation.ts'
import { OpeningScreen } from './opening-screen.tsx'
import { readPreferences } from './preferences.ts'
import { RefusalScreen } from './refusal-screen.tsx'
import { Room } from './room.tsx'
import { Settings } from './settings.tsx'

declare global {
  interface Window {
    readonly stipple: Bridge
  }
}

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
const bridge = window.stipple
const care = createIpcCare(bridge)
const keys = createIpcKeys(bridge)

async function start() {
  const root = createRoot(document.getElementById('root')!)
  const show = (content: ReactNode) =>
    root.render(
      <Room nonce={nonce}>
        <Notifications position="bottom-center" limit={2} />
        {content}
        <Settings bridge={bridge} />
      </Room>,
    )
  await readPreferences(bridge)
  try {
    for (;;) {
      const { opening } = unwrap(await bridge.request('library.opening', {}))
      if (!opening) break
      show(<OpeningScreen progress={opening} />)
    }
    const { refusal, damage } = unwrap(await bridge.request('library.status', {}))
    if (refusal) throw new AppError(refusal.code, refusal.details)
    const db = new LibraryDb()
    const feed = new LedgerFeed(bridge, db)
    await feed.start()
    const ports = {
      library: createDexieLibrary(db, bridge, feed, damage),
      engine: createIpcEngine(bridge, feed),
      documents: createIpcDocuments(bridge, feed),
      care,
      keys,
      videos: mediabunnyVideos,
      films: mediabunnyFilms,
      hotFolder: createIpcHotFolder(bridge),
      presenting: createIpcPresenting(bridge),
    }
    show(
      <ErrorBoundary onRecover={() => useNavigation.getState().goTo({ screen: 'clients' })}>
        <PortsProvider value={ports}>
          <App />
        </PortsProvider>
      </ErrorBoundary>,
    )
  } catch (error) {
    show(<RefusalScreen error={error} care={care} keys={keys} />)
  }
}

void start()
