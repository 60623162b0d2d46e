import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import { LandmarksScreen } from '../features/align/screen.tsx'
import { ClientsScreen } from '../features/clients/screen.tsx'
import { ComparisonScreen } from '../features/compare/screen.tsx'
import { ImportScreen } from '../features/import/screen.tsx'
import { SeriesScreen } from '../features/series/screen.tsx'
import { ExportDialog } from '../features/share/export-dialog.tsx'
import type { LibraryStatus } from '../ports.ts'
import type { ShownComparison } from '../viewer/shown-comparison.ts'
import { useBackgroundAlignment } from './background-alignment.ts'
import { useNavigation } from './navigation.ts'
import { useUndoKeys } from './undo-keys.ts'

/** Stipple's screens and the ways between them. */
export function App({ status }: { status: LibraryStatus }) {
  const { place, goTo } = useNavigation()
  const [exported, setExported] = useState<ShownComparison | null>(null)
  useUndoKeys(place.screen === 'clients' || place.screen === 'series')
  // an undo that is offered belongs to the screen on which the change was seen
  useEffect(() => {
    if (place.screen === 'import') notifications.clean()
  }, [place.screen])
  const aligning = useBackgroundAlignment('clientId' in place ? place.clientId : null)

  switch (place.screen) {
    case 'clients':
      return (
        <ClientsScreen notices={status.notices} onOpenClient={(clientId) => goTo({ screen: 'series', clientId })} />
      )
    case 'series':
      return (
        <SeriesScreen
          clientId={place.clientId}
          aligning={aligning}
          onBack={() => goTo({ screen: 'clients' })}
          onCompare={(pair) => goTo({ screen: 'compare', clientId: place.clientId, ...pair })}
          onImport={(incoming) => goTo({ screen: 'import', clientId: place.clientId, ...incoming })}
        />
      )
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
