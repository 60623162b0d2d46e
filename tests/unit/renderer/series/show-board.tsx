import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { vi } from 'vitest'
import { SeriesScreen } from '../../../../renderer/features/series/screen.tsx'
import type { ClientId, TreatmentId } from '../../../../shared/domain/ids.ts'
import { InMemoryBridge } from '../in-memory-bridge.ts'
import { showScreen } from '../show-screen.tsx'

/** Shows the sample client's board, once `prepare` has made the library what the test needs. */
export async function showBoard(
  prepare: (bridge: InMemoryBridge, ids: { clientId: ClientId; treatmentId: TreatmentId }) => void,
) {
  const bridge = new InMemoryBridge()
  const clientId = bridge.addSample()
  const { treatmentId } = [...bridge.facts.treatments.values()][0]!
  prepare(bridge, { clientId, treatmentId })
  const on = {
    onBack: vi.fn(),
    onCompare: vi.fn(),
    onPick: vi.fn(),
    onImport: vi.fn(),
    onRecords: vi.fn(),
    onHistory: vi.fn(),
    onHandOver: vi.fn(),
    onExports: vi.fn(),
    onAssess: vi.fn(),
    onVideo: vi.fn(),
    onFraming: vi.fn(),
  }
  await showScreen(bridge, <SeriesScreen aligning={null} clientId={clientId} {...on} />)
  await screen.findByRole('table', { name: 'Photos by angle and stage' })
  return { bridge, treatmentId, user: userEvent.setup(), ...on }
}
