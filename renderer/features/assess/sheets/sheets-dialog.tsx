import { Box, Button, Group, Modal, Progress, Text } from '@mantine/core'
import { FileDown, Printer } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { TouchUpPlan } from '../../../../shared/domain/assessing/touch-up-plan.ts'
import { dateInWords } from '../../../../shared/words/formats.ts'
import { t } from '../../../../shared/words/translate.ts'
import { errorSentence } from '../../../error-messages.ts'
import { PrintedSheet } from '../../../ui/printed-sheet.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { usePorts } from '../../../use-ports.tsx'
import { useStudio } from '../../../use-studio.ts'
import type { SeriesFindings } from '../use-series-findings.ts'
import type { TreatmentNow } from '../use-treatment.ts'
import { Pages, usePages } from './pages.tsx'
import { a4, phone } from './paper.ts'
import { SheetForm } from './sheet-form.tsx'
import { type SheetKind, sheetFileName, useSheetNames } from './sheet-options.ts'
import type { SheetRefusals } from './sheet-refusals.ts'
import classes from './sheets-dialog.module.css'
import { useSavePages } from './use-save-pages.ts'
import { useSheetDocument } from './use-sheet-document.tsx'
import type { SheetDrawing } from './use-sheet-pictures.ts'

interface SheetsDialogProps {
  readonly clientName: string
  readonly treatment: TreatmentNow
  readonly findings: SeriesFindings
  /** The sessions for which something is planned, the one that is meant first. */
  readonly plans: readonly TouchUpPlan[]
  readonly refusals: SheetRefusals
  /** Fields for the studio's name and logo. */
  readonly studioFields: ReactNode
  readonly onClose: () => void
}

/** Makes a touch-up sheet, a report or a card for the phone; the preview is what is saved. They name the client only where that is ticked. */
export function SheetsDialog({
  clientName,
  treatment,
  findings,
  plans,
  refusals,
  studioFields,
  onClose,
}: SheetsDialogProps) {
  const { engine } = usePorts()
  const { sign } = useStudio(engine)
  const names = useSheetNames()
  const [kind, setKind] = useState<SheetKind>(refusals['touch-up'] === undefined ? 'touch-up' : 'report')
  const [session, setSession] = useState(plans[0]?.session)
  const [hasClient, setHasClient] = useState(false)
  const plan = plans.find((each) => each.session === session) ?? plans[0]
  const face = {
    clientName: hasClient ? clientName : null,
    studio: names.hasStudio && (sign.name !== '' || sign.logo) ? sign : null,
    day: dateInWords(new Date(), { day: 'numeric', month: 'long', year: 'numeric' }),
  }
  const sheet = useSheetDocument({ kind, plan, findings, treatment }, face, names.hasDates)
  const { drawing, blocks } = sheet
  const paper = kind === 'phone' ? phone : a4
  const { pages, measure } = usePages(blocks, paper)
  // the page's title becomes the document's, and on other screens it names the client
  useTitle(sheet.title)
  const said = kind === 'phone' ? [] : [sheet.title, sheet.about]
  const foot = [...said, face.studio?.name].filter(Boolean).join(' · ')
  const drawn = <Pages {...{ blocks, pages, paper, foot }} />
  const { photo } = findings.shown
  const saving = useSavePages(
    paper.name,
    sheetFileName(kind, { session: plan?.session, stage: photo.stage, angle: photo.angle }),
  )
  const isReady = pages.length > 0
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('Sheets and report')}
      size={1060}
      centered
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <div className={classes.columns}>
        {/* what scrolls has to be reached by keyboard */}
        <Box component="section" className={classes.preview} aria-label={t('Preview')} tabIndex={0}>
          {isReady ? (
            <div className={classes.pages} data-paper={paper.name}>
              {drawn}
            </div>
          ) : (
            <Waiting drawing={drawing} />
          )}
        </Box>
        <div className={classes.side}>
          <SheetForm
            {...{ kind, refusals, plans, names, hasClient }}
            session={plan?.session}
            studioFields={studioFields}
            onKind={setKind}
            onSession={setSession}
            onClient={setHasClient}
          />
          {saving.stop && (
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm" role="status">
                {t('Writing the PDF…')}
              </Text>
              <Button size="compact-sm" variant="default" onClick={saving.stop}>
                {t('Stop')}
              </Button>
            </Group>
          )}
          <Group justify="flex-end" gap="sm">
            {kind !== 'phone' && (
              <Button
                variant="default"
                leftSection={<Printer size={16} aria-hidden />}
                disabled={!isReady}
                onClick={() => window.print()}
              >
                {t('Print…')}
              </Button>
            )}
            <Button
              leftSection={<FileDown size={16} aria-hidden />}
              disabled={!isReady || saving.stop !== undefined}
              onClick={() => void saving.save()}
            >
              {t('Save as PDF…')}
            </Button>
          </Group>
        </div>
      </div>
      {measure}
      {isReady && <PrintedSheet isBare>{drawn}</PrintedSheet>}
    </Modal>
  )
}

function Waiting({ drawing }: { drawing: SheetDrawing }) {
  if (drawing.kind === 'failed')
    return (
      <div className={classes.waiting} role="alert">
        <Text size="sm">{errorSentence(drawing.error)}</Text>
        <Button variant="default" size="compact-sm" onClick={drawing.retry}>
          {t('Try again')}
        </Button>
      </div>
    )
  const percent = drawing.kind === 'drawing' ? 100 * drawing.fraction : 100
  return (
    <div className={classes.waiting} role="status">
      <Text size="sm">{t('Drawing from the originals…')}</Text>
      <Progress value={percent} size="sm" w={200} aria-label={t('Drawing the picture')} />
    </div>
  )
}
