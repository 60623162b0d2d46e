import { Alert, Button } from '@mantine/core'
import { ImageOff, Save } from 'lucide-react'
import { useCallback, useEffect, useMemo, useReducer, useState } from 'react'
import type { Angle } from '../../../shared/domain/angle.ts'
import type { ClientId, PhotoId, TreatmentId } from '../../../shared/domain/ids.ts'
import { dayOf, stagesByDay } from '../../../shared/domain/import-grouping.ts'
import { type Stage, stagesOfTreatment } from '../../../shared/domain/stage.ts'
import type { FileOffer } from '../../../shared/ipc/contract.ts'
import { t } from '../../../shared/words/translate.ts'
import { useJob } from '../../jobs/use-job.ts'
import { useCommands } from '../../ui/commands.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { showDone } from '../../ui/undo-toast.tsx'
import { usePorts, useWatched } from '../../use-ports.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { DaySection } from './day-section.tsx'
import { offersDealtWith } from './dealt-with.ts'
import { DiscardDialog } from './discard-dialog.tsx'
import styles from './import.module.css'
import { photoCount } from './import-words.ts'
import { DuplicateList, isWorthRetrying, ProblemList } from './left-out-lists.tsx'
import { ReadingPanel } from './reading-panel.tsx'
import { photosToSave, reviewOf } from './review-model.ts'
import { emptyReview, reviewReducer } from './review-state.ts'
import { ReviewSummary } from './review-summary.tsx'
import { RoomGate } from './room-gate.tsx'
import { useAngleMatches } from './use-angle-matches.ts'
import { useReviewActions } from './use-review-actions.ts'
import { useSaving } from './use-saving.ts'

interface ImportScreenProps {
  readonly clientId: ClientId
  readonly treatmentId: TreatmentId
  readonly offers: FileOffer[]
  /** Where the files were dropped, as far as that says something. */
  readonly stage: Stage | null
  readonly angle: Angle | null
  readonly onDone: () => void
}

const readAtOnce = 2

/** An import, from the question whether there is room for it. */
export function ImportScreen(props: ImportScreenProps) {
  return (
    <RoomGate offers={props.offers} onBack={props.onDone}>
      <ReviewScreen {...props} />
    </RoomGate>
  )
}

