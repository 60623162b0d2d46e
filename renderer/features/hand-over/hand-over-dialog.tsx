import { Box, Button, Checkbox, Group, Modal, NativeSelect, Radio, Stack, Text } from '@mantine/core'
import { FileDown, FolderDown } from 'lucide-react'
import { useMemo, useState } from 'react'
import { photoAddress } from '../../../shared/addresses.ts'
import { type Angle, angleLabel } from '../../../shared/domain/angle.ts'
import type { HandOverSize } from '../../../shared/domain/hand-over.ts'
import { handedAngles } from '../../../shared/domain/handed-angles.ts'
import type { ClientId, TreatmentId } from '../../../shared/domain/ids.ts'
import { t } from '../../../shared/words/translate.ts'
import { slideTitle } from '../../slide-words.ts'
import { PrintedSheet } from '../../ui/printed-sheet.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { WorkProgressBar } from '../../ui/work-progress.tsx'
import { usePorts, useWatched } from '../../use-ports.tsx'
import { useStudio } from '../../use-studio.ts'
import { CardPage } from './card-page.tsx'
import classes from './hand-over.module.css'
import { SeriesPages } from './series-pages.tsx'
import { slidePicture } from './slide-picture.ts'
import { type Handed, useHandOver } from './use-hand-over.ts'
import { usePictures } from './use-pictures.ts'

interface HandOverDialogProps {
  readonly clientId: ClientId
  readonly treatmentId: TreatmentId
  readonly onClose: () => void
}

