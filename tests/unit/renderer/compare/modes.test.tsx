// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { useComparisonView } from '../../../../renderer/features/compare/comparison-view.ts'
import { firstSettings } from '../../../../renderer/features/compare/modes/mode-settings.ts'
import { ComparisonScreen } from '../../../../renderer/features/compare/screen.tsx'
import { useKnownCommands } from '../../../../renderer/ui/commands.ts'
import type { Alignment } from '../../../../shared/domain/alignment.ts'
import { wholePicture } from '../../../../shared/domain/geometry/viewport.ts'
import { alignmentIdSchema } from '../../../../shared/domain/ids.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { stubChangeWorker } from '../viewer/in-process-worker.ts'
import { alignmentOf, crownLibrary, crownPhotos, showPair } from '../viewer/pair-bench.tsx'

vi.hoisted(() => vi.stubGlobal('CSS', { registerProperty: () => undefined, supports: () => false, escape: String }))

const work = stubChangeWorker()
const sampleOf = (address: string) => (address.includes('/aligned') ? 'crown_healed-3.jpg' : 'crown_post-cut.jpg')

const [before, fresh, healed] = crownPhotos as [Photo, Photo, Photo]

beforeEach(() => {
  work.fileOf = sampleOf
  useComparisonView.setState({
    mode: 'side-by-side',
    modeBefore: 'side-by-side',
    viewport: wholePicture,
    opacity: 0.5,
    split: 0.5,
    subject: null,
    isRigid: false,
    isBendingShown: false,
    isOtherShown: false,
    settings: firstSettings,
  })
})
afterEach(() => vi.useRealTimers())

async function show(moving: Photo = healed, about: Partial<Alignment> = {}) {
  const bridge = crownLibrary()
  bridge.record([{ type: 'alignment-made', version: 2, data: alignmentOf(before, moving, about) }])
  const onExport = vi.fn()
  const { clientId, treatmentId } = before
  await showPair(
    bridge,
    {},
    <ComparisonScreen
      clientId={clientId}
      treatmentId={treatmentId}
      referenceId={before.photoId}
      movingId={moving.photoId}
      onBack={vi.fn()}
      onPair={vi.fn()}
      onAdjust={vi.fn()}
      onDraw={vi.fn()}
      onExport={onExport}
    />,
  )
  await within(await screen.findByRole('status', { name: 'Alignment' })).findByText(/^(Aligned|Check the alignment)$/)
  // the keys know of it after the effects of that render
  await act(async () => undefined)
  return { onExport }
}

const pane = (name: RegExp) => screen.getByRole('application', { name })
const load = () => {
  for (const image of document.querySelectorAll('img[data-state="loading"]')) fireEvent.load(image)
}
const plates = (name: RegExp) => [...pane(name).querySelectorAll('[data-edge]')].map(({ textContent }) => textContent)
const turnLayer = () => pane(/^Blink/).querySelector<HTMLElement>('[data-shown]')!

describe('blinking', () => {
  const blink = async () => {
    await show()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    fireEvent.keyDown(document.body, { key: ' ' })
    act(load)
  }
  const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms))

  test('Space starts it from any mode and goes back to it; 4 chooses it', async () => {
    await show()
    await userEvent.keyboard('3 ')
    expect(pane(/^Blink: Before and Healed 1$/)).toBeDefined()
    await userEvent.keyboard(' ')
    expect(pane(/^Overlay/)).toBeDefined()
    await userEvent.keyboard('4')
    expect(pane(/^Blink/)).toBeDefined()
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Blink' }).checked).toBe(true)
  })

  test('the photos change in turn, the label with them; the reference is never taken away', async () => {
    await blink()
    const seen = () => [turnLayer().dataset.shown, plates(/^Blink/).join()]
    expect(seen()).toEqual(['false', 'Before · Crown10 Jan 2026'])
    wait(1000)
    expect(seen()).toEqual(['true', 'Healed 1 · Crown16 Feb 2026 · day 35 since session 1'])
    expect(turnLayer().style.opacity).toBe('1')
    wait(1000)
    expect(seen()[0]).toBe('false')
    // drawn all the time, so that it is decoded when its turn comes
    expect(Number(turnLayer().style.opacity)).toBeGreaterThan(0)
    expect(pane(/^Blink/).querySelectorAll('img[data-state="shown"]')).toHaveLength(2)
  })

  test('waits until both photos are there', async () => {
    await show()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    fireEvent.keyDown(document.body, { key: '4' })
    const [first, second] = pane(/^Blink/).querySelectorAll('img')
    act(() => void fireEvent.load(first!))
    wait(3000)
    expect(turnLayer().dataset.shown).toBe('false')
    act(() => void fireEvent.load(second!))
    wait(1000)
    expect(turnLayer().dataset.shown).toBe('true')
  })

  test('P pauses, X steps by hand, the brackets change the rate', async () => {
    await blink()
    fireEvent.keyDown(document.body, { key: 'p' })
    wait(5000)
    expect(turnLayer().dataset.shown).toBe('false')
    expect(screen.getByRole('status', { name: 'Blinking' }).textContent).toBe('Paused on Before.')
    fireEvent.keyDown(document.body, { key: 'x' })
    expect(screen.getByRole('status', { name: 'Blinking' }).textContent).toBe('Paused on Healed 1.')
    for (let press = 0; press < 9; press++) fireEvent.keyDown(document.body, { key: ']' })
    expect(screen.getByRole('slider', { name: 'Changes a second' }).getAttribute('aria-valuenow')).toBe('4')
    for (let press = 0; press < 9; press++) fireEvent.keyDown(document.body, { key: '[' })
    expect(useComparisonView.getState().settings.changesPerSecond).toBe(0.5)
  })

  test('never flashes more than three times in a second, however fast one steps', async () => {
    await blink()
    const changes: number[] = []
    let shown = turnLayer().dataset.shown
    for (let at = 0; at < 3000; at += 10) {
      wait(10)
      fireEvent.keyDown(document.body, { key: 'x' })
      if (turnLayer().dataset.shown === shown) continue
      shown = turnLayer().dataset.shown
      changes.push(at)
    }
    const mostInASecond = Math.max(
      ...changes.map((at) => changes.filter((other) => other >= at && other < at + 1000).length),
    )
    expect(mostInASecond).toBeGreaterThan(4)
    expect(mostInASecond).toBeLessThanOrEqual(6)
  })

  test('doesn’t start by itself where little motion is wanted, and says how to go on', async () => {
    const media = window.matchMedia.bind(window)
    vi.spyOn(window, 'matchMedia').mockImplementation((query) =>
      Object.defineProperty(media(query), 'matches', { value: query.includes('reduce') }),
    )
    await blink()
    wait(5000)
    expect(turnLayer().dataset.shown).toBe('false')
    expect(screen.getByRole('status', { name: 'Blinking' }).textContent).toContain('show the other photo with X')
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }))
    wait(1000)
    expect(turnLayer().dataset.shown).toBe('true')
  })
})

