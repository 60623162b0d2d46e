// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { RecordsScreen } from '../../../../renderer/features/records/screen.tsx'
import { blankSessionRecord } from '../../../../shared/domain/session-record.ts'
import { AppError } from '../../../../shared/errors.ts'
import { InMemoryBridge } from '../in-memory-bridge.ts'
import { photoOf } from '../photo-samples.ts'
import { showScreen } from '../show-screen.tsx'

async function showRecords(prepare: (bridge: InMemoryBridge) => void = () => undefined) {
  const bridge = new InMemoryBridge()
  const clientId = bridge.addSample()
  const { treatmentId } = [...bridge.facts.treatments.values()][0]!
  prepare(bridge)
  const onBack = vi.fn()
  const { library } = await showScreen(
    bridge,
    <RecordsScreen
      clientId={clientId}
      treatmentId={treatmentId}
      consent={<p>Consent of the client</p>}
      onBack={onBack}
    />,
  )
  await screen.findByRole('region', { name: 'Skin and hair' })
  const session = (number: number) => bridge.facts.sessionRecords.get(`${treatmentId}/session-${number}`)
  return { bridge, library, treatmentId, session, onBack, user: userEvent.setup() }
}

const card = (name: string) => within(screen.getByRole('region', { name }))

describe('RecordsScreen', () => {
  it('saves a choice at once and a text when its field is left', async () => {
    const { user, bridge, treatmentId, session } = await showRecords()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Skin type (Fitzpatrick)' }), 'III')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Hair loss (Norwood)' }), 'Norwood 4')
    await user.click(screen.getByRole('checkbox', { name: 'Oily' }))
    await user.click(screen.getByRole('checkbox', { name: 'Dry' }))
    await waitFor(() =>
      expect(bridge.facts.treatmentRecords.get(treatmentId)).toMatchObject({
        skinType: 'III',
        norwoodStage: 4,
        skinTraits: ['dry', 'oily'],
      }),
    )
    await user.click(card('Session 1').getByRole('combobox', { name: 'Pigment' }))
    await user.keyboard(' Nordic 02{Tab}3RL')
    await waitFor(() => expect(session(1)?.pigment).toBe('Nordic 02'))
    expect(session(1)?.needle).toBe('')
    await user.tab()
    await waitFor(() => expect(session(1)).toMatchObject({ pigment: 'Nordic 02', needle: '3RL' }))
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Saved'))
  })

  it('keeps several dilutions, each with where it was used; an emptied one goes away', async () => {
    const { user, session } = await showRecords()
    const field = (name: string) => card('Session 1').getByRole<HTMLInputElement>('textbox', { name })
    await user.click(field('Dilution 1'))
    await user.keyboard('1:20{Tab}crown{Tab}1:25{Tab}')
    await waitFor(() =>
      expect(session(1)?.dilutions).toEqual([
        { dilution: '1 : 20', notes: 'crown' },
        { dilution: '1 : 25', notes: '' },
      ]),
    )
    await waitFor(() => expect(field('Dilution 2').value).toBe('1 : 25'))
    await waitFor(() => expect(field('Dilution 3').value).toBe(''))
    await user.clear(field('Dilution 2'))
    await user.tab()
    await waitFor(() => expect(session(1)?.dilutions).toEqual([{ dilution: '1 : 20', notes: 'crown' }]))
  })

  it('takes the last change back', async () => {
    const { user, session } = await showRecords()
    await user.click(card('Session 2').getByRole('checkbox', { name: 'Crown' }))
    await waitFor(() => expect(session(2)?.zones).toEqual(['crown']))
    await user.click(await screen.findByRole('button', { name: 'Undo: Session 2: zones worked changed' }))
    await waitFor(() => expect(session(2)?.zones).toEqual([]))
    await waitFor(() =>
      expect(card('Session 2').getByRole<HTMLInputElement>('checkbox', { name: 'Crown' }).checked).toBe(false),
    )
  })

  it('shows what was undone in place of what was typed', async () => {
    const { user, library, session } = await showRecords()
    const needle = card('Session 1').getByRole<HTMLInputElement>('combobox', { name: 'Needle' })
    await user.type(needle, '3RL')
    await user.tab()
    await waitFor(() => expect(session(1)?.needle).toBe('3RL'))
    await library.undo()
    await waitFor(() => expect(needle.value).toBe(''))
  })

  it('saves what stands in a field when the screen is left', async () => {
    const { session, user } = await showRecords()
    await user.type(card('Session 1').getByRole('textbox', { name: 'Notes' }), 'Bled a little')
    expect(session(1)).toBeUndefined()
    cleanup()
    await waitFor(() => expect(session(1)?.notes).toBe('Bled a little'))
  })

  it('saves a text that rests though its field isn’t left, and goes on with it', async () => {
    const { session, user } = await showRecords()
    const notes = card('Session 1').getByRole<HTMLTextAreaElement>('textbox', { name: 'Notes' })
    await user.type(notes, 'Bled')
    await waitFor(() => expect(session(1)?.notes).toBe('Bled'), { timeout: 6000 })
    await user.type(notes, ' a little')
    expect(notes.value).toBe('Bled a little')
    await user.tab()
    await waitFor(() => expect(session(1)?.notes).toBe('Bled a little'))
  }, 15_000)

  it('says why something wasn’t saved, keeps it in its field and saves it on demand', async () => {
    const { user, bridge, session } = await showRecords()
    const record = bridge.record.bind(bridge)
    bridge.record = () => {
      throw new AppError('disk-full')
    }
    const pigment = card('Session 1').getByRole<HTMLInputElement>('combobox', { name: 'Pigment' })
    await user.type(pigment, 'Nordic 02')
    await user.tab()
    expect((await screen.findByRole('alert')).textContent).toContain('Not saved. The disk is full.')
    expect(pigment.value).toBe('Nordic 02')
    bridge.record = record
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(session(1)?.pigment).toBe('Nordic 02'))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  })

  it('has a card for every session and healed check, with the days of its photos; further sessions can be added', async () => {
    const { user, session } = await showRecords((bridge) => {
      const [treatment] = [...bridge.facts.treatments.values()]
      const { clientId, treatmentId } = treatment!
      bridge.record([
        { type: 'photo-imported', version: 1, data: photoOf(1, { clientId, treatmentId, stage: 'session-1' }) },
      ])
    })
    expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
      'Skin and hair',
      'Forms and documents',
      'Session 1',
      'Healed 1',
      'Session 2',
      'Healed 2',
      'Session 3',
      'Healed 3',
    ])
    expect(card('Session 1').getByText('12 Jan 2026')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Add session 4' }))
    await user.click(card('Session 4').getByRole('checkbox', { name: 'Touch-up' }))
    await waitFor(() => expect(session(4)?.isTouchUp).toBe(true))
    await screen.findByRole('region', { name: 'Session 4 (touch-up)' })
  })

  it('offers pigments that were written down before', async () => {
    const { user } = await showRecords((bridge) => {
      const [treatment] = [...bridge.facts.treatments.values()]
      const data = { ...blankSessionRecord(treatment!.treatmentId, 'session-1'), pigment: 'Nordic 02' }
      bridge.record([{ type: 'session-recorded', version: 1, data }])
    })
    await user.type(card('Session 2').getByRole('combobox', { name: 'Pigment' }), 'nor')
    await screen.findByRole('option', { name: 'Nordic 02' })
  })
})
