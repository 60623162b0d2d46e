import { create } from 'zustand'
import type { Angle } from '../../../shared/domain/angle.ts'
import type { ClientId, TreatmentId } from '../../../shared/domain/ids.ts'

interface BoardChoices {
  readonly treatmentOf: Readonly<Record<ClientId, TreatmentId>>
  readonly addedAngles: Readonly<Record<TreatmentId, readonly Angle[]>>
  readonly chooseTreatment: (clientId: ClientId, treatmentId: TreatmentId) => void
  readonly addAngle: (treatmentId: TreatmentId, angle: Angle) => void
}

/** What the user chose on series boards in this run: it stays when they come back from a comparison or an import. */
export const useBoardChoices = create<BoardChoices>()((set) => ({
  treatmentOf: {},
  addedAngles: {},
  chooseTreatment: (clientId, treatmentId) =>
    set(({ treatmentOf }) => ({ treatmentOf: { ...treatmentOf, [clientId]: treatmentId } })),
  addAngle: (treatmentId, angle) =>
    set(({ addedAngles }) => ({
      addedAngles: { ...addedAngles, [treatmentId]: [...(addedAngles[treatmentId] ?? []), angle] },
    })),
}))
