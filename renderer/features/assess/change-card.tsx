import { Button, Select } from '@mantine/core'
import { Diff } from 'lucide-react'
import { changeWords } from '../../../shared/domain/assessing/stage-change.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import { stageLabel } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import classes from './assess.module.css'
import type { ChangeLook } from './change-look.ts'
import own from './over-stages.module.css'
import { isChangeMap, type ShownChange, type ZoneChange } from './use-stage-change.ts'

interface ChangeCardProps {
  readonly change: ShownChange
  readonly look: ChangeLook
}

/** What changed since another stage, in words; a button shows where. */
export function ChangeCard({ change: { earlier, since, zones }, look }: ChangeCardProps) {
  const [first] = zones
  if (!first) return null
  const isTold = zones.some(({ change }) => isChangeMap(change))
  return (
    <section className={own.card} aria-label={t('Change')}>
      <div className={own.cardHead}>
        <h2 className={own.title}>{t('Change since')}</h2>
        <Select
          size="xs"
          className={own.select!}
          aria-label={t('Change since')}
          allowDeselect={false}
          comboboxProps={{ withinPortal: true }}
          value={since}
          onChange={(photoId) => photoId && look.setSince(photoId as PhotoId)}
          data={earlier.map(({ photoId, stage }) => ({
            value: photoId,
            label: stage ? stageLabel(stage) : t('No stage'),
          }))}
        />
      </div>
      {zones.map((zone) => (
        <ChangeLine key={zone.zoneId} zone={zone} isNamed={zones.length > 1} />
      ))}
      {isTold && (
        <Button
          className={own.show!}
          size="compact-sm"
          variant="default"
          leftSection={<Diff size={14} aria-hidden />}
          aria-pressed={look.isShown}
          aria-keyshortcuts="C"
          onClick={look.toggle}
        >
          {look.isShown ? t('Hide the change') : t('Show it on the photo')}
        </Button>
      )}
    </section>
  )
}

function ChangeLine({ zone: { name, change, isProvisional }, isNamed }: { zone: ZoneChange; isNamed: boolean }) {
  return (
    <div>
      {isNamed && <h3 className={classes.zoneName}>{name}</h3>}
      {isChangeMap(change) ? (
        <>
          <p className={own.words}>{changeWords(change)}</p>
          <p className={classes.quiet}>
            {isProvisional
              ? t('Beside the rest of the zone. Provisional: fresh skin is still settling.')
              : t('Beside the rest of the zone: what all of it did is left out.')}
          </p>
        </>
      ) : (
        <p className={classes.sentence}>{t('Can’t be compared. {{reason}}', { reason: change.refusal })}</p>
      )}
    </div>
  )
}
