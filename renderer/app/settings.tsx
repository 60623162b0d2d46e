import { useMemo } from 'react'
import { create } from 'zustand'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { Preferences } from '../../shared/preferences.ts'
import { t } from '../../shared/words/translate.ts'
import { createIpcPaper } from '../engine/ipc-paper.ts'
import { errorSentence } from '../error-messages.ts'
import { SettingsDialog } from '../features/settings/settings-dialog.tsx'
import { StudioFields } from '../features/settings/studio-fields.tsx'
import { useCommands } from '../ui/commands.ts'
import { showFailure } from '../ui/undo-toast.tsx'
import { changePreferences, usePreferences } from './preferences.ts'

/** Whether the settings are open: they stay so while a new language draws everything anew. */
const useSettings = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }))

/** Opens the settings. */
export function openSettings(): void {
  useSettings.setState({ isOpen: true })
}

/** Whether the settings are open; another dialog makes room for them. */
export function useAreSettingsOpen(): boolean {
  return useSettings().isOpen
}

/** The settings of this computer, by Ctrl+, from every screen. */
export function Settings({ bridge }: { bridge: Bridge }) {
  const { isOpen } = useSettings()
  const paper = useMemo(() => createIpcPaper(bridge), [bridge])
  const { preferences, computerLanguage } = usePreferences()
  useCommands([{ name: t('Settings'), group: t('Everywhere'), keys: ['Ctrl+,'], run: openSettings }])
  const change = (wanted: Preferences) =>
    void changePreferences(bridge, wanted).catch((error) => showFailure(errorSentence(error)))
  return (
    <SettingsDialog
      isOpen={isOpen}
      preferences={preferences}
      computerLanguage={computerLanguage}
      studioFields={<StudioFields paper={paper} />}
      onChange={change}
      // a turn later: a dialog that comes back then doesn't hear the very Escape that closed this one
      onClose={() => setTimeout(() => useSettings.setState({ isOpen: false }))}
    />
  )
}
