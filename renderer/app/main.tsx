import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '../ui/base.css'
import { MantineProvider } from '@mantine/core'
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
import { mediabunnyVideos } from '../engine/mediabunny-videos.ts'
import { createDexieLibrary } from '../library/dexie-library.ts'
import { LedgerFeed } from '../library/ledger-feed.ts'
import { LibraryDb } from '../library/library-db.ts'
import { theme } from '../ui/theme.ts'
import { PortsProvider } from '../use-ports.tsx'
import { App } from './app.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { useNavigation } from './navigation.ts'
import { OpeningScreen } from './opening-screen.tsx'
import { RefusalScreen } from './refusal-screen.tsx'

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
      <MantineProvider theme={theme} forceColorScheme="dark" getStyleNonce={() => nonce}>
        <Notifications position="bottom-center" limit={2} />
        {content}
      </MantineProvider>,
    )
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
      hotFolder: createIpcHotFolder(bridge),
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
