import { type BrowserWindow, type Display, type Rectangle, screen } from 'electron'
import type { PresentScene } from '../../shared/domain/present-scene.ts'
import { AppError } from '../../shared/errors.ts'
import { channels } from '../../shared/ipc/channels.ts'
import type { Announcement, ParsedInput, RequestOutput } from '../../shared/ipc/contract.ts'
import { t } from '../../shared/words/translate.ts'

type PresentRequest = 'second-screen' | 'start' | 'show' | 'end' | 'read' | 'full-screen'

/** The requests of a presentation: those of the desk's window, and those of the presentation's own. */
export type PresentHandlers = {
  [Name in PresentRequest as `present.${Name}`]: (
    input: ParsedInput<`present.${Name}`>,
  ) => Promise<RequestOutput<`present.${Name}`>>
}

/** Whose comparison is presented, and how a window for it is opened. */
export interface PresentPlace {
  readonly desk: () => BrowserWindow
  readonly open: (bounds: Rectangle) => BrowserWindow
}

/** What a client sees on a second screen, for as long as the desk's window stands and shows the comparison. */
export class Presentation {
  readonly #place: PresentPlace
  #window: BrowserWindow | undefined
  #scene: PresentScene | null = null
  #wasFull = false

  constructor(place: PresentPlace) {
    this.#place = place
  }

  readonly handlers: PresentHandlers = {
    'present.second-screen': async () => ({ isThere: this.#secondScreen() !== undefined }),
    'present.start': async ({ scene }) => this.#start(scene),
    'present.show': async ({ scene }) => this.#show(scene),
    'present.end': async () => {
      this.end()
      return {}
    },
    'present.read': async () => ({ scene: this.#scene }),
    'present.full-screen': async ({ isFull }) => this.#fill(isFull),
  }

  /** Takes the presentation off the second screen and tells the desk so; does nothing when there is none. */
  end(): void {
    const shown = this.#window
    this.#window = undefined
    this.#scene = null
    if (!shown) return
    screen.off('display-removed', this.#endWithoutScreen)
    if (!shown.isDestroyed()) shown.destroy()
    const desk = this.#place.desk()
    if (desk && !desk.isDestroyed())
      desk.webContents.send(channels.announce, { kind: 'present-ended' } satisfies Announcement)
  }

  #start(scene: PresentScene): Record<string, never> {
    const second = this.#secondScreen()
    if (!second)
      throw new AppError('refused', { reason: t('There is no second screen. Connect one, or present here.') })
    this.end()
    this.#scene = scene
    const shown = this.#place.open(second.bounds)
    this.#window = shown
    shown.on('closed', () => this.#window === shown && this.end())
    const desk = this.#place.desk()
    // whatever takes the comparison off the desk takes it off the client's screen
    for (const gone of ['render-process-gone', 'did-start-navigation'] as const)
      desk.webContents.once(gone as 'render-process-gone', () => this.#window === shown && this.end())
    desk.once('closed', () => this.#window === shown && this.end())
    screen.on('display-removed', this.#endWithoutScreen)
    return {}
  }

  #show(scene: PresentScene): Record<string, never> {
    if (!this.#window) return {}
    this.#scene = scene
    this.#window.webContents.send(channels.announce, { kind: 'present', scene } satisfies Announcement)
    return {}
  }

  #fill(isFull: boolean): Record<string, never> {
    const desk = this.#place.desk()
    if (isFull) this.#wasFull = desk.isFullScreen()
    desk.setFullScreen(isFull || this.#wasFull)
    return {}
  }

  #secondScreen(): Display | undefined {
    const own = screen.getDisplayMatching(this.#place.desk().getBounds())
    return screen.getAllDisplays().find(({ id }) => id !== own.id)
  }

  readonly #endWithoutScreen = () => {
    if (!this.#secondScreen()) this.end()
  }
}
