// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ProofDialog } from '../../../../renderer/features/exports/proof-dialog.tsx'
import { ExportsScreen } from '../../../../renderer/features/exports/screen.tsx'
import type { DomainEvent } from '../../../../shared/domain/events.ts'
import { exportOfClient } from '../../../../shared/domain/exported/client-exports.ts'
import { clientIdSchema } from '../../../../shared/domain/ids.ts'
import { consentGiven, consentWithdrawn } from '../../domain/consent/consent-samples.ts'
import { exported, exportKey } from '../../domain/exported/export-samples.ts'
import { showScreen } from '../show-screen.tsx'
import { crownLibrary, crownPhotos, stubLayout } from '../viewer/pair-bench.tsx'

const { clientId, photoId } = crownPhotos[0]!
const bytes = new TextEncoder().encode('the exported picture')
const website = exported({
  exportId: '44444444-4444-4444-8444-444444444444',
  purpose: 'website',
  fileName: 'results.png',
  outputSha256: 'cd'.repeat(32),
})
const forClient = exported({
  exportId: '55555555-5555-4555-8555-555555555555',
  purpose: 'for-the-client',
  consentVersion: null,
  fileName: 'for Ada.mp4',
  kind: 'slider-video',
  format: 'mp4',
  durationSeconds: 6,
  outputSha256: 'ef'.repeat(32),
})

beforeEach(stubLayout)

async function sumOf(content: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', content)).toString('hex')
}

async function open(happened: readonly DomainEvent[], of: typeof clientId | null = null) {
  const bridge = crownLibrary()
  for (const event of happened) bridge.record([event])
  const on = { onBack: vi.fn(), onAll: vi.fn(), onClient: vi.fn() }
  const back = { label: 'Back to the clients', onBack: on.onBack }
  await showScreen(bridge, <ExportsScreen clientId={of} back={back} onAll={on.onAll} onClient={on.onClient} />)
  return { bridge, ...on, user: userEvent.setup() }
}
const rows = () => within(screen.getByRole('list', { name: 'Exports' })).getAllByRole('listitem')
const titles = () => rows().map((row) => within(row).getByRole('heading').textContent)

