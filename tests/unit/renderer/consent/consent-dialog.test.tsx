// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ConsentCard } from '../../../../renderer/features/consent/consent-card.tsx'
import { ConsentDialog } from '../../../../renderer/features/consent/consent-dialog.tsx'
import { firstDraft } from '../../../../renderer/features/consent/consent-draft.ts'
import type { DomainEvent } from '../../../../shared/domain/events.ts'
import { consentsOfClient } from '../../../../shared/domain/facts.ts'
import { suggestedScopes } from '../../../../shared/words/consent-texts.ts'
import { consentGiven, consentWithdrawn, givenConsentOf } from '../../domain/consent/consent-samples.ts'
import type { InMemoryBridge } from '../in-memory-bridge.ts'
import { photoOf } from '../photo-samples.ts'
import { showScreen } from '../show-screen.tsx'
import { crownLibrary, crownPhotos, stubLayout } from '../viewer/pair-bench.tsx'

const { clientId, treatmentId, photoId } = crownPhotos[0]!
const subject = { clientId, treatmentId }
const exported: DomainEvent = {
  type: 'comparison-exported',
  version: 3,
  data: {
    photoIds: [photoId],
    purpose: 'instagram',
    consentVersion: 1,
    fileName: 'comparison 2026-02-16.jpg',
    kind: 'picture',
    format: 'jpeg',
    widthPx: 1080,
    heightPx: 1350,
    durationSeconds: null,
    outputSha256: 'c0ffee'.padEnd(64, '0'),
  },
}

async function open(about: Partial<Parameters<typeof ConsentDialog>[0]> = {}, happened: DomainEvent[] = []) {
  const bridge: InMemoryBridge = crownLibrary()
  if (happened.length > 0) bridge.record(happened)
  const onClose = vi.fn()
  await showScreen(bridge, <ConsentDialog subject={subject} onExports={vi.fn()} onClose={onClose} {...about} />)
  await screen.findByText('Consent of Ada')
  return { bridge, onClose, consents: () => consentsOfClient(bridge.facts, clientId), user: userEvent.setup() }
}

beforeEach(stubLayout)

