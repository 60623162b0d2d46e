import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import { channels } from '../../shared/ipc/channels.ts'
import { contract, type FileOffer, type RequestName } from '../../shared/ipc/contract.ts'
import { errorReplyOf, type Result } from '../../shared/ipc/result.ts'
import { t } from '../../shared/words/translate.ts'
import type { FileOffers } from './file-offers.ts'
import type { Log } from './log.ts'
import type { PreferenceHandlers } from './preferences-file.ts'
import type { RequestHandlers } from './request-handlers.ts'
import type { StudioSignHandlers } from './studio-sign.ts'
import { presentAddress, windowAddress } from './window.ts'

const requestNameSchema = z.enum(Object.keys(contract) as [RequestName, ...RequestName[]])
/** The presentation's own page only shows what it is given. */
const presentMayAsk: ReadonlySet<string> = new Set<RequestName>(['preferences.read', 'present.read', 'present.end'])
const pathsSchema = z.array(z.string().min(1)).max(20_000)

/** Answers the window: sender checked, input parsed, handled, and every outcome made a Result. */
export function serveRequests(
  present: () => RequestHandlers & PreferenceHandlers & StudioSignHandlers,
  offers: FileOffers,
  log: Log,
): void {
  const answer = async <Value>(
    event: IpcMainInvokeEvent,
    where: string,
    handle: () => Promise<Value>,
  ): Promise<Result<Value>> => {
    try {
      if (!isAsking(event, windowAddress) && !(isAsking(event, presentAddress) && presentMayAsk.has(where)))
        throw new AppError('refused', { reason: t('Only Stipple’s own window may ask.') })
      return { ok: true, value: await handle() }
    } catch (error) {
      if (error instanceof z.ZodError) return { ok: false, error: { code: 'invalid-request', details: {} } }
      if (error instanceof AppError && error.code !== 'bug') return { ok: false, error: errorReplyOf(error) }
      return { ok: false, error: { code: 'bug', details: { reportId: log.report(where, error) } } }
    }
  }
  ipcMain.handle(channels.request, (event, name: unknown, input: unknown) =>
    answer(event, typeof name === 'string' ? name.slice(0, 40) : 'request', async () => {
      const requestName = requestNameSchema.parse(name)
      const handle = present()[requestName] as (input: unknown) => Promise<unknown>
      return handle(contract[requestName].input.parse(input))
    }),
  )
  ipcMain.handle(channels.offerFiles, (event, paths: unknown) =>
    answer<{ offers: FileOffer[] }>(event, 'offer-files', async () => ({
      offers: await offers.offer(pathsSchema.parse(paths)),
    })),
  )
}

function isAsking({ senderFrame }: IpcMainInvokeEvent, address: string): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.url.split(/[?#]/)[0] === address
}
