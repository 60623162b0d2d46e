// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { useModelChoices } from '../../../../renderer/features/models/model-choices.ts'
import { ModelsScreen } from '../../../../renderer/features/models/screen.tsx'
import type { DomainEvent } from '../../../../shared/domain/events.ts'
import { anyModel } from '../../../../shared/domain/models.ts'
import { blankTreatmentRecord } from '../../../../shared/domain/treatment-record.ts'
import { consentGiven, consentWithdrawn } from '../../domain/consent/consent-samples.ts'
import { showScreen } from '../show-screen.tsx'
import { alignmentOf, crownLibrary, crownPhotos, stubLayout } from '../viewer/pair-bench.tsx'

const [before, , healed] = crownPhotos
const { treatmentId } = before!
const aligned: DomainEvent = { type: 'alignment-made', version: 2, data: alignmentOf(before!, healed!) }
const forever = { givenOn: '2026-01-01', expiresOn: null }

async function show(...happened: DomainEvent[]) {
  const bridge = crownLibrary()
  bridge.answers['present.full-screen'] = async () => ({})
  if (happened.length > 0) bridge.record(happened)
  const onOpenClient = vi.fn()
  await showScreen(bridge, <ModelsScreen onOpenClient={onOpenClient} onBack={vi.fn()} />)
  return { bridge, onOpenClient, user: userEvent.setup() }
}
const portfolioButton = () => screen.findByRole<HTMLButtonElement>('button', { name: 'Portfolio' })

beforeEach(() => {
  stubLayout()
  useModelChoices.setState({ filter: anyModel })
})

test('without a consent that holds nobody is a model', async () => {
  await show(aligned)
  await screen.findByRole('heading', { name: 'No models yet' })
  expect((await portfolioButton()).disabled).toBe(true)
})

test('a model is found by what is recorded, and opens as a client', async () => {
  const { user, onOpenClient } = await show(aligned, consentGiven({ channels: ['instagram'], ...forever }), {
    type: 'treatment-described',
    version: 1,
    data: { ...blankTreatmentRecord(treatmentId), norwoodStage: 4, skinType: 'III' },
  })
  const tile = within(await screen.findByRole('list', { name: 'Models' }))
  expect(tile.getByText('Norwood 4 · Fitzpatrick III')).toBeDefined()
  expect(tile.getByText('Reached: Healed 1 · Crown')).toBeDefined()
  expect(tile.getByText('Consent holds')).toBeDefined()
  expect(tile.getByRole('img', { name: 'Before' })).toBeDefined()
  // it covers no wall of the studio
  expect((await portfolioButton()).disabled).toBe(true)
  await user.selectOptions(screen.getByRole('combobox', { name: 'Norwood' }), 'Norwood 5')
  await screen.findByRole('heading', { name: 'No model found' })
  await user.click(screen.getByRole('button', { name: 'Show all models' }))
  await user.selectOptions(screen.getByRole('combobox', { name: 'Consent for' }), 'TikTok')
  await screen.findByRole('heading', { name: 'No model found' })
  await user.selectOptions(screen.getByRole('combobox', { name: 'Consent for' }), 'Instagram')
  await user.click(await screen.findByRole('button', { name: 'Ada' }))
  expect(onOpenClient).toHaveBeenCalledWith(before!.clientId)
})

test('the portfolio names nobody, goes by keys, and loses what is withdrawn at once', async () => {
  const { user, bridge } = await show(aligned, consentGiven({ channels: ['own-wall'], ...forever }))
  await screen.findByText('1 model · 1 pair in the portfolio')
  await user.keyboard('f')
  const board = await screen.findByRole('main', { name: 'Portfolio' })
  expect(document.body.textContent).not.toContain('Ada')
  expect(document.title).toBe('Stipple')
  await user.click(within(board).getByRole('button', { name: 'Crown: Before and Healed 1' }))
  const pair = await screen.findByRole('main', { name: 'Crown: Before and Healed 1' })
  expect(within(pair).getByText('1 of 1')).toBeDefined()
  expect(pair.textContent).toContain('5 weeks after session 1')
  expect(pair.textContent).not.toContain('2026')
  await user.keyboard('2')
  expect(within(pair).getByRole('button', { name: 'Slider' }).getAttribute('aria-pressed')).toBe('true')
  await user.keyboard('{Escape}')
  await screen.findByRole('main', { name: 'Portfolio' })
  await user.click(screen.getByRole('button', { name: 'Crown: Before and Healed 1' }))
  bridge.record([consentWithdrawn()])
  await screen.findByText('There is nothing to show.')
  expect(screen.queryByRole('img')).toBeNull()
  await user.keyboard('{Escape}')
  await waitFor(() => screen.getByRole('heading', { name: 'No models yet' }))
})

test('a consent to the crown alone shows no other angle', async () => {
  const front = crownPhotos.map((photo, index) => ({
    ...photo,
    photoId: `${index}`.padStart(64, 'f') as typeof photo.photoId,
    angle: 'front' as const,
  }))
  const imported = front.map((data): DomainEvent => ({ type: 'photo-imported', version: 1, data }))
  const alignedFront: DomainEvent = { type: 'alignment-made', version: 2, data: alignmentOf(front[0]!, front[2]!) }
  const consent = consentGiven({ channels: ['own-wall'], angles: 'crown-only', ...forever })
  const { user } = await show(aligned, ...imported, alignedFront, consent)
  await screen.findByText('1 model · 1 pair in the portfolio')
  expect(screen.getByText('Without face')).toBeDefined()
  await user.click(await portfolioButton())
  expect(
    screen.getAllByRole('button', { name: /^.*: Before and/ }).map((button) => button.getAttribute('aria-label')),
  ).toEqual(['Crown: Before and Healed 1'])
})
