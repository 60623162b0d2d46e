import { ActionIcon, Button, Progress, Text } from '@mantine/core'
import { Pause, Play } from 'lucide-react'
import { type ReactNode, type RefObject, useLayoutEffect } from 'react'
import { numberInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { type PaintedComparison, paintComparison } from './comparison-painter.ts'
import type { ExportLayout } from './export-layout.ts'
import type { Film } from './film.ts'
import type { Scene } from './scene.ts'
import classes from './share.module.css'
import type { ExportPanes } from './use-export-panes.ts'
import type { ExportSources } from './use-export-sources.ts'
import { usePlaying } from './use-playing.ts'

interface ExportPreviewProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>
  readonly sources: ExportSources
  readonly panes: ExportPanes
  readonly film: Film | undefined
  /** Undefined while the photos' places aren't known. */
  readonly painted: Omit<PaintedComparison, 'pictures'> | undefined
  readonly label: string
  /** The photo that stands alone while it is worked on; null: all stand as in the picture. */
  readonly alone: number | null
  /** What is worked with over the picture. */
  readonly children?: ReactNode
}

/** The very picture that is saved, or the film's, made smaller on the screen only. */
export function ExportPreview(props: ExportPreviewProps) {
  const { canvas, sources, panes, film, painted, label, alone, children } = props
  const isReady = painted !== undefined && panes.kind === 'ready'
  const playing = usePlaying(film, isReady && alone === null)
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d', { alpha: false })
    if (!context || !painted || panes.kind !== 'ready') return
    const scene: Scene =
      alone === null ? (film?.sceneOf(playing.frame) ?? painted.scene) : { kind: 'one', index: alone, fade: 0 }
    paintComparison(context, { ...painted, scene, pictures: panes })
  })
  const { widthPx, heightPx } = painted?.layout.size ?? { widthPx: 1080, heightPx: 1350 }
  return (
    <div className={classes.preview}>
      <div className={classes.sheet}>
        <canvas
          ref={canvas}
          className={classes.canvas}
          data-ready={isReady}
          width={widthPx}
          height={heightPx}
          role="img"
          aria-label={label}
        />
        {isReady && <SafeArea layout={painted.layout} />}
        {isReady && children}
      </div>
      {film && isReady && alone === null && (
        <div className={classes.player}>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={playing.isPlaying ? t('Pause') : t('Play')}
            onClick={playing.toggle}
          >
            {playing.isPlaying ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
          </ActionIcon>
          <span>{t('{{seconds}} seconds', { seconds: numberInWords(playing.seconds, 1) })}</span>
        </div>
      )}
      <PreviewState sources={sources} panes={panes} />
    </div>
  )
}

/** What a network leaves visible of a picture, where that isn't all of it; on the screen only. */
function SafeArea({ layout: { size, safe } }: { readonly layout: ExportLayout }) {
  if (safe.widthPx === size.widthPx && safe.heightPx === size.heightPx) return null
  const share = (part: number, whole: number) => `${(100 * part) / whole}%`
  return (
    <div
      className={classes.safeArea}
      style={{
        left: share(safe.left, size.widthPx),
        top: share(safe.top, size.heightPx),
        width: share(safe.widthPx, size.widthPx),
        height: share(safe.heightPx, size.heightPx),
      }}
      aria-hidden
    />
  )
}

function PreviewState({ sources, panes }: Pick<ExportPreviewProps, 'sources' | 'panes'>) {
  const failed = sources.kind === 'failed' ? sources : panes.kind === 'failed' ? panes : undefined
  if (failed)
    return (
      <div className={classes.previewState} role="alert">
        <Text size="sm">{errorSentence(failed.error)}</Text>
        <Button variant="default" size="compact-sm" onClick={failed.retry}>
          {t('Try again')}
        </Button>
      </div>
    )
  if (sources.kind === 'aligning') return <Working said={t('Aligning the photos…')} fraction={sources.fraction} />
  if (panes.kind === 'rendering' && sources.kind === 'ready' && sources.sources.length > 1)
    return <Working said={t('Drawing from the originals…')} fraction={panes.fraction} />
  return null
}

function Working({ said, fraction }: { readonly said: string; readonly fraction: number }) {
  return (
    <div className={classes.previewState} role="status">
      <Text size="sm">{said}</Text>
      <Progress value={fraction * 100} size="sm" w={200} aria-label={t('Drawing the picture')} />
    </div>
  )
}
