import type { TakenDown } from '../../shared/domain/exported/taken-down.ts'
import { t } from '../../shared/words/translate.ts'
import { dayLabel } from '../ui/day-label.ts'

/** That an export is out there no more: "Taken down 3 Jan 2026: instagram.com/studio". */
export function takenDownWords({ on, where }: TakenDown): string {
  const day = dayLabel(on)
  return where === '' ? t('Taken down {{day}}', { day }) : t('Taken down {{day}}: {{where}}', { day, where })
}
