import { Modal, Radio, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Preferences } from '../../../shared/preferences.ts'
import { type Language, languageNames, languages, t } from '../../../shared/words/translate.ts'
import classes from './settings.module.css'

interface SettingsDialogProps {
  readonly isOpen: boolean
  readonly preferences: Preferences
  /** What the computer's own settings ask for. */
  readonly computerLanguage: Language
  /** Fields for the studio's name and logo. */
  readonly studioFields: ReactNode
  readonly onChange: (preferences: Preferences) => void
  readonly onClose: () => void
}

const asComputer = 'computer'

/** How this computer's Stipple looks and speaks; a choice counts at once. */
export function SettingsDialog(props: SettingsDialogProps) {
  const { isOpen, preferences, computerLanguage, studioFields, onChange, onClose } = props
  const chooseLanguage = (chosen: string) =>
    onChange({ ...preferences, language: languages.find((language) => language === chosen) ?? null })
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('Settings')} size="md">
      <Stack gap="lg">
        <Radio.Group
          label={t('Light of the room')}
          description={t('Photos lie on neutral grey in both. Skin tones are judged best in the dark.')}
          value={preferences.room}
          onChange={(room) => onChange({ ...preferences, room: room === 'light' ? 'light' : 'dark' })}
        >
          <div className={classes.rooms}>
            <Room room="dark" name={t('Dark')} />
            <Room room="light" name={t('Light')} />
          </div>
        </Radio.Group>
        <Radio.Group label={t('Language')} value={preferences.language ?? asComputer} onChange={chooseLanguage}>
          <Stack gap={8} mt={10}>
            <Radio
              value={asComputer}
              label={t('As this computer: {{language}}', { language: languageNames[computerLanguage] })}
            />
            {languages.map((language) => (
              <Radio key={language} value={language} label={languageNames[language]} lang={language} />
            ))}
          </Stack>
        </Radio.Group>
        {studioFields}
        <Text size="xs" c="dimmed">
          {t('For this computer only; nothing of a client is changed.')}
        </Text>
      </Stack>
    </Modal>
  )
}

/** A room to choose, shown as it looks. */
function Room({ room, name }: { room: Preferences['room']; name: string }) {
  return (
    <Radio.Card value={room} className={classes.room} aria-label={name}>
      <svg viewBox="0 0 120 64" className={classes.sample} data-room={room} aria-hidden>
        <rect className={classes.wall} width="120" height="64" />
        <rect className={classes.surround} x="0" y="12" width="120" height="40" />
        <ellipse className={classes.head} cx="38" cy="33" rx="15" ry="18" />
        <ellipse className={classes.head} cx="82" cy="33" rx="15" ry="18" />
        <rect className={classes.text} x="6" y="4" width="34" height="4" rx="2" />
        <rect className={classes.accent} x="94" y="4" width="20" height="4" rx="2" />
      </svg>
      <span className={classes.name}>
        <Radio.Indicator size="xs" /> {name}
      </span>
    </Radio.Card>
  )
}
