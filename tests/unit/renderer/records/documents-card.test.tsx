// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { DocumentsCard } from '../../../../renderer/features/records/documents-card.tsx'
import type { AttachedDocument } from '../../../../shared/domain/document.ts'
import { AppError } from '../../../../shared/errors.ts'
import { documentOf } from '../document-samples.ts'
import { InMemoryBridge } from '../in-memory-bridge.ts'
import { showScreen } from '../show-screen.tsx'

type Sample = Partial<AttachedDocument>

async function showCard(...samples: Sample[]) {
  const bridge = new InMemoryBridge()
  const clientId = bridge.addSample()
  const { treatmentId } = [...bridge.facts.treatments.values()][0]!
  for (const [index, about] of samples.entries()) {
    const data = documentOf(index + 1, { clientId, treatmentId, ...about })
    bridge.record([{ type: 'document-attached', version: 1, data }])
  }
  const { library } = await showScreen(bridge, <DocumentsCard clientId={clientId} treatmentId={treatmentId} />)
  await screen.findByRole('region', { name: 'Forms and documents' })
  if (samples.length > 0) await screen.findByRole('list', { name: 'Forms and documents' })
  const documents = () => [...bridge.facts.documents.values()]
  return { bridge, library, documents, user: userEvent.setup() }
}

const region = (name: string) => within(screen.getByRole('region', { name }))
const tiles = () => screen.queryAllByRole('listitem').map((tile) => tile.textContent)

/** Drops files as the system's file manager does. */
function drop(...names: string[]): void {
  const target = screen.getByRole('region', { name: 'Forms and documents' })
  const files = names.map((name) => new File(['content'], name))
  fireEvent.drop(target, { dataTransfer: { files, types: ['Files'] } })
}

