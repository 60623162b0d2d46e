import type { ExportTemplate } from '../../../../shared/domain/export-template.ts'
import { useRecord } from '../../../use-record.ts'
import type { ExportOptions } from '../export-options.ts'
import { renameTemplate, saveTemplate } from './actions.ts'
import { TemplateChoice } from './template-choice.tsx'
import { lookOf } from './template-look.ts'
import { TemplateName } from './template-name.tsx'
import { useTemplates } from './use-templates.ts'

/** What is being named: a new template, or one that gets another name; undefined: nothing. */
export type NamedTemplate = ExportTemplate | null | undefined

interface TemplatesBarProps {
  readonly options: ExportOptions
  readonly onChange: (options: ExportOptions) => void
  readonly naming: NamedTemplate
  readonly onNaming: (naming: NamedTemplate) => void
}

/** Ways of exporting to choose from, and the dialog that names one. */
export function TemplatesBar({ options, onChange, naming, onNaming }: TemplatesBarProps) {
  const own = useTemplates()
  const record = useRecord()
  const named = async (name: string) => {
    onNaming(undefined)
    if (naming) {
      const { events, undo } = renameTemplate(naming, name)
      await record(events, undo)
      return
    }
    const { template, events, undo } = saveTemplate(name, lookOf(options))
    if (await record(events, undo)) onChange({ ...options, templateKey: template.templateId })
  }
  return (
    <>
      <TemplateChoice options={options} own={own} record={record} onChange={onChange} onName={onNaming} />
      {naming !== undefined && (
        <TemplateName
          template={naming}
          own={own}
          onName={(name) => void named(name)}
          onClose={() => onNaming(undefined)}
        />
      )}
    </>
  )
}
