import { Button, Group, NativeSelect, SegmentedControl, Slider, Text } from '@mantine/core'
import { Brush } from 'lucide-react'
import type { BrushLook } from '../../../../shared/domain/covers/brush.ts'
import type { PhotoId } from '../../../../shared/domain/ids.ts'
import { t } from '../../../../shared/words/translate.ts'
import { FieldGroup } from '../../../ui/field-group.tsx'
import classes from './covers.module.css'
import type { Covers } from './use-covers.ts'

interface BrushChoiceProps {
  readonly covers: Covers
  /** The photos that stand alone while they are painted; empty where all are seen. */
  readonly photos: readonly { readonly photoId: PhotoId; readonly name: string }[]
  readonly firstPhotoId: PhotoId
}

/** Radius of the brush, in thousandths of a photo's shorter side. */
const sizes = { least: 10, most: 120 }

/** The brush that covers tattoos, jewellery or the background. */
export function BrushChoice({ covers, photos, firstPhotoId }: BrushChoiceProps) {
  const { brush, editing, strokeCount } = covers
  const isOn = editing?.tool === 'brush'
  const take = (photoId: PhotoId) => covers.edit({ tool: 'brush', photoId })
  return (
    <FieldGroup legend={t('Tattoos, jewellery, background')}>
      <div className={classes.tools}>
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant={isOn ? 'filled' : 'default'}
            leftSection={<Brush size={14} aria-hidden />}
            aria-pressed={isOn}
            onClick={() => (isOn ? covers.edit(null) : take(firstPhotoId))}
          >
            {t('Cover with a brush')}
          </Button>
          {strokeCount > 0 && (
            <>
              <Button size="compact-sm" variant="default" onClick={covers.undoStroke}>
                {t('Undo the stroke')}
              </Button>
              <Button size="compact-sm" variant="default" onClick={covers.removeStrokes}>
                {t('Remove all')}
              </Button>
            </>
          )}
        </Group>
        {isOn && (
          <>
            {photos.length > 0 && (
              <NativeSelect
                label={t('Photo')}
                value={editing.photoId}
                data={photos.map(({ photoId, name }) => ({ value: photoId, label: name }))}
                onChange={(event) => take(event.currentTarget.value as PhotoId)}
              />
            )}
            <SegmentedControl<BrushLook>
              fullWidth
              size="xs"
              aria-label={t('What the brush leaves')}
              value={brush.look}
              data={[
                { value: 'pixels', label: t('Blurred') },
                { value: 'grey', label: t('Grey') },
                { value: 'nothing', label: t('Erase') },
              ]}
              onChange={(look) => covers.chooseBrush({ ...brush, look })}
            />
            <Slider
              thumbLabel={t('Size of the brush')}
              label={null}
              size="sm"
              min={sizes.least}
              max={sizes.most}
              value={Math.round(brush.size * 1000)}
              onChange={(size) => covers.chooseBrush({ ...brush, size: size / 1000 })}
            />
            <Text size="xs" c="dimmed">
              {t('What is painted on one photo covers the same place on all photos that lie in its frame.')}
            </Text>
          </>
        )}
      </div>
    </FieldGroup>
  )
}
