import type { LibraryDamage } from '../../shared/ipc/contract.ts'
import type { Library } from '../library/library.ts'

/** What the window tells of a library's damage; null where there is none. */
export function damageOf({ damage, lastAt }: Pick<Library, 'damage' | 'lastAt'>): LibraryDamage | null {
  if (!damage || lastAt === undefined) return null
  const { reason, afterSeq, lastSeq } = damage
  return { reason, afterSeq, shownUpTo: lastAt, missingCount: lastSeq - afterSeq }
}
