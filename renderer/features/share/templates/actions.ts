import type { StatedEvent } from '../../../../shared/domain/events.ts'
import {
  type ExportLook,
  type ExportTemplate,
  exportTemplateSchema,
  templateIdSchema,
} from '../../../../shared/domain/export-template.ts'
import { t } from '../../../../shared/words/translate.ts'
import type { Undo } from '../../../ports.ts'

/** A change of the studio's templates and how to take it back. */
export interface TemplateChange {
  readonly events: StatedEvent[]
  readonly undo: Undo
}

/** Keeps a way of exporting by a name. */
export function saveTemplate(name: string, look: ExportLook): TemplateChange & { readonly template: ExportTemplate } {
  const template = { templateId: templateIdSchema.parse(crypto.randomUUID()), name: name.trim(), look }
  return {
    template,
    events: [saved(template)],
    undo: { label: t('Template saved: {{name}}', { name: template.name }), events: [removed(template)] },
  }
}

/** Keeps another way of exporting under the template's name. */
export function updateTemplate(template: ExportTemplate, look: ExportLook): TemplateChange {
  return {
    events: [changed({ ...template, look })],
    undo: { label: t('Template updated: {{name}}', { name: template.name }), events: [changed(template)] },
  }
}

export function renameTemplate(template: ExportTemplate, name: string): TemplateChange {
  return {
    events: [changed({ ...template, name: name.trim() })],
    undo: { label: t('Renamed: {{name}}', { name: template.name }), events: [changed(template)] },
  }
}

export function removeTemplate(template: ExportTemplate): TemplateChange {
  return {
    events: [removed(template)],
    undo: { label: t('Template deleted: {{name}}', { name: template.name }), events: [saved(template)] },
  }
}

function saved(template: ExportTemplate): StatedEvent {
  return { type: 'export-template-saved', version: 1, data: exportTemplateSchema.parse(template) }
}

function changed(template: ExportTemplate): StatedEvent {
  return { type: 'export-template-changed', version: 1, data: exportTemplateSchema.parse(template) }
}

function removed({ templateId }: ExportTemplate): StatedEvent {
  return { type: 'export-template-removed', version: 1, data: { templateId } }
}
