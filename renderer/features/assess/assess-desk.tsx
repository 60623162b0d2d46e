import { PenTool, Printer } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { angleLabel } from '../../../shared/domain/angle.ts'
import { photoAtNextAngle } from '../../../shared/domain/angle-steps.ts'
import { plansAt } from '../../../shared/domain/assessing/touch-up-plan.ts'
import { photosToPropose } from '../../../shared/domain/assessing/zone-proposal.ts'
import { captionOf } from '../../../shared/domain/comparison-caption.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import { type Size, type Viewport, wholePicture } from '../../../shared/domain/geometry/viewport.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import type { Stage } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import { useCommands } from '../../ui/commands.ts'
import { FoldableButton } from '../../ui/foldable-button.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { AngleStepper } from '../../viewer/angle-stepper.tsx'
import { ViewportControls } from '../../viewer/viewport-controls.tsx'
import classes from './assess.module.css'
import { assessCommands } from './assess-commands.ts'
import { AssessPanel, type PanelTab } from './assess-panel.tsx'
import { AssessedPhoto } from './assessed-photo.tsx'
import { ChangeCard } from './change-card.tsx'
import { useChangeLook } from './change-look.ts'
import { useMapLook } from './map-look.ts'
import { OverStages } from './over-stages.tsx'
import { ProposalDialog } from './proposal-dialog.tsx'
import { refusalOfAll, sheetRefusals } from './sheets/sheet-refusals.ts'
import { SheetsDialog } from './sheets/sheets-dialog.tsx'
import { AssessedStages } from './stages.tsx'
import { usePatchActions } from './use-patch-actions.ts'
import { useSeriesFindings } from './use-series-findings.ts'
import { isChangeMap, useStageChange } from './use-stage-change.ts'
import type { TreatmentNow } from './use-treatment.ts'
import { useZoneSeries } from './use-zone-series.ts'

interface AssessDeskProps {
  readonly clientName: string
  readonly photo: Photo
  readonly treatment: TreatmentNow
  /** Fields for the studio's name and logo. */
  readonly studioFields: ReactNode
  readonly onBack: () => void
  readonly onPhoto: (photoId: PhotoId) => void
  readonly onDraw: (photoId: PhotoId) => void
}