describe('DocumentsCard', () => {
  it('asks what chosen files are, filled in from their names, and attaches them', async () => {
    const { user, bridge, documents, library } = await showCard()
    bridge.chosen = [bridge.offer('Consent Anna 2026-03-14.pdf'), bridge.offer('scan.jpg')]
    await user.click(screen.getByRole('button', { name: 'Add…' }))
    const consent = within(await screen.findByRole('region', { name: 'Consent Anna 2026-03-14.pdf' }))
    expect(consent.getByRole<HTMLInputElement>('textbox', { name: /Title/ }).value).toBe('Consent Anna 2026-03-14')
    expect(consent.getByRole<HTMLSelectElement>('combobox', { name: 'Kind' }).value).toBe('consent-form')
    expect(consent.getByLabelText<HTMLInputElement>('Signed on').value).toBe('2026-03-14')
    expect(consent.getByText('From the file’s name: please check')).toBeTruthy()
    const scan = region('scan.jpg')
    expect(scan.getByLabelText<HTMLInputElement>('Dated').value).toBe('')
    await user.clear(scan.getByRole('textbox', { name: /Title/ }))
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Add 2' }).disabled).toBe(true)
    await user.type(scan.getByRole('textbox', { name: /Title/ }), 'Anamnesis')
    await user.selectOptions(scan.getByRole('combobox', { name: 'Kind' }), 'Health questionnaire')
    fireEvent.change(scan.getByLabelText('Signed on'), { target: { value: '2026-03-15' } })
    await user.type(scan.getByRole('textbox', { name: 'Notes' }), 'Takes aspirin')
    expect(documents()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Add 2' }))
    await screen.findByText('2 documents added')
    expect(documents()).toMatchObject([
      { kind: 'consent-form', title: 'Consent Anna 2026-03-14', signedOn: '2026-03-14', notes: '' },
      { kind: 'health-questionnaire', title: 'Anamnesis', signedOn: '2026-03-15', notes: 'Takes aspirin' },
    ])
    expect(tiles()).toEqual([
      'AnamnesisHealth questionnaire, signed 15 Mar 2026Takes aspirin',
      'PDFConsent Anna 2026-03-14Consent form, signed 14 Mar 2026',
    ])
    await library.undo()
    await waitFor(() => expect(tiles()).toEqual([]))
    expect(screen.getByText(/drop PDFs, scans or photos of paper here/)).toBeTruthy()
  })

  it('takes no day that is still to come', async () => {
    const { user, documents } = await showCard()
    drop('form.pdf')
    const form = within(await screen.findByRole('region', { name: 'form.pdf' }))
    fireEvent.change(form.getByLabelText('Dated'), { target: { value: '2999-01-01' } })
    expect(form.getByText('This day is still to come.')).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Add' }).disabled).toBe(true)
    expect(documents()).toEqual([])
  })

  it('takes dropped files; one can be left out, and a refused or known one stops none of the others', async () => {
    const { user, bridge, documents } = await showCard()
    const attach = bridge.request
    const refusing = 'huge.pdf'
    bridge.request = async (name, input) => {
      const { offerId } = input as { offerId?: string }
      if (name === 'documents.attach' && bridge.offers.get(offerId ?? '')?.fileName === refusing)
        return {
          ok: false,
          error: { code: 'picture-too-large', details: { reason: 'The file is larger than 100 MB.' } },
        }
      return attach(name, input)
    }
    drop('a.pdf', refusing, 'b.pdf', 'holiday.pdf')
    await user.click(await screen.findByRole('button', { name: 'Leave out holiday.pdf' }))
    await user.click(screen.getByRole('button', { name: 'Add 3' }))
    const alert = await region('Forms and documents').findByRole('alert')
    expect(alert.textContent).toContain('1 file was not added')
    expect(alert.textContent).toContain('huge.pdf: The file is larger than 100 MB.')
    expect(documents().map(({ title }) => title)).toEqual(['a', 'b'])

    drop('a.pdf')
    await user.click(await screen.findByRole('button', { name: 'Add' }))
    const said = () => region('Forms and documents').getByRole('alert').textContent
    await waitFor(() => expect(said()).toContain('a.pdf: Attached already, as “a”.'))
    expect(said()).not.toContain('not added')
    await user.click(screen.getByRole('button', { name: 'Put this message away' }))
    expect(region('Forms and documents').queryByRole('alert')).toBeNull()
  })

  it('refuses a whole folder of files with a word', async () => {
    const { bridge } = await showCard()
    drop(...Array.from({ length: 51 }, (_, index) => `${index}.jpg`))
    await screen.findByText('These are 51 files. Add at most 50 at a time.')
    expect(bridge.inputsOf('documents.attach')).toEqual([])
  })

  it('stops between two files when asked; what is attached stays', async () => {
    const { user, bridge, documents } = await showCard()
    const attach = bridge.request
    let goOn = () => {}
    bridge.request = async (name, input) => {
      if (name === 'documents.attach') await new Promise<void>((resolve) => (goOn = resolve))
      return attach(name, input)
    }
    drop('a.pdf', 'b.pdf')
    await user.click(await screen.findByRole('button', { name: 'Add 2' }))
    await screen.findByText('Adding: 1 of 2, 0 %')
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    goOn()
    await screen.findByText('1 document added')
    expect(documents()).toHaveLength(1)
  })

  it('changes what was said, and takes it back', async () => {
    const { user, documents } = await showCard({ title: 'Consent' })
    await user.click(screen.getByRole('button', { name: 'Actions for Consent' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Change…' }))
    const dialog = within(await screen.findByRole('dialog'))
    const title = dialog.getByRole<HTMLInputElement>('textbox', { name: /Title/ })
    await user.clear(title)
    await user.type(title, 'Deposit')
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Kind' }), 'Invoice')
    fireEvent.change(dialog.getByLabelText('Dated'), { target: { value: '' } })
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(tiles()).toEqual(['PDFDepositInvoice, no date']))
    const toast = await screen.findByText('Consent: title, kind, day changed')
    await user.click(within(toast.parentElement!).getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(documents()[0]).toMatchObject({ title: 'Consent', kind: 'consent-form' }))
    expect(documents()[0]?.signedOn).toBe('2026-01-10')
  })

  it('removes a document, and takes it back', async () => {
    const { user, documents } = await showCard({ title: 'Consent' })
    await user.click(screen.getByRole('button', { name: 'Actions for Consent' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Remove' }))
    await waitFor(() => expect(tiles()).toEqual([]))
    expect(documents()[0]?.isRemoved).toBe(true)
    const toast = await screen.findByText('Consent removed')
    await user.click(within(toast.parentElement!).getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(tiles()).toHaveLength(1))
  })

  it('lists by kind, then the newest first', async () => {
    await showCard(
      { title: 'Old', signedOn: '2025-01-01' },
      { title: 'Bill', kind: 'invoice', signedOn: null },
      { title: 'New', signedOn: '2026-05-05' },
      { title: 'Health', kind: 'health-questionnaire' },
    )
    const names = screen.getAllByRole('button').map(({ textContent }) => textContent)
    expect(names.filter((name) => name && name !== 'Add…')).toEqual(['Health', 'New', 'Old', 'Bill'])
  })

  it('says of a PDF that it isn’t shown; a copy is saved where the user chooses, and called unprotected', async () => {
    const { user, bridge } = await showCard({ title: 'Consent', notes: 'Both pages' })
    bridge.answers['documents.save-copy'] = async () => ({ savedAs: 'Consent.pdf' })
    await user.click(screen.getByRole('button', { name: 'Consent' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Consent' }))
    expect(dialog.getByText(/To read this PDF, save a copy/)).toBeTruthy()
    expect(dialog.getByText(/A copy is not protected/)).toBeTruthy()
    expect(dialog.getByText('Both pages')).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Save a copy…' }))
    await screen.findByText('Saved as Consent.pdf. This copy is not protected.')
    expect(bridge.inputsOf('documents.save-copy')).toHaveLength(1)
    bridge.answers['documents.save-copy'] = async () => {
      throw new AppError('photo-missing', { fileName: '“Consent”' })
    }
    await user.click(dialog.getByRole('button', { name: 'Save a copy…' }))
    expect((await dialog.findByRole('alert')).textContent).toContain('The file of “Consent” is missing')
    bridge.answers['documents.save-copy'] = async () => ({ savedAs: null })
    await user.click(dialog.getByRole('button', { name: 'Save a copy…' }))
    await waitFor(() => expect(dialog.queryByRole('alert')).toBeNull())
  })

  it('shows a picture, with its own address and zoom', async () => {
    const { user, documents } = await showCard({ title: 'Scan', picture: { widthPx: 1200, heightPx: 1600 } })
    await user.click(screen.getByRole('button', { name: 'Scan' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Scan' }))
    expect(dialog.getByRole('application', { name: 'Scan' })).toBeTruthy()
    expect(dialog.getByRole('button', { name: 'Zoom in' })).toBeTruthy()
    expect(dialog.queryByText(/Stipple shows pictures only/)).toBeNull()
    const [thumb] = [...document.querySelectorAll('img')]
    expect(thumb?.src).toBe(`app://lib/document/${documents()[0]?.documentId}/thumb`)
  })
})
