import { useMemo } from 'react'
import type { ExportTemplate } from '../../../../shared/domain/export-template.ts'
import { usePorts, useWatched } from '../../../use-ports.tsx'

/** The studio's own templates, by name. */
export function useTemplates(): readonly ExportTemplate[] {
  const { library } = usePorts()
  const own = useWatched(useMemo(() => library.watchTemplates(), [library]))
  return useMemo(() => (own ?? []).toSorted((a, b) => a.name.localeCompare(b.name)), [own])
}