/** What a client takes home of the treatment: pictures in a folder, a series to look through, a card. What is seen of pages is what is saved. */
export function HandOverDialog({ clientId, treatmentId, onClose }: HandOverDialogProps) {
  const { library, engine } = usePorts()
  const { sign } = useStudio(engine)
  const photos = useWatched(useMemo(() => library.watchPhotos(treatmentId), [library, treatmentId]))
  const alignments = useWatched(useMemo(() => library.watchAlignments(treatmentId), [library, treatmentId]))
  const references = useWatched(useMemo(() => library.watchReferences(treatmentId), [library, treatmentId]))
  const all = useMemo(
    () => handedAngles(photos ?? [], alignments ?? [], references ?? []),
    [photos, alignments, references],
  )
  const [form, setForm] = useState<Handed['form']>('folder')
  const [size, setSize] = useState<HandOverSize>('original')
  const [card, setCard] = useState<'postcard' | 'a6'>('postcard')
  const [leftOut, setLeftOut] = useState<readonly Angle[]>([])
  const [cardAngle, setCardAngle] = useState<Angle>()
  const { save, working } = useHandOver(clientId)
  // the page's title becomes the document's, and on other screens it names the client
  useTitle(t('Treatment in pictures'))

  const angles = all.filter(({ angle }) => !leftOut.includes(angle))
  const pairs = all.filter(({ pair }) => pair)
  const chosen = pairs.find(({ angle }) => angle === cardAngle) ?? pairs[0]
  const slides =
    form === 'card'
      ? chosen?.pair
        ? [chosen.pair.before, chosen.pair.after]
        : []
      : angles.flatMap((one) => one.slides)
  const pictures = usePictures(form === 'folder' ? [] : slides.map(slidePicture))
  const pages = form === 'series' ? <SeriesPages angles={angles} studio={sign} /> : null
  const drawn = form === 'card' && chosen ? <CardPage angle={chosen} page={card} studio={sign} /> : pages
  const isReady = slides.length > 0 && pictures === 'here' && working === null
  const handed: Handed = form === 'folder' ? { form, size } : { form, page: form === 'series' ? ('a4' as const) : card }
  const photoIds = slides.map(({ photoId }) => photoId)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('For the client')}
      size={1040}
      centered
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <div className={classes.columns}>
        {/* what scrolls has to be reached by keyboard */}
        <Box component="section" className={classes.preview} aria-label={t('Preview')} tabIndex={0}>
          {slides.length === 0 && <p className={classes.waiting}>{t('Nothing is chosen.')}</p>}
          {form === 'folder' && (
            <div className={classes.thumbs}>
              {angles.flatMap((one) =>
                one.slides.map((slide) => (
                  <figure key={slide.photoId}>
                    <img src={photoAddress(slide, 'thumb')} alt="" loading="lazy" />
                    <figcaption>{`${slideTitle(slide)} · ${angleLabel(one.angle)}`}</figcaption>
                  </figure>
                )),
              )}
            </div>
          )}
          {form !== 'folder' && pictures === 'here' && (
            <div className={classes.pages} data-form={form}>
              {drawn}
            </div>
          )}
          {pictures === 'coming' && (
            <p className={classes.waiting} role="status">
              {t('Drawing the pictures')}
            </p>
          )}
          {pictures === 'failed' && (
            <p className={classes.waiting} role="alert">
              {t('A picture can’t be drawn. Close this and try again.')}
            </p>
          )}
        </Box>
        <div className={classes.side}>
          <div className={classes.form}>
            <Text size="sm">
              {t('Given to the client alone; it asks for no consent. To publish, export a comparison.')}
            </Text>
            <Radio.Group label={t('What is given')} value={form} onChange={(value) => setForm(value as Handed['form'])}>
              <Stack gap="xs" mt="xs">
                <Radio value="folder" label={t('Folder of pictures')} />
                <Radio value="series" label={t('Series as a PDF, A4')} />
                <Radio value="card" label={t('Before/after card')} disabled={pairs.length === 0} />
              </Stack>
            </Radio.Group>
            {form === 'folder' && (
              <NativeSelect
                label={t('Size of the pictures')}
                value={size}
                data={[
                  { value: 'original', label: t('As they were taken') },
                  { value: 'working', label: t('2560 px, to send') },
                ]}
                onChange={(event) => setSize(event.currentTarget.value as HandOverSize)}
              />
            )}
            {form === 'card' && (
              <>
                <NativeSelect
                  label={t('Card')}
                  value={card}
                  data={[
                    { value: 'postcard', label: t('Postcard, beside each other') },
                    { value: 'a6', label: t('A6, above each other') },
                  ]}
                  onChange={(event) => setCard(event.currentTarget.value as typeof card)}
                />
                <NativeSelect
                  label={t('Angle')}
                  value={chosen?.angle ?? ''}
                  data={pairs.map(({ angle }) => ({ value: angle, label: angleLabel(angle) }))}
                  onChange={(event) => setCardAngle(event.currentTarget.value as Angle)}
                />
              </>
            )}
            {form !== 'card' && (
              <Checkbox.Group
                label={t('Angles')}
                value={angles.map(({ angle }) => angle)}
                onChange={(kept) => setLeftOut(all.map(({ angle }) => angle).filter((angle) => !kept.includes(angle)))}
              >
                <Stack gap="xs" mt="xs">
                  {all.map(({ angle, slides: own }) => (
                    <Checkbox
                      key={angle}
                      value={angle}
                      label={t('{{angle}}: {{count}} photos', { angle: angleLabel(angle), count: own.length })}
                    />
                  ))}
                </Stack>
              </Checkbox.Group>
            )}
          </div>
          {working && !working.stop && (
            <Text size="sm" role="status">
              {t('Writing the PDF…')}
            </Text>
          )}
          {working?.stop && (
            <WorkProgressBar
              label={t('Writing for the client')}
              fraction={working.fraction}
              step={working.step}
              onStop={working.stop}
            />
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('Close')}
            </Button>
            <Button
              leftSection={
                form === 'folder' ? <FolderDown size={16} aria-hidden /> : <FileDown size={16} aria-hidden />
              }
              disabled={!isReady}
              onClick={() => void save(handed, photoIds)}
            >
              {form === 'folder' ? t('Save the folder…') : t('Save as PDF…')}
            </Button>
          </Group>
        </div>
      </div>
      {drawn && pictures === 'here' && <PrintedSheet isBare>{drawn}</PrintedSheet>}
    </Modal>
  )
}
