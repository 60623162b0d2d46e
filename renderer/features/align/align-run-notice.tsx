import { Button, Group, List, Loader, Modal, Progress, Stack, Text } from '@mantine/core'
import { reasonInWords } from '../../../shared/domain/registration/reason-words.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { stepInWords } from '../../step-words.ts'
import type { AlignRun } from './align-run.ts'

interface AlignRunNoticeProps {
  readonly run: AlignRun
  readonly onCancel: () => void
  /** Back to placing. */
  readonly onStay: () => void
  /** Back to the comparison. */
  readonly onLeave: () => void
}

/** Shows how aligning goes, and what came of it when a person has to decide. */
export function AlignRunNotice({ run, onCancel, onStay, onLeave }: AlignRunNoticeProps) {
  const isWorking = run.kind === 'saving' || run.kind === 'aligning'
  const isGood = run.kind === 'done' && run.alignment.outcome === 'aligned'
  return (
    <Modal
      opened={run.kind !== 'idle' && !isGood}
      onClose={isWorking ? onCancel : onStay}
      title={titleOf(run)}
      centered
      closeButtonProps={{ 'aria-label': isWorking ? t('Cancel') : t('Close') }}
      closeOnClickOutside={!isWorking}
    >
      {isWorking ? (
        <Stack>
          <Group gap="sm">
            <Loader size={18} aria-hidden />
            <Text size="sm">{run.kind === 'aligning' && run.step ? stepInWords(run.step) : t('Saving…')}</Text>
          </Group>
          <Progress
            value={run.kind === 'aligning' ? run.fraction * 100 : 0}
            size="sm"
            aria-label={t('Aligning the photos')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onCancel}>
              {t('Cancel')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Stack>
          <Explanation run={run} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onLeave}>
              {t('Back to the comparison')}
            </Button>
            <Button onClick={onStay}>{t('Keep adjusting')}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}

function Explanation({ run }: { run: AlignRun }) {
  if (run.kind === 'failed') return <Text size="sm">{errorSentence(run.error)}</Text>
  if (run.kind === 'cancelled')
    return <Text size="sm">{t('What you placed is saved. The photos will be aligned with it the next time.')}</Text>
  if (run.kind !== 'done') return null
  const { reasons } = run.alignment.quality
  return (
    <Stack gap="xs">
      <Text size="sm">
        {run.alignment.outcome === 'check'
          ? t('The photos are aligned, but the check was not satisfied. Look at the comparison before you trust it.')
          : t('The photos still could not be aligned. Add landmarks, or take the photo again from the same angle.')}
      </Text>
      {reasons.length > 0 && (
        <List size="sm">
          {reasons.map((reason) => (
            <List.Item key={reason}>{reasonInWords(reason)}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  )
}

function titleOf(run: AlignRun): string {
  switch (run.kind) {
    case 'failed':
      return t('The photos could not be aligned')
    case 'cancelled':
      return t('Aligning was stopped')
    case 'done':
      return run.alignment.outcome === 'check' ? t('Check the alignment') : t('More landmarks are needed')
    default:
      return t('Aligning…')
  }
}