describe('the list of exports', () => {
  test('says what to do where there is nothing', async () => {
    await open([])
    expect(await screen.findByText('Nothing was exported yet')).toBeDefined()
  })

  test('shows each, newest first: when, of whom, what for, the file, its sum and how it stands', async () => {
    const { onClient, user } = await open([consentGiven({ clientId }), exported(), website, forClient])
    await screen.findByText('3 exports')
    expect(titles()).toEqual(['Slider video · For the client', 'Picture · Website', 'Picture · Instagram'])
    const [film, , picture] = rows()
    expect(film?.textContent).toContain('MP4, 1,080 × 1,350 px, 6.0 s')
    expect(film?.textContent).toContain('Needs no consent')
    expect(within(film!).queryByRole('button', { name: /Taken down/ })).toBeNull()
    expect(picture?.textContent).toContain('ab'.repeat(32))
    expect(picture?.textContent).toContain('Consent 1 of 1 Jan 2026, until 31 Dec 2026')
    expect(within(picture!).getByRole('img', { name: 'Crown, Before' })).toBeDefined()
    await user.click(within(picture!).getByRole('button', { name: 'Ada' }))
    expect(onClient).toHaveBeenCalledWith(clientId)
  })

  test('is narrowed by how they stand, what they were made for and words', async () => {
    const { user } = await open([consentGiven({ clientId }), exported(), website, forClient])
    await user.click(await screen.findByRole('radio', { name: 'For the client: 1' }))
    expect(titles()).toEqual(['Slider video · For the client'])
    await user.click(screen.getByRole('radio', { name: 'All: 3' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Made for' }), 'Website')
    expect(titles()).toEqual(['Picture · Website'])
    await user.selectOptions(screen.getByRole('combobox', { name: 'Made for' }), 'For everything')
    await user.keyboard('/')
    await user.keyboard('results')
    expect(titles()).toEqual(['Picture · Website'])
    await user.clear(screen.getByRole('searchbox', { name: 'Search exports' }))
    await user.type(screen.getByRole('searchbox', { name: 'Search exports' }), 'ababab')
    expect(titles()).toEqual(['Picture · Instagram'])
    await user.type(screen.getByRole('searchbox', { name: 'Search exports' }), ' nowhere')
    await user.click(screen.getByRole('button', { name: 'Show all exports' }))
    expect(titles()).toHaveLength(3)
  })

  test('of one client leaves the others out', async () => {
    const other = clientIdSchema.parse('99999999-9999-4999-8999-999999999999')
    const { onAll, user } = await open([consentGiven({ clientId }), exported()], other)
    expect(await screen.findByText('Nothing was exported yet')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'All clients' }))
    expect(onAll).toHaveBeenCalledOnce()
  })

  test('says what has to be taken down; ticked, with the keyboard alone, it is taken down, and that is undone', async () => {
    const { bridge, user } = await open([
      consentGiven({ clientId }),
      exported(),
      website,
      consentWithdrawn({ clientId }),
    ])
    expect(await screen.findByText('2 exports have to be taken down')).toBeDefined()
    await user.keyboard('t')
    expect(screen.getByRole('radio', { name: 'To take down: 2' })).toHaveProperty('checked', true)
    screen.getByRole('button', { name: 'Taken down…: comparison.jpg' }).focus()
    await user.keyboard('{Enter}')
    await user.type(await screen.findByRole('textbox', { name: 'Where did it stand?' }), 'instagram.com/p/1{Enter}')
    await screen.findByText('1 export has to be taken down')
    expect(exportOfClient(bridge.facts, clientId, exportKey)?.takenDown?.where).toBe('instagram.com/p/1')
    expect(titles()).toEqual(['Picture · Website'])
    await user.click(screen.getByRole('radio', { name: 'Taken down: 1' }))
    expect(screen.getByText(/^Taken down .*: instagram.com\/p\/1$/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByText('2 exports have to be taken down')
    expect(exportOfClient(bridge.facts, clientId, exportKey)?.takenDown).toBeNull()
  })
})

describe('which export a file is', () => {
  test('is told by its sum', async () => {
    const { user } = await open([consentGiven({ clientId }), exported({ outputSha256: await sumOf(bytes) })])
    await screen.findByText('1 export')
    await user.keyboard('w')
    const dialog = await screen.findByRole('dialog', { name: 'Which export is this?' })
    await user.upload(dialog.querySelector('input[type=file]')!, new File([bytes], 'found.jpg'))
    expect(await within(dialog).findByText(/^Exported .* for: Instagram$/)).toBeDefined()
    expect(within(dialog).getByText('Picture of Ada')).toBeDefined()
    await user.upload(dialog.querySelector('input[type=file]')!, new File([bytes, 'x'], 'changed.jpg'))
    expect(await within(dialog).findByText('changed.jpg is no export as Stipple made it')).toBeDefined()
  })

  test('is not told of a file that can’t be read', async () => {
    const { user } = await open([consentGiven({ clientId }), exported()])
    await user.click(await screen.findByRole('button', { name: /Which export is this/ }))
    const dialog = await screen.findByRole('dialog', { name: 'Which export is this?' })
    const folder = new File([], 'a folder')
    folder.arrayBuffer = () => Promise.reject(new DOMException('a folder', 'NotFoundError'))
    await user.upload(dialog.querySelector('input[type=file]')!, folder)
    expect(await within(dialog).findByText('a folder can’t be read.')).toBeDefined()
  })
})

describe('the proof sheet', () => {
  test('names nobody until that is ticked, and is saved under a number', async () => {
    const bridge = crownLibrary()
    bridge.record([consentGiven({ clientId }), exported({ photoIds: [photoId], fileName: 'Ada.jpg' })])
    const saved: unknown[] = []
    bridge.answers['proof.save'] = async (input) => {
      saved.push(input)
      return { savedAs: 'proof.pdf' }
    }
    await showScreen(bridge, <ProofDialog clientId={clientId} exportKey={exportKey} onClose={vi.fn()} />)
    const user = userEvent.setup()
    const sheet = await screen.findByRole('region', { name: 'The sheet' })
    expect(document.title).toBe('Proof sheet 33333333')
    expect(sheet.textContent).not.toContain('Ada')
    expect(sheet.textContent).toContain('Number 11111111')
    expect(sheet.textContent).toContain(photoId)
    expect(sheet.textContent).toContain('Pictures of my treatment may be shown.')
    await user.click(screen.getByRole('checkbox', { name: 'Name the client on it' }))
    expect(sheet.textContent).toContain('Ada.jpg')
    expect(sheet.textContent).toContain('Signed by typed name: Ada')
    await user.click(screen.getByRole('button', { name: 'Save as PDF…' }))
    await waitFor(() => expect(saved).toEqual([{ suggestedName: 'proof sheet 33333333' }]))
    expect(await screen.findByText('Saved as proof.pdf')).toBeDefined()
  })
})
