import { Center, Loader, Progress, Stack, Text, Title } from '@mantine/core'
import type { OpeningProgress } from '../../shared/ipc/opening.ts'
import { numberInWords } from '../../shared/words/formats.ts'
import { t } from '../../shared/words/translate.ts'
import styles from './app.module.css'

/** Shown while a library takes a while to open: what Stipple does, how far it is, and that it may be closed. Nothing can be done here. */
export function OpeningScreen({ progress }: { progress: OpeningProgress }) {
  const { what, why, howFar, share } = told(progress)
  return (
    <Center component="main" h="100vh" p="xl">
      <Stack maw={480} w="100%" gap="lg">
        <Title order={1} size="h2">
          {t('Opening your library…')}
        </Title>
        <Stack gap={8}>
          <Text role="status">{what}</Text>
          {share === null ? (
            <Loader size="sm" aria-label={t('Opening')} />
          ) : (
            <Progress value={100 * share} size="md" transitionDuration={200} aria-label={what} />
          )}
          {howFar && (
            <Text size="sm" c="dark.1" className={styles.howFar!}>
              {howFar}
            </Text>
          )}
        </Stack>
        {why && (
          <Text size="sm" c="dark.1">
            {why}
          </Text>
        )}
      </Stack>
    </Center>
  )
}

interface Told {
  readonly what: string
  readonly why?: string
  readonly howFar?: string
  /** 0 to 1; null where it isn't known. */
  readonly share: number | null
}

function told(progress: OpeningProgress): Told {
  switch (progress.step) {
    case 'starting':
      return { what: t('This takes a moment.'), share: null }
    case 'reading':
      return {
        what: t('Its whole record is being read and checked.'),
        howFar: t('{{number}} entries so far, {{percent}} % of the record', {
          number: numberInWords(progress.recordCount),
          percent: Math.floor(100 * progress.share),
        }),
        why: t(
          'This happens after an update, or when Stipple could not end in order. The next start is quick again. You may close the window: nothing is changed.',
        ),
        share: progress.share,
      }
    case 'sealing':
      return {
        what: t('It comes from an older Stipple and is being encrypted.'),
        howFar: t('{{done}} of {{total}} files', {
          done: numberInWords(progress.fileCount),
          total: numberInWords(progress.totalCount),
        }),
        why: t(
          'This is done once. The old files stay until every new one has been read again. You may close the window: nothing is lost, and it begins again at the next start.',
        ),
        share: progress.totalCount === 0 ? 1 : progress.fileCount / progress.totalCount,
      }
  }
}
