import { Menu, NativeSelect } from '@mantine/core'
import { BookmarkPlus, EllipsisVertical, Pencil, RefreshCw, Trash2 } from 'lucide-react'
import type { ExportTemplate } from '../../../../shared/domain/export-template.ts'
import { faultOfLook } from '../../../../shared/domain/export-template-rules.ts'
import { t } from '../../../../shared/words/translate.ts'
import { MenuButton } from '../../../ui/menu-button.tsx'
import type { RecordChange } from '../../../use-record.ts'
import type { ExportOptions } from '../export-options.ts'
import { removeTemplate, updateTemplate } from './actions.ts'
import { type Preset, presets } from './presets.ts'
import { isAsTemplate, lookOf, withLook } from './template-look.ts'
import classes from './templates.module.css'

interface TemplateChoiceProps {
  readonly options: ExportOptions
  /** The studio's own, by name. */
  readonly own: readonly ExportTemplate[]
  readonly record: RecordChange
  readonly onChange: (options: ExportOptions) => void
  /** Asks for a name: of a new template, or of one that has one already. */
  readonly onName: (template: ExportTemplate | null) => void
}

/** Ways of exporting to choose from, those of the studio first; and what can be done with them. */
export function TemplateChoice({ options, own, record, onChange, onName }: TemplateChoiceProps) {
  const known = presets()
  const template = own.find(({ templateId }) => templateId === options.templateKey)
  const chosen = template ?? known.find(({ key }) => key === options.templateKey)
  const isChanged = chosen !== undefined && !isAsTemplate(options, chosen.look)
  const choose = (key: string) => {
    const look = (own.find(({ templateId }) => templateId === key) ?? known.find((preset) => preset.key === key))?.look
    onChange(look ? withLook(options, look, key) : { ...options, templateKey: null })
  }
  const isUsable = faultOfLook(lookOf(options)) === undefined
  return (
    <div className={classes.choice}>
      <NativeSelect
        className={classes.select!}
        label={t('Template')}
        value={chosen ? (options.templateKey ?? '') : ''}
        data={[
          { value: '', label: t('None') },
          ...(own.length > 0
            ? [
                {
                  group: t('Of this studio'),
                  items: own.map(({ templateId, name }) => ({ value: templateId, label: name })),
                },
              ]
            : []),
          ...grouped(known),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <MenuButton
        label={t('Template: save, rename, delete')}
        icon={EllipsisVertical}
        width={260}
        items={() => (
          <>
            <Menu.Item
              leftSection={<BookmarkPlus size={16} aria-hidden />}
              disabled={!isUsable}
              onClick={() => onName(null)}
            >
              {t('Save as a template…')}
            </Menu.Item>
            {template && (
              <>
                <Menu.Item
                  leftSection={<RefreshCw size={16} aria-hidden />}
                  disabled={!isChanged || !isUsable}
                  onClick={() => {
                    const { events, undo } = updateTemplate(template, lookOf(options))
                    void record(events, undo)
                  }}
                >
                  {t('Update “{{name}}”', { name: template.name })}
                </Menu.Item>
                <Menu.Item leftSection={<Pencil size={16} aria-hidden />} onClick={() => onName(template)}>
                  {t('Rename…')}
                </Menu.Item>
                <Menu.Item
                  leftSection={<Trash2 size={16} aria-hidden />}
                  onClick={() => {
                    const { events, undo } = removeTemplate(template)
                    void record(events, undo)
                  }}
                >
                  {t('Delete the template')}
                </Menu.Item>
              </>
            )}
          </>
        )}
      />
      {isChanged && <span className={classes.changed}>{t('Changed since it was chosen')}</span>}
    </div>
  )
}

function grouped(known: readonly Preset[]) {
  return [...new Set(known.map(({ platform }) => platform))].map((group) => ({
    group,
    items: known.filter(({ platform }) => platform === group).map(({ key, name }) => ({ value: key, label: name })),
  }))
}
