import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { launchArguments, resolveElectron } from '../../scripts/electron-runtime.mjs'

const appFolder = join(import.meta.dirname, '../..')

/** The real app in the real Electron, with a user-data folder of its own. */
export interface StippleApp {
  readonly electron: ElectronApplication
  readonly window: Page
  readonly userData: string
  /** What the page complained about: must stay empty. */
  readonly complaints: string[]
  close(): Promise<void>
}

/** An empty user-data folder that is removed when the test ends. */
export async function emptyUserData(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stipple-e2e-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** Starts Stipple; it is closed when the test ends, if it wasn't before. `more` are further arguments for Chromium. */
export function startStipple(userData: string, more: readonly string[] = []): Promise<StippleApp> {
  return startApp(appFolder, userData, more)
}

/** Starts an app of any folder or file as `startStipple` does. */
export async function startApp(app: string, userData: string, more: readonly string[] = []): Promise<StippleApp> {
  const { executablePath } = await resolveElectron({ log: () => undefined })
  const electron = await _electron.launch({
    executablePath,
    // no keychain of this machine takes part, so that a test can open what the app sealed
    args: ['--password-store=basic', ...more, ...launchArguments(app)],
    chromiumSandbox: true,
    env: { ...(process.env as Record<string, string>), STIPPLE_USER_DATA: userData },
  })
  repeatCollected(electron)
  const complaints: string[] = []
  const window = await electron.firstWindow()
  window.setDefaultTimeout(30_000)
  window.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  window.on('pageerror', (error) => complaints.push(String(error)))
  let isClosed = false
  const close = async () => {
    if (!isClosed) await electron.close()
    isClosed = true
  }
  onTestFinished(close)
  return { electron, window, userData, complaints, close }
}

/** Repeats an evaluation in main whose promise Chromium's debugger let go before it was answered. */
function repeatCollected(electron: ElectronApplication): void {
  const evaluate = electron.evaluate.bind(electron) as (...call: unknown[]) => Promise<unknown>
  const repeating = (...call: unknown[]) =>
    evaluate(...call).catch((error: unknown) => {
      if (!String(error).includes('promise was garbage collected')) throw error
      return evaluate(...call)
    })
  electron.evaluate = repeating as typeof electron.evaluate
}

/** Answers the next dialogs for opening and saving, which no program can click. */
export async function answerDialogs(app: StippleApp, answers: { open?: string[]; save?: string }): Promise<void> {
  await app.electron.evaluate(({ dialog }, { open, save }) => {
    if (open) dialog.showOpenDialog = async () => ({ canceled: false, filePaths: open })
    if (save) dialog.showSaveDialog = async () => ({ canceled: false, filePath: save })
  }, answers)
}

/** Drops files of the disk onto an element, as a hand does. */
export async function dropFiles(app: StippleApp, target: { x: number; y: number }, files: string[]): Promise<void> {
  const session = await app.window.context().newCDPSession(app.window)
  const data = { items: [], files, dragOperationsMask: 1 }
  // the page answers a drag one event later, as it does for a hand that moves on
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...target, data })
    await app.window.waitForTimeout(200)
  }
  await session.detach()
}
