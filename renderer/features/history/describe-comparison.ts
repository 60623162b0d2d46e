import { namedPhotos } from '../../../shared/domain/compared-photos.ts'
import type { DomainEvent } from '../../../shared/domain/events.ts'
import type { Facts } from '../../../shared/domain/facts.ts'
import { comparisonKeyOf } from '../../../shared/domain/saved-comparison.ts'
import { t } from '../../../shared/words/translate.ts'

type OnComparison = Extract<DomainEvent, { type: 'comparison-saved' | 'comparison-renamed' | 'comparison-removed' }>

/** What happened to a saved comparison, in words; `facts` are those before it. */
export function describeComparison(event: OnComparison, facts: Facts, nameOf: (photoId: string) => string): string[] {
  const before = facts.comparisons.get(comparisonKeyOf(event.data))?.name ?? ''
  switch (event.type) {
    case 'comparison-saved':
      return [
        t('Comparison saved: {{name}}', { name: event.data.name }),
        namedPhotos(event.data.photos).map(nameOf).join(' ↔ '),
      ]
    case 'comparison-renamed':
      return [
        t('Saved comparison renamed to {{name}}', { name: event.data.name }),
        t('Was: {{name}}', { name: before }),
      ]
    case 'comparison-removed':
      return [t('Saved comparison removed: {{name}}', { name: before })]
  }
}
