// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { ConsentDialog } from '../../../../renderer/features/consent/consent-dialog.tsx'
import { type ConsentText, consentTextSchema } from '../../../../shared/domain/consent-text.ts'
import type { DomainEvent } from '../../../../shared/domain/events.ts'
import { refusalOf } from '../../../../shared/domain/rules.ts'
import { suggestedScopes } from '../../../../shared/words/consent-texts.ts'
import { showScreen } from '../show-screen.tsx'
import { crownLibrary, crownPhotos, stubLayout } from '../viewer/pair-bench.tsx'

const { clientId, treatmentId } = crownPhotos[0]!
const ours = consentTextSchema.parse({
  textId: '66666666-6666-4666-8666-666666666661',
  name: 'Social media',
  scopes: { en: 'You may post my crown.', de: 'Meine Tonsur darf gezeigt werden.' },
})
const saved = (data: ConsentText): DomainEvent => ({ type: 'consent-text-saved', version: 1, data })

async function openForm(...happened: DomainEvent[]) {
  const bridge = crownLibrary()
  if (happened.length > 0) bridge.record(happened)
  const onClose = vi.fn()
  const wanted = { channel: 'website', showsFace: false } as const
  const { library } = await showScreen(
    bridge,
    <ConsentDialog subject={{ clientId, treatmentId }} wanted={wanted} onClose={onClose} onExports={vi.fn()} />,
  )
  const words = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What the client agrees to' })
  const texts = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Text of the form' })
  const user = userEvent.setup()
  const inMenu = async (item: string | RegExp) => {
    await user.click(screen.getByRole('button', { name: 'Texts of the studio' }))
    await user.click(await screen.findByRole('menuitem', { name: item }))
  }
  const chosen = () => texts.selectedOptions[0]!.textContent
  const kept = () => [...bridge.facts.consentTexts.values()].filter(({ isRemoved }) => !isRemoved)
  return { bridge, library, onClose, words, texts, user, inMenu, chosen, kept }
}

beforeEach(stubLayout)

test('a text of the studio is chosen in both languages, and Stipple’s own comes back', async () => {
  const { texts, words, user, chosen } = await openForm(saved(ours))
  expect(chosen()).toBe('Stipple’s suggestion')
  await screen.findByRole('option', { name: 'Social media' })
  await user.selectOptions(texts, 'Social media')
  expect(words().value).toBe(ours.scopes.en)
  await user.click(screen.getByRole('radio', { name: 'Deutsch' }))
  expect(words().value).toBe(ours.scopes.de)
  expect(chosen()).toBe('Social media')
  await user.selectOptions(texts, 'Stipple’s suggestion')
  expect(words().value).toBe(suggestedScopes.de)
})

test('words are saved as the studio’s text by name, with the keyboard alone, and taken back', async () => {
  const { words, user, inMenu, chosen, kept, library, onClose, bridge } = await openForm()
  await user.clear(words())
  await user.type(words(), 'Our words.')
  expect(chosen()).toBe('Own words')
  await inMenu('Save as the studio’s text…')
  const name = await screen.findByRole('textbox', { name: 'Name of the text' })
  await user.type(name, 'No{Escape}')
  expect(screen.queryByRole('textbox', { name: 'Name of the text' })).toBeNull()
  expect(onClose).not.toHaveBeenCalled()
  await inMenu('Save as the studio’s text…')
  await user.type(await screen.findByRole('textbox', { name: 'Name of the text' }), ' Ours {Enter}')
  await screen.findByText('Consent text saved: Ours')
  await waitFor(() => expect(chosen()).toBe('Ours'))
  expect(kept()).toMatchObject([{ name: 'Ours', scopes: { en: 'Our words.', de: suggestedScopes.de } }])
  // nothing was signed by that
  expect(bridge.facts.consents.size).toBe(0)
  expect(await library.undo()).toBe('Consent text saved: Ours')
  await waitFor(() => expect(kept()).toEqual([]))
  expect(words().value).toBe('Our words.')
})

test('a text is changed, renamed and removed, each of which can be undone', async () => {
  const { texts, words, user, inMenu, chosen, kept, library } = await openForm(saved(ours))
  await screen.findByRole('option', { name: 'Social media' })
  await user.selectOptions(texts, 'Social media')
  await user.type(words(), ' And the top.')
  expect(chosen()).toBe('Social media, changed')
  await inMenu('Save the changes to “Social media”')
  await waitFor(() => expect(chosen()).toBe('Social media'))
  expect(kept()[0]?.scopes).toEqual({ ...ours.scopes, en: 'You may post my crown. And the top.' })
  await inMenu('Rename Social media…')
  const name = await screen.findByRole('textbox', { name: 'Name of the text' })
  await user.clear(name)
  await user.type(name, 'Reels')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(chosen()).toBe('Reels'))
  await inMenu('Remove Reels')
  await screen.findByText('Consent text removed: Reels')
  expect(kept()).toEqual([])
  await library.undo()
  await waitFor(() => expect(chosen()).toBe('Reels'))
  await library.undo()
  await library.undo()
  expect(kept()).toMatchObject([ours])
})

test('the ledger refuses a change of a text that isn’t there', async () => {
  const { bridge } = await openForm()
  const { textId } = ours
  expect(refusalOf(bridge.facts, { type: 'consent-text-removed', version: 1, data: { textId } })).toBe(
    'There is no such text of the studio.',
  )
  expect(consentTextSchema.safeParse({ ...ours, scopes: { en: ' ', de: '' } }).success).toBe(false)
})
