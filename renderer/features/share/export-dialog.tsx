import { Box, Modal, Tabs } from '@mantine/core'
import { CircleAlert } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { contentOf } from '../../../shared/domain/export-kind.ts'
import { t } from '../../../shared/words/translate.ts'
import { usePorts, useWatched } from '../../use-ports.tsx'
import type { ShownComparison } from '../../viewer/shown-comparison.ts'
import { AlignmentWarnings } from './alignment-warnings.tsx'
import { CaptionsPanel } from './captions-panel.tsx'
import { paintComparison } from './comparison-painter.ts'
import { pressCoverKey } from './covers/cover-keys.ts'
import { CoverLayer } from './covers/cover-layer.tsx'
import { CoversChoice } from './covers/covers-choice.tsx'
import { useCoveredPanes } from './covers/use-covered-panes.ts'
import { useCovers } from './covers/use-covers.ts'
import { optionsLikeLast, rememberOptions } from './export-options.ts'
import { ExportPreview } from './export-preview.tsx'
import { withPossibleFormat } from './film-note.ts'
import { type ExportTab, exportTabs, obstaclesOf } from './obstacles.ts'
import { type MissingFor, missingFor } from './purpose-choice.tsx'
import { SaveBar } from './save-bar.tsx'
import classes from './share.module.css'
import { useStudioSign } from './studio-mark.ts'
import { type NamedTemplate, TemplatesBar } from './templates/templates-bar.tsx'
import { useExport } from './use-export.ts'
import { useFilmFormats } from './use-film-formats.ts'
import { useSaving } from './use-saving.ts'
import { WhatPanel } from './what-panel.tsx'

interface ExportDialogProps {
  readonly comparison: ShownComparison
  /** Another dialog lies over this one; what was chosen stays. */
  readonly isAway: boolean
  /** The client hasn't agreed to what is wanted: leads to the consent. */
  readonly onConsent: (missing: MissingFor) => void
  /** Leads to the proof sheet of what was just exported. */
  readonly onProof: (exportKey: string) => void
  /** Leads to the studio's name and logo. */
  readonly onSettings: () => void
  readonly onClose: () => void
}

