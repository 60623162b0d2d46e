import { SegmentedControl, Slider } from '@mantine/core'
import { Eye, EyeOff } from 'lucide-react'
import { t } from '../../../shared/words/translate.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import classes from './assess.module.css'
import type { MapLook, ShownMap } from './map-look.ts'
import { inkGradient } from './skin-map-painter.ts'

/** What the map's colours mean, in words; shows and hides it. */
export function MapLegend({ look }: { look: MapLook }) {
  const isDensity = look.shows === 'density'
  return (
    <section className={classes.legend} aria-label={t('What the colours mean')}>
      <IconButton
        icon={look.isShown ? Eye : EyeOff}
        label={look.isShown ? t('Hide the map') : t('Show the map')}
        keyHint="M"
        aria-pressed={look.isShown}
        size={30}
        onClick={look.toggle}
      />
      {look.isShown && (
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('What the map shows')}
            value={look.shows}
            data={[
              { value: 'darkness', label: t('Darkness') },
              { value: 'density', label: t('Density') },
            ]}
            onChange={(shows) => look.show(shows as ShownMap)}
          />
          <span>{isDensity ? t('Fewer dots') : t('Lighter')}</span>
          <span
            className={classes.ramp}
            style={{ background: inkGradient() }}
            role="img"
            aria-label={
              isDensity
                ? t('Yellow: fewer dots than most of the zone has. Blue: more. Grey between: as many.')
                : t('Yellow: lighter than most of the zone. Blue: darker. Grey between: like most of it.')
            }
          />
          <span>{isDensity ? t('More than most of the zone') : t('Darker than most of the zone')}</span>
          <span className={classes.hatch} aria-hidden />
          <span>{t('Not judged')}</span>
          <Slider
            className={classes.opacity!}
            size="sm"
            min={10}
            max={100}
            step={5}
            label={(percent) => `${percent} %`}
            thumbLabel={t('Strength of the map')}
            value={Math.round(look.opacity * 100)}
            onChange={(percent) => look.setOpacity(percent / 100)}
          />
        </>
      )}
    </section>
  )
}
