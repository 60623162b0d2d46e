import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { Alignment } from '../../../shared/domain/alignment.ts'
import { captionOf } from '../../../shared/domain/comparison-caption.ts'
import { errorSentence, isCancelled } from '../../error-messages.ts'
import { showDone, showFailure } from '../../ui/undo-toast.tsx'
import { usePorts, useWatched } from '../../use-ports.tsx'
import type { ShownComparison } from '../../viewer/shown-comparison.ts'
import { ExportForm } from './export-form.tsx'
import { layoutOf } from './export-layout.ts'
import { arrangementOf, firstOptions, photoTextOf } from './export-options.ts'
import { ExportPreview } from './export-preview.tsx'
import { saveComparison } from './save-comparison.ts'
import classes from './share.module.css'
import { useExportPanes } from './use-export-panes.ts'

interface ExportDialogProps {
  readonly comparison: ShownComparison
  readonly onClose: () => void
}

/** Makes a picture file of a comparison; the preview is the file. */
export function ExportDialog({ comparison, onClose }: ExportDialogProps) {
  const { library, engine } = usePorts()
  const { reference, moving, alignment, mode } = comparison
  const { treatmentId } = reference
  const photos = useWatched(useMemo(() => library.watchPhotos(treatmentId), [library, treatmentId])) ?? []
  const [options, setOptions] = useState(firstOptions)
  const [isSaving, setSaving] = useState(false)
  const canvas = useRef<HTMLCanvasElement>(null)

  const arrangement = arrangementOf(options, reference)
  const layout = layoutOf(comparison, options.shape, arrangement, options.framing)
  const panes = useExportPanes(layout, alignment?.alignmentId ?? null, comparison.isRigid)
  const captions = { reference: captionOf(reference, photos), moving: captionOf(moving, photos) }
  const texts = {
    reference: photoTextOf(captions.reference, options.detail),
    moving: photoTextOf(captions.moving, options.detail),
  }

  const save = async () => {
    if (!canvas.current) return
    setSaving(true)
    try {
      const savedAs = await saveComparison(engine, canvas.current, comparison, options.format)
      if (savedAs === null) return
      showDone(`Saved as ${savedAs}`)
      onClose()
    } catch (error) {
      if (!isCancelled(error)) showFailure(errorSentence(error))
    } finally {
      setSaving(false)
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title="Export the comparison"
      size={960}
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={classes.columns}>
        <ExportPreview
          canvas={canvas}
          panes={panes}
          painted={{ layout, mode, opacity: comparison.opacity, texts, ownText: options.ownText.trim() }}
          label={`Preview: ${captions.reference.text} and ${captions.moving.text}`}
        />
        <div className={classes.side}>
          <Stack gap="md" className={classes.form}>
            <AlignmentWarning alignment={alignment} />
            <ExportForm options={options} arrangement={arrangement} mode={mode} onChange={setOptions} />
          </Stack>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button loading={isSaving} disabled={panes.kind !== 'ready'} onClick={() => void save()}>
              Save picture…
            </Button>
          </Group>
        </div>
      </div>
    </Modal>
  )
}

/** Says what the picture would otherwise pretend. */
function AlignmentWarning({ alignment }: { alignment: Alignment | null }) {
  if (alignment?.outcome === 'aligned') return null
  return (
    <Alert
      color="yellow"
      icon={<TriangleAlert size={18} aria-hidden />}
      title={alignment ? 'This alignment was not confirmed' : 'These photos are not aligned'}
    >
      {alignment
        ? 'Look closely whether the same spots lie at the same place before you share the picture.'
        : 'Each is shown as it was taken, so sizes and places can’t be compared exactly.'}
    </Alert>
  )
}
