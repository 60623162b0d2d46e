import { Button } from '@mantine/core'
import { Columns2 } from 'lucide-react'
import { angleLabel } from '../../../shared/domain/angle.ts'
import type { PhotoPair } from '../../../shared/domain/next-comparison.ts'
import { stageLabel } from '../../../shared/domain/stage.ts'
import { daysLine } from '../../photo-words.ts'
import { moveFocusByArrows } from '../../ui/arrow-focus.ts'
import styles from './board.module.css'
import { BoardCell } from './board-cell.tsx'
import type { Board, BoardRow } from './board-model.ts'
import type { PhotoActions } from './photo-tile.tsx'

interface BoardTableProps
  extends Pick<Parameters<typeof BoardCell>[0], 'selectedIds' | 'onFiles' | 'onChoose' | 'onFile'> {
  readonly board: Board
  readonly actions: PhotoActions
  readonly onCompare: (pair: PhotoPair) => void
}

/** The grid of a treatment's photos: a row for each angle, a column for each stage. Arrow keys walk it. */
export function BoardTable({ board, actions, onCompare, ...cell }: BoardTableProps) {
  return (
    <table
      className={styles.board}
      data-columns={board.columns.length > 8 ? 'many' : 'few'}
      aria-label="Photos by angle and stage"
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
            <RowHead row={row} onCompare={onCompare} />
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

function RowHead({ row, onCompare }: { row: BoardRow; onCompare: (pair: PhotoPair) => void }) {
  const pair = row.nextComparison
  const label = `Compare newest with baseline: ${angleLabel(row.angle)}`
  return (
    <th scope="row" className={styles.angle}>
      <span className={styles.angleName}>{angleLabel(row.angle)}</span>
      {pair && (
        <Button
          size="compact-xs"
          h={26}
          variant="light"
          aria-label={label}
          title={label}
          leftSection={<Columns2 size={13} aria-hidden />}
          onClick={() => onCompare(pair)}
        >
          Compare
        </Button>
      )}
    </th>
  )
}
