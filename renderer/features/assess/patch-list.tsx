import { t } from '../../../shared/words/translate.ts'
import classes from './assess.module.css'
import type { ListedPatch } from './listed-patches.ts'
import { type PatchActions, PatchCard } from './patch-card.tsx'

interface PatchListProps {
  readonly patches: readonly ListedPatch[]
  /** All stages were looked at, so that the numbers stay. */
  readonly isNumbered: boolean
  readonly chosen: number | null
  readonly onChoose: (number: number | null) => void
  readonly actionsOf: (patch: ListedPatch) => PatchActions
}

/** The numbered patches of the series as this stage shows them: where, how much, what became of each, and what is decided. */
export function PatchList({ patches, ...about }: PatchListProps) {
  const here = patches.filter(({ patch }) => patch)
  const gone = patches.filter(({ patch }) => !patch)
  return (
    <>
      <PatchGroup title={t('Patches')} patches={here} {...about} />
      <PatchGroup title={t('Not seen here any more')} patches={gone} {...about} />
      {here.length > 0 && (
        <p className={classes.quiet}>
          {t('A patch under 20 % or 10 mm can be missed. Left and right are those of the picture.')}
        </p>
      )}
    </>
  )
}

function PatchGroup({ title, patches, isNumbered, chosen, onChoose, actionsOf }: PatchListProps & { title: string }) {
  if (patches.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className={classes.sectionTitle}>{title}</h2>
      <ul className={classes.patchList}>
        {patches.map((patch) => {
          const { number } = patch.track
          return (
            <PatchCard
              key={number}
              listed={patch}
              isNumbered={isNumbered}
              isChosen={number === chosen}
              onChoose={() => onChoose(number === chosen ? null : number)}
              actions={actionsOf(patch)}
            />
          )
        })}
      </ul>
    </section>
  )
}
