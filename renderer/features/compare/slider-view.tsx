import { type CSSProperties, type ReactNode, useState } from 'react'
import { Handle, HandleRoot, Item, Provider, Root } from 'react-compare-slider/components'
import { useReactCompareSlider } from 'react-compare-slider/hooks'

interface SliderViewProps {
  readonly label: string
  readonly left: ReactNode
  readonly right: ReactNode
  /** Where the split starts, as a share of the width; the slider keeps its own place from then on and tells it. */
  readonly initialSplit: number
  readonly onSplit: (split: number) => void
}

const filling: CSSProperties = { width: '100%', height: '100%', touchAction: 'none' }
const button: CSSProperties = { width: 40, height: 40, gap: '0.3rem' }

/** Two layers with a split that is dragged by its handle or moved by arrow keys; the rest of the surface stays free for panning. */
export function SliderView({ label, left, right, initialSplit, onSplit }: SliderViewProps) {
  const [startPercent] = useState(initialSplit * 100)
  const slider = useReactCompareSlider({
    defaultPosition: startPercent,
    onlyHandleDraggable: true,
    keyboardIncrement: '2%',
    onPositionChange: useStable((percent: number) => onSplit(percent / 100)),
  })
  return (
    <Provider {...slider}>
      <Root style={filling}>
        <Item item="itemOne">{left}</Item>
        <Item item="itemTwo">{right}</Item>
        <HandleRoot aria-label={label}>
          <Handle buttonStyle={button} />
        </HandleRoot>
      </Root>
    </Provider>
  )
}

/** The first of the functions given; the slider sets its position anew whenever it gets another one. */
function useStable<Call>(call: Call): Call {
  return useState(() => call)[0]
}
