import { Button } from '@mantine/core'
import { Combine, PenLine } from 'lucide-react'
import { t } from '../../../shared/words/translate.ts'
import classes from './assess.module.css'

/** What can be done with a patch's outline. */
export interface PatchShapeActions {
  /** Its neighbours, the nearest first. */
  readonly neighbours: readonly { readonly number: number; readonly onMerge: () => void }[]
  readonly onRedraw: (() => void) | undefined
}

/** Merges a patch with a neighbour, or draws its outline anew. */
export function ShapeButtons({ shape: { neighbours, onRedraw } }: { shape: PatchShapeActions }) {
  if (neighbours.length === 0 && !onRedraw) return null
  return (
    <div className={classes.patchButtons}>
      {neighbours.map(({ number, onMerge }, index) => (
        <Button
          key={number}
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<Combine size={14} aria-hidden />}
          aria-keyshortcuts={index === 0 ? 'G' : undefined}
          onClick={onMerge}
        >
          {t('Merge with {{number}}', { number })}
        </Button>
      ))}
      {onRedraw && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<PenLine size={14} aria-hidden />}
          aria-keyshortcuts="R"
          onClick={onRedraw}
        >
          {t('Redraw')}
        </Button>
      )}
    </div>
  )
}
