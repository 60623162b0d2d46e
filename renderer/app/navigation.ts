import { create } from 'zustand'
import type { Angle } from '../../shared/domain/angle.ts'
import type { ComparedPhotos } from '../../shared/domain/compared-photos.ts'
import type { ClientId, PhotoId, TreatmentId } from '../../shared/domain/ids.ts'
import type { Stage } from '../../shared/domain/stage.ts'
import type { FileOffer } from '../../shared/ipc/contract.ts'

/** Which screen is shown, and of what. */
export type Place =
  | { screen: 'clients' }
  | { screen: 'models' }
  | { screen: 'health' }
  | { screen: 'trash' }
  | { screen: 'series'; clientId: ClientId }
  | { screen: 'records'; clientId: ClientId; treatmentId: TreatmentId }
  | { screen: 'history'; clientId: ClientId }
  | { screen: 'video'; clientId: ClientId; videoId: PhotoId }
  | {
      screen: 'import'
      clientId: ClientId
      treatmentId: TreatmentId
      offers: FileOffer[]
      stage: Stage | null
      angle: Angle | null
    }
  /** `from` is the place that one comes back to. */
  | { screen: 'draw'; clientId: ClientId; treatmentId: TreatmentId; photoId: PhotoId; from: Place }
  /** What was exported, of one client or (null) of all. */
  | { screen: 'exports'; clientId: ClientId | null; from: Place }
  | { screen: 'assess'; clientId: ClientId; treatmentId: TreatmentId; photoId: PhotoId; from: Place }
  | ({ screen: 'compare' | 'landmarks'; clientId: ClientId; treatmentId: TreatmentId } & ComparedPhotos)

interface Navigation {
  readonly place: Place
  readonly goTo: (place: Place) => void
}

/** The one thing that the whole window knows of its screens. */
export const useNavigation = create<Navigation>()((set) => ({
  place: { screen: 'clients' },
  goTo: (place) => set({ place }),
}))
