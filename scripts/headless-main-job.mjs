import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { _electron } from 'playwright-core'
import { launchArguments } from './electron-runtime.mjs'

const sampleTimeoutMs = 120_000
const alignTimeoutMs = 120_000
const exportTimeoutMs = 60_000

/**
 * Performs the main job in the real app as a person would: opens the sample client, compares the newest stage with
 * the baseline, waits for the alignment, exports the comparison. Uses an empty library of its own, which it removes.
 * @param {{ executablePath: string, appFolder: string, outFolder: string }} options needs a display
 * @returns {Promise<{ comparisonPath: string, screenshotPath: string }>} two PNG files in `outFolder`
 * @throws {Error} when a step is not possible; a picture of the window is then in `outFolder` as failure.png
 */
export async function performMainJob({ executablePath, appFolder, outFolder }) {
  const comparisonPath = join(outFolder, 'comparison.png')
  const screenshotPath = join(outFolder, 'screenshot.png')
  const failurePath = join(outFolder, 'failure.png')
  await mkdir(outFolder, { recursive: true })
  for (const path of [comparisonPath, screenshotPath, failurePath]) await rm(path, { force: true })

  const userData = await mkdtemp(join(tmpdir(), 'stipple-sample-'))
  try {
    const app = await _electron.launch({
      executablePath,
      args: launchArguments(appFolder),
      // launchArguments alone decides about the sandbox.
      chromiumSandbox: true,
      env: { ...process.env, STIPPLE_USER_DATA: userData },
    })
    try {
      const window = await app.firstWindow()
      try {
        await compareSampleClient(window)
        await window.screenshot({ path: screenshotPath })
        await answerSaveDialog(app, comparisonPath)
        await exportComparison(window)
        await waitForFile(comparisonPath)
      } catch (error) {
        await window.screenshot({ path: failurePath }).catch(() => {})
        throw error
      }
    } finally {
      await app.close()
    }
  } finally {
    await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  }
  return { comparisonPath, screenshotPath }
}

/** @param {import('playwright-core').Page} window */
async function compareSampleClient(window) {
  await window.getByText('24 photos').waitFor({ timeout: sampleTimeoutMs })
  const sampleClient = window.getByRole('button', { name: /sample client/i })
  await sampleClient
    .or(window.getByRole('link', { name: /sample client/i }))
    .first()
    .click()
  await window
    .getByRole('button', { name: /compare newest with baseline/i })
    .first()
    .click()
  const outcome = window.getByRole('status').filter({ hasText: /aligned|check/i })
  await outcome.first().waitFor({ timeout: alignTimeoutMs })
  // the aligned picture is drawn after the outcome is known
  await window.locator('img[src*="/aligned"]').first().waitFor({ state: 'attached' })
  await window.waitForFunction(() => [...document.images].every((image) => image.complete))
}

/** @param {import('playwright-core').Page} window */
async function exportComparison(window) {
  await window
    .getByRole('button', { name: /^export/i })
    .first()
    .click()
  await window
    .getByRole('dialog')
    .getByRole('button', { name: /^save picture/i })
    .click()
}

/**
 * Answers the system's save dialog, which no program can click.
 * @param {import('playwright-core').ElectronApplication} app
 * @param {string} filePath
 */
async function answerSaveDialog(app, filePath) {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
  }, filePath)
}

/**
 * Waits until a file is there and no longer grows.
 * @param {string} path
 */
async function waitForFile(path) {
  const deadline = Date.now() + exportTimeoutMs
  let previousSize = 0
  while (Date.now() < deadline) {
    const size = await stat(path).then(
      (file) => file.size,
      () => 0,
    )
    if (size > 0 && size === previousSize) return
    previousSize = size
    await delay(300)
  }
  throw new Error(`No picture was exported to ${path} within ${exportTimeoutMs / 1000} s.`)
}
