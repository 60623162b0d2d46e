import { Alert } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import { stageLabel } from '../../../shared/domain/stage.ts'
import { listInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import type { PaneSource } from './pane-sources.ts'

/** Says what the picture would otherwise pretend: photos that aren't aligned, and those whose alignment nobody confirmed. */
export function AlignmentWarnings({ sources }: { readonly sources: readonly PaneSource[] }) {
  const moving = sources.filter(({ isReference }) => !isReference)
  const unaligned = moving.filter(({ alignment }) => alignment === null)
  const unconfirmed = moving.filter(({ alignment }) => alignment && alignment.outcome !== 'aligned')
  const isPair = sources.length === 2
  return (
    <>
      {unaligned.length > 0 && (
        <Warning title={isPair ? t('These photos are not aligned') : t('Not aligned: {{stages}}', namesOf(unaligned))}>
          {t('Each is shown as it was taken, so sizes and places can’t be compared exactly.')}
        </Warning>
      )}
      {unconfirmed.length > 0 && (
        <Warning
          title={
            isPair
              ? t('This alignment was not confirmed')
              : t('Alignment not confirmed: {{stages}}', namesOf(unconfirmed))
          }
        >
          {t('Look closely whether the same spots lie at the same place before you share the picture.')}
        </Warning>
      )}
    </>
  )
}

function Warning({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <Alert color="yellow" icon={<TriangleAlert size={18} aria-hidden />} title={title}>
      {children}
    </Alert>
  )
}

function namesOf(sources: readonly PaneSource[]) {
  return { stages: listInWords(sources.map(({ photo }) => (photo.stage ? stageLabel(photo.stage) : photo.fileName))) }
}
