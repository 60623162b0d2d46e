import { Alert, Stack, Text } from '@mantine/core'
import { Info } from 'lucide-react'
import type { GivenConsent, Purpose } from '../../../shared/domain/consent.ts'
import { contentOf, filmFormats as everyFormat, type FilmFormat } from '../../../shared/domain/export-kind.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { t } from '../../../shared/words/translate.ts'
import type { ShownComparison } from '../../viewer/shown-comparison.ts'
import { ExportForm } from './export-form.tsx'
import { arrangementOf } from './export-layout.ts'
import { type ExportOptions, usualShape } from './export-options.ts'
import { filmNote, withPossibleFormat } from './film-note.ts'
import { KindChoice, StageChoice } from './kind-choice.tsx'
import { type MissingFor, PurposeChoice } from './purpose-choice.tsx'
import type { ChosenExport } from './use-export.ts'

interface WhatPanelProps {
  readonly comparison: ShownComparison
  readonly options: ExportOptions
  readonly chosen: ChosenExport
  readonly photos: readonly Photo[]
  readonly consents: readonly GivenConsent[]
  /** The videos that this computer can make; null while it is asked, when the choice stays on the screen whole. */
  readonly filmFormats: readonly FilmFormat[] | null
  readonly onChange: (options: ExportOptions) => void
  readonly onConsent: (missing: MissingFor) => void
}

/** What is made, for whom, and as which file. */
export function WhatPanel(props: WhatPanelProps) {
  const { comparison, options, chosen, photos, consents, filmFormats, onChange, onConsent } = props
  const { kind, purpose } = options
  const choosePurpose = (wanted: Purpose) =>
    onChange({ ...options, purpose: wanted, shape: usualShape(wanted) ?? options.shape })
  const hasArrangement = chosen.laidOut?.areBeside && contentOf(kind) !== 'angles'
  const note = filmNote(options, filmFormats)
  return (
    <Stack gap="md">
      <PurposeChoice
        purpose={purpose}
        consents={consents}
        photos={photos}
        onChange={choosePurpose}
        onConsent={onConsent}
      />
      <KindChoice kind={kind} onChange={(wanted) => onChange({ ...options, kind: wanted })} />
      {contentOf(kind) === 'stages' && (
        <StageChoice
          row={chosen.row}
          chosen={chosen.stages}
          reference={comparison.reference}
          onChange={(stages) => onChange({ ...options, stages })}
        />
      )}
      <PairNotes comparison={comparison} isPicture={kind === 'picture'} />
      <ExportForm
        options={options}
        arrangement={hasArrangement && chosen.laidOut ? arrangementOf(chosen.laidOut) : null}
        paneCount={photos.length}
        canHaveDrawings={chosen.canHaveDrawings}
        filmFormats={filmFormats ?? everyFormat}
        filmFormat={withPossibleFormat(options, filmFormats).filmFormat}
        onChange={onChange}
      />
      {note && (
        <Text size="sm" role="status">
          {note}
        </Text>
      )}
    </Stack>
  )
}

/** What a picture of a pair can't show of the screen. */
function PairNotes({ comparison, isPicture }: { readonly comparison: ShownComparison; readonly isPicture: boolean }) {
  if (!isPicture) return null
  return (
    <>
      {comparison.mode === 'blink' && (
        <Alert color="gray" icon={<Info size={18} aria-hidden />} title={t('A picture can’t blink')}>
          {t('The photos stand beside each other in it. Choose “Blinking picture” for one that does.')}
        </Alert>
      )}
      {comparison.sideBySideCount > 2 && (
        <Alert color="gray" icon={<Info size={18} aria-hidden />}>
          {t(
            'Of the {{number}} photos side by side, the picture shows the baseline and the chosen one. Choose “Strip of stages” for more.',
            { number: comparison.sideBySideCount },
          )}
        </Alert>
      )}
    </>
  )
}