/** Reads the offered files and shows what was found, to be corrected before anything is saved. */
function ReviewScreen({ clientId, treatmentId, offers, stage, angle, onDone }: ImportScreenProps) {
  const { library, engine, hotFolder } = usePorts()
  const client = useWatched(useMemo(() => library.watchClient(clientId), [library, clientId]))
  const treatments = useWatched(useMemo(() => library.watchTreatments(clientId), [library, clientId]))
  const photos = useWatched(useMemo(() => library.watchPhotos(treatmentId), [library, treatmentId]))
  const job = useJob(offers, readAtOnce, (offer: FileOffer, context) => engine.stagePhoto(offer.offerId, context))
  const [state, dispatch] = useReducer(reviewReducer, emptyReview)
  const [today] = useState(() => dayOf(new Date()))
  const [isAskingToLeave, setIsAskingToLeave] = useState(false)
  const onSaved = useCallback((photoIds: readonly PhotoId[]) => dispatch({ type: 'saved', photoIds }), [])
  const saving = useSaving(clientId, treatmentId, onSaved)

  const treatment = treatments?.find((candidate) => candidate.treatmentId === treatmentId)
  const stages = useMemo(() => stagesOfTreatment(treatment?.sessionCount ?? 3), [treatment?.sessionCount])
  // what is saved in this review mustn't change the proposals for what is still open, so only the first look counts
  const [knownPhotos, setKnownPhotos] = useState(photos)
  useEffect(() => setKnownPhotos((known) => known ?? photos), [photos])
  const knownStages = useMemo(() => stagesByDay(knownPhotos ?? []), [knownPhotos])

  const staged = useMemo(
    () =>
      job.items.flatMap(({ state: item }) =>
        item.kind === 'done' && !state.saved.has(item.output.photoId) ? [item.output] : [],
      ),
    [job.items, state.saved],
  )
  const problems = job.items.flatMap(({ input, state: item }) =>
    item.kind === 'failed' ? [{ offer: input, error: item.error }] : [],
  )
  const matchable = useMemo(
    () => ({ staged, edits: state.edits, angle, filed: knownPhotos ?? [] }),
    [staged, state.edits, angle, knownPhotos],
  )
  const isBusy = job.isRunning || saving.progress !== null
  const matches = useAngleMatches(treatmentId, matchable, isBusy)
  const review = useMemo(
    () => reviewOf(staged, state.edits, { clientId, stage, angle, knownStages, today, matches }),
    [staged, state.edits, clientId, stage, angle, knownStages, today, matches],
  )
  const toSave = useMemo(() => photosToSave(review), [review])
  const reviewed = review.days.flatMap((day) => day.photos)
  const saveCount = photoCount(
    toSave.length,
    reviewed.filter(({ photo, isLeftOut }) => photo.video && !isLeftOut).length,
  )
  const order = useMemo(() => review.days.flatMap((day) => day.photos.map(({ photoId }) => photoId)), [review])
  const { edit, turn, select, selectAll, clear } = useReviewActions(dispatch, order)
  useCommands([
    { name: t('Select all photos'), group: t('Photos'), keys: ['Ctrl+a'], run: () => selectAll(order, true) },
  ])

  const leave = async (savedNow: readonly PhotoId[]) => {
    const { items } = await job.cancel()
    const saved = new Set([...state.saved, ...savedNow])
    const unsaved = items.flatMap(({ state: item }) =>
      item.kind === 'done' && item.output.alreadyOf === null && !saved.has(item.output.photoId)
        ? [item.output.photoId]
        : [],
    )
    // what can't be discarded now is swept when Stipple starts the next time
    if (unsaved.length > 0) await engine.discardPhotos(unsaved).catch(() => undefined)
    // what can't be settled now is offered once more, and found to be in the library already
    await hotFolder.settle(offersDealtWith(items, saved, savedNow.length > 0)).catch(() => undefined)
    onDone()
  }
  const save = async () => {
    if (!(await saving.save(toSave))) return
    showDone(t('{{photos}} saved', { photos: saveCount }))
    await leave(toSave.map(({ photoId }) => photoId))
  }

  return (
    <ScreenFrame
      title={t('Review import')}
      subtitle={client && treatment && `${client.name}, ${treatment.name}`}
      actions={
        <>
          <Button
            variant="default"
            disabled={saving.progress !== null}
            onClick={() => (order.length > 0 ? setIsAskingToLeave(true) : void leave([]))}
          >
            {t('Cancel')}
          </Button>
          <Button
            leftSection={<Save size={16} aria-hidden />}
            disabled={isBusy || toSave.length === 0}
            onClick={() => void save()}
          >
            {saving.progress
              ? t('Saving {{saved}} of {{total}}…', { saved: saving.progress.saved, total: saving.progress.total })
              : t('Save {{photos}}', { photos: saveCount })}
          </Button>
        </>
      }
      footer={
        <BulkBar
          photos={reviewed.filter(({ photoId }) => state.selected.has(photoId))}
          stages={stages}
          onEdit={edit}
          onTurn={turn}
          onClear={clear}
        />
      }
    >
      <div className={styles.page}>
        {saving.failure && (
          <Alert color="red" title={t('Not everything was saved')} className={styles.failure}>
            {saving.failure} {t('{{photos}} still wait here with everything that you set.', { photos: saveCount })}
          </Alert>
        )}
        <ReadingPanel job={job} onStop={() => void job.cancel()} onReadRest={job.retry} />
        <ReviewSummary
          ready={saveCount}
          readyCount={toSave.length}
          unfiledCount={toSave.filter((photo) => !photo.stage || !photo.angle).length}
          undatedCount={toSave.filter((photo) => !photo.capture).length}
          toCheckCount={
            reviewed.filter(
              ({ isLeftOut, capture, dateDoubt }) =>
                !isLeftOut && (dateDoubt || capture?.source === 'file-name' || capture?.source === 'utc'),
            ).length
          }
          leftOutCount={reviewed.length - toSave.length}
          problemCount={problems.length}
        />
        {review.days.map((day) => (
          <DaySection
            key={day.day ?? 'undated'}
            reviewed={day}
            stages={stages}
            selected={state.selected}
            onSelect={select}
            onSelectAll={selectAll}
            onEdit={edit}
            onTurn={turn}
          />
        ))}
        {!job.isRunning && reviewed.length === 0 && (
          <EmptyState icon={ImageOff} title={t('Nothing to save')}>
            {t(
              'None of the files is a new photo. What was found is listed below; the files themselves were not touched.',
            )}
          </EmptyState>
        )}
        <DuplicateList duplicates={review.duplicates} />
        <ProblemList
          problems={problems}
          canRetry={!job.isRunning && problems.some(isWorthRetrying)}
          onRetry={job.retry}
        />
      </div>
      {isAskingToLeave && (
        <DiscardDialog
          count={order.length}
          onDiscard={() => void leave([])}
          onClose={() => setIsAskingToLeave(false)}
        />
      )}
    </ScreenFrame>
  )
}
