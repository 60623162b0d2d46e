import { AppError } from '../../shared/errors.ts'
import type { LibraryDamage, RequestName } from '../../shared/ipc/contract.ts'
import type { Library } from '../library/library.ts'

/** What is answered while the library is only looked at: nothing of it changes anything in its folder or beside it. */
const looking: ReadonlySet<string> = new Set<RequestName>([
  'library.status',
  'library.clients',
  'library.client',
  'library.history',
  'align.pair',
  'photo.measure',
  'health.report',
  'backup.status',
  'backup.choose',
  'backup.restore',
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

/** What the window tells of a library's damage; null where there is none. */
export function damageOf({ damage, lastAt }: Pick<Library, 'damage' | 'lastAt'>): LibraryDamage | null {
  if (!damage || lastAt === undefined) return null
  const { reason, afterSeq, lastSeq } = damage
  return { reason, afterSeq, shownUpTo: lastAt, missingCount: lastSeq - afterSeq }
}
