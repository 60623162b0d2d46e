import { AppError } from '../../shared/errors.ts'
import type { RequestName } from '../../shared/ipc/contract.ts'

/** What is answered while the library is only looked at: nothing of it changes anything in its folder or beside it. */
const looking: ReadonlySet<string> = new Set<RequestName>([
  'library.opening',
  'library.open-again',
  'library.status',
  'library.clients',
  'library.client',
  'library.history',
  'align.pair',
  'photo.measure',
  'trash.list',
  'documents.save-copy',
  'hot-folder.state',
  'keys.status',
  'library.lock',
  'library.unlock',
  'health.report',
  'backup.status',
  'backup.choose',
  'backup.restore',
  'framing.save',
  'paper.save',
  'paper.show-saved',
  'exports.list',
  'proof.save',
  'present.second-screen',
  'present.start',
  'present.show',
  'present.end',
  'present.read',
  'present.full-screen',
  'work.cancel',
])

/** The handlers of a library whose record is damaged: everything can be looked at and a backup restored; all else is refused with the reason. */
export function lookingOnly<Handlers extends object>(handlers: Handlers): Handlers {
  const refuse = async () => {
    throw new AppError('library-read-only')
  }
  const answers = Object.entries(handlers).map(([name, handle]) => [name, looking.has(name) ? handle : refuse])
  return Object.fromEntries(answers) as Handlers
}
