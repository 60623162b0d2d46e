// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { HistoryScreen } from '../../../../renderer/features/history/screen.tsx'
import { blankSessionRecord } from '../../../../shared/domain/session-record.ts'
import { InMemoryBridge } from '../in-memory-bridge.ts'
import { photoIdOf, photoOf, unaligned } from '../photo-samples.ts'
import { showScreen } from '../show-screen.tsx'

async function showHistory(happen: (bridge: InMemoryBridge) => void) {
  const bridge = new InMemoryBridge()
  bridge.clock = new Date(2026, 5, 1, 9, 0)
  const clientId = bridge.addSample()
  const { treatmentId } = [...bridge.facts.treatments.values()][0]!
  bridge.clock = new Date(2026, 5, 2, 10, 30)
  for (const number of [1, 2])
    bridge.record([{ type: 'photo-imported', version: 1, data: photoOf(number, { clientId, treatmentId }) }])
  happen(bridge)
  await showScreen(bridge, <HistoryScreen clientId={clientId} onBack={vi.fn()} />)
  await screen.findAllByRole('listitem')
  return { bridge, clientId, treatmentId, user: userEvent.setup() }
}

const entries = () => screen.getAllByRole('listitem').map((item) => item.textContent)

describe('HistoryScreen', () => {
  it('tells every change with day, time and where it was made, newest first', async () => {
    await showHistory((bridge) => {
      bridge.clock = new Date(2026, 5, 3, 14, 5)
      bridge.record([
        { type: 'photo-filed', version: 1, data: { photoId: photoIdOf(1), stage: 'session-1', angle: 'top' } },
      ])
      bridge.clock = new Date(2026, 5, 3, 14, 8)
      bridge.record([
        {
          type: 'comparison-exported',
          version: 3,
          data: {
            photoIds: [photoIdOf(1), photoIdOf(2)],
            purpose: 'for-the-client',
            consentVersion: null,
            fileName: 'comparison.png',
            kind: 'picture',
            format: 'png',
            widthPx: 1920,
            heightPx: 1080,
            durationSeconds: null,
            outputSha256: 'a'.repeat(64),
          },
        },
      ])
    })
    expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
      'Wednesday, 3 June 2026',
      'Tuesday, 2 June 2026',
      'Monday, 1 June 2026',
    ])
    expect(entries()).toEqual(
      [
        '14:08this PCComparison exported as PNG, 1920 × 1080Top, session 1, 12 Jan 2026 and Crown, before, 12 Jan 2026For the clientcomparison.png',
        '14:05this PCPhoto moved to Top, session 1Was: Crown, before, 12 Jan 2026Undo',
        '10:302 photos imported',
        '09:00this PCTreatment added: Treatment 13 planned sessions',
        '09:00this PCClient added: Sample client',
      ].map((text) => (text.startsWith('10:30') ? '10:30this PC2 photos importedIMG_1.jpg, IMG_2.jpg' : text)),
    )
  })

  it('tells when the light of an exported comparison was matched, and by how much', async () => {
    const exported = {
      photoIds: [photoIdOf(1), photoIdOf(2)],
      purpose: 'for-the-client' as const,
      consentVersion: null,
      fileName: 'comparison.png',
      kind: 'picture' as const,
      format: 'png' as const,
      widthPx: 1080,
      heightPx: 1080,
      durationSeconds: null,
      outputSha256: 'a'.repeat(64),
    }
    const light = {
      kind: 'matched' as const,
      lightVersion: 1,
      source: 'face' as const,
      reference: { red: 2 ** 0.25, green: 2 ** 0.25, blue: 2 ** 0.25 },
      moving: { red: 2 ** -0.25, green: 2 ** -0.25, blue: 2 ** -0.25 },
      isColourMatched: false,
      isUneven: false,
    }
    await showHistory((bridge) =>
      bridge.record([{ type: 'comparison-exported', version: 3, data: { ...exported, light } }]),
    )
    expect(entries()[0]).toContain('Light matched: exposure +0.25 and −0.25 stops, colour as shot')
  })

  it('takes a removal back as a new entry; nothing that stands is changed', async () => {
    const { user, bridge } = await showHistory((before) =>
      before.record([{ type: 'photo-removed', version: 1, data: { photoId: photoIdOf(1) } }]),
    )
    const recorded = [...bridge.records]
    await user.click(screen.getByRole('button', { name: /^Undo: Photo removed/ }))
    await waitFor(() => expect(bridge.facts.photos.get(photoIdOf(1))?.isRemoved).toBe(false))
    expect(bridge.records.slice(0, recorded.length)).toEqual(recorded)
    expect(bridge.records.at(-1)?.event.type).toBe('photo-restored')
    await waitFor(() => expect(entries()[0]).toContain('Photo restored'))
    expect(screen.queryByRole('button', { name: /^Undo: Photo removed/ })).toBeNull()
  })

  it('tells the filling-in of a record as one change; taking back leaves alone what was changed since', async () => {
    const { user, bridge, treatmentId } = await showHistory((before) => {
      const { treatmentId: of } = [...before.facts.treatments.values()][0]!
      const blank = blankSessionRecord(of, 'session-1')
      const say = (data: Partial<typeof blank>) =>
        before.record([{ type: 'session-recorded', version: 1, data: { ...blank, ...data } }])
      say({ pigment: 'Nordic' })
      say({ pigment: 'Nordic 02', needle: '3RL' })
      before.clock = new Date(2026, 5, 4, 9, 0)
      say({ pigment: 'Graphite', needle: '3RL' })
    })
    expect(entries().slice(0, 2)).toEqual([
      '09:00this PCRecords of session 1 changedPigment: Nordic 02 → GraphiteUndo',
      '10:30this PCRecords of session 1 changedPigment: Nordic 02Needle: 3RLUndo',
    ])
    await user.click(screen.getByRole('button', { name: 'Undo: Records of session 1 changed, 10:30' }))
    const kept = () => bridge.facts.sessionRecords.get(`${treatmentId}/session-1`)
    await waitFor(() => expect(kept()).toMatchObject({ pigment: 'Graphite', needle: '' }))
    const toast = await screen.findByText('Taken back: Records of session 1 changed')
    await user.click(within(toast.parentElement!).getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(kept()).toMatchObject({ pigment: 'Graphite', needle: '3RL' }))
  })

  it('leaves out what Stipple aligned by itself and what happened to others', async () => {
    await showHistory((bridge) => {
      bridge.record([
        unaligned({
          alignmentId: 'b'.repeat(64) as never,
          inputsKey: 'k',
          pairKey: 'p',
          referenceId: photoIdOf(1),
          movingId: photoIdOf(2),
        }),
      ])
      const { clientId, ...other } = { ...[...bridge.facts.clients.values()][0]!, name: 'Dan' }
      bridge.record([
        { type: 'client-added', version: 1, data: { ...other, clientId: crypto.randomUUID() as typeof clientId } },
      ])
    })
    expect(entries()).toHaveLength(3)
  })
})
