import { t } from '../words/translate.ts'
import { captionFault } from './captions/caption-fault.ts'
import type { DomainEvent } from './events.ts'
import type { ExportLook } from './export-template.ts'
import type { Facts } from './facts.ts'

type OnTemplate = Extract<
  DomainEvent,
  { type: 'export-template-saved' | 'export-template-changed' | 'export-template-removed' }
>

/** Why a change of the studio's templates can't be recorded, in plain words; undefined when it can. */
export function refusalOfTemplate({ exportTemplates }: Facts, event: OnTemplate): string | undefined {
  const { templateId } = event.data
  const present = exportTemplates.get(templateId)
  const isThere = present?.isRemoved === false
  if (event.type === 'export-template-removed') return isThere ? undefined : noSuch()
  if (event.type === 'export-template-changed' && !isThere) return noSuch()
  if (event.type === 'export-template-saved' && isThere) return t('This is saved already.')
  const { name, look } = event.data
  // one that an undo brings back may share its name with another meanwhile
  const isNewName = present?.name !== name
  const others = [...exportTemplates.values()].filter((other) => other.templateId !== templateId)
  if (isNewName && isNameTaken(others, name)) return t('There is a template of this name already.')
  return faultOfLook(look)
}

/** Whether a template that isn't removed has a name, in large or small letters. */
export function isNameTaken(
  templates: readonly { readonly name: string; readonly isRemoved?: boolean }[],
  name: string,
): boolean {
  const wanted = name.trim().toLowerCase()
  return templates.some((other) => other.isRemoved !== true && other.name.trim().toLowerCase() === wanted)
}

/** Why a way of exporting can't be kept or used: a caption that can't be read; undefined when it can. */
export function faultOfLook({ naming, photoText, ownText }: ExportLook): string | undefined {
  return (naming === 'own' ? captionFault(photoText, 'photo') : undefined) ?? captionFault(ownText, 'picture')
}

function noSuch(): string {
  return t('There is no such template.')
}