describe('the change between both photos', () => {
  test.each([
    ['5', /^Difference: Before and Healed 1$/],
    ['6', /^Heat map: Healed 1 against Before$/],
  ])('%s paints it once; tolerance paints it anew, zooming doesn’t', async (key, name) => {
    work.count = 0
    await show()
    await userEvent.keyboard(key)
    const picture = await within(pane(name)).findByRole('img', { name })
    expect([picture.getAttribute('width'), picture.getAttribute('height')]).toEqual(['500', '400'])
    const coloured = () => {
      const { rgba } = work.latest!
      return Array.from({ length: rgba.length / 4 }, (_, at) => 4 * at).filter((at) => rgba[at] !== rgba[at + 2]).length
    }
    const first = coloured()
    expect(first).toBeGreaterThan(500)
    await userEvent.keyboard('+++')
    expect(work.count).toBe(1)
    await userEvent.keyboard(']]')
    await waitFor(() => expect(coloured()).toBeLessThan(first))
    expect(screen.getByRole('slider', { name: 'Tolerance' }).getAttribute('aria-valuenow')).toBe(
      key === '5' ? '6' : '4',
    )
  })

  test.each<[string, Photo, Partial<Alignment>, string]>([
    ['a fresh photo', fresh, {}, 'Session 1 is fresh: redness and fresh pigment are darker than what will stay.'],
    [
      'an alignment that must be checked',
      healed,
      { outcome: 'check' },
      'The alignment must be checked: colours along edges may come from it.',
    ],
    ['light that isn’t matched', healed, {}, 'The light isn’t matched: other light looks like a change of the skin.'],
  ])('%s is said beside the legend', async (_, moving, about, note) => {
    await show(moving, about)
    await userEvent.keyboard('6')
    const panel = screen.getByRole('region', { name: 'What the colours mean' })
    await within(panel).findByText(note)
    expect(within(panel).getByText('Darker than Before')).toBeDefined()
  })

  test('a photo whose file is missing is said so, and can be tried again', async () => {
    work.fileOf = () => undefined
    await show(healed, { alignmentId: alignmentIdSchema.parse('b'.repeat(64)) })
    await userEvent.keyboard('5')
    expect((await screen.findByRole('alert')).textContent).toContain('is missing from the library folder')
    work.fileOf = sampleOf
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await within(pane(/^Difference/)).findByRole('img', { name: /^Difference/ })).toBeDefined()
  })

  test('an export is told how it is painted', async () => {
    const { onExport } = await show()
    await userEvent.keyboard('6')
    await userEvent.click(screen.getByRole('button', { name: 'Export…' }))
    expect(onExport.mock.lastCall?.[0]).toMatchObject({
      mode: 'heat-map',
      change: { look: { kind: 'heat-map', tolerance: 2, opacity: 0.85 } },
    })
  })
})

