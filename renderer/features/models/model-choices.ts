import { create } from 'zustand'
import { anyModel, type ModelFilter } from '../../../shared/domain/models.ts'

interface ModelChoices {
  readonly filter: ModelFilter
  readonly choose: (change: Partial<ModelFilter>) => void
}

/** What models are looked for, as long as Stipple runs: one comes back to it from a client. */
export const useModelChoices = create<ModelChoices>()((set) => ({
  filter: anyModel,
  choose: (change) => set(({ filter }) => ({ filter: { ...filter, ...change } })),
}))
