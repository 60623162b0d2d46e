import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launchArguments, resolveElectron } from './electron-runtime.mjs'
import { ensureFreshBuild } from './fresh-build.mjs'
import { performMainJob } from './headless-main-job.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'
import { hasDisplay, withVirtualDisplay } from './virtual-display.mjs'

const appFolder = dirname(dirname(fileURLToPath(import.meta.url)))
/** @param {string} line */
const log = (line) => console.log(line)

try {
  await ensureFreshBuild({ appFolder, log })
  const { executablePath } = await resolveElectron({ log })
  await ensureSystemLibraries({ executablePath, needsDisplay: !hasDisplay(), log })
  // With it, Electron would start as plain Node (some editors set it in their terminals).
  delete process.env.ELECTRON_RUN_AS_NODE

  if (hasDisplay()) {
    process.exitCode = await openWindow(executablePath)
  } else {
    log('There is no display here: Stipple runs in a virtual one and does its main job on the sample client.')
    const pictures = await withVirtualDisplay(() =>
      performMainJob({ executablePath, appFolder, outFolder: join(appFolder, 'out') }),
    )
    log(`The exported comparison: ${pictures.comparisonPath}`)
    log(`The window: ${pictures.screenshotPath}`)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/**
 * Opens the app's window and waits until it is closed.
 * @param {string} executablePath
 * @returns {Promise<number>} the app's exit code
 */
function openWindow(executablePath) {
  return new Promise((resolve, reject) => {
    const app = spawn(executablePath, launchArguments(appFolder), { stdio: 'inherit' })
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => app.kill(signal))
    }
    app.once('error', reject)
    app.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}
