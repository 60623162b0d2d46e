// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { PatchDecision } from '../../../../shared/domain/assessing/patch-decision.ts'
import type { Ranged } from '../../../../shared/domain/assessment/assessment.ts'
import type { SkinMap } from '../../../../shared/domain/assessment/skin-map.ts'
import { fresh, healed, judged, panel, patchAt, show } from './assess-bench.tsx'

vi.hoisted(() => {
  vi.stubGlobal('CSS', { registerProperty: () => undefined, supports: () => false, escape: String })
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext() {
        return null
      }
    },
  )
})

const ranged = (value: number): Ranged => ({ value, range: [0.9 * value, 1.1 * value] })
const even = {
  coefficientOfVariation: 0.11,
  range: [0.08, 0.14] as const,
  sparseShare: 0.1,
  fieldCount: 200,
}
const told = (match: number) => ({
  evenness: { count: even, ink: even },
  matchToReference: ranged(match),
  dotsPerCm2: ranged(140),
})
const settling = {
  verdict: 'greyed' as const,
  reasons: [{ reason: 'fresh' as const, share: 1, isDecisive: true }],
}

/** 100 × 100 values over the zone and what is around it, 10 px apart. */
function mapOf(value: (x: number, y: number) => number): SkinMap {
  const values = Float32Array.from({ length: 100 * 80 }, (_, at) => value(10 * (at % 100), 10 * Math.floor(at / 100)))
  return { columns: 100, rows: 80, originX: 0, originY: 0, stepX: 10, stepY: 10, values }
}

async function openStages() {
  const shown = await show(healed, {
    [fresh.photoId]: judged([], { ...settling, ...told(0.5) }),
    [healed.photoId]: judged([patchAt(220, 220, 0.3)], told(0.3)),
  })
  await within(panel()).findByText('New: the stage before didn’t show it')
  await shown.user.keyboard('o')
  await within(panel()).findByRole('region', { name: 'Settling' })
  return shown
}

describe('a zone over the stages', () => {
  test('is opened by a key: settling with its expected band, then three measures, each told as one picture in words', async () => {
    await openStages()
    const settled = within(panel()).getByRole('region', { name: 'Settling' })
    expect(within(settled).getByText('As a whole nothing unusual by day 35')).toBeDefined()
    expect(within(settled).getByText('Between 48 and 72 % of the first day’s darkness on day 35')).toBeDefined()
    within(settled).getByRole('img', {
      name: 'Settling after session 1. Expected: 50 to 67 % by day 35. As a whole nothing unusual by day 35',
    })
    expect(
      within(panel())
        .getByRole('img', { name: /^Evenness over the stages/ })
        .getAttribute('aria-label'),
    ).toBe('Evenness over the stages. Session 1: still settling. Healed 1: 11 % (8 to 14 %)')
    within(panel()).getByRole('img', { name: /^Match with own hair over the stages.*Healed 1: 30 % \(27 to 33 %\)$/ })
    within(panel()).getByRole('img', { name: /^Coverage over the stages.*Healed 1: 90 % \(/ })
    const grey = within(panel()).getByRole('region', { name: 'Stages that can’t be compared' })
    expect(within(grey).getByText('Session 1')).toBeDefined()
    expect(within(grey).getByText(/^Still settling/)).toBeDefined()
  })

  test('is a table where that is wanted', async () => {
    const { user } = await openStages()
    await user.click(within(panel()).getByRole('checkbox', { name: 'Show as table' }))
    expect(within(panel()).queryByRole('img', { name: /over the stages/ })).toBeNull()
    const table = within(panel()).getByRole('table', { name: 'Over the stages, with ranges' })
    const row = within(table).getByRole('row', { name: /^Healed 1/ })
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.getAttribute('aria-label')),
    ).toEqual(['11 % (8 to 14 %)', '30 % (27 to 33 %)', expect.stringMatching(/^90 % \(\d\d to 9\d %\)$/)])
    expect(within(within(table).getByRole('row', { name: /^Session 1/ })).getByText('still settling')).toBeDefined()
    const settled = within(panel()).getByRole('table', { name: 'Share of the first day’s darkness' })
    within(settled).getByRole('row', { name: '35 50 to 67 % 60 % (48 to 72 %)' })
  })

  test('says why it can’t be compared without the client’s own hair', async () => {
    const { user } = await show(healed, {
      [fresh.photoId]: judged([], { ...settling, ...told(0.5), matchToReference: null }),
      [healed.photoId]: judged([], told(0.3)),
    })
    await user.keyboard('o')
    const settled = await within(panel()).findByRole('region', { name: 'Settling' })
    await within(settled).findByText('This session’s settling can’t be compared yet')
    await within(settled).findByText(/^Too little of the client’s own shaved hair/)
  })
})

