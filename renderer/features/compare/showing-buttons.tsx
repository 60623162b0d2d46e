import { Kbd, Menu } from '@mantine/core'
import { EllipsisVertical, Eye, Frame, Presentation, ScanSearch } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../../../shared/words/translate.ts'
import { useCommands } from '../../ui/commands.ts'
import { FoldableButton } from '../../ui/foldable-button.tsx'
import { keyHintInWords } from '../../ui/key-names.ts'
import { MenuButton } from '../../ui/menu-button.tsx'
import type { ShownComparison } from '../../viewer/shown-comparison.ts'

/** How a comparison leaves the desk: for a client's eyes, for a blind check, as a sheet for the next visit. */
export interface Showing {
  readonly onPresent: (comparison: ShownComparison) => void
  readonly onBlindCheck: (comparison: ShownComparison) => void
  readonly onFraming: (comparison: ShownComparison) => void
  /** What the desk shows while the comparison is presented elsewhere. */
  readonly bar: (comparison: ShownComparison) => ReactNode
}

interface ShowingButtonsProps {
  readonly showing: Showing
  readonly comparison: () => ShownComparison
  /** Assesses the photo in the hand. */
  readonly onAssess?: (() => void) | undefined
}

/** The button that presents (F), and the menu with what goes with it. */
export function ShowingButtons({ showing, comparison, onAssess }: ShowingButtonsProps) {
  const present = () => showing.onPresent(comparison())
  const blindCheck = () => showing.onBlindCheck(comparison())
  const group = t('Present')
  useCommands([
    { name: t('Present'), group, keys: ['f'], run: present },
    { name: t('Assess'), group: t('Stages'), keys: ['e'], run: () => onAssess?.(), isOff: !onAssess },
  ])
  return (
    <>
      <FoldableButton icon={Presentation} label={t('Present')} keyHint="F" onClick={present} />
      <MenuButton
        icon={EllipsisVertical}
        label={t('More')}
        items={() => (
          <>
            {onAssess && (
              <Menu.Item
                leftSection={<ScanSearch size={16} aria-hidden />}
                rightSection={<Kbd size="xs">{keyHintInWords('E')}</Kbd>}
                onClick={onAssess}
              >
                {t('Assess')}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<Eye size={16} aria-hidden />} onClick={blindCheck}>
              {t('Blind check')}
            </Menu.Item>
            <Menu.Item leftSection={<Frame size={16} aria-hidden />} onClick={() => showing.onFraming(comparison())}>
              {t('Framing sheet…')}
            </Menu.Item>
          </>
        )}
      />
    </>
  )
}
