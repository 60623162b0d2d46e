import { Button, Kbd, Tooltip } from '@mantine/core'
import { ArrowLeftRight } from 'lucide-react'
import { type KeyboardEvent, useEffect } from 'react'
import { t } from '../../../shared/words/translate.ts'
import { useStillView } from './comparison-view.ts'

/** Shows the other photo at the same place for as long as it is held. */
export function HoldButton() {
  const { isOtherShown, showOther } = useStillView()
  useEffect(() => () => showOther(false), [showOther])
  const onKey = (isShown: boolean) => (event: KeyboardEvent) => {
    if (event.key !== ' ' && event.key !== 'Enter') return
    event.preventDefault()
    showOther(isShown)
  }
  const letGo = () => showOther(false)
  return (
    <Tooltip
      label={
        <>
          {t('Shows the other photo at the same place while it is held')} <Kbd size="xs">H</Kbd>
        </>
      }
      multiline
      maw={300}
    >
      <Button
        size="compact-sm"
        variant={isOtherShown ? 'light' : 'subtle'}
        color={isOtherShown ? 'accent' : 'gray'}
        leftSection={<ArrowLeftRight size={15} aria-hidden />}
        rightSection={<Kbd size="xs">H</Kbd>}
        aria-label={t('Hold: other photo')}
        aria-pressed={isOtherShown}
        aria-keyshortcuts="H"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture?.(event.pointerId)
          showOther(true)
        }}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onKeyDown={onKey(true)}
        onKeyUp={onKey(false)}
        onBlur={letGo}
        onContextMenu={(event) => event.preventDefault()}
      >
        {t('Hold: other photo')}
      </Button>
    </Tooltip>
  )
}
