import { Menu } from '@mantine/core'
import { Download, EllipsisVertical, Eye, FileText, Pencil, Trash2 } from 'lucide-react'
import { useId } from 'react'
import { documentAddress } from '../../../shared/addresses.ts'
import type { AttachedDocument } from '../../../shared/domain/document.ts'
import { t } from '../../../shared/words/translate.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { documentLine, fileType } from './document-words.ts'
import styles from './documents.module.css'

interface DocumentTileProps {
  readonly document: AttachedDocument
  readonly onOpen: () => void
  readonly onChange: () => void
  readonly onRemove: () => void
}

/** A document in the list: the whole tile opens it, its other actions stand in a menu. */
export function DocumentTile({ document, onOpen, onChange, onRemove }: DocumentTileProps) {
  const { documentId, title, fileName, notes, picture } = document
  const lineId = useId()
  return (
    <li className={styles.tile}>
      <div className={styles.thumb}>
        {picture ? (
          <Thumbnail src={documentAddress(documentId, 'thumb')} alt="" />
        ) : (
          <span className={styles.type}>
            <FileText size={20} strokeWidth={1.5} aria-hidden />
            {fileType(fileName)}
          </span>
        )}
      </div>
      <div className={styles.said}>
        <button type="button" className={styles.open} title={title} aria-describedby={lineId} onClick={onOpen}>
          {title}
        </button>
        <span id={lineId} className={styles.line}>
          {documentLine(document)}
        </span>
        {notes && <span className={styles.notes}>{notes}</span>}
      </div>
      <div className={styles.menu}>
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton icon={EllipsisVertical} size="md" label={t('Actions for {{title}}', { title })} />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={picture ? <Eye size={16} aria-hidden /> : <Download size={16} aria-hidden />}
              onClick={onOpen}
            >
              {picture ? t('View or save a copy…') : t('Save a copy…')}
            </Menu.Item>
            <Menu.Item leftSection={<Pencil size={16} aria-hidden />} onClick={onChange}>
              {t('Change…')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item leftSection={<Trash2 size={16} aria-hidden />} onClick={onRemove}>
              {t('Remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </li>
  )
}
