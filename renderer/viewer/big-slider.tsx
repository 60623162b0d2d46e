import { type CSSProperties, type ReactNode, useState } from 'react'
import { Handle, HandleRoot, Item, Provider, Root } from 'react-compare-slider/components'
import { useReactCompareSlider } from 'react-compare-slider/hooks'
import { t } from '../../shared/words/translate.ts'
import { useCommands } from '../ui/commands.ts'

interface BigSliderProps {
  readonly label: string
  readonly left: ReactNode
  readonly right: ReactNode
}

const filling: CSSProperties = { width: '100%', height: '100%', touchAction: 'none' }
const lines: CSSProperties = { width: 3, boxShadow: '0 0 6px rgb(0 0 0 / 55%)' }
const button: CSSProperties = {
  width: 88,
  height: 88,
  gap: '1rem',
  borderWidth: 3,
  backgroundColor: 'rgb(20 20 20 / 55%)',
  boxShadow: '0 2px 14px rgb(0 0 0 / 55%)',
}
const stepPercent = 2

/** Two layers with a split whose handle is large enough for a thumb and seen from across the room; Shift and an arrow key move it from anywhere. */
export function BigSlider({ label, left, right }: BigSliderProps) {
  const slider = useReactCompareSlider({ onlyHandleDraggable: true, keyboardIncrement: `${stepPercent}%` })
  const { setPosition, position } = slider
  const [moveTo] = useState(() => (percent: number) => setPosition(Math.min(Math.max(percent, 0), 100)))
  useCommands([
    {
      name: t('Split further left'),
      group: t('Present'),
      keys: ['Shift+ArrowLeft'],
      run: () => moveTo(position.current - stepPercent),
    },
    {
      name: t('Split further right'),
      group: t('Present'),
      keys: ['Shift+ArrowRight'],
      run: () => moveTo(position.current + stepPercent),
    },
  ])
  return (
    <Provider {...slider}>
      <Root style={filling}>
        <Item item="itemOne">{left}</Item>
        <Item item="itemTwo">{right}</Item>
        <HandleRoot aria-label={label}>
          <Handle buttonStyle={button} linesStyle={lines} />
        </HandleRoot>
      </Root>
    </Provider>
  )
}
