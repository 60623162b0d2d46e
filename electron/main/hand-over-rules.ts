import { refusalOfHandOver } from '../../shared/domain/consent-rules.ts'
import type { HandedOver } from '../../shared/domain/hand-over.ts'
import { AppError } from '../../shared/errors.ts'
import { t } from '../../shared/words/translate.ts'
import type { Library } from '../library/library.ts'
import { isInside } from './documents.ts'

/** What is given to a client shows that client and nobody else. Throws `refused`. */
export function demandOwn({ facts }: Library, asked: Pick<HandedOver, 'clientId' | 'photoIds'>): void {
  const refusal = refusalOfHandOver(facts, asked)
  if (refusal !== undefined) throw new AppError('refused', { reason: refusal })
}

export function demandOutside({ layout }: Library, folder: string): void {
  if (isInside(layout.folder, folder))
    throw new AppError('refused', {
      reason: t('A plain copy can’t stand inside the library itself. Choose another folder.'),
    })
}

/** What a client's pictures are called on the disk: by nobody's name. */
export function handedOverTitle(): string {
  return t('Treatment in pictures')
}