describe('change since another stage', () => {
  const uneven = (x: number, y: number) => 1 + 0.01 * Math.sin(1.3 * x + 0.7 * y)
  const faded = (x: number, y: number) => uneven(y, x) * (Math.hypot(x - 400, y - 400) < 60 ? 0.5 : 1)
  const found = {
    [fresh.photoId]: judged([], { ...settling, darkness: mapOf(uneven) }),
    [healed.photoId]: judged([], { darkness: mapOf(faded) }),
  }

  test('is told in words, and shown on the photo by a key', async () => {
    const { user } = await show(healed, found)
    const card = await within(panel()).findByRole('region', { name: 'Change' })
    await within(card).findByText('1 place lighter')
    expect(within(card).getByText(/^Beside the rest of the zone. Provisional/)).toBeDefined()
    await user.keyboard('c')
    await screen.findByRole('img', { name: /^Change of Crown: yellow became lighter/ })
    screen.getByRole('img', { name: 'Places that changed: 1 place lighter' })
    expect(screen.getByText('Darker than at Session 1')).toBeDefined()
    await user.click(within(card).getByRole('button', { name: 'Hide the change' }))
    await vi.waitFor(() => expect(screen.queryByRole('img', { name: /^Change of/ })).toBeNull())
  })
})

describe('the outline of a patch', () => {
  const there = {
    [fresh.photoId]: judged([]),
    [healed.photoId]: judged([patchAt(220, 220, 0.3), patchAt(300, 220, 0.3)]),
  }
  const decided = (shown: Awaited<ReturnType<typeof show>>): PatchDecision[] =>
    shown.bridge.records.flatMap(({ event }) => (event.type === 'patch-decided' ? [event.data] : []))

  test('is merged with its neighbour’s into one number, planned as one, and taken apart again', async () => {
    const shown = await show(healed, there)
    await screen.findByRole('img', { name: 'Patches: 1, 2' })
    await within(panel()).findAllByText('New: the stage before didn’t show it')
    await shown.user.keyboard('jj')
    await shown.user.click(await within(panel()).findByRole('button', { name: 'Merge with 1' }))
    await screen.findByRole('img', { name: 'Patches: 1' })
    expect(decided(shown).map(({ number, decision, isDrawn }) => [number, decision, isDrawn ?? false])).toEqual([
      [1, 'open', false],
      [2, 'open', false],
      [1, 'open', true],
      [2, 'merged', false],
    ])
    await shown.user.keyboard('a')
    await shown.user.click(await within(panel()).findByRole('radio', { name: 'Touch-up plan (1)' }))
    const plan = within(panel()).getByRole('region', { name: 'Touch-up in session 2' })
    const [, area] = /^≈?\s?([\d,]+) mm² in all, about (\d+) dots/.exec(plan.querySelector('p')!.textContent) ?? []
    expect(Number(area)).toBeGreaterThan(420)
    expect(Number(area)).toBeLessThan(520)
    await shown.user.click(within(panel()).getByRole('radio', { name: 'Findings' }))
    expect(await shown.library.undo()).toBe('Patch 1 accepted')
    expect(await shown.library.undo()).toBe('Patches 1 and 2 merged')
    await screen.findByRole('img', { name: 'Patches: 1, 2' })
  })

  test('is drawn anew on the photo: area and dots follow', async () => {
    const shown = await show(healed, there)
    await screen.findByRole('img', { name: 'Patches: 1, 2' })
    await within(panel()).findAllByText('New: the stage before didn’t show it')
    await shown.user.keyboard('jr')
    await screen.findByText('Draw around patch 1 on the photo in one stroke.')
    await shown.user.keyboard('{Escape}')
    await vi.waitFor(() => expect(screen.queryByText(/^Draw around/)).toBeNull())
    await shown.user.keyboard('r')
    const pane = screen.getByRole('application')
    // the photo is half as large in its pane
    const at = (x: number, y: number) => ({ pointerId: 1, button: 0, clientX: x / 2, clientY: y / 2 })
    const drawSquare = (left: number, top: number, side: number) => {
      fireEvent.pointerDown(pane, at(left, top))
      fireEvent.pointerMove(pane, at(left + side, top))
      fireEvent.pointerMove(pane, at(left + side, top + side))
      fireEvent.pointerMove(pane, at(left, top + side))
      fireEvent.pointerUp(pane, at(left, top + side))
    }
    drawSquare(600, 600, 120)
    await screen.findByText('That lies beside patch 1: draw around it.')
    expect(decided(shown)).toEqual([])
    drawSquare(180, 200, 110)
    await vi.waitFor(() => expect(decided(shown).at(-1)).toMatchObject({ number: 1, isDrawn: true }))
    const drawn = decided(shown).at(-1)!
    expect(drawn.areaMm2 / 210).toBeCloseTo((110 / 60) ** 2, 1)
    expect(drawn.outline.length).toBeLessThan(10)
    await screen.findByRole('img', { name: 'Patches: 1, 2' })
    // a ring around both makes them one
    await shown.user.keyboard('r')
    await screen.findByText('Draw around patch 1 on the photo in one stroke.')
    drawSquare(200, 180, 180)
    await screen.findByRole('img', { name: 'Patches: 1' })
    expect(decided(shown).at(-1)).toMatchObject({ number: 2, decision: 'merged' })
  })
})
