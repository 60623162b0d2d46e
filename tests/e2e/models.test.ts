import { expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { recordedEvents } from './recorded-events.ts'
import { emptyUserData, type StippleApp, startStipple } from './stipple-app.ts'

const alignLimitMs = 120_000

/** From the clients to the sample client's consent, and from there back to the clients. */
async function atConsent({ window }: StippleApp, act: () => Promise<void>): Promise<void> {
  await window.getByRole('button', { name: /^sample client/i }).click()
  await window.getByRole('button', { name: 'Records', exact: true }).click()
  await window.getByRole('button', { name: 'Consent…' }).click()
  await act()
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Back to the series board' }).click()
  await window.getByRole('button', { name: 'Back to the clients' }).click()
}

test('a client who agreed is found among the models and shown in the portfolio as far as the consent goes; withdrawn, nothing is shown; the studio keeps its own words', async () => {
  const userData = await emptyUserData()
  const app = await startStipple(userData)
  const { window } = app
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await window.getByRole('button', { name: 'Models', exact: true }).click()
  await window.getByText('No models yet').waitFor()
  expect(await axeFindings(window)).toEqual([])
  await window.getByRole('button', { name: 'Back to the clients' }).click()

  await window.getByRole('button', { name: /^sample client/i }).click()
  for (const angle of ['Crown', 'Front top']) {
    await window.getByRole('button', { name: `Compare newest with baseline: ${angle}` }).click()
    await window.getByText('Aligned', { exact: true }).first().waitFor({ timeout: alignLimitMs })
    await window.getByRole('button', { name: 'Back to the series' }).click()
  }
  await window.getByRole('button', { name: 'Records', exact: true }).click()
  await window.getByRole('combobox', { name: 'Hair loss (Norwood)' }).selectOption('Norwood 5')
  await window.getByRole('button', { name: 'Back to the series board' }).click()
  await window.getByRole('button', { name: 'Back to the clients' }).click()

  // the words of the form become the studio's own
  await atConsent(app, async () => {
    await window.getByRole('button', { name: 'Record a consent…' }).click()
    await window.getByRole('textbox', { name: 'What the client agrees to' }).fill('My head on your wall, nowhere else.')
    await window.getByRole('button', { name: 'Texts of the studio' }).click()
    await window.getByRole('menuitem', { name: 'Save as the studio’s text…' }).click()
    await window.getByRole('textbox', { name: 'Name of the text' }).fill('Wall only')
    await window.keyboard.press('Enter')
    await window
      .getByRole('combobox', { name: 'Text of the form' })
      .locator('option:checked', { hasText: 'Wall only' })
      .waitFor({ state: 'attached' })
    expect(await axeFindings(window)).toEqual([])
    const wall = window.getByRole('checkbox', { name: 'Wall of the studio' })
    if (!(await wall.isChecked())) await wall.press('Space')
    await window.getByRole('radio', { name: 'Typed name' }).press('Space')
    await window.getByRole('textbox', { name: 'The client types the full name' }).fill('Sam Sample')
    await window.getByRole('button', { name: 'Record the consent' }).click()
    await window.getByRole('button', { name: 'Withdraw…' }).waitFor()
  })
  const given = (await recordedEvents(userData)).flatMap((event) =>
    event.type === 'consent-given' ? [event.data] : [],
  )
  expect(given).toMatchObject([{ angles: 'crown-only' }])

  const tile = window.getByRole('button', { name: /^sample client/i }).locator('xpath=ancestor::li')
  await tile.getByText('Consent holds').waitFor()
  await window.getByRole('button', { name: 'Models', exact: true }).click()
  await window.getByText('1 model · 1 pair in the portfolio').waitFor()
  expect(await axeFindings(window)).toEqual([])
  const norwood = window.getByRole('combobox', { name: 'Norwood' })
  await norwood.selectOption('Norwood 3')
  await window.getByText('No model found').waitFor()
  await window.getByRole('button', { name: 'Show all models' }).click()
  await norwood.selectOption('Norwood 5')
  await window.getByText('1 model · 1 pair in the portfolio').waitFor()

  // the consent covers no face: the aligned pair of the forehead isn't shown
  await window.keyboard.press('f')
  const room = window.getByRole('main', { name: 'Portfolio' })
  await room.getByRole('button').first().waitFor()
  const pairs = await room.getByRole('listitem').getByRole('button').all()
  expect(await Promise.all(pairs.map((pair) => pair.getAttribute('aria-label')))).toEqual([
    'Crown: Post-cut and Healed 3',
  ])
  expect(await window.getByText(/sample client/i).count()).toBe(0)
  expect(await axeFindings(window)).toEqual([])
  await pairs[0]!.press('Enter')
  const pair = window.getByRole('main', { name: 'Crown: Post-cut and Healed 3' })
  await pair.waitFor()
  await window.keyboard.press('2')
  await pair.getByRole('slider').waitFor()
  expect(await window.getByText(/sample client/i).count()).toBe(0)
  expect(await axeFindings(window)).toEqual([])
  await window.keyboard.press('Escape')
  await room.waitFor()
  await window.keyboard.press('Escape')
  await window.getByText('1 model · 1 pair in the portfolio').waitFor()
  await window.getByRole('button', { name: 'Back to the clients' }).click()

  await atConsent(app, async () => {
    await window.getByRole('button', { name: 'Withdraw…' }).click()
    await window.getByRole('button', { name: 'Withdraw the consent' }).click()
    await window.getByText('Consent withdrawn', { exact: true }).waitFor()
  })
  await tile.getByText('Consent withdrawn').waitFor()
  await window.getByRole('button', { name: 'Models', exact: true }).click()
  await window.getByText('No models yet').waitFor()
  expect(app.complaints).toEqual([])
  await app.close()

  const again = await startStipple(userData)
  await again.window.getByRole('button', { name: /^sample client/i }).click()
  await again.window.getByRole('button', { name: 'Records', exact: true }).click()
  await again.window.getByRole('button', { name: 'Consent…' }).click()
  await again.window.getByRole('button', { name: 'Record a new consent…' }).click()
  await again.window.getByRole('combobox', { name: 'Text of the form' }).selectOption('Wall only')
  expect(await again.window.getByRole('textbox', { name: 'What the client agrees to' }).inputValue()).toBe(
    'My head on your wall, nowhere else.',
  )
  expect(again.complaints).toEqual([])
}, 400_000)
