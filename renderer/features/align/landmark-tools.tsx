import { Kbd, Switch, Tooltip } from '@mantine/core'
import { Eraser, Trash2, Undo2 } from 'lucide-react'
import { t } from '../../../shared/words/translate.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { LandmarkAction, LandmarkEditing } from './landmark-editing.ts'

interface LandmarkToolsProps {
  readonly editing: LandmarkEditing
  readonly dispatch: (action: LandmarkAction) => void
  readonly hasLoupe: boolean
  readonly onLoupe: (isOn: boolean) => void
  /** Null while there is nothing to preview. */
  readonly hasPreview: boolean | null
  readonly onPreview: (isOn: boolean) => void
}

/** What helps with placing, and what takes marks away. */
export function LandmarkTools(props: LandmarkToolsProps) {
  const { editing, dispatch, hasLoupe, onLoupe, hasPreview, onPreview } = props
  const { selected } = editing
  return (
    <>
      {hasPreview !== null && (
        <Switch
          label={t('Preview')}
          size="sm"
          checked={hasPreview}
          onChange={(event) => onPreview(event.currentTarget.checked)}
        />
      )}
      <Tooltip
        label={
          <>
            {t('Magnify the spot at the pointer')} <Kbd size="xs">L</Kbd>
          </>
        }
      >
        <div>
          <Switch
            label={t('Loupe')}
            size="sm"
            aria-keyshortcuts="L"
            checked={hasLoupe}
            onChange={(event) => onLoupe(event.currentTarget.checked)}
          />
        </div>
      </Tooltip>
      <IconButton
        icon={Undo2}
        label={t('Undo the last step')}
        keyHint="Ctrl Z"
        disabled={editing.past.length === 0}
        onClick={() => dispatch({ type: 'undo' })}
      />
      <IconButton
        icon={Trash2}
        label={
          selected ? t('Remove landmark {{number}}', { number: selected.index + 1 }) : t('Remove the chosen landmark')
        }
        keyHint="Delete"
        disabled={!selected}
        onClick={() => selected && dispatch({ type: 'remove', index: selected.index })}
      />
      <IconButton
        icon={Eraser}
        label={t('Remove all landmarks')}
        disabled={editing.pairs.length === 0}
        onClick={() => dispatch({ type: 'remove-all' })}
      />
    </>
  )
}
