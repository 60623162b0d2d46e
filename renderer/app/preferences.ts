import { create } from 'zustand'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import { unwrap } from '../../shared/ipc/result.ts'
import { type Preferences, preferencesSchema } from '../../shared/preferences.ts'
import { type Language, languageFor, speak } from '../../shared/words/translate.ts'

interface KnownPreferences {
  readonly preferences: Preferences
  readonly computerLanguage: Language
}

/** How this window looks and speaks. */
export const usePreferences = create<KnownPreferences>()(() => ({
  preferences: preferencesSchema.parse({}),
  computerLanguage: 'en',
}))

/** Takes the stored preferences; from then on everything is said in their language. */
export async function readPreferences(bridge: Bridge): Promise<void> {
  const { preferences, computerLanguage } = unwrap(await bridge.request('preferences.read', {}))
  usePreferences.setState({ computerLanguage: languageFor(computerLanguage) })
  follow(preferences)
}

/** Looks and speaks as told from now on, and at the next start. Throws when it can't be kept; it counts in this window all the same. */
export async function changePreferences(bridge: Bridge, preferences: Preferences): Promise<void> {
  follow(preferences)
  unwrap(await bridge.request('preferences.change', preferences))
}

function follow(preferences: Preferences): void {
  speak(preferences.language ?? usePreferences.getState().computerLanguage)
  usePreferences.setState({ preferences })
}
