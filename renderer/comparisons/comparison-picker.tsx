import { Modal, NativeSelect, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { type Angle, angleLabel, angleSchema } from '../../shared/domain/angle.ts'
import { comparableAngles } from '../../shared/domain/angle-steps.ts'
import { type ComparedPhotos, namedPhotos, withoutGone } from '../../shared/domain/compared-photos.ts'
import { type HangingProtocol, stagesInWords } from '../../shared/domain/hanging-protocol.ts'
import type { TreatmentId } from '../../shared/domain/ids.ts'
import type { Photo } from '../../shared/domain/photo.ts'
import type { Proposal } from '../../shared/domain/proposals.ts'
import type { ComparisonLook, SavedComparison } from '../../shared/domain/saved-comparison.ts'
import { stageLabel } from '../../shared/domain/stage.ts'
import { isVideo } from '../../shared/domain/video.ts'
import { t } from '../../shared/words/translate.ts'
import { moveFocusByArrows } from '../ui/arrow-focus.ts'
import { RenameDialog } from '../ui/rename-dialog.tsx'
import { useRecord } from '../use-record.ts'
import { removeComparison, removeProtocol, renameComparison, renameProtocol } from './actions.ts'
import classes from './comparison-picker.module.css'
import { PickerItem } from './picker-item.tsx'
import { type OfferedComparisons, useOfferedComparisons } from './use-offered-comparisons.ts'

/** A comparison that was picked: its photos, of which one is of this angle, and how it is to be looked at. */
export interface PickedComparison {
  readonly photos: ComparedPhotos
  readonly reference: Photo
  readonly look: Partial<ComparisonLook>
}

interface ComparisonPickerProps {
  readonly treatmentId: TreatmentId
  readonly photos: readonly Photo[]
  /** Whose proposals are shown first; null: those of every angle. */
  readonly angle: Angle | null
  readonly onPick: (picked: PickedComparison) => void
  readonly onClose: () => void
}

/** Offers the right comparisons: those that were saved, those that everybody makes and the studio's own, best first. */
export function ComparisonPicker({ treatmentId, photos, angle, onPick, onClose }: ComparisonPickerProps) {
  const stills = photos.filter((photo) => !isVideo(photo))
  const offered = useOfferedComparisons(treatmentId, photos)
  const [chosenAngle, setChosenAngle] = useState(angle)
  const angles = comparableAngles(stills).map(([each]) => each)
  const isOf = (of: Angle | null | undefined) => chosenAngle === null || of === chosenAngle
  return (
    <Modal opened onClose={onClose} title={t('Proposed and saved comparisons')} size={720}>
      <Stack gap={16} onKeyDown={(event) => moveFocusByArrows(event, '[data-comparison]:enabled')}>
        <NativeSelect
          className={classes.angle!}
          size="xs"
          label={t('Angle')}
          value={chosenAngle ?? ''}
          data={[
            { value: '', label: t('Every angle') },
            ...angles.map((value) => ({ value, label: angleLabel(value) })),
          ]}
          onChange={({ currentTarget: { value } }) => setChosenAngle(value === '' ? null : angleSchema.parse(value))}
        />
        {offered && <Lists offered={offered} photos={stills} isOf={isOf} onPick={onPick} />}
      </Stack>
    </Modal>
  )
}

interface ListsProps {
  readonly offered: OfferedComparisons
  readonly photos: readonly Photo[]
  readonly isOf: (angle: Angle | null | undefined) => boolean
  readonly onPick: (picked: PickedComparison) => void
}

function Lists({ offered, photos, isOf, onPick }: ListsProps) {
  const record = useRecord()
  const [renamed, setRenamed] = useState<SavedComparison | HangingProtocol | null>(null)
  const byId = new Map(photos.map((photo) => [photo.photoId, photo]))
  const saved = offered.saved.filter((comparison) => {
    const known = namedPhotos(comparison.photos).find((photoId) => byId.has(photoId))
    return isOf(known && byId.get(known)?.angle) || !known
  })
  const proposals = offered.proposals.filter(({ angle }) => isOf(angle))
  const fitting = new Set(proposals.map(({ own }) => own?.protocolId))
  const unfitting = offered.own.filter(({ protocolId }) => !fitting.has(protocolId))
  const change = ({ events, undo }: ReturnType<typeof renameProtocol>) => void record(events, undo)
  const changesOf = (own: HangingProtocol | null) =>
    own && { onRename: () => setRenamed(own), onRemove: () => change(removeProtocol(own)) }
  return (
    <>
      {saved.length > 0 && (
        <Section title={t('Saved')}>
          {saved.map((comparison, index) => (
            <SavedItem
              key={comparison.comparisonId}
              comparison={comparison}
              byId={byId}
              isFirst={index === 0}
              onPick={onPick}
              onRename={() => setRenamed(comparison)}
              onRemove={() => change(removeComparison(comparison))}
            />
          ))}
        </Section>
      )}
      <Section title={t('Proposed')}>
        {proposals.map((proposal, index) => (
          <PickerItem
            key={proposal.key}
            name={proposal.name}
            photos={proposal.shown}
            lines={[placeLine(proposal), proposal.reasons.join(' · ')]}
            badges={[...(index === 0 ? [t('Fits best')] : []), ...(proposal.own ? [t('Our own')] : [])]}
            isFirst={index === 0 && saved.length === 0}
            onOpen={() => onPick(pickedFrom(proposal))}
            {...changesOf(proposal.own)}
          />
        ))}
        {unfitting.map((own) => (
          <PickerItem
            key={own.protocolId}
            name={own.name}
            photos={[]}
            lines={[stagesInWords(own.stages)]}
            badges={[t('Our own')]}
            lockedBecause={t('These stages were not photographed here.')}
            onOpen={() => undefined}
            {...changesOf(own)}
          />
        ))}
        {proposals.length === 0 && unfitting.length === 0 && (
          <Text size="sm" c="dimmed" component="li">
            {t('Nothing to compare yet: an angle needs photos of two stages.')}
          </Text>
        )}
      </Section>
      {renamed && (
        <RenameDialog
          name={renamed.name}
          onRename={(name) => {
            change('protocolId' in renamed ? renameProtocol(renamed, name) : renameComparison(renamed, name))
            setRenamed(null)
          }}
          onClose={() => setRenamed(null)}
        />
      )}
    </>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className={classes.title}>{title}</h3>
      <ul className={classes.list}>{children}</ul>
    </section>
  )
}

interface SavedItemProps extends Pick<ListsProps, 'onPick'> {
  readonly comparison: SavedComparison
  readonly byId: ReadonlyMap<string, Photo>
  readonly isFirst: boolean
  readonly onRename: () => void
  readonly onRemove: () => void
}

function SavedItem({ comparison, byId, onPick, ...item }: SavedItemProps) {
  const { name, photos, look } = comparison
  const named = namedPhotos(photos).map((photoId) => byId.get(photoId))
  const left = withoutGone(photos, (photoId) => byId.has(photoId))
  const [reference] = named
  const goneCount = named.filter((photo) => !photo).length
  const stages = named.flatMap((photo) => (photo?.stage ? stageLabel(photo.stage) : []))
  const isGone = !left || !reference
  return (
    <PickerItem
      name={name}
      photos={named}
      lines={[
        [reference?.angle && angleLabel(reference.angle), stages.join(' ↔ ')].filter(Boolean).join(' · '),
        ...(photos.panes === 'all' ? [t('All stages of this angle')] : []),
        ...(goneCount > 0 ? [t('{{count}} of its photos were removed.', { count: goneCount })] : []),
      ]}
      lockedBecause={isGone ? t('Too few of its photos are left.') : undefined}
      onOpen={() => left && reference && onPick({ photos: left, reference, look })}
      {...item}
    />
  )
}

function pickedFrom({ photos, shown, mode }: Proposal): PickedComparison {
  const reference = shown.find(({ photoId }) => photoId === photos.referenceId)!
  return { photos, reference, look: mode === null ? {} : { mode } }
}

function placeLine({ angle, shown }: Proposal): string {
  return `${angleLabel(angle)} · ${shown.map(({ stage }) => stageLabel(stage)).join(' ↔ ')}`
}