/** Makes a picture or film of a comparison; the preview is the file. */
export function ExportDialog({ comparison, isAway, onConsent, onProof, onSettings, onClose }: ExportDialogProps) {
  const { library } = usePorts()
  const { treatmentId, clientId } = comparison.reference
  const photos = useWatched(useMemo(() => library.watchPhotos(treatmentId), [library, treatmentId])) ?? noRows
  const references = useWatched(useMemo(() => library.watchReferences(treatmentId), [library, treatmentId])) ?? noRows
  const consents = useWatched(useMemo(() => library.watchConsents(clientId), [library, clientId])) ?? noRows
  const [options, setOptions] = useState(optionsLikeLast)
  const [tab, setTab] = useState<ExportTab>('what')
  const [naming, setNaming] = useState<NamedTemplate>(undefined)
  const canvas = useRef<HTMLCanvasElement>(null)
  const studio = useStudioSign()
  const chosen = useExport(comparison, photos, references, options, studio)
  const { saving, save, cancel } = useSaving(onClose, onProof)
  const { layout, painted, film, sources } = chosen
  const filmFormats = useFilmFormats(layout?.size.widthPx, layout?.size.heightPx)
  const covers = useCovers(layout)
  const panes = useCoveredPanes(chosen.panes, covers.ofPanes)
  const { editing } = covers
  const { kind, purpose } = options

  const shown = layout?.panes.map(({ source }) => source.photo) ?? [comparison.reference, comparison.moving]
  const hasConsent = missingFor(purpose, consents, shown) === null
  const obstacles = obstaclesOf({ options, hasConsent, sources, filmFormats, faces: covers.faces })
  const names = painted?.texts.map(({ title }) => title) ?? []
  const areBeside = painted?.scene.kind === 'beside'
  const edited = layout?.panes.findIndex(({ source }) => source.photo.photoId === editing?.photoId) ?? -1
  const isSignReady = options.sign === 'nothing' || options.sign === 'name' || !studio.isReading
  const areFormatsKnown = !film || filmFormats !== null
  const openTab = (wanted: string | null) => {
    // what is covered is only worked on where the covers are
    covers.edit(null)
    setTab(exportTabs.find((one) => one === wanted) ?? 'what')
  }
  const saveNow = () => {
    // a photo that stands alone to be worked on stands in the picture again before it is saved
    flushSync(() => covers.edit(null))
    if (!canvas.current || !layout || !painted || panes.kind !== 'ready') return
    const paint = (context: CanvasRenderingContext2D, frame: number) =>
      paintComparison(context, { ...painted, scene: film?.sceneOf(frame) ?? painted.scene, pictures: panes })
    const light = contentOf(kind) === 'pair' ? comparison.light : undefined
    rememberOptions(options)
    const used = withPossibleFormat(options, filmFormats)
    void save({ options: used, layout, canvas: canvas.current, film, paint, light, covers: covers.used, painted })
  }
  const tabLabels: Record<ExportTab, string> = { what: t('What'), captions: t('Captions'), privacy: t('Privacy') }
  return (
    <Modal
      opened={!isAway}
      onClose={saving ? () => undefined : onClose}
      title={t('Export the comparison')}
      size={1180}
      centered
      yOffset={20}
      closeOnEscape={editing === null && naming === undefined}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <Box className={classes.columns} onKeyDown={(event) => pressCoverKey(event, covers)}>
        <ExportPreview
          canvas={canvas}
          sources={sources}
          panes={panes}
          film={film}
          painted={painted}
          label={t('Preview: {{photos}}', {
            photos:
              painted?.texts.map(({ title, detail }) => [title, detail].filter(Boolean).join(', ')).join('; ') ?? '',
          })}
          alone={!areBeside && edited >= 0 ? edited : null}
        >
          {layout && <CoverLayer covers={covers} layout={layout} areBeside={areBeside} names={names} />}
        </ExportPreview>
        <div className={classes.side}>
          <TemplatesBar options={options} onChange={setOptions} naming={naming} onNaming={setNaming} />
          <Tabs className={classes.tabs!} value={tab} onChange={openTab}>
            <Tabs.List grow>
              {exportTabs.map((one) => (
                <Tabs.Tab
                  key={one}
                  value={one}
                  rightSection={
                    obstacles.some((obstacle) => obstacle.tab === one) && (
                      <CircleAlert
                        className={classes.missing}
                        size={14}
                        role="img"
                        aria-label={t('Something is missing')}
                      />
                    )
                  }
                >
                  {tabLabels[one]}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="what" className={classes.panel!}>
              <WhatPanel
                comparison={comparison}
                options={options}
                chosen={chosen}
                photos={shown}
                consents={consents}
                filmFormats={filmFormats}
                onChange={setOptions}
                onConsent={onConsent}
              />
            </Tabs.Panel>
            <Tabs.Panel value="captions" className={classes.panel!}>
              <CaptionsPanel options={options} studio={studio} onChange={setOptions} onSettings={onSettings} />
            </Tabs.Panel>
            <Tabs.Panel value="privacy" className={classes.panel!}>
              <CoversChoice covers={covers} names={names} photos={shown} areBeside={areBeside} />
            </Tabs.Panel>
          </Tabs>
          {sources.kind === 'ready' && <AlignmentWarnings sources={sources.sources} />}
          <SaveBar
            kind={kind}
            saving={saving}
            obstacles={obstacles}
            tab={tab}
            isReady={painted !== undefined && panes.kind === 'ready' && isSignReady && areFormatsKnown}
            onTab={openTab}
            onSave={saveNow}
            onCancel={saving ? cancel : onClose}
          />
        </div>
      </Box>
    </Modal>
  )
}

const noRows: never[] = []
