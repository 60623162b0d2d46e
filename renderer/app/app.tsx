import { notifications } from '@mantine/notifications'
import { useEffect, useMemo, useState } from 'react'
import { LandmarksScreen } from '../features/align/screen.tsx'
import { ClientsScreen } from '../features/clients/screen.tsx'
import { ComparisonScreen } from '../features/compare/screen.tsx'
import { HealthScreen } from '../features/health/screen.tsx'
import { HistoryScreen } from '../features/history/screen.tsx'
import { ImportScreen } from '../features/import/screen.tsx'
import { RecordsScreen } from '../features/records/screen.tsx'
import { SeriesScreen } from '../features/series/screen.tsx'
import { ExportDialog } from '../features/share/export-dialog.tsx'
import { TrashScreen } from '../features/trash/screen.tsx'
import { VideoScreen } from '../features/video/screen.tsx'
import { usePorts, useWatched } from '../use-ports.tsx'
import type { ShownComparison } from '../viewer/shown-comparison.ts'
import styles from './app.module.css'
import { useBackgroundAlignment } from './background-alignment.ts'
import { DamageBanner } from './damage-banner.tsx'
import { useLockKeys } from './lock-keys.ts'
import { type Place, useNavigation } from './navigation.ts'
import { useOpenedPlace } from './opened-place.ts'
import { useUndoKeys } from './undo-keys.ts'

/** Where a change that is taken back by the keyboard is seen. */
const screensWithUndo: ReadonlySet<Place['screen']> = new Set([
  'clients',
  'series',
  'records',
  'history',
  'trash',
  'video',
])

/** Stipple's screens; above them, as long as it is so, that the library is only looked at. */
export function App() {
  const { library, care } = usePorts()
  return (
    <div className={styles.app}>
      {library.damage && <DamageBanner damage={library.damage} care={care} />}
      <div className={styles.screen}>
        <Screen />
      </div>
    </div>
  )
}

/** The screen of the present place, and the ways to others. */
function Screen() {
  const { place: wanted, goTo } = useNavigation()
  const place = useOpenedPlace(wanted)
  const [exported, setExported] = useState<ShownComparison | null>(null)
  useLockKeys()
  useUndoKeys(screensWithUndo.has(place.screen))
  // an undo that is offered belongs to the screen on which the change was seen
  useEffect(() => {
    if (place.screen === 'import') notifications.clean()
  }, [place.screen])
  const { library } = usePorts()
  const notices = useWatched(useMemo(() => library.watchNotices(), [library])) ?? []
  const aligning = useBackgroundAlignment('clientId' in place && !library.damage ? place.clientId : null)

  switch (place.screen) {
    case 'clients':
      return (
        <ClientsScreen
          notices={notices}
          onOpenClient={(clientId) => goTo({ screen: 'series', clientId })}
          onOpenHealth={() => goTo({ screen: 'health' })}
          onOpenTrash={() => goTo({ screen: 'trash' })}
        />
      )
    case 'health':
      return <HealthScreen onBack={() => goTo({ screen: 'clients' })} />
    case 'trash':
      return <TrashScreen onBack={() => goTo({ screen: 'clients' })} />
    case 'series':
      return (
        <SeriesScreen
          clientId={place.clientId}
          aligning={aligning}
          onBack={() => goTo({ screen: 'clients' })}
          onCompare={(pair) => goTo({ screen: 'compare', clientId: place.clientId, ...pair })}
          onImport={(incoming) => goTo({ screen: 'import', clientId: place.clientId, ...incoming })}
          onRecords={(treatmentId) => goTo({ screen: 'records', clientId: place.clientId, treatmentId })}
          onHistory={() => goTo({ screen: 'history', clientId: place.clientId })}
          onVideo={(videoId) => goTo({ screen: 'video', clientId: place.clientId, videoId })}
        />
      )
    case 'records':
      return (
        <RecordsScreen
          clientId={place.clientId}
          treatmentId={place.treatmentId}
          onBack={() => goTo({ screen: 'series', clientId: place.clientId })}
        />
      )
    case 'history':
      return (
        <HistoryScreen clientId={place.clientId} onBack={() => goTo({ screen: 'series', clientId: place.clientId })} />
      )
    case 'video':
      return <VideoScreen videoId={place.videoId} onBack={() => goTo({ screen: 'series', clientId: place.clientId })} />
    case 'import':
      return (
        <ImportScreen
          clientId={place.clientId}
          treatmentId={place.treatmentId}
          offers={place.offers}
          stage={place.stage}
          angle={place.angle}
          onDone={() => goTo({ screen: 'series', clientId: place.clientId })}
        />
      )
    case 'compare':
      return (
        <>
          <ComparisonScreen
            clientId={place.clientId}
            treatmentId={place.treatmentId}
            referenceId={place.referenceId}
            movingId={place.movingId}
            onBack={() => goTo({ screen: 'series', clientId: place.clientId })}
            onPair={(pair) => goTo({ ...place, ...pair })}
            onAdjust={() => goTo({ ...place, screen: 'landmarks' })}
            onExport={setExported}
          />
          {exported && <ExportDialog comparison={exported} onClose={() => setExported(null)} />}
        </>
      )
    case 'landmarks':
      return (
        <LandmarksScreen
          referenceId={place.referenceId}
          movingId={place.movingId}
          onDone={() => goTo({ ...place, screen: 'compare' })}
        />
      )
  }
}
