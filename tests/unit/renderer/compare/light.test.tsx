// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { useComparisonView } from '../../../../renderer/features/compare/comparison-view.ts'
import { ComparisonScreen } from '../../../../renderer/features/compare/screen.tsx'
import type { Engine } from '../../../../renderer/ports.ts'
import type { ShownComparison } from '../../../../renderer/viewer/shown-comparison.ts'
import { gainTable } from '../../../../shared/domain/light/colour-correction.ts'
import { lightVersion, type PairLight } from '../../../../shared/domain/light/pair-light.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { AppError } from '../../../../shared/errors.ts'
import { speak } from '../../../../shared/words/translate.ts'
import { alignmentOf, crownLibrary, crownPhotos, showPair } from '../viewer/pair-bench.tsx'

vi.hoisted(() => vi.stubGlobal('CSS', { registerProperty: () => undefined, supports: () => false, escape: String }))

const [before, fresh, healed] = crownPhotos as [Photo, Photo, Photo]
const { clientId, treatmentId } = before
const brighter: PairLight = {
  kind: 'measured',
  lightVersion,
  source: 'ears-and-neck',
  ratio: { red: 1.44, green: 1.21, blue: 1.21 },
  luminanceRatio: 1.21,
  sampleCount: 40,
  spreadStops: 0.1,
  addedRedness: 0.01,
}

beforeEach(() => useComparisonView.setState({ mode: 'side-by-side', subject: null, isLightMatched: false }))

async function show(answer: PairLight | Error, pair: [Photo, Photo] = [before, healed]) {
  const bridge = crownLibrary()
  bridge.record([{ type: 'alignment-made', version: 2, data: alignmentOf(...pair) }])
  const onExport = vi.fn<(comparison: ShownComparison) => void>()
  const measurePairLight = vi.fn<Engine['measurePairLight']>(async () => {
    if (answer instanceof Error) throw answer
    return answer
  })
  const comparison = (
    <ComparisonScreen
      clientId={clientId}
      treatmentId={treatmentId}
      referenceId={pair[0].photoId}
      movingId={pair[1].photoId}
      onBack={vi.fn()}
      onPair={vi.fn()}
      onAdjust={vi.fn()}
      onDraw={vi.fn()}
      onExport={onExport}
    />
  )
  const { rerender } = await showPair(bridge, { measurePairLight }, comparison)
  return { onExport, measurePairLight, leave: () => rerender(null), again: () => rerender(comparison) }
}

const lightSwitch = () => screen.findByRole('button', { name: 'Light matched' })
const unlocked = async () => {
  const button = await lightSwitch()
  await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('false'), { timeout: 10_000 })
  return button
}
const paneOf = (name: RegExp) => screen.getByRole('application', { name })
const layerOf = (name: RegExp) => paneOf(name).querySelector('img')?.parentElement

/** The values that a pane's filter makes of 0 to 255, red, green and blue. */
function tablesOf(name: RegExp): number[][] {
  return ['feFuncR', 'feFuncG', 'feFuncB'].map((tag) => {
    const values = paneOf(name).querySelector(tag)?.getAttribute('tableValues') ?? ''
    return values.split(' ').map((value) => Math.round(255 * Number(value)))
  })
}

