// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useBackgroundAlignment } from '../../../../renderer/app/background-alignment.ts'
import type { ClientId } from '../../../../shared/domain/ids.ts'
import type { Stage } from '../../../../shared/domain/stage.ts'
import type { Bridge } from '../../../../shared/ipc/bridge.ts'
import { contract, type RequestName } from '../../../../shared/ipc/contract.ts'
import { InMemoryBridge } from '../in-memory-bridge.ts'
import { photoIdOf, photoOf } from '../photo-samples.ts'
import { showScreen } from '../show-screen.tsx'
import { alignmentOf } from '../viewer/pair-bench.tsx'

/** Has the machine align: it records the alignment and answers a while later, as main does. */
function makeAlign(bridge: InMemoryBridge): void {
  const answer = bridge.request
  const request = async (name: RequestName, input: never) => {
    if (name !== 'align.pair') return answer(name, input)
    bridge.requests.push({ name, input })
    const { referenceId, movingId } = contract['align.pair'].input.parse(input)
    await pause()
    const data = alignmentOf(bridge.facts.photos.get(referenceId)!, bridge.facts.photos.get(movingId)!)
    bridge.record([{ type: 'alignment-made', version: 2, data }])
    await pause()
    return { ok: true as const, value: data }
  }
  bridge.request = request as Bridge['request']
}

function pause() {
  return new Promise((resolve) => setTimeout(resolve, 30))
}

function Progress({ clientId }: { clientId: ClientId }) {
  const aligning = useBackgroundAlignment(clientId)
  if (!aligning) return <p>Nothing to align</p>
  return (
    <button type="button" onClick={aligning.stop}>
      {aligning.done} of {aligning.total}
    </button>
  )
}

async function showSeries() {
  const bridge = new InMemoryBridge()
  makeAlign(bridge)
  const clientId = bridge.addSample()
  const { treatmentId } = [...bridge.facts.treatments.values()][0]!
  const stages: Stage[] = ['before', 'post-cut', 'session-1', 'healed-1']
  stages.forEach((stage, index) => {
    const data = photoOf(index + 1, { clientId, treatmentId, stage })
    bridge.record([{ type: 'photo-imported', version: 1, data }])
  })
  await showScreen(bridge, <Progress clientId={clientId} />)
  return bridge
}

it('aligns every pair of the series once, and cancels none of them when one is recorded', async () => {
  const bridge = await showSeries()
  await screen.findByText(/of 5/)
  await screen.findByText('Nothing to align')
  const asked = bridge.inputsOf('align.pair').map(({ referenceId, movingId }) => `${referenceId} ${movingId}`)
  expect(new Set(asked).size).toBe(4)
  expect(asked).toHaveLength(4)
  expect(bridge.inputsOf('work.cancel')).toEqual([])
  expect(asked[0]).toBe(`${photoIdOf(2)} ${photoIdOf(4)}`)
})

it('is stopped at once, and stays so', async () => {
  const bridge = await showSeries()
  fireEvent.click(await screen.findByText('2 of 5'))
  await screen.findByText('Nothing to align')
  await waitFor(() => expect(bridge.inputsOf('work.cancel')).toHaveLength(1))
  const count = bridge.inputsOf('align.pair').length
  await pause()
  await pause()
  expect(bridge.inputsOf('align.pair')).toHaveLength(count)
})
