import { notifications } from '@mantine/notifications'
import { useEffect, useMemo, useState } from 'react'
import type { ComparedPhotos } from '../../shared/domain/compared-photos.ts'
import type { ClientId, PhotoId, TreatmentId } from '../../shared/domain/ids.ts'
import type { Photo } from '../../shared/domain/photo.ts'
import { t } from '../../shared/words/translate.ts'
import { LandmarksScreen } from '../features/align/screen.tsx'
import { AssessScreen } from '../features/assess/screen.tsx'
import { ClientsScreen } from '../features/clients/screen.tsx'
import { lookAs } from '../features/compare/comparison-look.ts'
import { ComparisonScreen } from '../features/compare/screen.tsx'
import { ConsentCard } from '../features/consent/consent-card.tsx'
import { ConsentDialog } from '../features/consent/consent-dialog.tsx'
import { DrawScreen } from '../features/draw/screen.tsx'
import { ProofDialog, type ProofSubject } from '../features/exports/proof-dialog.tsx'
import { ExportsScreen } from '../features/exports/screen.tsx'
import { FramingDialog } from '../features/framing/framing-dialog.tsx'
import { HandOverDialog } from '../features/hand-over/hand-over-dialog.tsx'
import { HealthScreen } from '../features/health/screen.tsx'
import { HistoryScreen } from '../features/history/screen.tsx'
import { ImportScreen } from '../features/import/screen.tsx'
import { ModelsScreen } from '../features/models/screen.tsx'
import { BlindCheck } from '../features/present/blind-check.tsx'
import { PresentHere } from '../features/present/present-here.tsx'
import { SecondScreenBar } from '../features/present/second-screen-bar.tsx'
import { RecordsScreen } from '../features/records/screen.tsx'
import { SeriesScreen } from '../features/series/screen.tsx'
import { StudioFields } from '../features/settings/studio-fields.tsx'
import { ExportDialog } from '../features/share/export-dialog.tsx'
import type { MissingFor } from '../features/share/purpose-choice.tsx'
import { TrashScreen } from '../features/trash/screen.tsx'
import { VideoScreen } from '../features/video/screen.tsx'
import { KeySheet } from '../ui/key-sheet.tsx'
import { usePorts, useWatched } from '../use-ports.tsx'
import type { ShownComparison } from '../viewer/shown-comparison.ts'
import styles from './app.module.css'
import { useBackgroundAlignment } from './background-alignment.ts'
import { DamageBanner } from './damage-banner.tsx'
import { useLockKeys } from './lock-keys.ts'
import { type Place, useNavigation } from './navigation.ts'
import { useOpenedPlace } from './opened-place.ts'
import { openSettings, useAreSettingsOpen } from './settings.tsx'
import { useUndoKeys } from './undo-keys.ts'
import { usePresenting } from './use-presenting.ts'

/** Where a change that is taken back by the keyboard is seen. */
const screensWithUndo: ReadonlySet<Place['screen']> = new Set([
  'clients',
  'series',
  'records',
  'history',
  'trash',
  'video',
  'assess',
  'exports',
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
      <KeySheet />
    </div>
  )
}

/** The comparison of photos of a client's treatment. */
function comparing(of: { clientId: ClientId; treatmentId: TreatmentId }, photos: ComparedPhotos): Place {
  return { screen: 'compare', clientId: of.clientId, treatmentId: of.treatmentId, ...photos }
}

/** The assessment of a photo, from where one comes back to `from`. */
function assessing(of: { clientId: ClientId; treatmentId: TreatmentId }, photoId: PhotoId, from: Place): Place {
  return { screen: 'assess', clientId: of.clientId, treatmentId: of.treatmentId, photoId, from }
}

/** What the way back to a place is called. */
function backLabelOf({ screen }: Place): string {
  switch (screen) {
    case 'series':
      return t('Back to the series board')
    case 'clients':
      return t('Back to the clients')
    default:
      return t('Back')
  }
}

