// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { Engine } from '../../../../renderer/ports.ts'
import { unjudged } from '../../../../shared/domain/assessment/assessment.ts'
import type { DomainEvent } from '../../../../shared/domain/events.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { photoOf } from '../photo-samples.ts'
import { before, corners, fresh, healed, judged, panel, patchAt, show } from './assess-bench.tsx'

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

describe('a photo is assessed', () => {
  test('in words first, with numbered patches and what became of them', async () => {
    await show(healed, {
      [fresh.photoId]: judged([patchAt(500, 480, 0.3)], { verdict: 'greyed' }),
      [healed.photoId]: judged([patchAt(220, 220, 0.3), patchAt(500, 480, 0.2)]),
    })
    const patches = await within(panel()).findByRole('region', { name: 'Patches' })
    expect(within(panel()).getByText('1 patch that most people would see')).toBeDefined()
    const texts = () =>
      within(patches)
        .getAllByRole('listitem')
        .map((item) => item.textContent)
    await vi.waitFor(() =>
      expect(texts()).toEqual([
        '1Crown, lower right20 % lighter than around it, measurable, probably not visibleNever took: lighter at every stage so far',
        '2Crown, upper left30 % lighter than around it, most people would see thisNew: the stage before didn’t show it',
      ]),
    )
    expect(await screen.findByRole('img', { name: 'Patches: 1, 2' })).toBeDefined()
    expect(within(panel()).getByText(/^Sizes are an estimate/)).toBeDefined()
  })

  test('grey where it can’t be judged, with the reason and what to do', async () => {
    const { dots: _, ...blurred } = unjudged('blur')
    await show(healed, { [healed.photoId]: blurred, [fresh.photoId]: judged([]) })
    expect(await within(panel()).findByText('Can’t be judged')).toBeDefined()
    expect(within(panel()).getByText(/^The photo isn’t sharp enough/)).toBeDefined()
    expect(within(panel()).getByText(/^Photograph it again: focus/)).toBeDefined()
  })

  test('not before there is pigment', async () => {
    const { assessPhoto } = await show(before, {})
    expect(await within(panel()).findByText('Nothing to judge before the first session')).toBeDefined()
    expect(assessPhoto.mock.calls.map(([photoId]) => photoId)).not.toContain(before.photoId)
  })

  test('only with a zone: without one it leads to the drawing table', async () => {
    const { onDraw, user } = await show(healed, {}, [])
    await user.click(await within(panel()).findByRole('button', { name: 'Draw zones…' }))
    expect(onDraw).toHaveBeenCalledWith(healed.photoId)
  })

  test('what fails is told, and can be tried again', async () => {
    const { user, assessPhoto } = await show(healed, { [fresh.photoId]: judged([]) })
    await within(panel()).findByRole('alert')
    const calls = assessPhoto.mock.calls.length
    await user.click(within(panel()).getByRole('button', { name: 'Try again' }))
    await vi.waitFor(() => expect(assessPhoto.mock.calls.length).toBeGreaterThan(calls))
  })
})

describe('patches are decided on', () => {
  test('accepted by a key, planned, noted and ticked off', async () => {
    const there = judged([patchAt(220, 220, 0.3)])
    const { user, bridge } = await show(healed, { [fresh.photoId]: judged([]), [healed.photoId]: there })
    await within(panel()).findByText('New: the stage before didn’t show it')
    await user.keyboard('ja')
    await within(panel()).findByText('Touch-up in session 2')
    await user.type(within(panel()).getByRole('textbox', { name: 'Note, such as the dilution' }), '1 : 20')
    await user.tab()
    await user.click(await within(panel()).findByRole('radio', { name: 'Touch-up plan (1)' }))
    const plan = within(panel()).getByRole('region', { name: 'Touch-up in session 2' })
    expect(within(plan).getByText('210 mm² in all, about 45 dots to add')).toBeDefined()
    expect(within(plan).getByText('1 : 20')).toBeDefined()
    await user.click(within(plan).getByRole('checkbox'))
    await within(plan).findByText('1 of 1 done')
    const decided = bridge.records.flatMap(({ event }) => (event.type === 'patch-decided' ? [event.data] : []))
    expect(decided.at(-1)).toMatchObject({
      number: 1,
      zone: '',
      place: 'upper-left',
      seenAt: 'healed-1',
      note: '1 : 20',
      touchUps: [{ session: 'session-2', isDone: true }],
    })
  })

  test('dismissed, and taken back', async () => {
    const there = judged([patchAt(220, 220, 0.3)])
    const { user } = await show(healed, { [fresh.photoId]: judged([]), [healed.photoId]: there })
    await within(panel()).findByText('New: the stage before didn’t show it')
    await user.keyboard('jx')
    await within(panel()).findByText('Dismissed')
    await user.keyboard('u')
    await vi.waitFor(() => expect(within(panel()).queryByText('Dismissed')).toBeNull())
  })
})

describe('zones are proposed', () => {
  const cut: Photo = photoOf(9, { stage: 'post-cut', angle: 'crown', widthPx: 1000, heightPx: 800 })
  const imported: DomainEvent = { type: 'photo-imported', version: 1, data: cut }
  const proposal = { zones: { treated: [corners(300, 200, 300)], reference: [corners(100, 500, 200)] } }

  test('where no zone is drawn; what is taken is drawn on the post-cut photo, in one step that can be taken back', async () => {
    const proposeZones = vi.fn<Engine['proposeZones']>(async () => proposal)
    const { bridge, user } = await show(healed, {}, [imported], { proposeZones })
    await user.click(await screen.findByRole('button', { name: 'Propose zones…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Proposed zones' })
    expect(await within(dialog).findByRole('img', { name: 'Proposed zones: Crown' })).toBeDefined()
    await user.click(within(dialog).getByRole('button', { name: 'Take these zones' }))
    await vi.waitFor(() => expect(bridge.facts.drawings.size).toBe(2))
    const drawings = [...bridge.facts.drawings.values()]
    expect(drawings.map(({ photoId, shape }) => [photoId, shape.kind === 'zone' && shape.zone])).toEqual([
      [cut.photoId, 'treated'],
      [cut.photoId, 'reference'],
    ])
  })

  test('not where the photo tells nothing: it says why, and nothing can be taken', async () => {
    const proposeZones = vi.fn<Engine['proposeZones']>(async () => ({ refusal: 'hair-too-long' }))
    const { bridge, user } = await show(healed, {}, [imported], { proposeZones })
    await user.click(await screen.findByRole('button', { name: 'Propose zones…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Proposed zones' })
    expect(await within(dialog).findByText(/^The hair is too long/)).toBeDefined()
    expect(within(dialog).getByRole('button', { name: 'Take these zones' })).toHaveProperty('disabled', true)
    expect(bridge.facts.drawings.size).toBe(0)
  })

  test('not without a post-cut photo, nor where a zone is drawn already', async () => {
    await show(healed, {}, [])
    expect(await within(panel()).findByRole('button', { name: 'Draw zones…' })).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Propose zones…' })).toBeNull()
  })
})
