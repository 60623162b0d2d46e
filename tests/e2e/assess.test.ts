import { expect, test } from 'vitest'
import { acceptTwoPatches, assessPanel, drawSampleZones, openSampleAssessment } from './assess-steps.ts'
import { measureLimitMs } from './assessed-zones.ts'
import { axeFindings } from './axe-findings.ts'
import { recordedEvents } from './recorded-events.ts'
import { emptyUserData, startStipple } from './stipple-app.ts'

test('zones are drawn, stages judged, patches accepted, planned, ticked off, and judged again at the next stage', async () => {
  const userData = await emptyUserData()
  const { window, complaints } = await startStipple(userData)
  // from the board's menu, before anything is drawn: what to do is said, and leads to the drawing table
  await openSampleAssessment(window)
  const panel = assessPanel(window)
  await panel.getByText('Draw the treated zone first').waitFor()
  expect(await axeFindings(window)).toEqual([])
  await drawSampleZones(window)

  // the verdict comes in words; once all stages are aligned and looked at, its patches have numbers
  await panel.getByText(/^\d patches that most people would see$/).waitFor({ timeout: measureLimitMs })
  const patches = panel.getByRole('region', { name: 'Patches', exact: true })
  const numbers = window.getByRole('img', { name: /^Patches: / })
  await expect
    .poll(() => window.getByRole('button', { name: /^Assess Top · Healed [13].*: judged$/ }).count(), {
      timeout: measureLimitMs,
    })
    .toBe(2)
  await patches.getByText('1', { exact: true }).waitFor({ timeout: measureLimitMs })
  expect((await numbers.getAttribute('aria-label'))?.split(',').length).toBeGreaterThanOrEqual(4)
  expect(await patches.getByText(/% lighter than around it, most people would see this$/).count()).toBeGreaterThan(1)
  await window.getByRole('img', { name: /^Map of Top/ }).waitFor()
  await panel.getByText('Numbers').click()
  await panel.getByText(/an estimate$/).waitFor()
  expect(await axeFindings(window)).toEqual([])

  // two patches are accepted by keyboard, one is dismissed and taken back
  await acceptTwoPatches(window)
  await window.keyboard.press('j')
  await window.keyboard.press('x')
  await patches.getByText('Dismissed').waitFor()
  await window.keyboard.press('Control+z')
  await patches.getByText('Dismissed').waitFor({ state: 'detached' })

  await window.keyboard.press('p')
  const plan = panel.getByRole('region', { name: 'Touch-up in session 3' })
  await plan.getByText(/mm² in all, about \d+ dots to add$/).waitFor()
  expect(await axeFindings(window)).toEqual([])
  for (const place of [0, 1]) {
    await plan.getByRole('checkbox').nth(place).click()
    await plan.getByText(`${place + 1} of 2 done`).waitFor()
  }
  await window.keyboard.press('p')

  // the next stage judges them again
  await window.getByRole('button', { name: /^Assess Top · Healed 3/ }).click()
  await window.getByRole('heading', { name: 'Assessment: Healed 3' }).waitFor()
  await expect.poll(() => panel.getByText(/^Touched up in session 3, (holds|still there)$/).count()).toBe(2)

  // fresh skin is grey, with the reason
  await window.getByRole('button', { name: /^Assess Top · Session 3/ }).click()
  await panel.getByText('Can’t be judged').waitFor()
  await panel.getByText(/^Still settling/).waitFor()
  await window.keyboard.press('ArrowLeft')
  await window.getByRole('heading', { name: 'Assessment: Healed 2' }).waitFor()
  expect(complaints).toEqual([])

  const decided = (await recordedEvents(userData)).flatMap((event) =>
    event.type === 'patch-decided' ? [event.data] : [],
  )
  expect(decided.slice(0, 2).map(({ decision, touchUps }) => [decision, touchUps])).toEqual([
    ['accepted', [{ session: 'session-3', isDone: false }]],
    ['accepted', [{ session: 'session-3', isDone: false }]],
  ])
  expect(decided.slice(-2).every(({ touchUps }) => touchUps.every(({ isDone }) => isDone))).toBe(true)
}, 400_000)