/** The screen of the present place, and the ways to others. */
function Screen() {
  const { place: wanted, goTo } = useNavigation()
  const place = useOpenedPlace(wanted)
  const [exported, setExported] = useState<ShownComparison | null>(null)
  const [consent, setConsent] = useState<{ readonly wanted: MissingFor | null } | null>(null)
  const [proof, setProof] = useState<ProofSubject | null>(null)
  const [framed, setFramed] = useState<Photo | null>(null)
  const [handedOver, setHandedOver] = useState<TreatmentId | null>(null)
  const [blind, setBlind] = useState<ShownComparison | null>(null)
  const { presented, present, toSecondScreen, end } = usePresenting()
  const areSettingsOpen = useAreSettingsOpen()
  useLockKeys()
  useUndoKeys(screensWithUndo.has(place.screen))
  // an undo that is offered belongs to the screen on which the change was seen
  useEffect(() => {
    if (place.screen === 'import') notifications.clean()
  }, [place.screen])
  const { library, engine } = usePorts()
  const notices = useWatched(useMemo(() => library.watchNotices(), [library])) ?? []
  const aligning = useBackgroundAlignment('clientId' in place && !library.damage ? place.clientId : null)

  const showExports = () => {
    setConsent(null)
    setExported(null)
    if ('clientId' in place) goTo({ screen: 'exports', clientId: place.clientId, from: place })
  }

  switch (place.screen) {
    case 'clients':
      return (
        <ClientsScreen
          notices={notices}
          onOpenClient={(clientId) => goTo({ screen: 'series', clientId })}
          onOpenModels={() => goTo({ screen: 'models' })}
          onOpenHealth={() => goTo({ screen: 'health' })}
          onOpenTrash={() => goTo({ screen: 'trash' })}
          onOpenExports={() => goTo({ screen: 'exports', clientId: null, from: place })}
          onOpenSettings={openSettings}
        />
      )
    case 'models':
      return (
        <ModelsScreen
          onOpenClient={(clientId) => goTo({ screen: 'series', clientId })}
          onBack={() => goTo({ screen: 'clients' })}
        />
      )
    case 'health':
      return <HealthScreen onBack={() => goTo({ screen: 'clients' })} />
    case 'trash':
      return <TrashScreen onBack={() => goTo({ screen: 'clients' })} />
    case 'series':
      return (
        <>
          <SeriesScreen
            clientId={place.clientId}
            aligning={aligning}
            onFraming={setFramed}
            onBack={() => goTo({ screen: 'clients' })}
            onCompare={({ treatmentId, ...pair }) => goTo(comparing({ clientId: place.clientId, treatmentId }, pair))}
            onPick={(treatmentId, { photos, reference, look }) => {
              lookAs(look, reference)
              goTo(comparing({ clientId: place.clientId, treatmentId }, photos))
            }}
            onImport={(incoming) => goTo({ screen: 'import', clientId: place.clientId, ...incoming })}
            onRecords={(treatmentId) => goTo({ screen: 'records', clientId: place.clientId, treatmentId })}
            onExports={() => goTo({ screen: 'exports', clientId: place.clientId, from: place })}
            onHandOver={(treatmentId) => setHandedOver(treatmentId)}
            onHistory={() => goTo({ screen: 'history', clientId: place.clientId })}
            onAssess={({ treatmentId, photoId }) =>
              goTo(assessing({ clientId: place.clientId, treatmentId }, photoId, place))
            }
            onVideo={(videoId) => goTo({ screen: 'video', clientId: place.clientId, videoId })}
          />
          {framed && <FramingDialog photo={framed} onClose={() => setFramed(null)} />}
          {handedOver && (
            <HandOverDialog clientId={place.clientId} treatmentId={handedOver} onClose={() => setHandedOver(null)} />
          )}
        </>
      )
    case 'records':
      return (
        <>
          <RecordsScreen
            clientId={place.clientId}
            treatmentId={place.treatmentId}
            consent={<ConsentCard clientId={place.clientId} onOpen={() => setConsent({ wanted: null })} />}
            onBack={() => goTo({ screen: 'series', clientId: place.clientId })}
          />
          {consent && <ConsentDialog subject={place} onExports={showExports} onClose={() => setConsent(null)} />}
        </>
      )
    case 'history':
      return (
        <HistoryScreen clientId={place.clientId} onBack={() => goTo({ screen: 'series', clientId: place.clientId })} />
      )
    case 'exports': {
      const { clientId, from } = place
      return (
        <ExportsScreen
          clientId={clientId}
          back={{ label: backLabelOf(from), onBack: () => goTo(from) }}
          onAll={() => goTo({ screen: 'exports', clientId: null, from: { screen: 'clients' } })}
          onClient={(opened) => goTo({ screen: 'series', clientId: opened })}
        />
      )
    }
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
      // while a client looks at this screen, nothing else is on it
      if (presented?.on === 'here')
        return (
          <PresentHere
            comparison={presented.comparison}
            onEnd={end}
            onSecondScreen={presented.hasSecondScreen ? toSecondScreen : undefined}
          />
        )
      if (blind) return <BlindCheck comparison={blind} onEnd={() => setBlind(null)} />
      return (
        <>
          <ComparisonScreen
            clientId={place.clientId}
            treatmentId={place.treatmentId}
            referenceId={place.referenceId}
            movingId={place.movingId}
            {...(place.panes && { panes: place.panes })}
            onBack={() => goTo({ screen: 'series', clientId: place.clientId })}
            onPair={(compared) => goTo(comparing(place, compared))}
            onAdjust={() => goTo({ ...place, screen: 'landmarks' })}
            onDraw={() => {
              const { clientId, treatmentId, referenceId } = place
              goTo({ screen: 'draw', clientId, treatmentId, photoId: referenceId, from: place })
            }}
            onAssess={() => goTo(assessing(place, place.movingId, place))}
            onExport={setExported}
            showing={{
              onPresent: (comparison) => void present(comparison),
              onBlindCheck: setBlind,
              onFraming: ({ reference }) => setFramed(reference),
              bar: (comparison) =>
                presented?.on === 'second-screen' && (
                  <SecondScreenBar comparison={comparison} onEnd={end} onHere={() => void present(comparison, true)} />
                ),
            }}
          />
          {framed && <FramingDialog photo={framed} onClose={() => setFramed(null)} />}
          {exported && (
            <ExportDialog
              comparison={exported}
              isAway={consent !== null || areSettingsOpen}
              onConsent={(wanted) => setConsent({ wanted })}
              onProof={(exportKey) => setProof({ clientId: place.clientId, exportKey })}
              onSettings={openSettings}
              onClose={() => setExported(null)}
            />
          )}
          {consent && (
            <ConsentDialog subject={place} {...consent} onExports={showExports} onClose={() => setConsent(null)} />
          )}
          {proof && <ProofDialog {...proof} onClose={() => setProof(null)} />}
        </>
      )
    case 'draw':
      return <DrawScreen treatmentId={place.treatmentId} photoId={place.photoId} onDone={() => goTo(place.from)} />
    case 'assess':
      return (
        <AssessScreen
          clientId={place.clientId}
          treatmentId={place.treatmentId}
          photoId={place.photoId}
          studioFields={<StudioFields paper={engine} />}
          onBack={() => goTo(place.from)}
          onPhoto={(photoId) => goTo({ ...place, photoId })}
          onDraw={(photoId) => {
            const { clientId, treatmentId } = place
            goTo({ screen: 'draw', clientId, treatmentId, photoId, from: { ...place, photoId } })
          }}
        />
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
