import { Box, List, Popover, Text } from '@mantine/core'
import { ChevronDown, SunMedium } from 'lucide-react'
import { useState } from 'react'
import type { MatchedLight } from '../../../shared/domain/light/match-light.ts'
import { t } from '../../../shared/words/translate.ts'
import { matchedWords, unmatchedWords } from '../../light-words.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import classes from './light-switch.module.css'
import { SwitchButton } from './switch-button.tsx'
import type { PairLightState } from './use-pair-light.ts'

interface LightSwitchProps {
  readonly state: PairLightState
  /** Why it can't be used here, whatever was measured. */
  readonly lockedBecause?: string | null
  readonly isOn: boolean
  readonly onToggle: () => void
  readonly stages: { readonly reference: string; readonly moving: string }
}

/** Shows the photos with their light matched or as shot, and what matching changes. */
export function LightSwitch({ state, lockedBecause = null, isOn, onToggle, stages }: LightSwitchProps) {
  const match = state.kind === 'known' && state.match.kind === 'matched' ? state.match : null
  return (
    <Box className={classes.light} role="group" aria-label={t('Light of the photos')}>
      <SwitchButton
        icon={SunMedium}
        label={t('Light matched')}
        keyHint="M"
        about={t('Brings exposure and colour of both photos together, measured on untreated skin; again: as shot')}
        lockedBecause={lockedBecause ?? (match ? null : whyNot(state))}
        isOn={isOn}
        onToggle={onToggle}
      />
      {match && !lockedBecause && <LightDetails match={match} stages={stages} />}
    </Box>
  )
}

/** What matching does to each photo, and what it was measured on. */
function LightDetails({ match, stages }: Pick<LightSwitchProps, 'stages'> & { match: MatchedLight }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setOpen} width={340} position="top-end" withArrow shadow="md">
      <Popover.Target>
        <IconButton
          icon={ChevronDown}
          label={t('What matching the light changes')}
          size={28}
          onClick={() => setOpen(!isOpen)}
          onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
        />
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" fw={600} mb={6}>
          {t('Both photos meet half-way')}
        </Text>
        <List size="sm" spacing={4}>
          {matchedWords(match, stages).map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        <Text size="sm" mt={8} c="dimmed">
          {t('Each photo is changed as a whole: nothing in it changes against anything else. The originals stay.')}
        </Text>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Where matched light is wanted and can't be had: says so over the photos, which are as shot. */
export function LightNotice({ state }: Pick<LightSwitchProps, 'state'>) {
  if (state.kind === 'known' && state.match.kind === 'matched') return null
  return (
    <div className={classes.notice} role="status" aria-label={t('Light of the photos')}>
      {state.kind === 'measuring' ? whyNot(state) : t('As shot. {{reason}}', { reason: whyNot(state) })}
    </div>
  )
}

function whyNot(state: PairLightState): string {
  if (state.kind === 'measuring') return t('Measuring the light…')
  if (state.kind === 'failed') return t('The light couldn’t be measured.')
  return state.match.kind === 'unmatched' ? unmatchedWords(state.match.reason) : ''
}
