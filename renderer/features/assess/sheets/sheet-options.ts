import { create } from 'zustand'
import type { Angle } from '../../../../shared/domain/angle.ts'
import type { Stage } from '../../../../shared/domain/stage.ts'

/** What is made: for the practitioner's tray, words for client or file, or the tray's sheet on a phone. */
export type SheetKind = 'touch-up' | 'report' | 'phone'

/** What a sheet says of people and days. */
export interface SheetNames {
  readonly hasDates: boolean
  readonly hasStudio: boolean
}

/** What was chosen, and how it is changed. */
export interface KeptNames extends SheetNames {
  readonly change: (names: Partial<SheetNames>) => void
}

/** What was chosen last, as long as the window is open. The client's name is never among it: it is asked for each time. */
export const useSheetNames = create<KeptNames>()((set) => ({
  hasDates: true,
  hasStudio: true,
  change: (names) => set(names),
}))

/** A name for the file; it names nobody. */
export function sheetFileName(
  kind: SheetKind,
  of: { readonly session: Stage | undefined; readonly stage: Stage | null; readonly angle: Angle | null },
): string {
  const named = { 'touch-up': ['touch-up', of.session], phone: ['touch-up-card', of.session] } as const
  const parts = kind === 'report' ? ['report', of.angle, of.stage] : named[kind]
  return parts.filter((part) => part !== null && part !== undefined).join('-')
}