describe('the slider’s split', () => {
  test('goes to its ends and the middle by keys and buttons', async () => {
    await show()
    await userEvent.keyboard('2')
    const handle = screen.getByRole('slider', { name: /^Split/ })
    const place = () => [handle.getAttribute('aria-valuenow'), useComparisonView.getState().split]
    for (const [key, split] of [
      ['{Home}', 0],
      ['|', 0.5],
      ['{End}', 1],
    ] as const) {
      await userEvent.keyboard(key)
      expect(place()).toEqual([String(100 * split), split])
    }
    handle.focus()
    await userEvent.keyboard('{Home}')
    expect(place()).toEqual(['0', 0])
    await userEvent.keyboard('{ArrowRight}')
    expect(place()).toEqual(['2', 0.02])
    for (const [name, split] of [
      ['Only Healed 1', 0],
      ['Half and half', 0.5],
      ['Only Before', 1],
    ] as const) {
      await userEvent.click(screen.getByRole('button', { name }))
      expect(place()).toEqual([String(100 * split), split])
    }
  })

  test('lies across by V, keeps its place, and an export follows', async () => {
    const { onExport } = await show()
    await userEvent.keyboard('2{End}v')
    const handle = screen.getByRole('slider', { name: /^Split/ })
    expect([handle.getAttribute('aria-orientation'), handle.getAttribute('aria-valuenow')]).toEqual(['vertical', '100'])
    await userEvent.click(screen.getByRole('button', { name: 'Export…' }))
    expect(onExport.mock.lastCall?.[0]).toMatchObject({ mode: 'slider', sliderDirection: 'above', sliderPosition: 1 })
    await userEvent.click(screen.getByRole('button', { name: 'Stand the split upright' }))
    expect(screen.getByRole('slider', { name: /^Split/ }).getAttribute('aria-orientation')).toBe('horizontal')
  })
})

describe('holding for the other photo', () => {
  test('side by side the photos change places, with their captions, until H is let go', async () => {
    await show()
    fireEvent.keyDown(document.body, { key: 'h', code: 'KeyH' })
    expect(plates(/^Reference/)[0]).toContain('Healed 1')
    expect(plates(/^Compared/)[0]).toContain('Before')
    expect(pane(/^Reference/).querySelectorAll('img')).toHaveLength(2)
    fireEvent.keyUp(document.body, { key: 'h', code: 'KeyH' })
    expect(plates(/^Reference/)[0]).toContain('Before')
    expect(pane(/^Reference/).querySelectorAll('img')).toHaveLength(1)
  })

  test('the button does it for as long as it is pressed, by pointer and by key', async () => {
    await show()
    await userEvent.keyboard('3')
    const button = screen.getByRole('button', { name: 'Hold: other photo' })
    fireEvent.pointerDown(button)
    expect(plates(/^Overlay/).join()).not.toContain('Healed')
    fireEvent.pointerUp(button)
    expect(plates(/^Overlay/).join()).toContain('Healed')
    fireEvent.keyDown(button, { key: 'Enter' })
    expect(button.getAttribute('aria-pressed')).toBe('true')
    fireEvent.keyUp(button, { key: 'Enter' })
    expect(button.getAttribute('aria-pressed')).toBe('false')
  })

  test('on the slider both sides change', async () => {
    await show()
    await userEvent.keyboard('2')
    expect(plates(/^Slider/).map((plate) => plate?.slice(0, 6))).toEqual(['Before', 'Healed'])
    fireEvent.keyDown(document.body, { key: 'h', code: 'KeyH' })
    expect(plates(/^Slider/).map((plate) => plate?.slice(0, 6))).toEqual(['Healed', 'Before'])
  })
})

describe('turning the view', () => {
  test('turns all panes by keys and buttons; showing the whole photo keeps the turn', async () => {
    await show()
    const layers = () =>
      [...document.querySelectorAll<HTMLElement>('[data-pane] img')].map(
        (image) => image.parentElement?.style.transform,
      )
    await userEvent.keyboard('.')
    // 1000 × 800 on its side in 500 × 400: 0.4
    expect(layers()).toEqual(Array(2).fill('translate(410px, 0px) rotate(90deg) scale(0.4)'))
    await userEvent.keyboard('+0')
    expect(layers()[0]).toContain('rotate(90deg) scale(0.4)')
    await userEvent.click(screen.getByRole('button', { name: 'Turn the view to the left' }))
    await userEvent.keyboard(',')
    expect(layers()[0]).toContain('rotate(270deg)')
    await userEvent.keyboard('2')
    expect(layers()[0]).toContain('rotate(270deg)')
    await userEvent.click(screen.getByRole('button', { name: 'Turn the view to the right' }))
    expect(useComparisonView.getState().viewport).toEqual(wholePicture)
  })
})

test.each(['1', '2', '3', '4', '5', '6'])('in mode %s no key does two things', async (mode) => {
  await show()
  fireEvent.keyDown(document.body, { key: mode })
  const keys = useKnownCommands
    .getState()
    .lists.flatMap((list) => list())
    .filter(({ isOff, isElsewhere }) => !isOff && !isElsewhere)
    .flatMap((command) => command.keys)
  expect(keys.length).toBeGreaterThan(15)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})
