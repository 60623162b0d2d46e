import { type ExportLook, exportLookSchema } from '../../../../shared/domain/export-template.ts'
import type { ExportOptions } from '../export-options.ts'

/** What a template keeps of the options. For the client is what an export is for when nothing else is said, so it isn't kept. */
export function lookOf(options: ExportOptions): ExportLook {
  return exportLookSchema.parse({
    ...options,
    purpose: options.purpose === 'for-the-client' ? null : options.purpose,
    ownText: options.ownText.trim(),
    photoText: options.photoText.trim(),
  })
}

/** Options as a template says; what isn't in it stays. */
export function withLook(options: ExportOptions, look: ExportLook, templateKey: string): ExportOptions {
  return { ...options, ...look, purpose: look.purpose ?? options.purpose, templateKey }
}

/** Whether options are as a template says. */
export function isAsTemplate(options: ExportOptions, look: ExportLook): boolean {
  const present = lookOf(options)
  return (Object.keys(look) as (keyof ExportLook)[]).every(
    (key) => present[key] === look[key] || (key === 'purpose' && look.purpose === null),
  )
}
