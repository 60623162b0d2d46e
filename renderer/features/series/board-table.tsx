import { Button, Menu } from '@mantine/core'
import { Columns2, EllipsisVertical, Frame } from 'lucide-react'
import { angleLabel } from '../../../shared/domain/angle.ts'
import type { PhotoPair } from '../../../shared/domain/next-comparison.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { byTime } from '../../../shared/domain/present-scene.ts'
import { stageLabel } from '../../../shared/domain/stage.ts'
import { isVideo } from '../../../shared/domain/video.ts'
import { t } from '../../../shared/words/translate.ts'
import { daysLine } from '../../photo-words.ts'
import { moveFocusByArrows } from '../../ui/arrow-focus.ts'
import { MenuButton } from '../../ui/menu-button.tsx'
import { usePairAhead } from '../../viewer/use-pair-ahead.ts'
import styles from './board.module.css'
import { BoardCell } from './board-cell.tsx'
import type { Board, BoardRow } from './board-model.ts'
import type { PhotoActions } from './photo-tile.tsx'

interface BoardTableProps
  extends Pick<Parameters<typeof BoardCell>[0], 'selectedIds' | 'onFiles' | 'onChoose' | 'onFile'> {
  readonly board: Board
  readonly actions: PhotoActions
  readonly onCompare: (pair: PhotoPair) => void
  readonly onFraming: (reference: Photo) => void
}

/** The grid of a treatment's photos: a row for each angle, a column for each stage. Arrow keys walk it. */
export function BoardTable({ board, actions, onCompare, onFraming, ...cell }: BoardTableProps) {
  return (
    <table
      className={styles.board}
      data-columns={board.columns.length > 8 ? 'many' : 'few'}
      aria-label={t('Photos by angle and stage')}
      onKeyDown={(event) => moveFocusByArrows(event, '[data-photo], [data-place]')}
    >
      <thead>
        <tr>
          <td className={styles.corner} />
          {board.columns.map(({ stage, days }) => (
            <th key={stage} scope="col" className={styles.stage}>
              {stageLabel(stage)}
              <span className={styles.days}>{daysLine(days)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {board.rows.map((row) => (
          <tr key={row.angle} data-bare={row.photosByStage.size === 0 || undefined}>
            <RowHead row={row} onCompare={onCompare} onFraming={onFraming} />
            {board.columns.map(({ stage }) => (
              <BoardCell
                key={stage}
                angle={row.angle}
                stage={stage}
                photos={row.photosByStage.get(stage) ?? []}
                actions={actions}
                {...cell}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface RowHeadProps extends Pick<BoardTableProps, 'onCompare' | 'onFraming'> {
  readonly row: BoardRow
}

function RowHead({ row, onCompare, onFraming }: RowHeadProps) {
  const reference = referenceOf(row)
  const pair = row.nextComparison
  const getPairReady = usePairAhead()
  const getReady = () => {
    const photos = [...row.photosByStage.values()].flat()
    const photoOf = (wanted: PhotoPair[keyof PhotoPair] | undefined) => photos.find(({ photoId }) => photoId === wanted)
    const [first, newest] = [photoOf(pair?.referenceId), photoOf(pair?.movingId)]
    if (first && newest) getPairReady(first, newest)
  }
  const label = t('Compare newest with baseline: {{angle}}', { angle: angleLabel(row.angle) })
  return (
    <th scope="row" className={styles.angle}>
      <span className={styles.angleName}>
        {angleLabel(row.angle)}
        {reference && <AngleMenu row={row} onFraming={() => onFraming(reference)} />}
      </span>
      {pair && (
        <Button
          size="compact-xs"
          h={26}
          variant="light"
          aria-label={label}
          title={label}
          leftSection={<Columns2 size={13} aria-hidden />}
          onClick={() => onCompare(pair)}
          onPointerEnter={getReady}
          onFocus={getReady}
        >
          {t('Compare')}
        </Button>
      )}
    </th>
  )
}

function AngleMenu({ row, onFraming }: { row: BoardRow; onFraming: () => void }) {
  return (
    <MenuButton
      icon={EllipsisVertical}
      size={24}
      label={t('More about {{angle}}', { angle: angleLabel(row.angle) })}
      position="bottom-start"
      items={() => (
        <Menu.Item leftSection={<Frame size={16} aria-hidden />} onClick={onFraming}>
          {t('Framing sheet…')}
        </Menu.Item>
      )}
    />
  )
}

/** The photo that the next one is to be framed like: the reference, else the first of the row. */
function referenceOf({ photosByStage, nextComparison }: BoardRow): Photo | undefined {
  const stills = [...photosByStage.values()].flat().filter((photo) => !isVideo(photo))
  return stills.find(({ photoId }) => photoId === nextComparison?.referenceId) ?? stills.toSorted(byTime)[0]
}
