import { expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { recordedEvents } from './recorded-events.ts'
import { emptyUserData, startStipple } from './stipple-app.ts'

test('zones are proposed on all angles of the shaved head at once, taken in one step, judged, and taken back', async () => {
  const userData = await emptyUserData()
  const { window, complaints } = await startStipple(userData)
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await window.getByRole('button', { name: /^sample client/i }).click()
  await window.getByRole('button', { name: /^Actions: Top, healed 2/ }).click()
  await window.getByRole('menuitem', { name: 'Assess' }).click()
  const panel = window.getByRole('complementary', { name: 'What the photo tells' })
  await panel.getByRole('button', { name: 'Propose zones…' }).waitFor()

  // stopped, nothing is drawn
  await window.keyboard.press('w')
  const dialog = window.getByRole('dialog', { name: 'Proposed zones' })
  await dialog.waitFor()
  await window.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })

  await panel.getByRole('button', { name: 'Propose zones…' }).click()
  for (const angle of ['Top', 'Crown', 'Front top'])
    await dialog.getByRole('img', { name: `Proposed zones: ${angle}` }).waitFor({ timeout: 150_000 })
  expect(await axeFindings(window)).toEqual([])
  await dialog.getByRole('checkbox', { name: 'Front top' }).uncheck()
  await dialog.getByRole('button', { name: 'Take these zones' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await panel.getByText(/patch(es)? that most people would see$/).waitFor({ timeout: 150_000 })
  await panel.getByText(/^Reads \d+ % of the client’s own shaved hair$/).waitFor()
  const drawn = (await recordedEvents(userData)).flatMap((event) =>
    event.type === 'drawing-added' ? [event.data] : [],
  )
  expect(new Set(drawn.map(({ photoId }) => photoId)).size).toBe(2)
  expect(drawn.filter(({ shape }) => shape.kind === 'zone' && shape.zone === 'treated')).toHaveLength(2)

  await window.keyboard.press('Control+z')
  await panel.getByRole('button', { name: 'Propose zones…' }).waitFor()
  expect(complaints).toEqual([])
}, 400_000)