describe('giving a consent', () => {
  test('asks for everything that is missing, and records nothing before', async () => {
    const { consents, user } = await open()
    await user.click(await screen.findByRole('button', { name: 'Record a consent…' }))
    await user.clear(await screen.findByRole('textbox', { name: 'What the client agrees to' }))
    await user.click(screen.getByRole('button', { name: 'Record the consent' }))
    const wanted = ['Tick at least one.', 'Who signs?', 'The signature is missing.', 'What does the client agree to?']
    for (const sentence of wanted) expect(screen.getByText(sentence)).toBeDefined()
    expect(consents()).toEqual([])
  })

  test('by a drawing: what the hand draws is kept, and can be drawn anew', async () => {
    const { consents, user } = await open({ wanted: { channel: 'instagram', showsFace: true } })
    const field = await screen.findByRole('img', { name: /^Signature: draw it here/ })
    vi.spyOn(field, 'hasPointerCapture').mockReturnValue(true)
    vi.spyOn(field, 'setPointerCapture').mockReturnValue()
    const draw = () => {
      fireEvent.pointerDown(field, { button: 0, pointerId: 1, clientX: 50, clientY: 100 })
      for (const x of [100, 200, 300]) fireEvent.pointerMove(field, { pointerId: 1, clientX: x, clientY: 200 })
    }
    draw()
    await user.click(screen.getByRole('button', { name: 'Sign anew' }))
    expect(screen.queryByRole('button', { name: 'Sign anew' })).toBeNull()
    draw()
    await user.type(screen.getByRole('textbox', { name: 'Name of who signs' }), 'Ada Example')
    await user.click(screen.getByRole('button', { name: 'Record the consent' }))
    await waitFor(() => expect(consents()).toHaveLength(1))
    expect(consents()[0]).toMatchObject({
      version: 1,
      channels: ['instagram'],
      angles: 'face-too',
      expiresOn: null,
      language: 'en',
      scope: suggestedScopes.en,
      signed: { by: 'drawing', name: 'Ada Example', signature: [[120, 100, 240, 200, 480, 200, 720, 200]] },
    })
  })

  test('by a typed name, with the keyboard alone, in the studio’s words of either language', async () => {
    const { consents, onClose, user } = await open({ wanted: { channel: 'website', showsFace: false } })
    await user.click(await screen.findByRole('radio', { name: 'Typed name' }))
    await user.type(screen.getByRole('textbox', { name: 'The client types the full name' }), 'Ada')
    await user.type(screen.getByRole('textbox', { name: 'What the client agrees to' }), ' Words of ours.')
    await user.click(screen.getByRole('radio', { name: 'Deutsch' }))
    expect(screen.getByRole('textbox', { name: 'What the client agrees to' })).toHaveProperty(
      'value',
      suggestedScopes.de,
    )
    await user.click(screen.getByRole('radio', { name: 'English' }))
    await user.keyboard('{Tab}')
    screen.getByRole('button', { name: 'Record the consent' }).focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
    expect(consents()).toMatchObject([
      {
        angles: 'crown-only',
        scope: `${suggestedScopes.en} Words of ours.`,
        signed: { by: 'typed-name', name: 'Ada' },
      },
    ])
  })

  test('on paper: the chosen file is attached when the consent is recorded, and it rests on it', async () => {
    const { bridge, consents, user } = await open({ wanted: { channel: 'print', showsFace: false } })
    bridge.chosen = [bridge.offer('signed.pdf')]
    await user.click(await screen.findByRole('radio', { name: 'On paper' }))
    await user.click(screen.getByRole('button', { name: 'Record the consent' }))
    expect(screen.getByText('Choose the scan of the signed form.')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Choose a file…' }))
    await waitFor(() => expect(screen.getByLabelText('Scan of the signed form')).toHaveProperty('value', 'new-file'))
    expect(bridge.facts.documents.size).toBe(0)
    await user.click(screen.getByRole('button', { name: 'Record the consent' }))
    await waitFor(() => expect(consents()).toHaveLength(1))
    const [document] = [...bridge.facts.documents.values()]
    expect(document).toMatchObject({ kind: 'consent-form', fileName: 'signed.pdf' })
    expect(consents()[0]?.signed).toEqual({ by: 'scan', documentId: document?.documentId })
  })

  test('a new version begins with what the one before covered, and isn’t recorded when it is left', async () => {
    const before = consentGiven({ clientId, channels: ['tiktok'], angles: 'face-too', scope: 'Own words.' })
    const { consents, user } = await open({}, [before])
    await user.click(await screen.findByRole('button', { name: 'Record a new consent…' }))
    expect(screen.getByRole('checkbox', { name: 'TikTok' })).toHaveProperty('checked', true)
    expect(screen.getByRole('textbox', { name: 'What the client agrees to' })).toHaveProperty('value', 'Own words.')
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(await screen.findByRole('button', { name: 'Withdraw…' })).toBeDefined()
    expect(consents()).toHaveLength(1)
  })

  test('the face is shown only where somebody says so', () => {
    const today = '2026-06-01'
    expect(firstDraft(undefined, null, today).angles).toBe('crown-only')
    expect(firstDraft(undefined, { channel: 'print', showsFace: true }, today).angles).toBe('face-too')
    expect(firstDraft(givenConsentOf({ angles: 'face-too' }), null, today).angles).toBe('face-too')
  })
})

describe('withdrawing a consent', () => {
  test('is asked about with what has to be taken down, and lists it from then on: day, channel, file, hash', async () => {
    const { consents, user } = await open({}, [consentGiven({ clientId }), exported])
    expect(await screen.findByText('Exported with consent')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Withdraw…' }))
    expect(screen.getByText('1 export will have to be taken down:')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Withdraw the consent' }))
    await waitFor(() => expect(consents()[0]?.isWithdrawn).toBe(true))
    const table = await screen.findByRole('table', { name: 'To take down' })
    const [row] = within(table).getAllByRole('row').slice(1)
    const told = `1 Jun 2026Instagramcomparison 2026-02-16.jpg${'c0ffee'.padEnd(64, '0')}`
    expect(row?.textContent).toBe(`${told}Taken down…`)
    expect(screen.queryByRole('button', { name: 'Withdraw…' })).toBeNull()
    expect(screen.queryByText('Exported with consent')).toBeNull()
    await user.click(within(table).getByRole('button', { name: 'Taken down…: comparison 2026-02-16.jpg' }))
    await user.click(await screen.findByRole('button', { name: 'Mark as taken down' }))
    expect(await screen.findByText('Everything was taken down')).toBeDefined()
    expect(within(table).getByText(/^Taken down \d/)).toBeDefined()
  })

  test('can be left, and nothing is withdrawn', async () => {
    const { consents, user } = await open({}, [consentGiven({ clientId })])
    await user.click(await screen.findByRole('button', { name: 'Withdraw…' }))
    expect(screen.getByText('Nothing was exported under it.')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(await screen.findByRole('button', { name: 'Withdraw…' })).toBeDefined()
    expect(consents()[0]?.isWithdrawn).toBe(false)
  })
})

test('the card says how the consent stands', async () => {
  const bridge = crownLibrary()
  const onOpen = vi.fn()
  await showScreen(bridge, <ConsentCard clientId={clientId} onOpen={onOpen} />)
  expect(await screen.findByText(/^None yet/)).toBeDefined()
  bridge.record([consentGiven({ clientId, expiresOn: null })])
  expect(await screen.findByText('Holds')).toBeDefined()
  expect(screen.getByText('Website and Instagram · All angles, the face too')).toBeDefined()
  bridge.record([consentWithdrawn({ clientId })])
  expect(await screen.findByText('Withdrawn')).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Consent…' }))
  expect(onOpen).toHaveBeenCalledOnce()
  expect(photoOf(1).clientId).toBe(clientId)
})
