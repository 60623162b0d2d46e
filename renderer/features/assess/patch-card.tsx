import { Button, Textarea, UnstyledButton } from '@mantine/core'
import { Check, Undo2, X } from 'lucide-react'
import { useState } from 'react'
import { longestPatchNote } from '../../../shared/domain/assessing/patch-decision.ts'
import { placeWords } from '../../../shared/domain/assessing/place-in-zone.ts'
import { patchWords } from '../../../shared/domain/assessing/verdict-words.ts'
import { noticeabilityOf } from '../../../shared/domain/assessment/noticeability.ts'
import { stageWords } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import classes from './assess.module.css'
import type { ListedPatch } from './listed-patches.ts'
import { type PatchShapeActions, ShapeButtons } from './shape-buttons.tsx'

/** What can be done with a patch; what can't be done now is undefined. */
export interface PatchActions {
  readonly onAccept: (() => void) | undefined
  readonly onDismiss: (() => void) | undefined
  readonly onReopen: (() => void) | undefined
  readonly onNote: ((note: string) => void) | undefined
  /** What can be done with its outline. */
  readonly shape?: PatchShapeActions
}

interface PatchCardProps {
  readonly listed: ListedPatch
  readonly isNumbered: boolean
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly actions: PatchActions
}

/** A patch: a click chooses it and opens what can be done with it. */
export function PatchCard({ listed, isNumbered, isChosen, onChoose, actions }: PatchCardProps) {
  const { track, place, patch, story, decision } = listed
  return (
    <li
      className={classes.patch}
      data-chosen={isChosen || undefined}
      data-gone={!patch || undefined}
      data-decision={decision?.decision}
    >
      <UnstyledButton className={classes.patchButton} aria-expanded={isChosen} onClick={onChoose}>
        <span className={classes.number} data-band={patch && noticeabilityOf(patch.lightened)}>
          {isNumbered ? track.number : '·'}
        </span>
        <span className={classes.patchText}>
          <span className={classes.patchPlace}>{place && placeWords(place.name, place.place)}</span>
          {patch && <span>{patchWords(patch)}</span>}
          {patch?.kind === 'missing' && <span>{t('Dots are missing here')}</span>}
          {patch?.certainty === 'possible' && (
            <span className={classes.advice}>{t('Possible: look at it yourself')}</span>
          )}
          {story && isNumbered && <span className={classes.story}>{story}</span>}
          <DecisionLine listed={listed} />
          {decision && decision.note !== '' && !isChosen && <span className={classes.note}>{decision.note}</span>}
        </span>
      </UnstyledButton>
      {isChosen && !isNumbered && (
        <p className={`${classes.quiet} ${classes.undecided}`}>
          {t('What becomes of it can be decided once it has its number.')}
        </p>
      )}
      {isChosen && <Actions actions={actions} note={decision?.note ?? ''} />}
    </li>
  )
}

function DecisionLine({ listed: { decision, touchUp } }: { listed: ListedPatch }) {
  if (!decision || decision.decision === 'open') return null
  if (decision.decision === 'dismissed')
    return (
      <span className={classes.decided} data-kind="dismissed">
        <X size={14} aria-hidden /> {t('Dismissed')}
      </span>
    )
  if (!touchUp) return null
  const session = stageWords(touchUp.session)
  return (
    <span className={classes.decided} data-kind="accepted">
      <Check size={14} aria-hidden />{' '}
      {touchUp.isDone ? t('Touched up in {{session}}', { session }) : t('Touch-up in {{session}}', { session })}
    </span>
  )
}

function Actions({ actions, note }: { actions: PatchActions; note: string }) {
  const { onAccept, onDismiss, onReopen, onNote } = actions
  return (
    <div className={classes.patchActions}>
      <div className={classes.patchButtons}>
        {onAccept && (
          <Button
            size="compact-sm"
            leftSection={<Check size={14} aria-hidden />}
            aria-keyshortcuts="A"
            onClick={onAccept}
          >
            {t('Accept')}
          </Button>
        )}
        {onDismiss && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<X size={14} aria-hidden />}
            aria-keyshortcuts="X"
            onClick={onDismiss}
          >
            {t('Dismiss')}
          </Button>
        )}
        {onReopen && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Undo2 size={14} aria-hidden />}
            aria-keyshortcuts="U"
            onClick={onReopen}
          >
            {t('Take the decision back')}
          </Button>
        )}
      </div>
      {actions.shape && <ShapeButtons shape={actions.shape} />}
      {onNote && <NoteField note={note} onNote={onNote} />}
    </div>
  )
}

/** Written when the field is left. */
function NoteField({ note, onNote }: { note: string; onNote: (note: string) => void }) {
  const [written, setWritten] = useState(note)
  return (
    <Textarea
      size="xs"
      label={t('Note, such as the dilution')}
      rows={2}
      maxLength={longestPatchNote}
      value={written}
      onChange={(event) => setWritten(event.currentTarget.value)}
      onBlur={() => onNote(written)}
    />
  )
}
