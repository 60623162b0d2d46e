import { Button, Checkbox, Group, Modal, Text } from '@mantine/core'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { photoAddress } from '../../../shared/addresses.ts'
import { type PhotoId, photoIdSchema } from '../../../shared/domain/ids.ts'
import type { PresentSlide } from '../../../shared/domain/present-scene.ts'
import { t } from '../../../shared/words/translate.ts'
import { slideName } from '../../slide-words.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { movedTo, useOrderOf, useOwnOrder } from './own-order.ts'
import classes from './present.module.css'

interface OrderSheetProps {
  readonly subject: string
  /** Every photo that could be presented, in the present order. */
  readonly slides: readonly PresentSlide[]
  /** These are always presented: the reference and the photo that is shown. */
  readonly needed: readonly PhotoId[]
  readonly onClose: () => void
}

const dragType = 'application/x-stipple-slide'

/** Puts the photos of a presentation in an order of one's own, by dragging, by buttons, or by Alt and an arrow key. */
export function OrderSheet({ subject, slides, needed, onClose }: OrderSheetProps) {
  const { hidden } = useOrderOf(subject)
  const { arrange, hide } = useOwnOrder()
  const ids = slides.map(({ photoId }) => photoId)
  const move = (photoId: PhotoId, place: number) => arrange(subject, movedTo(ids, photoId, place))
  return (
    <Modal opened onClose={onClose} title={t('Photos and their order')} zIndex={400} size="lg">
      <Text size="sm" mb="sm">
        {t('Drag a photo to its place, or move it with Alt and the arrow keys.')}
      </Text>
      <ol className={classes.order} aria-label={t('Photos and their order')}>
        {slides.map((slide, index) => (
          <OrderedSlide
            key={slide.photoId}
            slide={slide}
            isHidden={hidden.has(slide.photoId)}
            isNeeded={needed.includes(slide.photoId)}
            isFirst={index === 0}
            isLast={index === slides.length - 1}
            onHide={(isHidden) => hide(subject, slide.photoId, isHidden)}
            onMove={(by) => move(slide.photoId, index + by)}
            onTake={(photoId) => move(photoId, index)}
          />
        ))}
      </ol>
      <Group justify="space-between" mt="md">
        <Button variant="default" onClick={() => arrange(subject, [])}>
          {t('By time')}
        </Button>
        <Button data-autofocus onClick={onClose}>
          {t('Done')}
        </Button>
      </Group>
    </Modal>
  )
}

interface OrderedSlideProps {
  readonly slide: PresentSlide
  readonly isHidden: boolean
  readonly isNeeded: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onHide: (isHidden: boolean) => void
  readonly onMove: (by: -1 | 1) => void
  /** Another photo was dropped here. */
  readonly onTake: (photoId: PhotoId) => void
}

function OrderedSlide({ slide, isHidden, isNeeded, isFirst, isLast, onHide, onMove, onTake }: OrderedSlideProps) {
  const [isOver, setOver] = useState(false)
  const name = slideName(slide)
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined
    if (!event.altKey || by === undefined) return
    event.preventDefault()
    onMove(by)
  }
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(dragType)) return
    event.preventDefault()
    setOver(true)
  }
  const onDrop = (event: DragEvent) => {
    setOver(false)
    const dropped = photoIdSchema.safeParse(event.dataTransfer.getData(dragType))
    if (!dropped.success) return
    event.preventDefault()
    onTake(dropped.data)
  }
  return (
    <li
      className={classes.ordered}
      data-over={isOver}
      data-hidden={isHidden && !isNeeded}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(dragType, slide.photoId)}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      onKeyDown={onKeyDown}
    >
      <Checkbox
        aria-label={t('Present {{photo}}', { photo: name })}
        checked={isNeeded || !isHidden}
        disabled={isNeeded}
        onChange={(event) => onHide(!event.currentTarget.checked)}
      />
      <img className={classes.orderedThumb} src={photoAddress(slide, 'thumb')} alt="" draggable={false} />
      <span className={classes.orderedName}>{name}</span>
      <IconButton
        icon={ArrowUp}
        label={t('Move {{photo}} up', { photo: name })}
        keyHint="Alt ArrowUp"
        disabled={isFirst}
        onClick={() => onMove(-1)}
      />
      <IconButton
        icon={ArrowDown}
        label={t('Move {{photo}} down', { photo: name })}
        keyHint="Alt ArrowDown"
        disabled={isLast}
        onClick={() => onMove(1)}
      />
    </li>
  )
}
