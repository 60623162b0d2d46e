import { expect, test } from 'vitest'
import { drawZones, measureLimitMs, ownHairBelow } from './assessed-zones.ts'
import { axeFindings } from './axe-findings.ts'
import { recordedEvents } from './recorded-events.ts'
import { emptyUserData, startStipple } from './stipple-app.ts'

test('a zone is followed over the stages as charts and as a table, its change is shown, and patches are merged, redrawn and had back', async () => {
  const userData = await emptyUserData()
  const { window, complaints } = await startStipple(userData)
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await window.getByRole('button', { name: /^sample client/i }).click()
  await window.getByRole('button', { name: /^Actions: Top, healed 2/ }).click()
  await window.getByRole('menuitem', { name: 'Assess' }).click()
  const panel = window.getByRole('complementary', { name: 'What the photo tells' })
  await panel.getByRole('button', { name: 'Draw zones…' }).click()
  await drawZones(window, [ownHairBelow])
  const patches = panel.getByRole('region', { name: 'Patches', exact: true })
  await patches.getByText('1', { exact: true }).waitFor({ timeout: measureLimitMs })

  // what changed, in words and as a map
  const change = panel.getByRole('region', { name: 'Change' })
  await change
    .getByText(/^(\d+ places? (lighter|darker)(, \d+ darker)?|No place changed beyond the rest of the zone)$/)
    .waitFor()
  await window.keyboard.press('c')
  await window.getByRole('img', { name: /^Change of Top: yellow became lighter/ }).waitFor()
  await window.getByText('Darker than at Healed 1').waitFor()
  expect(await axeFindings(window)).toEqual([])
  await window.keyboard.press('c')
  await window.getByRole('img', { name: /^Map of Top/ }).waitFor()

  // over the stages, as charts: every one says in words what it shows
  await window.keyboard.press('o')
  const settling = panel.getByRole('region', { name: 'Settling' })
  await settling.getByText(/^(As a whole nothing unusual|Lightened (more|less) than is usual) by day 35$/).waitFor()
  const evenness = panel.getByRole('img', { name: /^Evenness over the stages/ })
  expect(await evenness.getAttribute('aria-label')).toMatch(
    /Session 1: still settling\. Healed 1: \d+ % \(\d+ to \d+ %\)\. Session 2: still settling\. Healed 2: \d+ % \(/,
  )
  // three judged stages, each with a point and a range
  expect(await evenness.locator('circle').count()).toBe(3)
  expect(await evenness.locator('.recharts-errorBar').count()).toBeGreaterThanOrEqual(3)
  expect(await axeFindings(window)).toEqual([])
  await settling.getByRole('radiogroup', { name: 'Session' }).getByText('1', { exact: true }).click()
  await settling.getByText('Expected: 50 to 67 % by day 35').waitFor()

  // and as a table
  await panel.getByRole('checkbox', { name: 'Show as table' }).click()
  const table = panel.getByRole('table', { name: 'Over the stages, with ranges' })
  expect(await table.getByRole('row').count()).toBe(7)
  await table
    .getByRole('row', { name: /^Session 3/ })
    .getByText('still settling')
    .waitFor()
  expect(await axeFindings(window)).toEqual([])
  await window.keyboard.press('o')

  // two patches become one by a key, and two again
  const marks = window.getByRole('img', { name: /^Patches: / })
  const numbered = async () =>
    (await marks.getAttribute('aria-label'))?.replace('Patches: ', '').split(', ').map(Number)
  const before = (await numbered())!
  const merge = patches.getByRole('button', { name: /^Merge with \d+$/ }).first()
  for (const _ of before) {
    if ((await merge.count()) > 0) break
    await window.keyboard.press('j')
  }
  const other = Number(/\d+$/.exec((await merge.textContent()) ?? '')?.[0])
  await window.keyboard.press('g')
  await window.getByText(/^Patches \d+ and \d+ merged$/).waitFor()
  await expect.poll(async () => (await numbered())?.length).toBe(before.length - 1)
  expect(before).toContain(other)
  await window.keyboard.press('Control+z')
  await expect.poll(numbered).toEqual(before)

  // a ring is drawn around a patch
  await window.keyboard.press('r')
  await window.getByText(/^Draw around patch \d+ on the photo/).waitFor()
  const patch = (await marks.locator('[data-chosen] polygon').first().boundingBox())!
  const [x, y] = [patch.x + patch.width / 2, patch.y + patch.height / 2]
  await window.mouse.move(x - 40, y - 40)
  await window.mouse.down()
  for (const [dx, dy] of [
    [40, -40],
    [40, 40],
    [-40, 40],
  ] as const)
    await window.mouse.move(x + dx, y + dy, { steps: 4 })
  await window.mouse.up()
  await window.getByText(/^Outline of patch \d+ redrawn$/).waitFor()
  await window.keyboard.press('Control+z')
  await expect.poll(numbered).toEqual(before)
  // nothing was refused by the page's own rules on styles and scripts either
  expect(complaints).toEqual([])

  const decided = (await recordedEvents(userData)).flatMap((event) =>
    event.type === 'patch-decided' ? [event.data] : [],
  )
  expect(decided.filter(({ decision }) => decision === 'merged')).toHaveLength(1)
  expect(decided.filter(({ isDrawn }) => isDrawn)).toHaveLength(2)
}, 400_000)