/** The desk at which one photo of a series is assessed, beside the others of its angle. */
export function AssessDesk({ clientName, photo, treatment, studioFields, onBack, onPhoto, onDraw }: AssessDeskProps) {
  const [viewport, setViewport] = useState<Viewport>(wholePicture)
  const [pane, setPane] = useState<Size>()
  const [chosen, setChosen] = useState<number | null>(null)
  const [tab, setTab] = useState<PanelTab>('findings')
  const look = useMapLook()
  const findings = useSeriesFindings(photo, treatment)
  const { series, shown, stateOf, seen, decisions, patches, toGo, isNumbered, isAligning } = findings
  const [redrawn, setRedrawn] = useState<{ number: number; isMissed: boolean } | null>(null)
  const { actionsOf, onRing, onTick } = usePatchActions(findings, {
    onChoose: setChosen,
    onRedraw: (number) => setRedrawn({ number, isMissed: false }),
  })
  const all = useZoneSeries(findings, treatment)
  const changeLook = useChangeLook()
  const change = useStageChange(findings, all, changeLook)
  const state = stateOf(shown.wanted)
  const chosenPatch = patches.find(({ track }) => track.number === chosen)
  const choose = (number: number | null) => {
    setChosen(number)
    setRedrawn(null)
    if (number !== null) setTab('findings')
  }
  const place = series.photos.indexOf(shown)
  const [previous, next] = [series.photos[place - 1], series.photos[place + 1]]
  const [sheets, setSheets] = useState<{ readonly session?: Stage } | null>(null)
  const plans = useMemo(() => plansAt(photo.stage, decisions), [photo.stage, decisions])
  const refusals = sheetRefusals(findings, plans)
  const noSheets = refusalOfAll(refusals)
  const draw = () => onDraw(photo.photoId)
  const [previousAngle, nextAngle] = ([-1, 1] as const).map((direction) => {
    const other = photoAtNextAngle(treatment.photos, treatment.references, photo, direction)
    return other && { angle: other.angle, go: () => onPhoto(other.photoId) }
  })
  const proposable = photosToPropose(treatment.photos, treatment.drawings)
  const [isProposing, setProposing] = useState(false)
  const canPropose = proposable.some(({ angle }) => angle === photo.angle)
  const propose = canPropose ? () => setProposing(true) : undefined
  const ringed = patches.find(({ track, patch }) => track.number === redrawn?.number && patch)
  const ring = ringed && {
    number: ringed.track.number,
    isMissed: redrawn?.isMissed === true,
    onCancel: () => setRedrawn(null),
    onRing: (outline: readonly Point[]) => {
      const shared = shown.isInReference ? outline : outline.map((point) => shown.toReference?.(point) ?? point)
      setRedrawn(onRing(ringed, shared) ? null : { number: ringed.track.number, isMissed: true })
    },
  }
  useCommands(
    assessCommands({
      zoom: pane && { pane, frame: shown.frame, viewport, setViewport },
      look,
      chosen,
      numbers: patches.map(({ track }) => track.number),
      actions: chosenPatch && actionsOf(chosenPatch),
      onChoose: choose,
      onPrevious: previous && (() => onPhoto(previous.photo.photoId)),
      onNext: next && (() => onPhoto(next.photo.photoId)),
      onDraw: draw,
      onPropose: propose,
      previousAngle,
      nextAngle,
      onSheets: noSheets === undefined ? () => setSheets({}) : undefined,
      onTab: () => setTab(tab === 'plan' ? 'findings' : 'plan'),
      onOverStages: () => setTab(tab === 'stages' ? 'findings' : 'stages'),
      onChange: change.zones.some((zone) => isChangeMap(zone.change)) ? changeLook.toggle : undefined,
      onCancelRing: ring && (() => setRedrawn(null)),
    }),
  )
  const caption = captionOf(photo, treatment.photos)
  return (
    <ScreenFrame
      title={t('Assessment: {{stage}}', { stage: caption.stage })}
      subtitle={[photo.angle && angleLabel(photo.angle), clientName].filter(Boolean).join(' · ')}
      back={{ label: t('Back'), onBack }}
      layout="fill"
      actions={
        <>
          <FoldableButton
            icon={Printer}
            label={t('Sheets and report…')}
            keyHint="Ctrl P"
            refusal={noSheets}
            onClick={() => setSheets({})}
          />
          <FoldableButton icon={PenTool} label={t('Draw zones…')} keyHint="D" onClick={draw} />
        </>
      }
      footer={
        <footer className={classes.footer}>
          {photo.angle && <AngleStepper angle={photo.angle} previous={previousAngle} next={nextAngle} />}
          <AssessedStages
            series={series}
            shown={shown}
            treatmentPhotos={treatment.photos}
            stateOf={stateOf}
            onPhoto={onPhoto}
          />
          <ViewportControls viewport={viewport} onViewport={setViewport} pane={pane} frame={shown.frame} />
        </footer>
      }
    >
      <div className={classes.desk}>
        <AssessedPhoto
          {...{ shown, caption, state, seen, decisions, isNumbered, chosen, look, viewport, ring }}
          change={changeLook.isShown ? change : undefined}
          changeLook={changeLook}
          onChoose={choose}
          onViewport={setViewport}
          onPaneSize={setPane}
        />
        <AssessPanel
          {...{ shown, state, decisions, tab, patches, toGo, isNumbered, isAligning, chosen, actionsOf, onTick }}
          hasZonesElsewhere={hasZonesElsewhere(photo, treatment)}
          change={<ChangeCard change={change} look={changeLook} />}
          overStages={<OverStages {...{ findings, all }} />}
          onTab={setTab}
          onChoose={choose}
          onSheet={(session) => setSheets({ session })}
          onDraw={draw}
          onPropose={propose}
        />
      </div>
      {isProposing && <ProposalDialog photos={proposable} onClose={() => setProposing(false)} onCorrect={onDraw} />}
      {sheets && (
        <SheetsDialog
          {...{ clientName, treatment, findings, refusals, studioFields }}
          plans={plans.toSorted((a, b) => Number(b.session === sheets.session) - Number(a.session === sheets.session))}
          onClose={() => setSheets(null)}
        />
      )}
    </ScreenFrame>
  )
}

/** Whether another photo of the same angle has a treated zone. */
function hasZonesElsewhere({ angle, photoId }: Photo, { photos, drawings }: TreatmentNow): boolean {
  const others = new Set(photos.filter((other) => other.angle === angle).map((other) => other.photoId))
  return drawings.some(
    ({ shape, photoId: drawnOn }) =>
      shape.kind === 'zone' && shape.zone === 'treated' && drawnOn !== photoId && others.has(drawnOn),
  )
}
