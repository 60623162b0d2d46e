import type { Page } from 'playwright-core'
import { drawZones, measureLimitMs } from './assessed-zones.ts'

/** What the photo tells. */
export function assessPanel(window: Page) {
  return window.getByRole('complementary', { name: 'What the photo tells' })
}

/** Opens the assessment of the sample client's healed second session, seen from the top. */
export async function openSampleAssessment(window: Page): Promise<void> {
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await window.getByRole('button', { name: /^sample client/i }).click()
  await window.getByRole('button', { name: /^Actions: Top, healed 2/ }).click()
  await window.getByRole('menuitem', { name: 'Assess' }).click()
  await assessPanel(window).waitFor()
}

/** Draws the treated zone and the client's own hair on the photo that is assessed, and comes back to it. */
export async function drawSampleZones(window: Page): Promise<void> {
  await assessPanel(window).getByRole('button', { name: 'Draw zones…' }).click()
  await drawZones(window)
  await window.getByRole('heading', { name: 'Assessment: Healed 2' }).waitFor()
}

/** Waits until all stages are aligned and looked at: then patches keep their numbers. */
async function numbersStay(window: Page): Promise<void> {
  await window
    .getByRole('button', { name: /^Assess Top · Healed [13].*: judged$/ })
    .nth(1)
    .waitFor({ timeout: measureLimitMs })
  await assessPanel(window)
    .getByRole('region', { name: 'Patches', exact: true })
    .getByText('1', { exact: true })
    .waitFor({ timeout: measureLimitMs })
}

/** Accepts the first two patches by keyboard, once they have their numbers. */
export async function acceptTwoPatches(window: Page): Promise<void> {
  await numbersStay(window)
  const patches = assessPanel(window).getByRole('region', { name: 'Patches', exact: true })
  for (const place of [0, 1]) {
    await window.keyboard.press('j')
    await window.keyboard.press('a')
    await patches.getByText('Touch-up in session 3').nth(place).waitFor()
  }
}
