import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'
import { Handle, HandleRoot, Item, Provider, Root } from 'react-compare-slider/components'
import { useReactCompareSlider } from 'react-compare-slider/hooks'
import type { SplitDirection } from '../../../shared/domain/geometry/split.ts'

interface SliderViewProps {
  readonly label: string
  /** Fixed: another direction is another slider. */
  readonly direction: SplitDirection
  /** Left of the split, or above it. */
  readonly first: ReactNode
  readonly second: ReactNode
  /** Where the split stands, as a share of the width or height. */
  readonly split: number
  readonly onSplit: (split: number) => void
}

const filling: CSSProperties = { width: '100%', height: '100%', touchAction: 'none' }
const button: CSSProperties = { width: 40, height: 40, gap: '0.3rem' }

/** Two layers with a split that is dragged by its handle or moved by keys on it; the rest of the surface stays free for panning. */
export function SliderView({ label, direction, first, second, split, onSplit }: SliderViewProps) {
  const [startPercent] = useState(split * 100)
  const slider = useReactCompareSlider({
    defaultPosition: startPercent,
    portrait: direction === 'above',
    onlyHandleDraggable: true,
    keyboardIncrement: '2%',
    onPositionChange: useStable((percent: number) => onSplit(percent / 100)),
  })
  const { position, setPosition } = slider
  useEffect(() => {
    if (Math.abs(position.current - split * 100) > 1e-6) setPosition(split * 100)
  }, [split, position, setPosition])
  const onKeyDown = (event: KeyboardEvent) => {
    const place = placesByKey[event.key]
    if (place === undefined) return
    event.preventDefault()
    onSplit(place)
  }
  return (
    <Provider {...slider}>
      <Root style={filling}>
        <Item item="itemOne">{first}</Item>
        <Item item="itemTwo">{second}</Item>
        <HandleRoot aria-label={label} aria-keyshortcuts="Home End |" onKeyDown={onKeyDown}>
          <Handle buttonStyle={button} />
        </HandleRoot>
      </Root>
    </Provider>
  )
}

/** Where the split goes by a key: all of the second photo, half of each, all of the first. */
export const placesByKey: Readonly<Record<string, number>> = { Home: 0, '|': 0.5, Enter: 0.5, End: 1 }

/** The first of the functions given; the slider sets its position anew whenever it gets another one. */
function useStable<Call>(call: Call): Call {
  return useState(() => call)[0]
}
