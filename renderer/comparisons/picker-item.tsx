import { Badge, Menu } from '@mantine/core'
import { EllipsisVertical, ImageOff, Pencil, Trash2 } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { photoAddress } from '../../shared/addresses.ts'
import type { Photo } from '../../shared/domain/photo.ts'
import { t } from '../../shared/words/translate.ts'
import { MenuButton } from '../ui/menu-button.tsx'
import classes from './comparison-picker.module.css'

interface PickerItemProps {
  readonly name: string
  /** Its photos by their panes; undefined where one was removed. */
  readonly photos: readonly (Photo | undefined)[]
  /** Lines under the name. */
  readonly lines: readonly string[]
  readonly badges?: readonly string[]
  readonly isFirst?: boolean
  /** Why it can't be opened. */
  readonly lockedBecause?: string | undefined
  readonly onOpen: () => void
  readonly onRename?: (() => void) | undefined
  readonly onRemove?: (() => void) | undefined
}

/** So many pictures of a comparison are shown. */
const mostPictures = 3

/** A comparison that can be opened: its photos as small pictures, its name, and why it is offered. */
export function PickerItem(props: PickerItemProps) {
  const { name, photos, lines, badges = [], isFirst = false, lockedBecause, onRename, onRemove } = props
  const button = useRef<HTMLButtonElement>(null)
  const [startsHere] = useState(isFirst)
  useEffect(() => {
    if (startsHere) button.current?.focus()
  }, [startsHere])
  const shown = photos.length > mostPictures ? photos.slice(0, mostPictures - 1) : photos
  return (
    <li className={classes.item}>
      <button
        type="button"
        ref={button}
        className={classes.open}
        data-comparison=""
        disabled={lockedBecause !== undefined}
        onClick={props.onOpen}
      >
        <span className={classes.pictures} aria-hidden>
          {shown.map((photo, index) => (
            <Picture key={photo?.photoId ?? `gone ${index}`} photo={photo} />
          ))}
          {photos.length > shown.length && <span className={classes.more}>+{photos.length - shown.length}</span>}
        </span>
        <span className={classes.words}>
          <span className={classes.name}>
            {name}
            {badges.map((badge) => (
              <Badge key={badge} size="sm" variant="light">
                {badge}
              </Badge>
            ))}
          </span>
          {[...lines, ...(lockedBecause ? [lockedBecause] : [])].map((line) => (
            <span key={line} className={classes.line}>
              {line}
            </span>
          ))}
        </span>
      </button>
      {onRename && onRemove && (
        <MenuButton
          className={classes.menu!}
          icon={EllipsisVertical}
          label={t('Actions: {{name}}', { name })}
          items={() => (
            <>
              <Item icon={<Pencil size={16} aria-hidden />} onClick={onRename}>
                {t('Rename…')}
              </Item>
              <Item icon={<Trash2 size={16} aria-hidden />} onClick={onRemove}>
                {t('Remove')}
              </Item>
            </>
          )}
        />
      )}
    </li>
  )
}

function Picture({ photo }: { photo: Photo | undefined }) {
  if (!photo)
    return (
      <span className={classes.gone}>
        <ImageOff size={16} aria-hidden />
      </span>
    )
  return <img className={classes.picture} src={photoAddress(photo, 'thumb')} alt="" loading="lazy" draggable={false} />
}

function Item({ icon, onClick, children }: { icon: ReactNode; onClick: () => void; children: string }) {
  return (
    <Menu.Item leftSection={icon} onClick={onClick}>
      {children}
    </Menu.Item>
  )
}