describe('light matching', () => {
  test('is off at first; M brings both photos together by tables of the very gains, and back', async () => {
    const { measurePairLight } = await show(brighter)
    await unlocked()
    expect(measurePairLight).toHaveBeenCalledExactlyOnceWith(before.photoId, healed.photoId, 'a'.repeat(64))
    expect(layerOf(/^Reference/)?.style.filter).toBe('')
    await userEvent.keyboard('m')
    expect(layerOf(/^Reference/)?.style.filter).toMatch(/^url\(["']?#light\w+["']?\)$/)
    expect(tablesOf(/^Reference/)).toEqual([1.2, 1.1, 1.1].map((gain) => [...gainTable(gain)]))
    expect(tablesOf(/^Compared/)).toEqual([1 / 1.2, 1 / 1.1, 1 / 1.1].map((gain) => [...gainTable(gain)]))
    expect(within(paneOf(/^Compared/)).getByText('Light matched')).toBeDefined()
    expect(screen.getAllByRole('application', { name: /light matched/ })).toHaveLength(2)
    await userEvent.keyboard('m')
    expect(layerOf(/^Compared/)?.style.filter).toBe('')
    expect(paneOf(/^Compared/).querySelector('filter')).toBeNull()
    expect(within(paneOf(/^Compared/)).queryByText('Light matched')).toBeNull()
  })

  test('the mouse does the same, and the details are told in plain words', async () => {
    await show(brighter)
    const button = await unlocked()
    await userEvent.click(button)
    expect(button.getAttribute('aria-pressed')).toBe('true')
    await userEvent.click(screen.getByRole('button', { name: 'What matching the light changes' }))
    const told = await screen.findByRole('dialog')
    expect(within(told).getByText('Before: 0.2 stops brighter, warmer')).toBeDefined()
    expect(within(told).getByText('Healed 1: 0.2 stops darker, cooler')).toBeDefined()
    expect(within(told).getByText('Measured on ears and neck, where nothing is treated.')).toBeDefined()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('a fresh photo is matched in exposure only, and says that its skin is red', async () => {
    await show(brighter, [before, fresh])
    await userEvent.click(await unlocked())
    const [red, green, blue] = tablesOf(/^Reference/)
    expect([red, blue]).toEqual([green, green])
    expect(green).toEqual([...gainTable(1.1)])
    expect(within(paneOf(/^Compared/)).getByText('Still settling · Red: fresh skin')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'What matching the light changes' }))
    expect(await screen.findByText(/^Exposure only/)).toBeDefined()
  })

  test('where it can’t be had, the switch says why and the photos stay as shot', async () => {
    useComparisonView.setState({ isLightMatched: true })
    await show({ kind: 'unmeasured', lightVersion, reason: 'too-little-skin' })
    const sentence = 'Light can’t be matched: too little untreated skin is seen in both photos.'
    expect(await screen.findByText(`As shot. ${sentence}`, {}, { timeout: 10_000 })).toBeDefined()
    const button = await lightSwitch()
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(button.getAttribute('aria-description')).toBe(sentence)
    expect(button.getAttribute('aria-pressed')).toBe('false')
    expect(layerOf(/^Compared/)?.style.filter).toBe('')
    expect(screen.queryByText('Red: fresh skin')).toBeNull()
  })

  test('a pair that was measured before is matched at once, and measured again in quiet', async () => {
    useComparisonView.setState({ isLightMatched: true })
    const { measurePairLight, leave, again } = await show(brighter)
    await waitFor(() => expect(layerOf(/^Compared/)?.style.filter).toMatch(/^url/), { timeout: 10_000 })
    leave()
    measurePairLight.mockImplementation(() => new Promise(() => undefined))
    again()
    await waitFor(() => expect(layerOf(/^Compared/)?.style.filter).toMatch(/^url/))
    await waitFor(() => expect(measurePairLight).toHaveBeenCalledTimes(2))
  })

  test('photos that differ too much are refused', async () => {
    await show({ ...brighter, ratio: { red: 6, green: 5, blue: 5 } })
    const button = await lightSwitch()
    await waitFor(() => expect(button.getAttribute('aria-description')).toMatch(/differ too much/), { timeout: 10_000 })
    await userEvent.keyboard('m')
    expect(useComparisonView.getState().isLightMatched).toBe(false)
  })

  test('a failure locks the switch and nothing else', async () => {
    await show(new AppError('engine-crashed'))
    const button = await lightSwitch()
    const told = () => expect(button.getAttribute('aria-description')).toBe('The light couldn’t be measured.')
    await waitFor(told, { timeout: 10_000 })
  })

  test('an export gets the corrections that are seen, and none as shot', async () => {
    const { onExport } = await show(brighter)
    await unlocked()
    await userEvent.click(screen.getByRole('button', { name: 'Export…' }))
    expect(onExport.mock.lastCall![0]).not.toHaveProperty('light')
    await userEvent.keyboard('m')
    await userEvent.click(screen.getByRole('button', { name: 'Export…' }))
    const { light } = onExport.mock.lastCall![0]
    expect(light?.reference.red).toBeCloseTo(1.2, 10)
    expect(light?.moving.red).toBeCloseTo(1 / 1.2, 10)
  })

  test('speaks German', async () => {
    speak('de')
    onTestFinished(() => speak('en'))
    await show(brighter, [before, fresh])
    expect(await screen.findByRole('button', { name: 'Licht angeglichen' })).toBeDefined()
    const compared = await screen.findByRole('application', { name: /Verglichen/ })
    expect(await within(compared).findByText('Heilt noch ab · Rot: frische Haut')).toBeDefined()
  })
})
