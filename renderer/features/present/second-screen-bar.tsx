import { Button, SegmentedControl, Switch } from '@mantine/core'
import { Monitor, MonitorUp, MonitorX } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { type PresentMode, type PresentScene, presentedMode, slideOf } from '../../../shared/domain/present-scene.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { slideName } from '../../slide-words.ts'
import { showFailure } from '../../ui/undo-toast.tsx'
import { usePorts } from '../../use-ports.tsx'
import type { ShownComparison } from '../../viewer/shown-comparison.ts'
import { OrderSheet } from './order-sheet.tsx'
import classes from './present.module.css'
import { usePresentScene } from './use-present-scene.ts'

interface SecondScreenBarProps {
  /** What the desk looks at: the second screen follows it. */
  readonly comparison: ShownComparison
  readonly onEnd: () => void
  readonly onHere: () => void
}

/** Stands on the desk while a client sees the comparison on the second screen: what is seen there, and how. As long as it stands, the presentation does. */
export function SecondScreenBar({ comparison, onEnd, onHere }: SecondScreenBarProps) {
  const [mode, setMode] = useState<PresentMode>('slider')
  const [isHeld, setHeld] = useState(false)
  const [isOrdering, setOrdering] = useState(false)
  const held = useRef<ShownComparison>(comparison)
  const shown = isHeld ? held.current : comparison
  useEffect(() => {
    held.current = shown
  })
  const presentable = usePresentScene(shown, { shownId: shown.moving.photoId, mode, viewport: shown.viewport })
  useSending(presentable?.scene ?? null, onEnd)
  const scene = presentable?.scene
  const choices = [
    {
      value: 'slider',
      label: t('Slider'),
      disabled: scene && presentedMode({ ...scene, mode: 'slider' }) !== 'slider',
    },
    { value: 'side-by-side', label: t('Side by side') },
  ]
  return (
    <section className={classes.desk} aria-label={t('Second screen')}>
      <div className={classes.deskWords} role="status">
        <MonitorUp size={18} aria-hidden />
        {scene && t('The second screen shows {{photo}}', { photo: slideName(slideOf(scene, scene.shownId)) })}
      </div>
      <Switch
        label={t('Hold this picture')}
        checked={isHeld}
        onChange={(event) => setHeld(event.currentTarget.checked)}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('How the second screen shows it')}
        data={choices.map(({ disabled = false, ...choice }) => ({ ...choice, disabled }))}
        value={scene ? presentedMode(scene) : mode}
        onChange={(value) => setMode(value as PresentMode)}
      />
      <Button size="xs" variant="default" onClick={() => setOrdering(true)}>
        {t('Photos…')}
      </Button>
      <Button size="xs" variant="default" leftSection={<Monitor size={14} aria-hidden />} onClick={onHere}>
        {t('Present here instead')}
      </Button>
      <Button size="xs" variant="default" leftSection={<MonitorX size={14} aria-hidden />} onClick={onEnd}>
        {t('End the presentation')}
      </Button>
      {isOrdering && presentable && (
        <OrderSheet
          subject={presentable.subject}
          slides={presentable.slides}
          needed={[presentable.scene.referenceId, presentable.scene.shownId]}
          onClose={() => setOrdering(false)}
        />
      )}
    </section>
  )
}

/** Opens the presentation with the first scene, sends each later one, and ends it when the desk turns to something else. */
function useSending(scene: PresentScene | null, onEnd: () => void): void {
  const { presenting } = usePorts()
  const isStarted = useRef(false)
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })
  const written = JSON.stringify(scene)
  useEffect(() => {
    const sent = JSON.parse(written) as PresentScene | null
    if (!sent) return
    const send = isStarted.current ? presenting.show : presenting.start
    isStarted.current = true
    send(sent).catch((error: unknown) => {
      showFailure(errorSentence(error))
      end.current()
    })
  }, [presenting, written])
  useEffect(
    () => () => {
      isStarted.current = false
      presenting.end().catch(() => undefined)
    },
    [presenting],
  )
}
